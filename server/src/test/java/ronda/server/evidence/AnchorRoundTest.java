package ronda.server.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.FileSystemUtils;
import ronda.casework.chain.Hash;
import ronda.proof.bundle.Archives;
import ronda.proof.bundle.Verdict;
import ronda.proof.stamp.Stamps;
import ronda.proof.vault.Vault;
import ronda.proof.vault.VaultKeys;
import ronda.server.Browser;
import ronda.server.OpenDesk;
import ronda.server.desk.Desks;
import ronda.store.sql.InOffice;

/** The last hashes of an office's chains, once a day. */
class AnchorRoundTest {
  @RegisterExtension static final OpenDesk DESK = new OpenDesk();

  @TempDir private Path home;

  private AnchorRound round() {
    return round(DESK.bean(Vault.class));
  }

  private AnchorRound round(Vault vault) {
    return new AnchorRound(
        DESK.bean(Desks.class),
        DESK.bean(InOffice.class),
        DESK.bean(Stamps.class),
        vault,
        DESK.bean(ReplacedKeys.class),
        ZoneId.of("Asia/Jakarta"),
        home.toString());
  }

  @Test
  void an_anchor_holds_the_audit_logs_the_cases_and_the_custodys_last_hash_and_verifies() {
    CaseAtHand at = CaseAtHand.open(DESK);
    Browser browser = DESK.browserOf(at.keeper());
    browser.open("/");
    browser.post(at.page() + "/evidence/posts", "why", "agar tidak hilang");

    Path anchor = round().write(at.office().id());

    var intact = (Verdict.Intact) Archives.verify(anchor);
    assertThat(intact.facts().subject()).isEqualTo("office:" + at.office().id());
    assertThat(intact.facts().counts()).containsExactly(new Verdict.Count("heads", 3));
    assertThat(intact.facts().stamp()).isPresent();
    assertThat(round().write(at.office().id())).as("once a day").isEqualTo(anchor);
    assertThat(round().of(at.office().id())).containsExactly(anchor);
  }

  private static Vault another() {
    return new Vault(VaultKeys.forOnce());
  }

  private long told(CaseAtHand at) {
    return at.look(
        DESK,
        jdbc ->
            jdbc.sql(
                    "SELECT count(*) FROM audit_log WHERE act = 'own-key-replaced' AND subject = ?")
                .param("key:" + AnchorRound.KEY)
                .query(Long.class)
                .single());
  }

  @Test
  void an_anchor_key_that_no_key_of_ours_opens_is_set_aside_and_everybody_is_told()
      throws IOException {
    CaseAtHand at = CaseAtHand.open(DESK);
    Files.write(home.resolve(AnchorRound.KEY), another().seal(new byte[9], AnchorRound.PURPOSE));

    Path anchor = round().write(at.office().id());

    assertThat(Archives.verify(anchor)).isInstanceOf(Verdict.Intact.class);
    try (Stream<Path> files = Files.list(home)) {
      assertThat(files.map(file -> String.valueOf(file.getFileName())))
          .anyMatch(name -> name.startsWith(AnchorRound.KEY + ".unreadable-"))
          .contains(AnchorRound.KEY);
    }
    assertThat(told(at)).isEqualTo(1);
    Files.delete(anchor);
    round().write(at.office().id());
    assertThat(told(at)).as("once").isEqualTo(1);
  }

  @Test
  void an_anchor_that_cannot_be_written_holds_up_no_other() throws IOException {
    List<CaseAtHand> offices = List.of(CaseAtHand.open(DESK), CaseAtHand.open(DESK));
    Path anchors = Files.createDirectories(home.resolve("anchors"));
    for (CaseAtHand broken : offices) {
      Path folder = anchors.resolve(broken.office().id().toString());
      Files.writeString(folder, "a file where its folder should be");
      round().round();
      Files.delete(folder);
      assertThat(offices)
          .filteredOn(other -> other != broken)
          .allSatisfy(other -> assertThat(round().of(other.office().id())).hasSize(1));
      for (CaseAtHand other : offices) {
        FileSystemUtils.deleteRecursively(anchors.resolve(other.office().id().toString()));
      }
    }
  }

  @Test
  void a_stamp_key_that_no_key_of_ours_opens_is_set_aside_and_stamps_go_on() throws IOException {
    Files.write(home.resolve(OwnStamps.FILE), another().seal(new byte[9], OwnStamps.PURPOSE));
    List<String> told = new ArrayList<>();
    var stamps =
        new OwnStamps(
            home.toString(),
            DESK.bean(Vault.class),
            DESK::now,
            (file, aside, why) -> told.add(aside));
    assertThat(stamps.stamp(Hash.of("contoh"))).isInstanceOf(Stamps.Answer.Stamped.class);
    assertThat(told).hasSize(1);
    assertThat(home.resolve(told.getFirst())).exists();
    assertThat(stamps.stamp(Hash.of("contoh"))).isInstanceOf(Stamps.Answer.Stamped.class);
    assertThat(told).hasSize(1);
  }

  @Test
  void a_home_that_cannot_be_written_means_no_stamp_and_no_fault() {
    var stamps =
        new OwnStamps(
            home.resolve("not-there").toString(),
            DESK.bean(Vault.class),
            DESK::now,
            (file, aside, why) -> {});
    assertThat(stamps.stamp(Hash.of("contoh"))).isInstanceOf(Stamps.Answer.Refused.class);
  }
}
