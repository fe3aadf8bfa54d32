package ronda.proof.bundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ronda.casework.chain.Hash;
import ronda.casework.chain.Link;
import ronda.proof.stamp.Stamps;

/** A bundle held against an anchor that somebody kept elsewhere. */
class AnchorCheckTest {
  private static final Stamps NOBODY = hash -> new Stamps.Answer.Refused("not asked");
  private static final Bundle BUNDLE = SampleBundle.bundle(NOBODY);
  private static final String CASE = "case:" + BUNDLE.number();
  private static final String CUSTODY = "custody:" + BUNDLE.number();

  @TempDir private Path folder;

  private Path bundle(Bundle bundle) throws IOException {
    Path path = folder.resolve("berkas.zip");
    Bundles.write(path, bundle, NOBODY);
    return path;
  }

  private Path anchor(String office, Instant at, Anchor.Head... heads)
      throws IOException, GeneralSecurityException {
    Path path = folder.resolve("jangkar.zip");
    var key = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    Anchors.write(path, new Anchor("0198", office, at, List.of(heads)), key, NOBODY);
    return path;
  }

  private Path anchor(Instant at, Anchor.Head... heads)
      throws IOException, GeneralSecurityException {
    return anchor(BUNDLE.office(), at, heads);
  }

  private static Anchor.Head head(String chain, List<Link> links, int entries) {
    return new Anchor.Head(chain, entries, links.get(entries - 1).hash());
  }

  private static Instant before() {
    return BUNDLE.at().minus(Duration.ofMinutes(5));
  }

  private static Instant after() {
    return BUNDLE.at().plus(Duration.ofMinutes(5));
  }

  /** The same case, whose second step somebody wrote anew, with every hash after it. */
  private static Bundle writtenAnew() {
    List<Link> chain = new ArrayList<>();
    for (Link link : BUNDLE.chain()) {
      String actor = link.number() == 1 ? "Orang Lain" : link.actor();
      var entry = new Link.Entry(link.at(), actor, link.act(), link.subject(), link.body());
      chain.add(chain.isEmpty() ? Link.first(entry) : chain.getLast().then(entry));
    }
    return with(chain);
  }

  private static Bundle with(List<Link> chain) {
    return new Bundle(
        BUNDLE.number(),
        BUNDLE.office(),
        BUNDLE.region(),
        BUNDLE.category(),
        BUNDLE.by(),
        BUNDLE.at(),
        chain,
        BUNDLE.custody(),
        BUNDLE.items(),
        Map.of());
  }

  @Test
  void an_older_anchor_vouches_for_the_steps_that_were_there_then() throws Exception {
    var answer =
        AnchorCheck.compare(
            bundle(BUNDLE),
            anchor(before(), head(CASE, BUNDLE.chain(), 3), head(CUSTODY, BUNDLE.custody(), 2)));
    assertThat(answer)
        .isEqualTo(
            new AnchorCheck.Answer.Holds(
                before(),
                List.of(
                    new AnchorCheck.Cover(CASE, 3, BUNDLE.chain().size()),
                    new AnchorCheck.Cover(CUSTODY, 2, BUNDLE.custody().size()))));
  }

  @Test
  void an_anchor_of_the_same_evening_vouches_for_all() throws Exception {
    int steps = BUNDLE.chain().size();
    var answer =
        AnchorCheck.compare(bundle(BUNDLE), anchor(after(), head(CASE, BUNDLE.chain(), steps)));
    assertThat(answer)
        .asInstanceOf(type(AnchorCheck.Answer.Holds.class))
        .satisfies(
            holds ->
                assertThat(holds.covers())
                    .containsExactly(
                        new AnchorCheck.Cover(CASE, steps, steps),
                        new AnchorCheck.Cover(CUSTODY, 0, BUNDLE.custody().size())));
  }

  @Test
  void a_history_that_was_written_anew_from_its_first_step_is_found_out() throws Exception {
    Path forged = bundle(writtenAnew());
    assertThat(Archives.verify(forged)).as("by itself").isInstanceOf(Verdict.Intact.class);

    var answer = AnchorCheck.compare(forged, anchor(before(), head(CASE, BUNDLE.chain(), 3)));
    assertThat(answer)
        .asInstanceOf(type(AnchorCheck.Answer.Broken.class))
        .satisfies(
            broken -> {
              assertThat(broken.faults()).hasSize(1);
              assertThat(broken.faults().getFirst().toString())
                  .startsWith("chain.jsonl, step 3: its hash is");
            });
  }

  @Test
  void an_end_that_was_cut_off_is_found_out() throws Exception {
    int steps = BUNDLE.chain().size();
    Path forged = bundle(with(BUNDLE.chain().subList(0, steps - 1)));
    var answer = AnchorCheck.compare(forged, anchor(before(), head(CASE, BUNDLE.chain(), steps)));
    assertThat(answer)
        .asInstanceOf(type(AnchorCheck.Answer.Broken.class))
        .satisfies(
            broken ->
                assertThat(broken.faults().getFirst().toString()).contains("the end was cut off"));
  }

  @Test
  void a_custody_that_was_written_anew_is_found_out() throws Exception {
    var other = new Anchor.Head(CUSTODY, 2, Hash.of("lain"));
    var answer =
        AnchorCheck.compare(bundle(BUNDLE), anchor(before(), head(CASE, BUNDLE.chain(), 3), other));
    assertThat(answer)
        .asInstanceOf(type(AnchorCheck.Answer.Broken.class))
        .satisfies(
            broken -> assertThat(broken.faults().getFirst().entry()).isEqualTo("custody.jsonl"));
  }

  @Test
  void an_anchor_that_is_younger_and_knows_more_says_nothing() throws Exception {
    var later = new Anchor.Head(CASE, BUNDLE.chain().size() + 1, Hash.of("langkah berikutnya"));
    assertThat(AnchorCheck.compare(bundle(BUNDLE), anchor(after(), later)))
        .asInstanceOf(type(AnchorCheck.Answer.Silent.class))
        .satisfies(silent -> assertThat(silent.reason()).contains("older than the anchor"));
  }

  @Test
  void an_anchor_of_another_office_or_without_the_case_says_nothing() throws Exception {
    Path bundle = bundle(BUNDLE);
    assertThat(
            AnchorCheck.compare(
                bundle, anchor("Dinas Lain", before(), head(CASE, BUNDLE.chain(), 3))))
        .isInstanceOf(AnchorCheck.Answer.Silent.class);
    Files.delete(folder.resolve("jangkar.zip"));
    assertThat(
            AnchorCheck.compare(
                bundle, anchor(before(), head("case:2026-000008", BUNDLE.chain(), 3))))
        .asInstanceOf(type(AnchorCheck.Answer.Silent.class))
        .satisfies(silent -> assertThat(silent.reason()).contains("knows no case 2026-000007"));
    assertThat(AnchorCheck.compare(bundle, bundle)).isInstanceOf(AnchorCheck.Answer.Silent.class);
  }
}
