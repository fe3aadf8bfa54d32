package ronda.server.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import ronda.proof.bundle.Archives;
import ronda.proof.bundle.Verdict;
import ronda.proof.stamp.Stamps;
import ronda.proof.vault.Vault;
import ronda.server.Browser;
import ronda.server.OpenDesk;
import ronda.server.desk.Desks;
import ronda.store.sql.InOffice;

/** The last hashes of an office's chains, once a day. */
class AnchorRoundTest {
  @RegisterExtension static final OpenDesk DESK = new OpenDesk();

  @TempDir private Path home;

  private AnchorRound round() {
    return new AnchorRound(
        DESK.bean(Desks.class),
        DESK.bean(InOffice.class),
        DESK.bean(Stamps.class),
        DESK.bean(Vault.class),
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
}
