package ronda.server.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static ronda.server.Browser.first;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import ronda.casework.evidence.Opening;
import ronda.casework.office.Role;
import ronda.server.Browser;
import ronda.server.OpenDesk;
import ronda.store.sql.InOffice;

/** A wish to open sealed evidence stands before whoever may decide it, and before nobody else. */
class OpeningsTest {
  @RegisterExtension static final OpenDesk DESK = new OpenDesk();

  private static final String TO_DECIDE = "/evidence/openings?show=to-decide";
  private static final String OPEN = "/evidence/openings?show=open";

  private final CaseAtHand at = CaseAtHand.open(DESK);
  private final Browser asker = of("Bima Contoh", Role.EVIDENCE_CUSTODIAN);
  private final Browser other = of("Citra Contoh", Role.EVIDENCE_CUSTODIAN);

  private Browser of(String name, Role role) {
    Browser browser = DESK.browserOf(DESK.person(at.office(), name, role));
    browser.open("/");
    return browser;
  }

  /** Keeps an intimate picture and asks to see it; the item's address. */
  private String asked() {
    asker.postFile(
        at.page() + "/evidence/file",
        Map.of("why", "dibawa korban", "intimate", "true"),
        "a.png",
        "image/png",
        "bukan gambar".getBytes(StandardCharsets.UTF_8));
    String item = first("href=\"(/evidence/[0-9a-f-]{36})\"", asker.get(at.page()).body());
    asker.post(item + "/ask", "why", "mencocokkan wajah");
    return item;
  }

  private static String start(Browser browser) {
    return browser.open("/").body();
  }

  @Test
  void whoever_may_agree_is_told_and_finds_it_in_one_list() {
    String item = asked();

    assertThat(start(other)).contains(TO_DECIDE);
    assertThat(start(of("Hadi Contoh", Role.HEAD))).contains(TO_DECIDE);
    assertThat(other.get(TO_DECIDE).body())
        .contains("href=\"" + item + "\"", at.number(), "Bima Contoh", "mencocokkan wajah");
    assertThat(start(asker)).as("nobody agrees to an own wish").doesNotContain(TO_DECIDE);
    assertThat(asker.get(TO_DECIDE).body()).doesNotContain(item);
    assertThat(asker.get("/evidence/openings?show=asked").body()).contains(item);
  }

  @Test
  void who_may_not_decide_it_is_neither_told_nor_shown() {
    String item = asked();
    Browser officer = of("Kasmi Contoh", Role.CASE_OFFICER);

    assertThat(start(officer)).doesNotContain("/evidence/openings");
    assertThat(officer.get(TO_DECIDE).body()).doesNotContain(item);
    assertThat(of("Rina Contoh", Role.REVIEWER).get(TO_DECIDE).status()).isEqualTo(403);
    Browser stranger =
        DESK.browserOf(DESK.person(DESK.office("Dinas Seberang"), "Asing Contoh", Role.values()));
    assertThat(start(stranger)).doesNotContain(TO_DECIDE);
    assertThat(stranger.get(TO_DECIDE).body()).doesNotContain(item);
  }

  @Test
  void a_wish_whose_case_is_not_wholly_for_a_person_does_not_wait_for_that_person() {
    String item = asked();
    DESK.bean(InOffice.class)
        .run(
            at.office().id(),
            jdbc ->
                jdbc.sql("UPDATE jobs SET suspected = array_append(suspected, 'SEXTORTION')")
                    .update());

    assertThat(start(other)).doesNotContain(TO_DECIDE);
    assertThat(other.get(TO_DECIDE).body()).doesNotContain(item);
  }

  @Test
  void whoever_asked_is_told_that_it_is_open_and_no_longer_when_it_is_not() {
    String item = asked();
    assertThat(start(asker)).doesNotContain(OPEN);

    other.post(
        first("(/evidence/openings/[0-9a-f-]{36})/agree", other.get(item).body()) + "/agree");
    assertThat(start(other)).doesNotContain(TO_DECIDE).doesNotContain(OPEN);
    assertThat(start(asker)).contains(OPEN);
    assertThat(asker.get(OPEN).body()).contains("href=\"" + item + "\"");

    DESK.pass(Opening.OPEN.plus(Duration.ofSeconds(1)));
    assertThat(start(asker)).doesNotContain(OPEN);
    assertThat(asker.get(OPEN).body()).doesNotContain(item);
  }

  @Test
  void a_wish_that_is_too_old_waits_for_nobody() {
    asked();
    DESK.pass(Opening.WAITING.plus(Duration.ofSeconds(1)));

    // Sign-ins end sooner than this wish: who looks has signed in anew.
    assertThat(start(of("Dewi Contoh", Role.EVIDENCE_CUSTODIAN))).doesNotContain(TO_DECIDE);
  }
}
