package ronda.proof.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ronda.casework.chain.Link;
import ronda.proof.stamp.Stamps;

/**
 * Bundles that somebody unpacked, changed and packed again with care; and what a verifier that was
 * written from the description alone, in another language, says of them.
 */
class ForgedBundlesTest {
  private static final Path ROOT = Path.of(System.getProperty("ronda.root", ".."));

  private static final String PICTURE = "items/0004/picture-01.png";

  @TempDir private Path folder;
  private Path bundle = Path.of("");

  @BeforeEach
  void a_bundle() throws IOException {
    bundle = folder.resolve("berkas.zip");
    Bundles.write(bundle, SampleBundle.bundle(SampleBundle.recorded()), SampleBundle.recorded());
  }

  private List<Fault> faults(Forgery forgery) throws IOException {
    return switch (Archives.verify(forgery.write(folder.resolve("palsu.zip")))) {
      case Verdict.Altered altered -> altered.faults();
      case Verdict.Intact intact -> List.of();
      case Verdict.Unreadable unreadable -> throw new AssertionError(unreadable.reason());
    };
  }

  private static List<Link> without(List<Link> chain, int step) {
    List<Link> shorter = new ArrayList<>(chain);
    shorter.remove(step - 1);
    return shorter;
  }

  @Test
  void packing_it_again_just_so_changes_nothing() throws IOException {
    assertThat(faults(Forgery.of(bundle))).isEmpty();
  }

  @Test
  void a_step_that_was_taken_out_is_named() throws IOException {
    Forgery forgery = Forgery.of(bundle);
    forgery.withChain("chain.jsonl", without(forgery.chain("chain.jsonl"), 3));

    assertThat(faults(forgery))
        .anyMatch(fault -> fault.entry().equals("chain.jsonl") && fault.step() == 3);
  }

  @Test
  void a_step_that_was_taken_out_and_the_chain_written_anew_is_named() throws IOException {
    Forgery forgery = Forgery.of(bundle);
    List<Link> anew = Forgery.anew(without(forgery.chain("chain.jsonl"), 6));
    forgery.withChain("chain.jsonl", anew);

    assertThat(faults(forgery))
        .filteredOn(fault -> fault.entry().equals("chain.jsonl") && fault.step() > 0)
        .singleElement()
        .satisfies(fault -> assertThat(fault.step()).isEqualTo(6));
  }

  @Test
  void a_step_that_was_slipped_in_is_named() throws IOException {
    Forgery forgery = Forgery.of(bundle);
    List<Link> longer = new ArrayList<>(forgery.chain("chain.jsonl"));
    Link last = longer.getLast();
    longer.add(last.then(new Link.Entry(last.at(), "Seseorang", "noted", last.subject(), "{}")));
    forgery.withChain("chain.jsonl", longer);

    assertThat(faults(forgery))
        .anyMatch(fault -> fault.entry().equals("chain.jsonl") && fault.step() == 7);
  }

  @Test
  void steps_that_changed_places_are_named() throws IOException {
    Forgery forgery = Forgery.of(bundle);
    List<Link> swapped = new ArrayList<>(forgery.chain("chain.jsonl"));
    Collections.swap(swapped, 1, 2);
    forgery.withChain("chain.jsonl", swapped);

    assertThat(faults(forgery))
        .filteredOn(fault -> fault.entry().equals("chain.jsonl"))
        .extracting(Fault::step)
        .contains(2L, 3L);
  }

  @Test
  void a_touch_that_was_taken_out_is_named_even_where_all_was_sealed_anew() throws IOException {
    Forgery forgery = Forgery.of(bundle);
    List<Link> anew = Forgery.anew(without(forgery.chain("custody.jsonl"), 1));
    forgery.withChain("custody.jsonl", anew).sealedAnewWithoutStamp();

    assertThat(faults(forgery)).anyMatch(fault -> fault.entry().equals("custody.jsonl"));
  }

  @Test
  void an_item_that_was_taken_out_is_missed_even_where_all_was_sealed_anew() throws IOException {
    Forgery forgery = Forgery.of(bundle);
    forgery.without("items/0002/record.json").without("items/0002/catatan.txt");
    forgery.sealedAnewWithoutStamp();

    assertThat(faults(forgery)).anyMatch(fault -> fault.entry().startsWith("items/0002/"));
  }

  @Test
  void another_item_in_an_items_place_is_seen_even_where_all_was_sealed_anew() throws IOException {
    Forgery forgery = Forgery.of(bundle);
    forgery.with("items/0002/catatan.txt", "Catatan yang lain.\n").sealedAnewWithoutStamp();

    assertThat(faults(forgery)).anyMatch(fault -> fault.entry().equals("items/0002/catatan.txt"));
  }

  @Test
  void sealing_anew_breaks_the_time_stamp() throws IOException {
    Forgery forgery = Forgery.of(bundle).with("README.txt", Readme.BUNDLE + "ubah").sealedAnew();

    assertThat(faults(forgery))
        .anyMatch(
            fault ->
                fault.entry().equals("stamps/manifest.tsr")
                    && fault.what().contains("something else"));
  }

  @Test
  void a_file_that_was_added_or_removed_or_moved_is_named() throws IOException {
    assertThat(faults(Forgery.of(bundle).with("items/0001/tambahan.txt", "x")))
        .anyMatch(fault -> fault.entry().equals("items/0001/tambahan.txt"));
    assertThat(faults(Forgery.of(bundle).without("items/0002/catatan.txt")))
        .anyMatch(fault -> fault.entry().equals("items/0002/catatan.txt"));
    assertThat(faults(Forgery.of(bundle).last("case.json"))).isNotEmpty();
  }

  @Test
  void a_verifier_in_another_language_agrees_on_good_and_broken_bundles() throws Exception {
    Map<String, Path> bundles = new LinkedHashMap<>();
    bundles.put("as it was", bundle);
    byte[] whole = Files.readAllBytes(bundle);
    for (int at = 1; at < whole.length; at += 499) {
      byte[] changed = whole.clone();
      changed[at] ^= 0x10;
      bundles.put("byte " + at, Files.write(folder.resolve(at + ".zip"), changed));
    }
    bundles.put("cut", Files.write(folder.resolve("cut.zip"), Arrays.copyOf(whole, 9_000)));
    bundles.put("no bundle", Files.writeString(folder.resolve("no.zip"), "unggahan"));
    Forgery shorter = Forgery.of(bundle);
    shorter.withChain("chain.jsonl", Forgery.anew(without(shorter.chain("chain.jsonl"), 6)));
    bundles.put("shorter", shorter.write(folder.resolve("shorter.zip")));
    bundles.put(
        "sealed anew",
        Forgery.of(bundle)
            .with("items/0002/catatan.txt", "lain")
            .sealedAnewWithoutStamp()
            .write(folder.resolve("anew.zip")));
    bundles.put(
        "another picture",
        Forgery.of(bundle)
            .with(PICTURE, "lain")
            .sealedAnewWithoutStamp()
            .write(folder.resolve("picture.zip")));
    bundles.put(
        "a picture taken out",
        Forgery.of(bundle)
            .without(PICTURE)
            .sealedAnewWithoutStamp()
            .write(folder.resolve("fewer.zip")));
    bundles.put(
        "a picture brought back",
        Forgery.of(bundle)
            .with("items/0004/picture-02.webp", "terlalu besar")
            .sealedAnewWithoutStamp()
            .write(folder.resolve("more.zip")));
    bundles.put(
        "a picture slipped in",
        Forgery.of(bundle)
            .with("items/0004/picture-03.png", "lain")
            .sealedAnewWithoutStamp()
            .write(folder.resolve("slipped.zip")));
    bundles.put("a bit of a picture", inPicture(whole));
    bundles.put(
        "no stamp",
        Forgery.of(bundle).sealedAnewWithoutStamp().write(folder.resolve("nostamp.zip")));
    for (Map.Entry<String, Path> one : bundles.entrySet()) {
      assertThat(exit("python3", verifier(), one.getValue().toString()))
          .as(one.getKey())
          .isEqualTo(
              switch (Archives.verify(one.getValue())) {
                case Verdict.Intact intact -> 0;
                case Verdict.Altered altered -> 1;
                case Verdict.Unreadable unreadable -> 66;
              });
    }
  }

  /** The bundle with one bit of its captured page's picture turned. */
  private Path inPicture(byte[] whole) throws IOException {
    byte[] changed = whole.clone();
    int name = new String(whole, StandardCharsets.ISO_8859_1).indexOf(PICTURE);
    changed[name + PICTURE.length() + 60] ^= 1;
    return Files.write(folder.resolve("bit.zip"), changed);
  }

  @Test
  void a_picture_of_a_captured_page_that_was_exchanged_or_taken_out_is_named() throws IOException {
    Forgery other = Forgery.of(bundle).with(PICTURE, "lain");
    Forgery without = Forgery.of(bundle).without(PICTURE);
    for (Forgery forgery : List.of(other, without)) {
      assertThat(faults(forgery.sealedAnewWithoutStamp()))
          .anyMatch(fault -> fault.entry().equals(PICTURE));
    }
    var bit = (Verdict.Altered) Archives.verify(inPicture(Files.readAllBytes(bundle)));
    assertThat(bit.faults()).anyMatch(fault -> fault.entry().equals(PICTURE) && fault.offset() > 0);
  }

  private static String verifier() {
    return ROOT.resolve("proof/src/test/python/verify_bundle.py").toAbsolutePath().toString();
  }

  @Test
  void openssl_accepts_the_time_stamp_of_the_manifest_and_of_nothing_else() throws Exception {
    Forgery unpacked = Forgery.of(bundle);
    Path data = Files.writeString(folder.resolve("manifest.json"), unpacked.text("manifest.json"));
    Path other = Files.writeString(folder.resolve("other.json"), unpacked.text("case.json"));
    Path pem = Files.writeString(folder.resolve("a.pem"), unpacked.text("stamps/manifest.pem"));
    Path stamp = folder.resolve("manifest.tsr");
    try (var zip = new ZipFile(bundle.toFile())) {
      Files.copy(zip.getInputStream(zip.getEntry("stamps/manifest.tsr")), stamp);
    }

    assertThat(openssl(data, stamp, pem)).isZero();
    assertThat(openssl(other, stamp, pem)).isNotZero();
  }

  private static int openssl(Path data, Path stamp, Path trusted) throws Exception {
    return exit(
        "openssl",
        "ts",
        "-verify",
        "-data",
        data.toString(),
        "-in",
        stamp.toString(),
        "-CAfile",
        trusted.toString());
  }

  private static int exit(String... command) throws Exception {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    process.getOutputStream().close();
    String told = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).as(told).isTrue();
    assertThat(told).doesNotContain("Traceback");
    return process.exitValue();
  }

  @Test
  void a_bundle_that_nobody_stamped_says_so() throws IOException {
    Path unstamped = folder.resolve("tanpa.zip");
    Bundles.write(
        unstamped,
        SampleBundle.bundle(SampleBundle.recorded()),
        hash -> new Stamps.Answer.Refused("the authority did not answer"));

    var intact = (Verdict.Intact) Archives.verify(unstamped);
    assertThat(intact.facts().stamp()).isEmpty();
    assertThat(Instant.parse(intact.facts().at())).isEqualTo("2026-11-20T04:00:00Z");
  }
}
