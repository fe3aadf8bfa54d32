package ronda.server.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import ronda.casework.cases.Step;
import ronda.casework.chain.Hash;
import ronda.server.Browser;
import ronda.server.OpenDesk;
import ronda.server.desk.Desks;
import ronda.testkit.picture.ChangedPictures;
import ronda.testkit.picture.ChangedPictures.Change;
import ronda.testkit.picture.MadeUpPictures;
import ronda.testkit.picture.MadeUpPictures.Kind;
import ronda.testkit.picture.PictureFiles;

/** What was dealt with is back: the closed case is taken up again, and its page says why. */
class ReturnTest {
  @RegisterExtension static final OpenDesk DESK = new OpenDesk();

  private static final String OTHER_WORDS =
      "Main di CONTOH99 pasti gacor, bonus new member tiap hari, daftar sekarang";

  private static byte[] picture() {
    return ("\u0089PNG\r\n\u001a\n" + UUID.randomUUID()).getBytes(StandardCharsets.ISO_8859_1);
  }

  private static void bring(Browser browser, String page, byte[] picture) {
    Browser.Page kept =
        browser.postFile(
            page + "/evidence/file",
            Map.of("why", "gambar promosi"),
            "a.png",
            "image/png",
            picture);
    assertThat(kept.status()).isEqualTo(302);
  }

  private static void close(CaseAtHand at) {
    DESK.bean(Desks.class)
        .change(
            at.office().id(),
            (desk, jdbc) ->
                desk.add(at.number(), new Step.Closed("sudah turun"), at.keeper(), DESK.now()));
  }

  private static String confirmed(CaseAtHand at, String more) {
    UUID job =
        CaseAtHand.job(
            DESK,
            at.office(),
            "{\"id\":\"c-2\",\"text\":\""
                + OTHER_WORDS
                + "\",\"author\":\"akun_lain\""
                + more
                + "}");
    return CaseAtHand.confirm(DESK, at.keeper(), job);
  }

  @Test
  void a_post_with_the_picture_of_a_closed_case_takes_it_up_again() {
    CaseAtHand at = CaseAtHand.open(DESK);
    Browser browser = DESK.browserOf(at.keeper());
    browser.open("/");
    byte[] picture = picture();
    bring(browser, at.page(), picture);
    close(at);

    String hex = Hash.of(picture).hex();
    String number = confirmed(at, ",\"images\":[\"sha256:" + hex + "\"]");

    assertThat(number).isEqualTo(at.number());
    assertThat(browser.get(at.page()).body()).contains("Muncul lagi", "<p>Gambar</p>");
    boolean told =
        at.look(
            DESK,
            jdbc ->
                jdbc.sql("SELECT EXISTS (SELECT FROM case_steps WHERE body LIKE :hex)")
                    .param("hex", "%" + hex + "%")
                    .query(Boolean.class)
                    .single());
    assertThat(told).as("a history that cannot be forgotten names no value").isFalse();
  }

  @Test
  void a_link_to_the_domain_of_a_closed_case_takes_it_up_again() {
    CaseAtHand at = CaseAtHand.open(DESK);
    String domain = "contoh7f3a.xyz";
    String number = confirmed(at, "");
    CaseAtHand second = new CaseAtHand(at.office(), at.keeper(), at.job(), number);
    assertThat(number).isNotEqualTo(at.number());
    UUID job =
        CaseAtHand.job(
            DESK,
            at.office(),
            "{\"id\":\"c-3\",\"text\":\"Slot gacor maxwin tiap hari, daftar di https://"
                + domain
                + "/daftar\"}");
    String linked = CaseAtHand.confirm(DESK, at.keeper(), job);
    close(new CaseAtHand(at.office(), at.keeper(), job, linked));
    UUID back =
        CaseAtHand.job(
            DESK,
            at.office(),
            "{\"id\":\"c-4\",\"text\":\"Deposit pulsa tanpa potongan, slot gacor maxwin, bosku daftar lewat https://www."
                + domain
                + "/promo?ref=9\"}");

    assertThat(CaseAtHand.confirm(DESK, at.keeper(), back)).isEqualTo(linked);
    Browser browser = DESK.browserOf(at.keeper());
    assertThat(browser.get("/cases/" + linked).body()).contains("Muncul lagi", "<p>Domain</p>");
    assertThat(browser.get(second.page()).body()).doesNotContain("Muncul lagi");
  }

  @Test
  void a_picture_kept_of_a_new_case_takes_the_closed_one_up_again_and_each_page_names_the_other() {
    CaseAtHand at = CaseAtHand.open(DESK);
    Browser browser = DESK.browserOf(at.keeper());
    browser.open("/");
    byte[] picture = picture();
    bring(browser, at.page(), picture);
    close(at);
    String fresh = confirmed(at, "");
    assertThat(fresh).isNotEqualTo(at.number());
    bring(browser, "/cases/" + fresh, picture);

    assertThat(browser.get(at.page()).body()).contains("Gambar yang sama ada dalam kasus " + fresh);
    assertThat(browser.get("/cases/" + fresh).body())
        .contains("Gambar yang sama ada dalam kasus " + at.number());
  }

  @Test
  void a_picture_that_comes_back_smaller_and_saved_anew_takes_the_case_up_again_to_be_verified() {
    CaseAtHand at = CaseAtHand.open(DESK);
    Browser browser = DESK.browserOf(at.keeper());
    browser.open("/");
    BufferedImage poster = MadeUpPictures.picture(Kind.POSTER, 71);
    bring(browser, at.page(), PictureFiles.png(poster));
    close(at);
    String fresh = confirmed(at, "");
    bring(browser, "/cases/" + fresh, PictureFiles.png(MadeUpPictures.picture(Kind.POSTER, 72)));
    assertThat(browser.get("/cases/" + fresh).body())
        .as("another picture")
        .doesNotContain("gambar serupa");

    bring(browser, "/cases/" + fresh, ChangedPictures.changed(poster, Change.HALF_SIZE_JPEG_50));

    assertThat(browser.get(at.page()).body())
        .contains("Perlu verifikasi: gambar serupa ada dalam kasus " + fresh, "dari 256 bit");
    assertThat(browser.get("/cases/" + fresh).body())
        .contains("Perlu verifikasi: gambar serupa ada dalam kasus " + at.number())
        .doesNotContain("Gambar yang sama", "<img");
  }

  @Test
  void an_intimate_picture_that_comes_back_changed_is_known_and_shown_to_nobody() {
    CaseAtHand at = CaseAtHand.open(DESK);
    Browser browser = DESK.browserOf(at.keeper());
    browser.open("/");
    BufferedImage picture = MadeUpPictures.picture(Kind.POSTER, 73);
    intimate(browser, at.page(), PictureFiles.png(picture));
    close(at);
    String fresh = confirmed(at, "");
    intimate(
        browser, "/cases/" + fresh, ChangedPictures.changed(picture, Change.HALF_SIZE_JPEG_50));

    String page = browser.get("/cases/" + fresh).body();
    assertThat(page).contains("gambar serupa ada dalam kasus " + at.number());
    assertThat(page).doesNotContain("<img");
  }

  private static void intimate(Browser browser, String page, byte[] picture) {
    Browser.Page kept =
        browser.postFile(
            page + "/evidence/file",
            Map.of("why", "dibawa korban", "intimate", "true"),
            "a.png",
            "image/png",
            picture);
    assertThat(kept.status()).isEqualTo(302);
  }

  @Test
  void a_captured_page_that_shows_the_picture_of_a_closed_case_takes_it_up_again()
      throws Exception {
    CaseAtHand at = CaseAtHand.open(DESK);
    Browser browser = DESK.browserOf(at.keeper());
    browser.open("/");
    BufferedImage poster = MadeUpPictures.picture(Kind.POSTER, 74);
    bring(browser, at.page(), PictureFiles.png(poster));
    close(at);
    String fresh = confirmed(at, "");

    HttpServer site = siteShowing(ChangedPictures.changed(poster, Change.HALF_SIZE_JPEG_50));
    try {
      String url = "http://localhost:" + site.getAddress().getPort() + "/promo";
      browser.post("/cases/" + fresh + "/evidence/capture", "url", url, "why", "sebelum dihapus");
      String page = "";
      for (int i = 0; i < 240 && !page.contains("gambar serupa"); i++) {
        Thread.sleep(500);
        page = browser.get("/cases/" + fresh).body();
      }
      assertThat(page).contains("gambar serupa ada dalam kasus " + at.number());
    } finally {
      site.stop(0);
    }

    CaseAtHand now = new CaseAtHand(at.office(), at.keeper(), at.job(), fresh);
    List<String> parts =
        now.look(
            DESK,
            jdbc ->
                jdbc.sql("SELECT name FROM evidence_parts WHERE name LIKE 'picture-%'")
                    .query(String.class)
                    .list());
    assertThat(parts).as("the icon is not kept").containsExactly("picture-01.jpg");
  }

  /** A site on this machine: a page whose script puts a picture and an icon into it. */
  private static HttpServer siteShowing(byte[] picture) throws IOException {
    HttpServer site =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    byte[] page =
        """
        <p>Halaman contoh</p><img src="/icon.png"><script>
        let shown = document.createElement('img'); shown.src = 'promo.jpg?a=1&b=2';
        document.body.append(shown)</script>"""
            .getBytes(StandardCharsets.UTF_8);
    answer(site, "/promo", "text/html", page);
    answer(site, "/promo.jpg", "image/jpeg", picture);
    answer(
        site,
        "/icon.png",
        "image/png",
        PictureFiles.png(MadeUpPictures.picture(Kind.POSTER, 1).getSubimage(0, 0, 64, 64)));
    site.start();
    return site;
  }

  private static void answer(HttpServer site, String path, String type, byte[] bytes) {
    site.createContext(
        path,
        exchange -> {
          exchange.getResponseHeaders().set("Content-Type", type);
          exchange.sendResponseHeaders(200, bytes.length);
          exchange.getResponseBody().write(bytes);
          exchange.close();
        });
  }
}
