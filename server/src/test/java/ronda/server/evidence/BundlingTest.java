package ronda.server.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import ronda.casework.chain.Link;
import ronda.casework.office.Offices;
import ronda.proof.stamp.Stamps;
import ronda.proof.vault.Vault;
import ronda.server.Browser;
import ronda.server.OpenDesk;
import ronda.server.desk.Desks;
import ronda.server.page.LocalTimes;
import ronda.store.sql.InOffice;
import ronda.store.sql.SqlCases;
import ronda.store.sql.SqlItems;

/**
 * What the record of custody tells of bundles that came to nothing, and how many are made at once.
 */
class BundlingTest {
  @RegisterExtension static final OpenDesk DESK = new OpenDesk();

  private static Bundling bundling(Stamps stamps) {
    return new Bundling(
        DESK.bean(Desks.class),
        DESK.bean(Offices.class),
        DESK.bean(Vault.class),
        stamps,
        DESK.bean(CaseSheet.class),
        DESK.bean(LocalTimes.class));
  }

  private static CaseAtHand kept() {
    CaseAtHand at = CaseAtHand.open(DESK);
    at.keeping(DESK);
    return at;
  }

  private static List<String> custody(CaseAtHand at) {
    return at.look(
        DESK,
        jdbc ->
            new SqlItems(jdbc)
                .custodyOf(new SqlCases(jdbc).find(at.number()).orElseThrow().id()).stream()
                    .map(Link::act)
                    .filter(act -> act.contains("bundl"))
                    .toList());
  }

  @Test
  void where_making_it_fails_the_record_of_custody_says_so() {
    CaseAtHand at = kept();
    Bundling broken =
        bundling(
            hash -> {
              throw new IllegalStateException("made up");
            });
    assertThatThrownBy(() -> broken.make(at.keeper(), at.number(), "untuk kementerian"))
        .hasMessage("made up");
    assertThat(custody(at)).containsExactly("bundling", "not-bundled");
    Browser browser = DESK.browserOf(at.keeper());
    assertThat(browser.open(at.page()).body()).doesNotContain("/evidence/bundles/");
    assertThat(bundling(DESK.bean(Stamps.class)).make(at.keeper(), at.number(), "lagi"))
        .as("and the next one is made")
        .isInstanceOf(Bundling.Answer.Done.class);
    assertThat(custody(at)).containsExactly("bundling", "not-bundled", "bundling", "bundled");
  }

  @Test
  void what_is_too_large_is_never_said_to_be_bundled() {
    CaseAtHand at = kept();
    DESK.bean(InOffice.class)
        .run(
            at.office().id(),
            jdbc ->
                jdbc.sql("UPDATE evidence_parts SET size = ?")
                    .param(Bundling.LARGEST + 1)
                    .update());
    assertThat(bundling(DESK.bean(Stamps.class)).make(at.keeper(), at.number(), "untuk polisi"))
        .isInstanceOf(Bundling.Answer.TooLarge.class);
    assertThat(custody(at)).isEmpty();
  }

  @Test
  void a_second_bundle_waits_until_the_first_is_made() throws Exception {
    CaseAtHand at = kept();
    var begun = new CountDownLatch(1);
    var goOn = new CountDownLatch(1);
    Bundling slow =
        bundling(
            hash -> {
              begun.countDown();
              try {
                assertThat(goOn.await(1, TimeUnit.MINUTES)).isTrue();
              } catch (InterruptedException stopped) {
                throw new IllegalStateException(stopped);
              }
              return DESK.bean(Stamps.class).stamp(hash);
            });
    var first = CompletableFuture.supplyAsync(() -> slow.make(at.keeper(), at.number(), "pertama"));
    assertThat(begun.await(1, TimeUnit.MINUTES)).isTrue();
    assertThat(slow.make(at.keeper(), at.number(), "kedua"))
        .isInstanceOf(Bundling.Answer.Busy.class);
    assertThat(custody(at))
        .as("whoever pulls the plug now leaves no word of a bundle that is not there")
        .containsExactly("bundling");
    goOn.countDown();
    assertThat(first.get(1, TimeUnit.MINUTES)).isInstanceOf(Bundling.Answer.Done.class);
    assertThat(custody(at))
        .as("of the second nothing is told")
        .containsExactly("bundling", "bundled");
    assertThat(slow.make(at.keeper(), at.number(), "kedua"))
        .isInstanceOf(Bundling.Answer.Done.class);
  }
}
