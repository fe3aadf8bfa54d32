package ronda.server.referral;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ronda.casework.office.Role;
import ronda.casework.referral.Sending;
import ronda.letters.mail.PostOffice;
import ronda.server.desk.Desks;
import ronda.store.sql.InOffice;
import ronda.store.sql.SqlOutbox;
import ronda.store.sql.SqlReferrals;

/** Letters about a case that turns out to be one with children: nothing but hashes is left. */
class ErasedLettersTest extends WithPostDesk {
  @TempDir private Path folder;

  private String written(String number, String secret) {
    return OpenPostDesk.written(
        browser.post(
            "/cases/" + number + "/refer",
            OpenPostDesk.form(
                ministry,
                "f.addresses",
                "https://contoh.example/" + secret,
                "f.reason",
                "Mengiklankan " + secret)));
  }

  private List<Sending> sendings(String referral) {
    UUID id = UUID.fromString(referral.substring("/referrals/".length()));
    return desk.bean(Desks.class)
        .look(desk.office.id(), jdbc -> new SqlOutbox(jdbc).ofReferral(id));
  }

  private String subject() throws Exception {
    return post.atTheMinistry().getLast().getSubject();
  }

  @Test
  void a_letter_that_left_its_copy_and_its_answer_are_erased_and_a_later_answer_is_not_kept()
      throws Exception {
    String number = desk.confirmed(desk.advert());
    String referral = written(number, "kataunikalamat");
    browser.post(referral + "/send");
    desk.bean(Dispatch.class).round();
    String subject = subject();
    post.write(PostOffice.MINISTRY, "Re: " + subject, "Mengenai kataunikjawaban: sudah.");
    desk.bean(Postbox.class).round();
    List<String> words = List.of("kataunikalamat", "kataunikjawaban", "kataunikterlambat");
    String before = Backups.leftOf(words, database.source(), folder).toString();
    assertThat(before).as("before").contains("letters", "replies", "kataunikjawaban");

    assertThat(browser.post("/cases/" + number + "/child").status()).isEqualTo(302);
    assertThat(Backups.leftOf(words, database.source(), folder)).as("afterwards").isEmpty();
    assertThat(browser.open(referral).status()).isEqualTo(200);
    assertThat(browser.open(referral).body()).contains("sha256:").doesNotContain("kataunik");

    desk.pass(Duration.ofMinutes(1));
    post.write(PostOffice.MINISTRY, "Re: " + subject, "Soal kataunikterlambat: sudah kami tutup.");
    desk.bean(Postbox.class).round();
    assertThat(Backups.leftOf(words, database.source(), folder))
        .as("an answer quotes the letter")
        .isEmpty();
    browser = desk.browser(desk.officer);
    assertThat(browser.open(referral).body()).contains(PostOffice.MINISTRY);
  }

  @Test
  void an_answer_that_a_person_lays_to_an_erased_letter_is_not_kept_either() throws Exception {
    String number = desk.confirmed(desk.advert());
    written(number, "kataunikpertanyaan");
    browser.post("/cases/" + number + "/child");
    String letter = letterOf(number);
    post.write("orang@lain.invalid", "Tanggapan", "Perihal kataunikliar sudah kami tutup.");
    desk.bean(Postbox.class).round();
    Matcher unknown =
        Pattern.compile("(?s)kataunikliar.*?/referrals/unknown/([0-9a-f-]{36})")
            .matcher(browser.open("/referrals/unknown").body());
    assertThat(unknown.find()).as("it is listed, for nobody knows what it answers").isTrue();

    browser.post("/referrals/unknown/" + unknown.group(1), "letter", letter);

    assertThat(Backups.leftOf(List.of("kataunikliar"), database.source(), folder)).isEmpty();
    assertThat(desk.steps(number)).endsWith("reply-came");
  }

  @Test
  void an_answer_to_a_destroyed_letter_is_a_new_paper_unless_the_letter_was_erased()
      throws Exception {
    String number = desk.confirmed(desk.advert());
    String referral = written(number, "kataunikmusnah");
    browser.post(referral + "/send");
    desk.bean(Dispatch.class).round();
    String subject = subject();
    browser.post(referral + "/conclude", "outcome", "no-answer", "words", "tidak dijawab");
    browser.post("/cases/" + number + "/close", "outcome", "selesai");
    destroyed(number);
    assertThat(Backups.leftOf(List.of("kataunikmusnah"), database.source(), folder)).isEmpty();

    post.write(PostOffice.MINISTRY, "Re: " + subject, "Soal kataunikmenyusul: sudah ditutup.");
    desk.bean(Postbox.class).round();
    assertThat(browser.open(referral).body()).contains("kataunikmenyusul", "Dimusnahkan");

    browser.post("/cases/" + number + "/child");
    post.write(PostOffice.MINISTRY, "Re: " + subject, "Soal kataunikterakhir.");
    desk.bean(Postbox.class).round();
    assertThat(
            Backups.leftOf(
                List.of("kataunikmenyusul", "kataunikterakhir"), database.source(), folder))
        .isEmpty();
    assertThat(browser.open(referral).body()).contains("sha256:");
  }

  private void destroyed(String number) {
    desk.bean(InOffice.class)
        .run(
            desk.office.id(),
            jdbc ->
                jdbc.sql(
                        "UPDATE cases SET last_step = last_step - interval '3651 days' WHERE number = ?")
                    .param(number)
                    .update());
    browser.post("/cases/" + number + "/disposal", "reason", "JRA habis", "basis", "UU 43/2009");
    String proposal =
        desk.bean(Desks.class)
            .look(
                desk.office.id(),
                jdbc -> jdbc.sql("SELECT id FROM disposals").query(String.class).single());
    desk.browser(desk.person("Hadi Contoh", Role.HEAD))
        .post("/office/disposal/" + proposal + "/agree", "reason", "sudah dinilai");
    assertThat(desk.steps(number)).endsWith("papers-destroyed");
  }

  private String letterOf(String number) {
    return desk.bean(Desks.class)
        .look(desk.office.id(), jdbc -> new SqlReferrals(jdbc).ofCase(number).getFirst().letter());
  }

  @Test
  void a_letter_that_waits_does_not_leave_any_more() throws Exception {
    String number = desk.confirmed(desk.advert());
    String referral = written(number, "kataunikmenunggu");
    browser.post(referral + "/send");
    int before = post.atTheMinistry().size();

    browser.post("/cases/" + number + "/child");
    desk.bean(Dispatch.class).round();

    assertThat(post.atTheMinistry()).hasSize(before);
    assertThat(sendings(referral)).extracting(Sending::state).containsOnly(Sending.State.CANCELLED);
    assertThat(Backups.leftOf(List.of("kataunikmenunggu"), database.source(), folder)).isEmpty();
  }

  @Test
  void the_letters_of_another_case_stay_as_they_are() throws Exception {
    String other = desk.confirmed(desk.advert());
    written(other, "kataunikkasuslain");
    String number = desk.confirmed(desk.advert());
    written(number, "kataunikkasusini");
    browser.post("/cases/" + number + "/child");

    List<String> left =
        new ArrayList<>(
            Backups.leftOf(
                List.of("kataunikkasuslain", "kataunikkasusini"), database.source(), folder));
    assertThat(left).isNotEmpty().allMatch(one -> one.endsWith("kataunikkasuslain"));
  }
}
