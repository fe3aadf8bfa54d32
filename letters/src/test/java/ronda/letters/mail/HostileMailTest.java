package ronda.letters.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import ronda.casework.referral.IncomingMail;
import ronda.casework.referral.Reply;

/** Mails that nobody wrote in good faith: read as far as they can be, bounded, and never lost. */
class HostileMailTest {
  private static final Instant NOW = Instant.parse("2026-11-22T02:00:00Z");
  private static final String HEAD =
      """
      From: "Direktorat Contoh" <aduan@kementerian.invalid>
      To: kominfo@contoh.invalid
      Message-ID: <satu@kementerian.invalid>
      Subject: Re: B-1/KOMINFO/XI/2026
      Date: Sat, 21 Nov 2026 09:00:00 +0700
      """;

  private static IncomingMail read(byte[] bytes) {
    return assertTimeoutPreemptively(
        Duration.ofSeconds(60), () -> HostileMail.read(bytes, "1-1", NOW));
  }

  private static IncomingMail read(String mail) {
    return read(mail.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8));
  }

  private static IncomingMail typed(String type, byte[] body) {
    var mail = new ByteArrayOutputStream();
    mail.writeBytes(
        (HEAD + "Content-Type: " + type + "\nContent-Transfer-Encoding: 8bit\n\n")
            .replace("\n", "\r\n")
            .getBytes(StandardCharsets.US_ASCII));
    mail.writeBytes(body);
    return read(mail.toByteArray());
  }

  private static void assertBounded(IncomingMail mail) {
    assertThat(mail.messageId()).isNotEmpty().hasSizeLessThanOrEqualTo(1_000);
    assertThat(mail.from()).hasSizeLessThanOrEqualTo(1_000);
    assertThat(mail.subject()).hasSizeLessThanOrEqualTo(1_000);
    assertThat(mail.text()).hasSizeLessThanOrEqualTo(Reply.LONGEST);
    assertThat(mail.to()).hasSizeLessThanOrEqualTo(50);
    assertThat(mail.references()).hasSizeLessThanOrEqualTo(50);
    assertThat(mail.attachments()).hasSizeLessThanOrEqualTo(110);
    String all = mail.toString();
    assertThat(all).doesNotContain("\u0000").doesNotContain("\u202e");
    assertThat(new String(all.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8))
        .as("every half of a character has its other half: else no database takes it")
        .isEqualTo(all);
  }

  @Test
  void an_ordinary_answer_is_read() {
    IncomingMail mail = read(HEAD + "\nSudah kami tindak lanjuti.\n");
    assertThat(mail)
        .isEqualTo(
            new IncomingMail(
                "satu@kementerian.invalid",
                "aduan@kementerian.invalid",
                List.of("kominfo@contoh.invalid"),
                Instant.parse("2026-11-21T02:00:00Z"),
                "Re: B-1/KOMINFO/XI/2026",
                List.of(),
                "Sudah kami tindak lanjuti.",
                List.of(),
                false));
  }

  @Test
  void parts_within_parts_without_end_are_read_to_a_depth() {
    StringBuilder mail = new StringBuilder(HEAD);
    for (int i = 0; i < 2_000; i++) {
      mail.append("Content-Type: multipart/mixed; boundary=b")
          .append(i)
          .append("\n\n--b")
          .append(i);
      mail.append("\nContent-Type: text/plain\n\nlapis ")
          .append(i)
          .append("\n--b")
          .append(i)
          .append('\n');
    }
    mail.append("Content-Type: text/plain\n\ndasar\n");
    IncomingMail read = read(mail.toString());
    assertBounded(read);
    assertThat(read.text()).contains("lapis 0", "lapis 9").doesNotContain("lapis 11");
    assertThat(read.subject()).isEqualTo("Re: B-1/KOMINFO/XI/2026");
  }

  @Test
  void a_mail_of_millions_of_parts_is_listed_by_its_head() {
    String mail =
        HEAD + "Content-Type: multipart/mixed; boundary=b\n\n" + "--b\n\n".repeat(1_700_000);
    IncomingMail read = read(mail);
    assertBounded(read);
    assertThat(read.subject()).isEqualTo("Re: B-1/KOMINFO/XI/2026");
    assertThat(read.attachments().toString()).contains("terlalu besar");
  }

  @Test
  void some_hundred_parts_are_read_up_to_a_number() {
    StringBuilder mail = new StringBuilder(HEAD);
    mail.append("Content-Type: multipart/mixed; boundary=b\n\n");
    for (int i = 0; i < 400; i++) {
      mail.append("--b\nContent-Type: text/plain\n\nbagian ").append(i).append('\n');
    }
    IncomingMail read = read(mail + "--b--\n");
    assertBounded(read);
    assertThat(read.text()).contains("bagian 0").doesNotContain("bagian 399");
  }

  @Test
  void headers_of_megabytes_are_cut() {
    String long1 = "x".repeat(3_000_000);
    String many = "To: a@contoh.invalid\n".repeat(60_000);
    IncomingMail read =
        read(
            "Subject: "
                + long1
                + "\nFrom: "
                + "a@b.invalid, ".repeat(100_000)
                + "\nMessage-ID: <"
                + long1
                + ">\nReferences: "
                + "<r@contoh.invalid> ".repeat(50_000)
                + "\nDate: "
                + "9".repeat(500_000)
                + "\n"
                + many
                + "\nisi\n");
    assertBounded(read);
    assertThat(read.text()).isEqualTo("isi");
    assertThat(read.at()).isEqualTo(NOW);
  }

  @Test
  void a_text_that_is_too_long_is_cut() {
    assertBounded(read(HEAD + "\n" + "kata ".repeat(1_000_000)));
    assertBounded(read(HEAD + "\n" + "💥".repeat(100_000)));
  }

  @Test
  void a_charset_that_is_wrong_or_unknown_loses_no_mail() {
    Charset windows = Charset.forName("windows-1252");
    assertThat(typed("text/plain; charset=windows-1252", "“baik”".getBytes(windows)).text())
        .isEqualTo("“baik”");
    assertThat(
            typed("text/plain; charset=\"tidak-ada-9\"", "baik é".getBytes(StandardCharsets.UTF_8))
                .text())
        .isEqualTo("baik é");
    assertThat(
            typed("text/plain; charset=\"../../etc\"; x", "baik".getBytes(StandardCharsets.UTF_8))
                .text())
        .isEqualTo("baik");
    assertThat(typed("text/plain; charset=utf-8", "“baik”".getBytes(windows)).text())
        .contains("baik");
    assertThat(typed("text/plain; charset=utf-16", "baik".getBytes(StandardCharsets.UTF_16)).text())
        .isEqualTo("baik");
    assertThat(typed("text/plain; charset=", "baik".getBytes(StandardCharsets.UTF_8)).text())
        .isEqualTo("baik");
  }

  @Test
  void of_a_mail_in_html_alone_the_words_are_kept_and_no_script() {
    byte[] html =
        "<html><style>p{color:red}</style><script>alert('jahat')</script><p>Sudah &lt;kami&gt; <b>tutup</b>.</p><!-- x --><img src=x onerror=alert(1)>"
            .getBytes(StandardCharsets.UTF_8);
    String text = typed("text/html; charset=utf-8", html).text();
    assertThat(text).contains("Sudah <kami>", "tutup");
    assertThat(text).doesNotContain("alert", "color", "onerror");
    assertThat(
            typed("text/html", "<script>".repeat(100_000).getBytes(StandardCharsets.UTF_8)).text())
        .isEmpty();
    assertBounded(typed("text/html", "<".repeat(2_000_000).getBytes(StandardCharsets.UTF_8)));
    assertBounded(typed("text/html", "<a ".repeat(1_000_000).getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void attachments_are_named_and_never_opened() {
    String bomb = "UEsDBBQAAAAIAA==\n".repeat(10_000);
    IncomingMail mail =
        read(
            HEAD
                + """
                  Content-Type: multipart/mixed; boundary=b

                  --b
                  Content-Type: text/plain

                  Terlampir.
                  --b
                  Content-Type: application/zip; name="../../etc/bom.zip"
                  Content-Disposition: attachment; filename="../../etc/bom.zip"
                  Content-Transfer-Encoding: base64

                  """
                + bomb
                + """
                  --b
                  Content-Type: application/pdf; name="=?utf-8?Q?surat=E2=80=AEfdp.exe?="

                  %PDF
                  --b
                  Content-Type: message/rfc822

                  Subject: di dalam

                  isi surel lain
                  --b--
                  """);
    assertBounded(mail);
    assertThat(mail.text()).isEqualTo("Terlampir.");
    assertThat(mail.attachments()).hasSize(3);
    assertThat(mail.attachments().get(0)).contains("bom.zip").contains("KiB");
    assertThat(mail.attachments().get(1)).startsWith("suratfdp.exe");
  }

  @Test
  void what_a_machine_wrote_is_known_as_such() {
    for (String line :
        new String[] {
          "Auto-Submitted: auto-replied",
          "Auto-Submitted: auto-generated (cuti)",
          "Precedence: auto_reply",
          "X-Autoreply: yes",
          "Return-Path: <>",
          "Content-Type: multipart/report; report-type=delivery-status; boundary=b"
        }) {
      assertThat(read(HEAD + line + "\n\nSedang cuti.\n").automatic()).as(line).isTrue();
    }
    assertThat(read("From: MAILER-DAEMON@contoh.invalid\n\nGagal.\n").automatic()).isTrue();
    assertThat(read(HEAD + "Auto-Submitted: no\n\nSudah.\n").automatic()).isFalse();
    assertThat(read(HEAD + "Return-Path: <a@contoh.invalid>\n\nSudah.\n").automatic()).isFalse();
  }

  @Test
  void a_part_that_cannot_be_decoded_is_left_out_and_the_rest_is_read() {
    IncomingMail mail =
        read(
            HEAD
                + """
                  Content-Type: multipart/mixed; boundary=b

                  --b
                  Content-Type: text/plain
                  Content-Transfer-Encoding: base64

                  !!! ini bukan base64 @@@
                  --b
                  Content-Type: text/plain
                  Content-Transfer-Encoding: x-belum-ada

                  aneh
                  --b
                  Content-Type: ;;;=;"

                  tipe rusak
                  --b
                  Content-Type: text/plain

                  Yang ini terbaca.
                  --b--
                  """);
    assertBounded(mail);
    assertThat(mail.text()).contains("Yang ini terbaca.");
  }

  @Test
  void no_bytes_at_all_are_a_mail_too() {
    for (String odd : new String[] {"", "\n", "tanpa kepala", ":::", "From\n:\n\n\u0000\u0001"}) {
      IncomingMail mail = read(odd);
      assertBounded(mail);
      assertThat(mail.messageId()).startsWith("tanpa-id-");
    }
  }

  @Test
  void whatever_is_changed_in_a_mail_it_is_read_or_listed() {
    String whole =
        HEAD
            + """
              References: <a@b.invalid> <c@d.invalid>
              Content-Type: multipart/alternative; boundary="b"; charset*0*=utf-8''x

              --b
              Content-Type: text/plain; charset=utf-8
              Content-Transfer-Encoding: quoted-printable

              Sudah =E2=80=9Cditutup=E2=80=9D
              --b
              Content-Type: text/html; charset=iso-8859-1
              Content-Transfer-Encoding: base64

              PGI+U3VkYWg8L2I+
              --b--
              """;
    byte[] bytes = whole.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8);
    long seed = Long.getLong("ronda.fuzz.seed", 20261122L);
    Random random = new Random(seed);
    for (int i = 0; i < 1_000; i++) {
      byte[] changed = bytes.clone();
      for (int n = 1 + random.nextInt(12); n > 0; n--) {
        changed[random.nextInt(changed.length)] = (byte) random.nextInt(256);
      }
      int round = i;
      IncomingMail mail = HostileMail.read(changed, "1-" + i, NOW);
      assertThat(mail).as("-Dronda.fuzz.seed=%d, round %d", seed, round).isNotNull();
      assertBounded(mail);
    }
  }
}
