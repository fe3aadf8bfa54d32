package ronda.server.referral;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import ronda.casework.office.Officer;
import ronda.casework.office.Offices;
import ronda.casework.office.Region;
import ronda.casework.office.Role;
import ronda.letters.mail.PostOffice;
import ronda.paper.print.LastingPdf;
import ronda.server.Browser;

/** From the case to the answer, through a real mail server on this machine. */
class ReferralPathTest extends WithPostDesk {
  /** Time passes, and whoever was signed in signs in again. */
  private void pass(Duration time) {
    desk.pass(time);
    browser = desk.browser(desk.officer);
  }

  private String newCase() {
    return desk.confirmed(desk.advert());
  }

  private String written(String number, String... more) {
    return OpenPostDesk.written(
        browser.post("/cases/" + number + "/refer", OpenPostDesk.form(ministry, more)));
  }

  private MimeMessage lastAtTheMinistry() {
    return post.atTheMinistry().getLast();
  }

  private String codeOnThePageOf(String number) {
    Matcher code =
        Pattern.compile("<code>([0-9A-Z]{4}(?:-[0-9A-Z]{4}){2})</code>")
            .matcher(browser.open("/cases/" + number).body());
    assertThat(code.find()).as("the code stands on the case's page").isTrue();
    return code.group(1);
  }

  private static List<Part> parts(MimeMessage mail) throws Exception {
    List<Part> parts = new ArrayList<>();
    Multipart all = (Multipart) mail.getContent();
    for (int i = 0; i < all.getCount(); i++) {
      parts.add(all.getBodyPart(i));
    }
    return parts;
  }

  @Test
  void a_letter_leaves_is_answered_and_its_case_says_so() throws Exception {
    String number = newCase();
    assertThat(browser.open("/cases/" + number).body()).contains("/cases/" + number + "/refer");
    assertThat(browser.open("/cases/" + number + "/refer").body()).contains("Direktorat Contoh");
    assertThat(browser.open("/cases/" + number + "/refer?to=" + ministry).body())
        .contains("https://contoh.example/");
    Browser.Page preview =
        browser.post("/cases/" + number + "/refer/preview", OpenPostDesk.form(ministry));
    assertThat(preview.body()).contains("Mengiklankan situs judi").contains("Perjudian");

    String referral = written(number);
    browser.post(referral + "/send", "way", "mail");
    assertThat(desk.bean(Dispatch.class).round()).isEqualTo(1);

    MimeMessage mail = lastAtTheMinistry();
    String letter = mail.getSubject().replace("Surat nomor ", "");
    assertThat(letter).startsWith("B-").endsWith("/KOMINFO/XI/2026");
    List<Part> parts = parts(mail);
    assertThat(parts).hasSize(3);
    byte[] sheet = parts.get(1).getInputStream().readAllBytes();
    LastingPdf.assertLasting(sheet);
    try (PDDocument pdf = Loader.loadPDF(sheet)) {
      assertThat(new PDFTextStripper().getText(pdf))
          .contains(letter, "DINAS KOMUNIKASI DAN INFORMATIKA", "Rujukan dugaan perjudian daring")
          .contains("KUHP", "426", "Mengiklankan situs judi", "Budi Contoh")
          .contains("Kode keberatan", codeOnThePageOf(number) + ", ");
    }
    assertThat(desk.steps(number)).containsSubsequence("referral-written", "referral-sent");

    pass(Duration.ofHours(2));
    post.write(
        PostOffice.MINISTRY,
        "Re: " + mail.getSubject(),
        "Sudah kami tindak lanjuti.",
        "In-Reply-To",
        mail.getMessageID());
    desk.bean(Postbox.class).round();
    assertThat(desk.steps(number)).endsWith("referral-sent", "reply-came");
    assertThat(browser.open(referral).body()).contains("Sudah kami tindak lanjuti.");

    browser.post(referral + "/conclude", "outcome", "acted", "words", "Konten sudah diturunkan");
    assertThat(desk.steps(number)).endsWith("referral-answered");
    assertThat(browser.open("/referrals").body()).contains("Kementerian");
  }

  @Test
  void a_law_that_no_jurist_checked_says_so_on_paper_in_the_file_in_the_preview_and_in_the_mail()
      throws Exception {
    String number = newCase();
    String[] form = OpenPostDesk.form(ministry);
    String preview = browser.post("/cases/" + number + "/refer/preview", form).body();
    int file = preview.indexOf("<pre");
    assertThat(preview.substring(0, file)).as("letter").contains("(perlu verifikasi)");
    assertThat(preview.substring(file)).as("data file").contains("(perlu verifikasi)");
    Browser english = desk.browser(desk.officer);
    english.post("/preferences", "language", "en");
    assertThat(english.post("/cases/" + number + "/refer/preview", form).body())
        .contains("(perlu verifikasi)", "to be verified");

    browser.post(written(number) + "/send", "way", "mail");
    desk.bean(Dispatch.class).round();

    List<Part> parts = parts(lastAtTheMinistry());
    assertThat(parts.get(0).getContent().toString()).contains("belum diperiksa ahli hukum");
    try (PDDocument pdf = Loader.loadPDF(parts.get(1).getInputStream().readAllBytes())) {
      assertThat(new PDFTextStripper().getText(pdf).replaceAll("\\s+", " "))
          .containsPattern("426[^.]{0,80}\\(perlu verifikasi\\)")
          .contains("belum diperiksa ahli hukum");
    }
    assertThat(new String(parts.get(2).getInputStream().readAllBytes(), StandardCharsets.UTF_8))
        .containsPattern("\"basis\" : \\[ \"[^\"]*\\(perlu verifikasi\\)\"");
  }

  @Test
  void a_reply_is_found_by_the_letters_number_in_its_subject() throws Exception {
    String number = newCase();
    String referral = written(number);
    browser.post(referral + "/send");
    desk.bean(Dispatch.class).round();
    String letter = lastAtTheMinistry().getSubject().replace("Surat nomor ", "");

    post.write("staf@kementerian.invalid", "Jawaban atas " + letter, "Kami teruskan.");
    desk.bean(Postbox.class).round();

    assertThat(browser.open(referral).body()).contains("Kami teruskan.");
  }

  @Test
  void whoever_is_not_the_addressee_ends_no_waiting_by_naming_the_letter() throws Exception {
    String number = newCase();
    String referral = written(number);
    browser.post(referral + "/send");
    desk.bean(Dispatch.class).round();
    String letter = lastAtTheMinistry().getSubject().replace("Surat nomor ", "");

    post.write("iklan@bukan-kementerian.invalid", "Re: " + letter, "Seolah-olah jawaban.");
    desk.bean(Postbox.class).round();

    assertThat(desk.steps(number)).endsWith("referral-sent");
    assertThat(browser.open(referral).body()).doesNotContain("Seolah-olah jawaban.");
    assertThat(browser.open("/referrals/unknown").body()).contains("Seolah-olah jawaban.");
  }

  @Test
  void a_person_says_of_a_reply_that_it_answers_nothing_and_the_clock_runs_on() throws Exception {
    String number = newCase();
    String referral = written(number);
    browser.post(referral + "/send");
    desk.bean(Dispatch.class).round();
    String letter = lastAtTheMinistry().getSubject().replace("Surat nomor ", "");
    String before = browser.open(referral).body();
    post.write("staf@kementerian.invalid", "Re: " + letter, "Terima kasih, surat diterima.");
    desk.bean(Postbox.class).round();
    String replied = browser.open(referral).body();
    String path =
        referral + replied.replaceAll("(?s).*(/replies/[0-9a-f-]{36}/no-answer-yet).*", "$1");

    browser.post(path, "reason", " ");
    assertThat(desk.steps(number)).as("it wants a reason").endsWith("reply-came");
    browser.post(path, "reason", "Baru ucapan terima kasih");

    assertThat(desk.steps(number)).endsWith("reply-came", "no-answer-yet");
    String after = browser.open(referral).body();
    assertThat(after)
        .contains("Baru ucapan terima kasih", "belum menjawab", "Kemal Contoh")
        .doesNotContain("/no-answer-yet\"");
    assertThat(due(after)).as("the due date it had").isEqualTo(due(before));
    assertThat(browser.open("/referrals?show=waiting").body()).contains(letter);
    assertThat(browser.open("/cases/" + number).body()).contains("Baru ucapan terima kasih");
    browser.post(path, "reason", "sekali lagi");
    assertThat(desk.steps(number)).as("once").endsWith("reply-came", "no-answer-yet");
  }

  private static String due(String page) {
    return page.replaceAll("(?s).*<dt>Tenggat[^<]*</dt>\\s*<dd>([^<]*)</dd>.*", "$1");
  }

  @Test
  void mail_that_answers_nothing_is_listed_and_a_person_says_what_it_answers() throws Exception {
    String number = newCase();
    String referral = written(number);
    browser.post(referral + "/send");
    desk.bean(Dispatch.class).round();
    String letter = lastAtTheMinistry().getSubject().replace("Surat nomor ", "");

    post.write("orang@lain.invalid", "Halo", "Tanpa nomor sama sekali.");
    desk.bean(Postbox.class).round();
    String list = browser.open("/referrals/unknown").body();
    assertThat(list).contains("Tanpa nomor sama sekali.");
    String id =
        list.replaceAll(
            "(?s).*Tanpa nomor sama sekali.*?/referrals/unknown/([0-9a-f-]{36}).*", "$1");
    browser.post("/referrals/unknown/" + id, "letter", letter);

    assertThat(browser.open(referral).body()).contains("Tanpa nomor sama sekali.");
    assertThat(desk.steps(number)).endsWith("reply-came");
  }

  @Test
  void an_absence_note_answers_nothing() throws Exception {
    String number = newCase();
    String referral = written(number);
    browser.post(referral + "/send");
    desk.bean(Dispatch.class).round();

    post.write(
        PostOffice.MINISTRY,
        "Cuti",
        "Saya sedang cuti.",
        "In-Reply-To",
        lastAtTheMinistry().getMessageID(),
        "Auto-Submitted",
        "auto-replied");
    desk.bean(Postbox.class).round();

    assertThat(browser.open(referral).body()).contains("Saya sedang cuti.");
    assertThat(desk.steps(number)).doesNotContain("reply-came");
  }

  @Test
  void the_same_mail_read_again_counts_once() throws Exception {
    String number = newCase();
    browser.post(written(number) + "/send");
    desk.bean(Dispatch.class).round();
    String[] answers = {
      "In-Reply-To", lastAtTheMinistry().getMessageID(), "Message-ID", "<satu@kementerian.invalid>"
    };
    post.write(PostOffice.MINISTRY, "Jawaban", "Pertama.", answers);
    desk.bean(Postbox.class).round();
    long before = desk.steps(number).stream().filter("reply-came"::equals).count();
    desk.bean(Postbox.class).round();
    assertThat(before).isEqualTo(1);
    assertThat(desk.steps(number).stream().filter("reply-came"::equals)).hasSize(1);
  }

  @Test
  void whoever_goes_back_from_the_preview_finds_all_that_was_typed() {
    String number = newCase();
    String[] typed =
        OpenPostDesk.form(ministry, "f.reason", "Tiga akun, satu nomor", "names", "Budi Contoh");
    assertThat(browser.post("/cases/" + number + "/refer/preview", typed).body())
        .contains("/cases/" + number + "/refer/change");

    assertThat(browser.post("/cases/" + number + "/refer/change", typed).body())
        .contains(">Tiga akun, satu nomor</textarea>", ">Budi Contoh</textarea>")
        .doesNotContain("aria-invalid");
  }

  @Test
  void what_is_missing_is_said_at_its_field_and_led_to_from_above() {
    String number = newCase();

    String page =
        browser
            .post(
                "/cases/" + number + "/refer/preview",
                OpenPostDesk.form(ministry, "f.reason", "", "names", "Budi Contoh"))
            .body();

    assertThat(page)
        .contains("<a href=\"#f-reason\">", "id=\"w-reason\"", ">Budi Contoh</textarea>")
        .containsPattern(
            "<textarea id=\"f-reason\"[^>]*aria-invalid=\"true\"[^>]*aria-describedby=\"w-reason\"")
        .containsOnlyOnce("aria-invalid");
  }

  @Test
  void unsettling_alone_is_no_reason() {
    String number = newCase();
    Browser.Page answer =
        browser.post(
            "/cases/" + number + "/refer/preview",
            OpenPostDesk.form(ministry, "necessity", "Konten ini meresahkan masyarakat"));
    assertThat(answer.body()).contains("Meresahkan");
    assertThat(
            browser
                .post(
                    "/cases/" + number + "/refer",
                    OpenPostDesk.form(ministry, "necessity", "Konten ini meresahkan masyarakat"))
                .header("location"))
        .contains("/refer");
    assertThat(desk.steps(number)).doesNotContain("referral-written");
  }

  @Test
  void who_does_not_answer_is_reminded_twice_and_then_the_superior_is_told() {
    String number = newCase();
    String referral = written(number);
    browser.post(referral + "/send");
    desk.bean(Dispatch.class).round();
    int before = post.atTheMinistry().size();

    pass(Duration.ofDays(40)); // However far the clock jumps, one look finds one chase.
    for (int i = 0; i < 5; i++) {
      browser.post(referral + "/chase");
    }
    desk.bean(Dispatch.class).round();
    assertThat(post.atTheMinistry()).hasSize(before + 1);

    pass(Duration.ofDays(10));
    browser.post(referral + "/chase");
    pass(Duration.ofDays(10));
    browser.post(referral + "/chase");
    pass(Duration.ofDays(10));
    browser.post(referral + "/chase");
    desk.bean(Dispatch.class).round();
    assertThat(post.atTheMinistry()).hasSize(before + 2);
    assertThat(desk.steps(number).stream().filter("referral-chased"::equals)).hasSize(3);
    assertThat(browser.open("/referrals?show=overdue").body()).contains(referral);
  }

  @Test
  void a_letter_can_be_handed_over_with_a_word_how() {
    String number = newCase();
    String referral = written(number);
    browser.post(referral + "/handed", "note", "Diserahkan kepada Tata Usaha, tanda terima 12");
    assertThat(browser.open(referral).body()).contains("tanda terima 12");
    browser.post(referral + "/handed", "note", "sekali lagi");
    assertThat(desk.steps(number).stream().filter("referral-sent"::equals)).hasSize(1);
  }

  @Test
  void the_total_counts_what_this_person_may_be_shown() {
    browser.post(written(newCase()) + "/handed", "note", "Diserahkan langsung");
    assertThat(browser.open("/referrals?show=all").body()).doesNotContain("<b>0</b>");

    Officer elsewhere =
        new Officer(
            UUID.randomUUID(),
            desk.office.id(),
            "Tuti Contoh",
            UUID.randomUUID() + "@contoh.invalid",
            Set.of(Role.CASE_OFFICER),
            new Region("36.01"),
            true);
    desk.bean(Offices.class).put(elsewhere);
    assertThat(desk.browser(elsewhere).open("/referrals?show=all").body())
        .contains("<b>0</b>")
        .doesNotContain("Direktorat Contoh");
  }
}
