package ronda.server.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static ronda.server.Browser.first;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import ronda.casework.evidence.Item;
import ronda.casework.evidence.Opening;
import ronda.casework.office.Officer;
import ronda.casework.office.Role;
import ronda.proof.bundle.Verdict;
import ronda.server.Browser;
import ronda.server.OpenDesk;
import ronda.store.sql.InOffice;
import ronda.store.sql.SqlCases;
import ronda.store.sql.SqlItems;

/** Evidence from the case's page to the bundle that somebody else checks. */
class EvidenceTest {
  @RegisterExtension static final OpenDesk DESK = new OpenDesk();

  private static final byte[] PICTURE =
      "bukan gambar, hanya contoh".getBytes(StandardCharsets.UTF_8);

  @TempDir private Path folder;

  @Test
  void the_posts_of_a_case_are_kept_sealed_and_stamped_with_a_step_and_a_touch() {
    CaseAtHand at = CaseAtHand.open(DESK);
    Browser browser = at.keeping(DESK);

    assertThat(browser.get(at.page()).body())
        .contains("Barang bukti", "tidak independen", "Tersegel");
    var item =
        at.look(
                DESK,
                jdbc ->
                    new SqlItems(jdbc)
                        .ofCase(new SqlCases(jdbc).find(at.number()).orElseThrow().id()))
            .getFirst();
    byte[] sealed =
        at.look(DESK, jdbc -> new SqlItems(jdbc).sealed(item.id(), "post.json").orElseThrow());
    assertThat(new String(sealed, StandardCharsets.ISO_8859_1))
        .startsWith("RV1")
        .doesNotContain("gacor");
    assertThat(browser.post(at.page() + "/evidence/posts", "why", "lagi").status()).isEqualTo(302);
    assertThat(browser.get(at.page()).body()).contains("Tidak ada unggahan baru");
  }

  @Test
  void an_item_says_when_it_was_kept_as_people_here_read_it_and_as_its_record_has_it() {
    CaseAtHand at = CaseAtHand.open(DESK);
    Browser browser = at.keeping(DESK);
    String item = first("href=\"(/evidence/[0-9a-f-]{36})\"", browser.get(at.page()).body());

    assertThat(browser.get(item).body())
        .containsPattern("[0-9]{1,2} \\p{L}+ 20[0-9]{2} [0-9.]{8} WIB")
        .contains(DESK.now().toString(), "stempel bawaan, tidak independen")
        .doesNotContain("built-in time stamp");
  }

  @Test
  void whoever_asked_for_an_intimate_picture_is_told_to_wait_and_not_asked_again() {
    CaseAtHand at = CaseAtHand.open(DESK);
    Browser browser = DESK.browserOf(at.keeper());
    browser.open("/");
    browser.postFile(
        at.page() + "/evidence/file",
        Map.of("why", "dibawa korban", "intimate", "true"),
        "a.png",
        "image/png",
        PICTURE);
    String item = first("href=\"(/evidence/[0-9a-f-]{36})\"", browser.get(at.page()).body());
    Browser custodian =
        DESK.browserOf(DESK.person(at.office(), "Yana Contoh", Role.EVIDENCE_CUSTODIAN));
    custodian.open("/");

    assertThat(custodian.get(item).body()).contains("Minta persetujuan").doesNotContain(">Buka<");
    custodian.post(item + "/ask", "why", "memastikan yang dilaporkan");

    assertThat(custodian.get(item).body())
        .contains("Orang lain yang berwenang harus menyetujui")
        .doesNotContain("Minta persetujuan");
  }

  @Test
  void a_page_is_captured_on_a_click_and_one_of_this_machine_is_refused() throws Exception {
    CaseAtHand at = CaseAtHand.open(DESK);
    Browser browser = DESK.browserOf(at.keeper());
    browser.open("/");
    HttpServer site = site();
    try {
      String url = ":" + site.getAddress().getPort() + "/p";
      browser.post(
          at.page() + "/evidence/capture",
          "url",
          "http://localhost" + url,
          "why",
          "sebelum dihapus");
      browser.post(
          at.page() + "/evidence/capture",
          "url",
          "http://127.0.0.1" + url,
          "why",
          "sebelum dihapus");
      String page = waitFor(browser, at.page(), "evidence/[0-9a-f-]{36}\"", "Gagal");

      assertThat(page).contains("Tangkapan halaman", "127.0.0.1 tidak ada di internet publik");
      assertThat(at.verified(browser, folder)).isInstanceOf(Verdict.Intact.class);

      browser.post(
          at.page() + "/evidence/capture",
          "url",
          "http://localhost:" + site.getAddress().getPort() + "/anak",
          "why",
          "dugaan");
      assertThat(waitFor(browser, at.page(), "Hanya nilai hash")).contains("Hanya nilai hash");
      assertThat(browser.get("/police-lane").body()).contains("/police-lane/");
      DESK.pass(Duration.ofSeconds(1)); // The latest bundle stands first.
      Verdict whole = at.verified(browser, folder);
      assertThat(((Verdict.Intact) whole).facts().counts())
          .as("nothing of that page")
          .anyMatch(count -> count.of().equals("withheld") && count.number() > 0);
    } finally {
      site.stop(0);
    }
  }

  @Test
  void what_a_page_of_a_case_that_may_be_intimate_shows_is_opened_by_two_and_never_bundled()
      throws Exception {
    CaseAtHand at = CaseAtHand.open(DESK);
    DESK.bean(InOffice.class)
        .write(
            at.office().id(),
            jdbc -> {
              jdbc.sql("UPDATE officers SET sees_worst = true WHERE id = :id")
                  .param("id", at.keeper().id())
                  .update();
              return jdbc.sql("UPDATE jobs SET suspected = array_append(suspected, 'SEXTORTION')")
                  .update();
            });
    Browser browser = DESK.browserOf(at.keeper());
    browser.open("/");
    HttpServer site = site();
    try {
      String url = "http://localhost:" + site.getAddress().getPort() + "/p";
      browser.post(at.page() + "/evidence/capture", "url", url, "why", "sebelum dihapus");
      waitFor(browser, at.page(), "href=\"/evidence/[0-9a-f-]{36}\"");
    } finally {
      site.stop(0);
    }

    List<Item> items =
        at.look(
            DESK,
            jdbc ->
                new SqlItems(jdbc).ofCase(new SqlCases(jdbc).find(at.number()).orElseThrow().id()));
    assertThat(items)
        .extracting(Item::kind)
        .containsExactlyInAnyOrder(Item.Kind.CAPTURE, Item.Kind.PICTURE);
    for (Item item : items) {
      assertThat(item.parts())
          .allMatch(
              part ->
                  (part.type().equals("text/plain") || part.type().equals("application/json"))
                      == (item.kind() == Item.Kind.CAPTURE));
    }
    Verdict whole = at.verified(browser, folder);
    assertThat(((Verdict.Intact) whole).facts().counts())
        .anyMatch(count -> count.of().equals("withheld") && count.number() > 0);
  }

  /** A site on this machine: a page of no harm, and one that hints at a child. */
  private static HttpServer site() throws IOException {
    HttpServer site =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    site.createContext(
        "/",
        exchange -> {
          boolean child = exchange.getRequestURI().getPath().endsWith("/anak");
          byte[] page =
              (child
                      ? "<p>Halaman contoh</p><img alt='VCS anak SMP kataunikhalaman'>"
                      : "<p>Halaman contoh</p>")
                  .getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(200, page.length);
          exchange.getResponseBody().write(page);
          exchange.close();
        });
    site.start();
    return site;
  }

  /** The page once it holds all of this; a browser may take its time. */
  private static String waitFor(Browser browser, String path, String... patterns)
      throws InterruptedException {
    String page = "";
    for (int i = 0; i < 240; i++) {
      page = browser.get(path).body();
      String seen = page;
      if (Stream.of(patterns).allMatch(one -> Pattern.compile(one).matcher(seen).find())) {
        return page;
      }
      Thread.sleep(500);
    }
    throw new AssertionError(path + " never held " + List.of(patterns) + ": " + page);
  }

  @Test
  void an_intimate_picture_is_opened_by_two_persons_for_a_short_time_only() throws IOException {
    CaseAtHand at = CaseAtHand.open(DESK);
    Officer custodian = DESK.person(at.office(), "Bima Contoh", Role.EVIDENCE_CUSTODIAN);
    Officer other = DESK.person(at.office(), "Citra Contoh", Role.EVIDENCE_CUSTODIAN);
    Browser keeper = DESK.browserOf(custodian);
    keeper.open("/");
    keeper.postFile(
        at.page() + "/evidence/file",
        Map.of("why", "dibawa korban", "intimate", "true"),
        "nama-korban.png",
        "image/png",
        PICTURE);
    String page = keeper.get(at.page()).body();
    assertThat(page).contains("Gambar intim").doesNotContain("nama-korban");
    String item = first("(/evidence/[0-9a-f-]{36})\"", page);

    keeper.post(item + "/ask", "why", "mencocokkan wajah");
    assertThat(keeper.get(item + "/parts/file.png").status()).isEqualTo(404);
    String wish =
        first("(/evidence/openings/[0-9a-f-]{36})/agree", DESK.browserOf(other).get(item).body());
    keeper.post(wish + "/agree");
    assertThat(keeper.get(item + "/parts/file.png").status()).isEqualTo(404);

    Browser second = DESK.browserOf(other);
    second.open("/");
    second.post(wish + "/agree");
    assertThat(keeper.download(item + "/parts/file.png")).isEqualTo(PICTURE);
    assertThat(second.get(item + "/parts/file.png").status()).isEqualTo(404);
    assertThat(((Verdict.Intact) at.verified(keeper, folder)).facts().counts())
        .as("in no file that one person may take away, open or not")
        .contains(new Verdict.Count("withheld", 1));
    assertThat(keeper.get(item).body())
        .contains("Diminta dibuka", "Disetujui dibuka", "Dibuka", "Citra Contoh");

    DESK.pass(Opening.OPEN.plus(Duration.ofSeconds(1)));
    assertThat(keeper.get(item + "/parts/file.png").status()).isEqualTo(404);
    assertThat(((Verdict.Intact) at.verified(keeper, folder)).facts().counts())
        .contains(new Verdict.Count("withheld", 1));
  }

  @Test
  void who_may_not_open_evidence_is_shown_hashes_and_no_more() {
    CaseAtHand at = CaseAtHand.open(DESK);
    at.keeping(DESK);
    Browser auditor = DESK.browserOf(DESK.person(at.office(), "Umar Contoh", Role.AUDITOR));
    auditor.open("/");
    String item = first("(/evidence/[0-9a-f-]{36})\"", auditor.get(at.page()).body());

    assertThat(auditor.get(item).body()).doesNotContain("gacor", "name=\"why\"");
    assertThat(auditor.get(item + "/parts/post.json").status()).isEqualTo(403);
    assertThat(auditor.post(item + "/ask", "why", "ingin tahu").status()).isEqualTo(403);
  }

  @Test
  void another_office_finds_nothing_of_it() {
    CaseAtHand at = CaseAtHand.open(DESK);
    Browser own = at.keeping(DESK);
    String item = first("(/evidence/[0-9a-f-]{36})\"", own.get(at.page()).body());
    Browser stranger =
        DESK.browserOf(DESK.person(DESK.office("Dinas Lain"), "Asing Contoh", Role.values()));
    stranger.open("/");

    for (String path : List.of(item, item + "/parts/post.json")) {
      assertThat(stranger.get(path).status()).isEqualTo(404);
    }
    assertThat(stranger.post(item + "/ask", "why", "ingin tahu").status()).isEqualTo(404);
  }
}
