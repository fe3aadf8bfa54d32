package ronda.server.referral;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import ronda.server.Browser;
import ronda.server.desk.Desks;

/** A letter leaves for whom it was written, or for whom a person says since. */
class DestinationTest extends WithPostDesk {
  private static final String OTHER = "platform@lain.invalid";

  private String name = "";
  private String to = "";

  /** An addressee of its own for each test: what one changes, no other meets. */
  @BeforeEach
  void enter() {
    name = "Direktorat " + UUID.randomUUID();
    desk.addressee(
        browser,
        "name",
        name,
        "kind",
        "ministry",
        "target",
        "24h",
        "email",
        "surat@kementerian.invalid");
    to = desk.addresseeNamed(name);
  }

  private Browser.Page changed(String kind, String email) {
    return desk.addressee(
        browser,
        "id",
        to,
        "shown",
        browser.shown("/office/letters", "value=\"" + to + "\""),
        "name",
        name,
        "kind",
        kind,
        "target",
        "24h",
        "email",
        email);
  }

  private String number = "";

  private String written() {
    number = desk.confirmed(desk.advert());
    return OpenPostDesk.written(browser.post("/cases/" + number + "/refer", OpenPostDesk.form(to)));
  }

  /** How many letters of all wait in the outbox or went through it. */
  private long queued() {
    return desk.bean(Desks.class)
        .look(
            desk.office.id(),
            jdbc -> jdbc.sql("SELECT count(*) FROM outbox").query(Long.class).single());
  }

  @Test
  void a_letter_whose_addressee_has_another_address_since_leaves_once_a_person_confirmed_it() {
    String referral = written();
    changed("ministry", OTHER);
    long before = queued();

    browser.post(referral + "/send", "way", "mail");

    assertThat(queued()).isEqualTo(before);
    assertThat(browser.open(referral).body())
        .contains("Surelnya semula surat@kementerian.invalid, sekarang " + OTHER, "/destination");
    browser.post(referral + "/destination", "shown", "seen by nobody");
    browser.post(referral + "/send", "way", "mail");
    assertThat(queued()).as("nobody saw what changed").isEqualTo(before);

    String shown =
        browser
            .open(referral)
            .body()
            .replaceAll("(?s).*?/destination\".*?name=\"shown\" value=\"([0-9a-f]{64})\".*", "$1");
    browser.post(referral + "/destination", "shown", shown);
    browser.post(referral + "/send", "way", "mail");
    assertThat(queued()).isEqualTo(before + 1);
    assertThat(browser.open(referral).body()).contains(OTHER).doesNotContain("/destination\"");
    assertThat(browser.open("/audit").body()).contains("Tujuan surat dipastikan");
  }

  @Test
  void a_letter_to_whom_nobody_writes_any_more_is_written_anew() {
    String referral = written();
    browser.post("/office/letters/addressees/" + to + "/retire");
    long before = queued();

    browser.post(referral + "/send", "way", "mail");

    assertThat(queued()).isEqualTo(before);
    assertThat(browser.open(referral).body())
        .contains("Tidak disurati lagi", "tulis yang baru")
        .doesNotContain("/destination\"");
  }

  @Test
  void an_addressee_stays_of_its_kind() {
    Browser.Page answer = changed("platform", OTHER);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.body()).contains("Jenis penerima tidak dapat diubah");
    assertThat(browser.open("/cases/" + caseOfTheMinistry() + "/refer").body()).contains(name);
  }

  private String caseOfTheMinistry() {
    written();
    return number;
  }

  @Test
  void a_recall_waits_for_a_person_where_the_addressee_has_changed() {
    String referral = written();
    browser.post(referral + "/handed", "note", "loket");
    changed("ministry", OTHER);
    long before = queued();

    desk.bean(Desks.class)
        .change(
            desk.office.id(),
            (work, jdbc) -> desk.bean(Recalls.class).tell(number, desk.now.get(), "Hana", jdbc));

    assertThat(queued()).as("it did not go elsewhere by itself").isEqualTo(before);
    String page = browser.open(referral).body();
    assertThat(page).contains("Penarikan surat", "/handed\"", "sekarang " + OTHER);
    String recall = page.replaceAll("(?s).*?(/letters/[0-9a-f-]{36})/send\".*", "$1");
    browser.post(referral + recall + "/send");
    assertThat(queued()).isEqualTo(before);
  }
}
