package ronda.server.referral;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import ronda.server.Browser;

/** The other ways by which a letter leaves the desk and an answer comes in. */
class WaysOutTest extends WithPostDesk {
  private static final String FINGERPRINT = "F805";

  private final List<String> taken = new CopyOnWriteArrayList<>();

  /** A letter to the ministry, of which nothing more is known than this. */
  private String writtenTo(String... more) {
    desk.ministry(
        browser, Stream.concat(Stream.of("id", ministry), Stream.of(more)).toArray(String[]::new));
    String number = desk.confirmed(desk.advert());
    return OpenPostDesk.written(
        browser.post("/cases/" + number + "/refer", OpenPostDesk.form(ministry)));
  }

  private static String raw(MimeMessage mail) throws Exception {
    var bytes = new ByteArrayOutputStream();
    mail.writeTo(bytes);
    return bytes.toString(StandardCharsets.ISO_8859_1);
  }

  /** Of this key nobody has the secret half. */
  private static String key() throws IOException {
    try (InputStream armour = WaysOutTest.class.getResourceAsStream("ministry.asc")) {
      assertThat(armour).isNotNull();
      return new String(armour.readAllBytes(), StandardCharsets.US_ASCII);
    }
  }

  @Test
  void to_a_recipient_with_a_key_a_letter_leaves_so_that_only_the_recipient_reads_it()
      throws Exception {
    String open = writtenTo();
    browser.post(open + "/send", "way", "mail");
    desk.bean(Dispatch.class).round();
    assertThat(post.atTheMinistry().getLast().getContentType())
        .as("without a key")
        .startsWith("multipart/mixed");

    String closed = writtenTo("key", key());
    assertThat(browser.open("/office/letters").body()).as("whose key it is").contains(FINGERPRINT);
    browser.post(closed + "/send", "way", "mail");
    desk.bean(Dispatch.class).round();

    MimeMessage mail = post.atTheMinistry().getLast();
    assertThat(mail.getContentType()).startsWith("multipart/encrypted");
    assertThat(raw(mail))
        .contains("BEGIN PGP MESSAGE")
        .doesNotContain("application/pdf", "application/json", "Perjudian");
  }

  @Test
  void a_key_that_is_none_is_refused_and_the_form_comes_back_as_it_was_typed() {
    Browser.Page refused =
        browser.post(
            "/office/letters/addressees",
            "name",
            "Direktorat Tanpa Kunci",
            "kind",
            "ministry",
            "target",
            "24h",
            "key",
            "bukan kunci");

    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.body())
        .contains("bukan kunci publik OpenPGP", "value=\"Direktorat Tanpa Kunci\"")
        .contains(">bukan kunci</textarea>");
    assertThat(browser.open("/office/letters").body()).doesNotContain("Direktorat Tanpa Kunci");
  }

  @Test
  void a_letterhead_that_is_refused_comes_back_as_it_was_typed_and_the_old_one_stands() {
    Browser.Page refused =
        browser.post(
            "/office/letters", "letterhead", "Kop baru", "place", "Kota Baru", "pattern", "tetap");

    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.body())
        .contains("Tata penomoran harus memuat", ">Kop baru</textarea>", "value=\"Kota Baru\"");
    assertThat(browser.open("/office/letters").body()).doesNotContain("Kop baru", "Kota Baru");
  }

  @Test
  void an_old_page_undoes_neither_a_letterhead_nor_an_addressee_that_was_changed_meanwhile() {
    desk.letterhead(browser);
    String ministry = desk.ministry(browser);
    String head = browser.shown("/office/letters", "action=\"/office/letters\"");
    String addressee = browser.shown("/office/letters", "value=\"" + ministry + "\"");
    desk.letterhead(browser, "place", "Kota Rekan");
    String[] fields = {
      "id", ministry, "name", "Direktorat Rekan", "kind", "ministry", "target", "24h"
    };
    assertThat(keep(fields, "Direktorat Rekan", addressee).status()).isEqualTo(302);

    Browser.Page late =
        browser.post(
            "/office/letters",
            "shown",
            head,
            "letterhead",
            "Kop saya",
            "place",
            "Kota Saya",
            "pattern",
            "B-{n}/{unit}/{roman}/{year}",
            "unit",
            "KOMINFO",
            "mostADay",
            "3");
    assertThat(late.status()).isEqualTo(409);
    assertThat(late.body()).contains("value=\"Kota Saya\"", "<dd>Kota Rekan</dd>");

    Browser.Page again = keep(fields, "Direktorat Saya", addressee);
    assertThat(again.status()).isEqualTo(409);
    assertThat(again.body()).contains("value=\"Direktorat Saya\"", "<dd>Direktorat Rekan</dd>");
    assertThat(browser.open("/office/letters").body())
        .contains("Kota Rekan", "Direktorat Rekan")
        .doesNotContain("Kota Saya", "Direktorat Saya");
  }

  private Browser.Page keep(String[] fields, String name, String shown) {
    String[] all = Arrays.copyOf(fields, fields.length + 2);
    all[3] = name;
    all[fields.length] = "shown";
    all[fields.length + 1] = shown;
    return browser.post("/office/letters/addressees", all);
  }

  @Test
  void a_letter_leaves_by_the_recipients_own_interface_and_once() throws Exception {
    HttpServer there =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    there.createContext(
        "/",
        asked -> {
          taken.add(new String(asked.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
          asked.sendResponseHeaders(202, -1);
          asked.close();
        });
    there.start();
    try {
      String endpoint = "http://127.0.0.1:" + there.getAddress().getPort() + "/surat";
      String letter = writtenTo("endpoint", endpoint);
      int mails = post.atTheMinistry().size();
      browser.post(letter + "/send", "way", "api");
      browser.post(letter + "/send", "way", "api");
      desk.bean(Dispatch.class).round();
      desk.bean(Dispatch.class).round();

      assertThat(taken).singleElement().asString().contains("Perjudian", "KOMINFO");
      assertThat(browser.open(letter).body()).contains("terkirim");
      assertThat(post.atTheMinistry()).hasSize(mails);
    } finally {
      there.stop(0);
    }
  }

  @Test
  void an_answer_that_came_by_telephone_is_typed_in_and_stands_in_the_history() {
    String letter = writtenTo();
    browser.post(letter + "/send", "way", "mail");
    desk.bean(Dispatch.class).round();

    browser.post(letter + "/reply", "from", "Ibu Contoh", "text", "akses diputus tadi pagi");

    String page = browser.open(letter).body();
    assertThat(page).contains("Ibu Contoh", "akses diputus tadi pagi", "ada balasan");
    browser.post(letter + "/conclude", "outcome", "acted", "words", "diputus");
    assertThat(browser.open("/referrals?show=concluded").body()).contains("Direktorat Contoh");
  }
}
