package ronda.server.referral;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.Message;
import jakarta.mail.Multipart;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import ronda.letters.mail.PostOffice;

/** Whoever sends a letter has seen all that leaves with it. */
class LeavingTest extends WithPostDesk {
  private static String key() throws IOException {
    try (InputStream in = LeavingTest.class.getResourceAsStream("ministry.asc")) {
      assertThat(in).isNotNull();
      return new String(in.readAllBytes(), StandardCharsets.US_ASCII);
    }
  }

  /** An addressee of its own, with the ministry's mailbox. */
  private String addressee(String... more) {
    String name = "Direktorat " + UUID.randomUUID();
    String[] fields =
        Stream.concat(
                Stream.of(
                    "name",
                    name,
                    "kind",
                    "ministry",
                    "target",
                    "24h",
                    "email",
                    PostOffice.MINISTRY),
                Stream.of(more))
            .toArray(String[]::new);
    desk.addressee(browser, fields);
    return desk.addresseeNamed(name);
  }

  private String preview(String to) {
    String number = desk.confirmed(desk.advert());
    return browser.post("/cases/" + number + "/refer/preview", OpenPostDesk.form(to)).body();
  }

  private String written(String to) {
    String number = desk.confirmed(desk.advert());
    return OpenPostDesk.written(browser.post("/cases/" + number + "/refer", OpenPostDesk.form(to)));
  }

  @Test
  void before_a_letter_is_written_the_whole_mail_stands_on_the_page() {
    assertThat(preview(ministry))
        .contains("<dd>" + PostOffice.MINISTRY + "</dd>")
        .contains("<span>" + PostOffice.OFFICE + "</span>", "Salinannya tiba juga")
        .contains("Surat nomor …", "Terlampir surat kami nomor …")
        .containsPattern("nomor-surat.pdf \\([0-9]+ KB\\)")
        .containsPattern("nomor-surat.json \\([0-9]+ KB\\)")
        .contains("Tidak ada: kunci OpenPGP penerima tidak diketahui", "barang bukti dan berkas");
  }

  @Test
  void what_stands_on_the_page_before_it_is_sent_is_what_arrives() throws Exception {
    String referral = written(ministry);
    String page = browser.open(referral).body();

    browser.post(referral + "/send", "way", "mail");
    desk.bean(Dispatch.class).round();

    MimeMessage mail = post.atTheMinistry().getLast();
    Multipart parts = (Multipart) mail.getContent();
    assertThat(page)
        .contains("<dd>" + mail.getRecipients(Message.RecipientType.TO)[0] + "</dd>")
        .contains("<span>" + mail.getFrom()[0] + "</span>")
        .contains("<dd>" + mail.getSubject() + "</dd>")
        .contains(escaped(parts.getBodyPart(0).getContent().toString().replace("\r\n", "\n")))
        .contains(parts.getBodyPart(1).getFileName() + " (")
        .contains(parts.getBodyPart(2).getFileName() + " (");
    String json =
        new String(parts.getBodyPart(2).getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(page).as("the data file, whole").contains(escaped(json));
    assertThat(browser.open(referral).body()).doesNotContain("Yang membawa surat");
  }

  @Test
  void for_whose_key_a_mail_is_encrypted_stands_there_with_its_fingerprint() throws Exception {
    String to = addressee("key", key());

    for (String page : new String[] {preview(to), browser.open(written(to)).body()}) {
      assertThat(page)
          .containsPattern("<span>Untuk [^<]+, kunci ([0-9A-F]{4} ){9}[0-9A-F]{4}\\.")
          .doesNotContain("Tidak ada: kunci OpenPGP");
    }
  }

  @Test
  void an_interface_is_given_the_data_file_alone_and_the_page_says_so() {
    String to = addressee("endpoint", "https://antarmuka.invalid/rujukan");

    assertThat(preview(to)).contains("Ke https://antarmuka.invalid/rujukan: hanya berkas data");
  }

  @Test
  void where_no_mail_can_leave_the_page_says_what_is_handed_over() {
    String to = addressee("email", "");

    assertThat(preview(to))
        .contains("Alamat surel penerima belum diisi", "Yang diserahkan", "nomor-surat.pdf (")
        .doesNotContain("Surat nomor …");
  }

  private static String escaped(String text) {
    return text.strip()
        .replace("&", "&amp;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;")
        .replace("<", "&lt;")
        .replace(">", "&gt;");
  }
}
