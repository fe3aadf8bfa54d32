package ronda.server.referral;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import ronda.server.Browser;
import ronda.server.desk.Desks;
import ronda.store.sql.SqlOutbox;

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
    assertThat(browser.open("/audit").body()).contains("Memastikan tujuan surat");
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

  /** A letter that the mail server of its recipient did not take. */
  private String refused() {
    String referral = written();
    browser.post(referral + "/send", "way", "mail");
    desk.bean(Desks.class)
        .change(
            desk.office.id(),
            (work, jdbc) ->
                jdbc.sql("UPDATE outbox SET state = 'REFUSED' WHERE state = 'WAITING'").update());
    desk.pass(Duration.ofSeconds(5));
    return referral;
  }

  private String sending(String referral) {
    return browser
        .open(referral)
        .body()
        .replaceAll("(?s).*?(/sendings/[0-9a-f-]{36}/decide)\".*", "$1");
  }

  private String shown(String referral) {
    return browser
        .open(referral)
        .body()
        .replaceAll("(?s).*?name=\"shown\" value=\"([0-9a-f]{64})\".*", "$1");
  }

  /** Where what is to leave goes, and what does not leave any more. */
  private List<String> sendings(String referral) {
    return desk.bean(Desks.class)
        .look(
            desk.office.id(),
            jdbc ->
                new SqlOutbox(jdbc)
                        .ofReferral(UUID.fromString(referral.substring("/referrals/".length())))
                        .stream()
                        .map(one -> one.state() + " " + one.to())
                        .sorted()
                        .toList());
  }

  @Test
  void send_again_shows_both_addresses_where_the_directory_has_another_since() {
    String referral = refused();
    assertThat(browser.open(referral).body()).contains(">Kirim lagi</button>");
    changed("ministry", OTHER);

    assertThat(browser.open(referral).body())
        .contains("Pengiriman ini tertuju ke</dt><dd>surat@kementerian.invalid</dd>")
        .contains("Di daftar penerima sekarang</dt><dd>" + OTHER + "</dd>")
        .contains("Kirim lagi ke surat@kementerian.invalid", "Buat surel baru ke " + OTHER)
        .doesNotContain(">Kirim lagi</button>");

    browser.post(referral + sending(referral), "as", "again");
    assertThat(sendings(referral))
        .as("a page that was open before the change")
        .containsExactly("REFUSED surat@kementerian.invalid");
    assertThat(browser.open(referral).body()).contains("Tidak ada yang dikirim");

    browser.post(referral + sending(referral), "as", "again", "old", "surat@kementerian.invalid");
    assertThat(sendings(referral)).containsExactly("WAITING surat@kementerian.invalid");
  }

  @Test
  void a_mail_is_made_anew_to_where_letters_go_now_and_the_old_one_stays() {
    String referral = refused();
    changed("ministry", OTHER);
    String[] choice = {
      "as", "anew", "old", "surat@kementerian.invalid", "now", OTHER, "shown", shown(referral)
    };
    browser.post(referral + sending(referral), "as", "anew", "old", choice[3], "now", OTHER);
    assertThat(sendings(referral)).as("nobody saw what changed").hasSize(1);

    browser.post(referral + sending(referral), choice);

    assertThat(sendings(referral))
        .containsExactly("CANCELLED surat@kementerian.invalid", "WAITING " + OTHER);
    desk.bean(Dispatch.class).round();
    assertThat(sendings(referral))
        .containsExactly("CANCELLED surat@kementerian.invalid", "SENT " + OTHER);
    assertThat(post.at(OTHER)).hasSize(1);
    assertThat(desk.steps(number)).containsOnlyOnce("referral-sent");
    assertThat(browser.open(referral).body()).contains("kepada surat@kementerian.invalid");
  }

  @Test
  void a_letter_that_has_not_left_is_written_anew_with_its_own_words_and_the_old_one_stays() {
    String referral = refused();
    changed("ministry", OTHER);
    String path =
        browser
            .open(referral)
            .body()
            .replaceAll("(?s).*?href=\"(/cases/[^\"]+again=[^\"]+)\".*", "$1")
            .replace("&amp;", "&");

    String form = browser.open(path).body();
    assertThat(form)
        .contains(">Mengiklankan situs judi</textarea>", ">" + OpenPostDesk.WHY + "</textarea>")
        .contains("Surat ini menggantikan surat yang belum keluar")
        .containsPattern("name=\"law\" value=\"[^\"]+\"\\s+checked");
    String old = referral.substring("/referrals/".length());
    String preview =
        browser
            .post("/cases/" + number + "/refer/preview", OpenPostDesk.form(to, "again", old))
            .body();
    assertThat(preview).contains("name=\"again\" value=\"" + old + "\"");

    String fresh =
        OpenPostDesk.written(
            browser.post("/cases/" + number + "/refer", OpenPostDesk.form(to, "again", old)));

    assertThat(fresh).isNotEqualTo(referral);
    assertThat(browser.open(referral).body())
        .contains("Ditulis ulang: diganti surat B-", "dibatalkan");
    assertThat(sendings(referral)).containsExactly("CANCELLED surat@kementerian.invalid");
    browser.post(fresh + "/send", "way", "mail");
    assertThat(sendings(fresh)).containsExactly("WAITING " + OTHER);
    assertThat(desk.steps(number)).containsSubsequence("referral-written", "letter-discarded");
  }

  @Test
  void a_letter_that_is_on_its_way_is_not_given_up_by_writing_another() {
    String referral = written();
    browser.post(referral + "/send", "way", "mail");
    assertThat(browser.open(referral).body()).doesNotContain("again=");

    String old = referral.substring("/referrals/".length());
    String fresh =
        OpenPostDesk.written(
            browser.post("/cases/" + number + "/refer", OpenPostDesk.form(to, "again", old)));

    assertThat(browser.open(fresh).body()).contains("surat itu tidak dibatalkan");
    assertThat(sendings(referral)).containsExactly("WAITING surat@kementerian.invalid");
  }
}
