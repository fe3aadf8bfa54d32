package ronda.tool.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.time.Instant;
import java.util.List;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ronda.casework.chain.ChainFile;
import ronda.casework.chain.Hash;
import ronda.casework.chain.Link;
import ronda.proof.bundle.Anchor;
import ronda.proof.bundle.Anchors;
import ronda.proof.stamp.Stamps;

/** The sample bundle held against anchors at the command line. */
class VerifyAnchorTest {
  private static final Path SAMPLE =
      Path.of(System.getProperty("ronda.root", ".."), "docs/samples/bundle.zip");

  @TempDir private Path folder;

  private static List<Link> chain() throws IOException {
    try (var zip = new ZipFile(SAMPLE.toFile())) {
      byte[] lines = zip.getInputStream(zip.getEntry("chain.jsonl")).readAllBytes();
      return new String(lines, StandardCharsets.UTF_8)
          .lines()
          .flatMap(line -> ChainFile.read(line).stream())
          .toList();
    }
  }

  private Path anchor(String name, String office, Hash head)
      throws IOException, GeneralSecurityException {
    var key = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    var at = Instant.parse("2026-11-20T03:00:00Z");
    var heads = List.of(new Anchor.Head("case:2026-000007", 3, head));
    Path path = folder.resolve(name);
    Anchors.write(
        path,
        new Anchor("0198", office, at, heads),
        key,
        hash -> new Stamps.Answer.Refused("not asked"));
    return path;
  }

  private Path good() throws IOException, GeneralSecurityException {
    return anchor("baik.zip", "Dinas Kominfo Kota Contoh", chain().get(2).hash());
  }

  private static Told verify(Path anchor, String... more) {
    String[] words = new String[more.length + 6];
    System.arraycopy(more, 0, words, 6, more.length);
    words[0] = "verify";
    words[1] = SAMPLE.toString();
    words[2] = "--anchor";
    words[3] = anchor.toString();
    words[4] = "--lang";
    words[5] = "en";
    return Told.on("", words);
  }

  @Test
  void a_bundle_that_continues_the_anchor_ends_with_0_and_says_how_far_it_vouches()
      throws Exception {
    Told told = verify(good());
    assertThat(told.exit()).isZero();
    assertThat(told.out())
        .contains(
            "Intact: case:2026-000007",
            "Anchor of 20 Nov 2026 10:00:00 WIB (2026-11-20T03:00:00Z): 3 of 6 steps of case:2026-000007");
    assertThat(verify(good2(), "--json").out())
        .contains("\"anchor\":{\"at\":\"2026-11-20T03:00:00Z\",\"covers\":[{\"chain\"");
  }

  private Path good2() throws IOException, GeneralSecurityException {
    return anchor("baik2.zip", "Dinas Kominfo Kota Contoh", chain().get(2).hash());
  }

  @Test
  void a_bundle_that_does_not_continue_it_ends_with_1_and_names_the_step() throws Exception {
    Told told = verify(anchor("lain.zip", "Dinas Kominfo Kota Contoh", Hash.of("lain")));
    assertThat(told.exit()).isEqualTo(1);
    assertThat(told.out()).startsWith("Altered: chain.jsonl, step 3: its hash is");
  }

  @Test
  void an_anchor_that_was_changed_ends_with_1() throws Exception {
    Path path = good();
    byte[] bytes = Files.readAllBytes(path);
    int at = new String(bytes, StandardCharsets.ISO_8859_1).indexOf("\"entries\" : 3");
    bytes[at + 11] = '2';
    Files.write(path, bytes);
    Told told = verify(path);
    assertThat(told.exit()).isEqualTo(1);
    assertThat(told.out()).startsWith("Altered: heads.json");
  }

  @Test
  void an_anchor_that_says_nothing_of_the_bundle_or_is_none_ends_with_66() throws Exception {
    Told other = verify(anchor("kantor.zip", "Dinas Lain", chain().get(2).hash()));
    assertThat(other.exit()).isEqualTo(66);
    assertThat(other.err()).contains("another office");
    assertThat(verify(SAMPLE).exit()).isEqualTo(66);
    assertThat(verify(folder.resolve("tidak-ada.zip")).exit()).isEqualTo(66);
  }
}
