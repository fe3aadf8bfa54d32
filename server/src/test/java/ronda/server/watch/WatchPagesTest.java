package ronda.server.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.context.ConfigurableApplicationContext;
import ronda.casework.chain.AuditLog;
import ronda.casework.chain.Link;
import ronda.casework.office.Office;
import ronda.casework.office.Officer;
import ronda.casework.office.Offices;
import ronda.casework.office.Region;
import ronda.casework.office.Role;
import ronda.server.start.Server;
import ronda.server.watch.Browser.Page;
import ronda.store.login.SignInLinks;
import ronda.store.postgres.EmbeddedDatabase;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WatchPagesTest {
  @RegisterExtension static final EmbeddedDatabase DATABASE = new EmbeddedDatabase();

  private static final Office HERE = office("Dinas Kominfo Kota Contoh", "32.71");
  private static final Office FAR = office("Dinas Kominfo Kota Jauh", "94.71");

  @SuppressWarnings("NullAway.Init") // Opened before all tests.
  private ConfigurableApplicationContext server;

  @BeforeAll
  void open() {
    server = Server.open(DATABASE.source(), "server.port=0", "ronda.root=" + root());
    server.getBean(Offices.class).put(HERE);
    server.getBean(Offices.class).put(FAR);
  }

  /** How often the list was taken out by anybody of this office. */
  private long exports() {
    return server
        .getBean(AuditLog.class)
        .page(HERE.id(), AuditLog.Filter.ALL, Long.MAX_VALUE, 1_000)
        .stream()
        .filter(link -> link.act().equals("watch-exported"))
        .count();
  }

  private static String root() {
    return System.getProperty("ronda.root", "..");
  }

  @AfterAll
  void close() {
    server.close();
  }

  private static Office office(String name, String region) {
    return new Office(
        UUID.randomUUID(), name, Office.Kind.COMMUNICATIONS_OFFICE, new Region(region));
  }

  private Browser signedIn(Office office, Role role) {
    UUID id = UUID.randomUUID();
    server
        .getBean(Offices.class)
        .put(
            new Officer(
                id,
                office.id(),
                "Petugas " + role,
                id + "@contoh.invalid",
                Set.of(role),
                office.region(),
                false));
    String secret =
        server.getBean(SignInLinks.class).make(id, SignInLinks.Purpose.START, Instant.now()).text();
    Browser browser = browser();
    browser.open("/sign-in/link/" + secret);
    return browser;
  }

  private Browser browser() {
    String port = server.getEnvironment().getRequiredProperty("local.server.port");
    return new Browser("http://127.0.0.1:" + port);
  }

  private static Page enter(Browser browser, String handle) {
    browser.open("/watchlist/new");
    return browser.post(
        "/watchlist/new", "platform", "MiChat", "handle", handle, "category", "prostitution");
  }

  @Test
  void whoever_is_not_signed_in_is_asked_to() {
    for (String path : List.of("/watchlist", "/modus", "/notices", "/watchlist/export.csv")) {
      assertThat(browser().open(path).path()).as(path).isEqualTo("/sign-in");
    }
  }

  @Test
  void who_may_only_read_reads_and_changes_nothing() {
    String account = enter(signedIn(HERE, Role.CASE_OFFICER), "dibaca").path();
    Browser reader = signedIn(HERE, Role.AUDITOR);
    assertThat(reader.open(account).status()).isEqualTo(200);
    assertThat(reader.open("/watchlist/new").status()).isEqualTo(403);
    assertThat(reader.open("/watchlist/export.csv").status()).isEqualTo(403);
    reader.open("/watchlist");
    assertThat(reader.post(account + "/note", "text", "x").status()).isEqualTo(403);
    assertThat(reader.post(account + "/move", "to", "gone", "reason", "x").status()).isEqualTo(403);
    assertThat(reader.open("/notices/new").status()).isEqualTo(403);
    assertThat(signedIn(HERE, Role.SPOKESPERSON).open("/watchlist").status()).isEqualTo(403);
  }

  @Test
  void an_officer_of_another_office_sees_none_of_it() {
    String account = enter(signedIn(HERE, Role.CASE_OFFICER), "milik_sendiri").path();
    Browser stranger = signedIn(FAR, Role.CASE_OFFICER);
    assertThat(stranger.open(account).status()).isEqualTo(404);
    assertThat(stranger.open("/watchlist").text()).doesNotContain("milik_sendiri");
    stranger.open("/watchlist");
    assertThat(stranger.post("/watchlist/export.csv").text())
        .contains("handle")
        .doesNotContain("milik_sendiri");
    assertThat(stranger.post(account + "/note", "text", "x").status()).isEqualTo(404);
    assertThat(stranger.post(account + "/case", "number", "2026-000001").status()).isEqualTo(404);
  }

  @Test
  void a_whole_app_is_refused_and_the_reason_told() {
    Page refused = enter(signedIn(HERE, Role.CASE_OFFICER), "semua akun MiChat");
    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.text()).contains("seluruh aplikasi, bukan satu akun");
  }

  @Test
  void an_account_goes_its_way_and_every_act_is_written_down() {
    Browser officer = signedIn(HERE, Role.CASE_OFFICER);
    String account = enter(officer, "riwayat").path();
    assertThat(officer.post(account + "/move", "to", "back", "reason", "x").text())
        .contains("langkah itu tidak mungkin");
    assertThat(officer.post(account + "/move", "to", "gone", "reason", "").text())
        .contains("Tulis alasannya");
    officer.post(account + "/move", "to", "gone", "reason", "tidak ada");
    assertThat(officer.post(account + "/look", "there", "true").text())
        .contains("Tampaknya muncul lagi");
    assertThat(officer.open("/").text()).contains("muncul lagi: periksa");
    officer.open(account);
    officer.post(account + "/move", "to", "back", "reason", "benar");
    String subject = "account:" + account.substring(account.lastIndexOf('/') + 1);
    List<String> acts =
        server
            .getBean(AuditLog.class)
            .page(HERE.id(), AuditLog.Filter.ALL, Long.MAX_VALUE, 1_000)
            .stream()
            .filter(link -> link.subject().equals(subject))
            .map(Link::act)
            .toList();
    assertThat(acts).containsExactly("watch-moved", "watch-looked", "watch-moved", "watch-entered");
  }

  @Test
  void what_somebody_typed_is_shown_and_never_run() {
    Browser officer = signedIn(HERE, Role.CASE_OFFICER);
    String account = enter(officer, "<img src=x onerror=alert(1)>").path();
    Page page = officer.post(account + "/note", "text", "<script>alert(2)</script>");
    assertThat(page.text()).doesNotContain("<img src=x").doesNotContain("<script>alert");
    assertThat(page.text()).contains("&lt;script&gt;alert(2)");
  }

  @Test
  void an_empty_list_says_whether_anybody_looked() {
    Browser officer = signedIn(HERE, Role.CASE_OFFICER);
    String nothing = "/watchlist?platform=Bigo+Live&category=illegal-trade";
    assertThat(officer.open(nothing).text()).contains("Tidak diperiksa");
    officer.post("/watchlist/searched", "platform", "Bigo Live", "category", "illegal-trade");
    assertThat(officer.open(nothing).text()).contains("Belum ditemukan (diperiksa sampai");
  }

  @Test
  void one_bad_line_of_a_list_stops_no_other_and_can_be_downloaded() {
    Browser officer = signedIn(HERE, Role.CASE_OFFICER);
    officer.open("/watchlist/import");
    Page brought =
        officer.upload(
            "/watchlist/import",
            "daftar.csv",
            """
            platform,handle,category,note
            MiChat,impor_satu,prostitution,laporan
            MiChat,aplikasi MiChat,prostitution,
            MiChat,"terbuka,prostitution,
            MiChat,impor_dua,prostitution,"=1+1"
            """);
    assertThat(brought.path()).startsWith("/watchlist/imports/");
    Page rejects = officer.open(brought.path() + "/rejects.jsonl");
    assertThat(rejects.text().lines()).hasSize(2);
    assertThat(rejects.text()).contains("\"line\":3").contains("\"line\":4");
    String address = officer.open("/watchlist/export.csv?q=impor_&x=y").text();
    assertThat(address)
        .contains("Ambil berkas", "name=\"q\" value=\"impor_\"")
        .doesNotContain("impor_satu", "name=\"x\"");
    long before = exports();
    officer.open("/watchlist/export.csv?q=impor_");
    assertThat(exports()).as("opening the address takes nothing out").isEqualTo(before);
    String exported = officer.post("/watchlist/export.csv", "q", "impor_").text();
    assertThat(exports()).isEqualTo(before + 1);
    assertThat(exported).contains("impor_satu").contains("\"'=1+1\"");
    assertThat(signedIn(FAR, Role.CASE_OFFICER).open(brought.path()).status()).isEqualTo(404);
  }

  @Test
  void a_rejected_line_says_why_in_the_readers_language_and_to_who_brought_it_alone() {
    Browser officer = signedIn(HERE, Role.CASE_OFFICER);
    officer.open("/watchlist/import");
    Page brought =
        officer.upload(
            "/watchlist/import", "daftar.csv", "platform,handle,category\nMiChat,salah_tempat,x\n");
    assertThat(brought.text()).contains("salah_tempat", "Pilih dugaannya");

    officer.post("/preferences", "language", "en");
    assertThat(officer.open(brought.path()).text())
        .contains("salah_tempat")
        .doesNotContain("Pilih dugaannya");
    assertThat(officer.open(brought.path() + "/rejects.jsonl").text())
        .doesNotContain("Pilih dugaannya", "watch.wrong");

    for (Role role : List.of(Role.CASE_OFFICER, Role.REVIEWER, Role.HEAD)) {
      Browser colleague = signedIn(HERE, role);
      assertThat(colleague.open(brought.path()).text())
          .contains("daftar.csv", "hanya terlihat oleh yang membawa")
          .doesNotContain("salah_tempat");
      assertThat(colleague.open(brought.path() + "/rejects.jsonl").text())
          .doesNotContain("salah_tempat");
    }
  }

  @Test
  void the_starting_catalogue_is_loaded_once_and_waits_for_verification() {
    Browser officer = signedIn(HERE, Role.CASE_OFFICER);
    officer.open("/modus");
    assertThat(officer.post("/modus/start").text()).contains("Katalog awal dimuat");
    Page list = officer.open("/modus");
    assertThat(list.text().split("perlu verifikasi", -1)).hasSizeGreaterThan(10);
    assertThat(officer.post("/modus/start").text()).contains("Katalog sudah berisi");
  }

  @Test
  void a_way_of_working_without_a_reason_is_shown_again_as_it_was_typed() {
    Browser officer = signedIn(HERE, Role.CASE_OFFICER);
    officer.open("/modus/new");

    Page again = officer.post("/modus/new", modus("Undangan palsu contoh", ""));

    assertThat(again.status()).isEqualTo(400);
    assertThat(again.text()).contains("Undangan palsu contoh", "berkas .apk");
  }

  @Test
  void a_way_of_working_is_written_and_written_anew() {
    Browser officer = signedIn(HERE, Role.CASE_OFFICER);
    officer.open("/modus/new");
    Page begun = officer.post("/modus/new", modus("Undangan palsu contoh", "laporan warga"));
    assertThat(begun.text()).contains("Undangan palsu contoh", "perlu verifikasi");

    officer.open(begun.path() + "/edit");
    String[] checked = modus("Undangan palsu, diperiksa", "ditinjau");
    checked = and(checked, "verified", "true", "shown", officer.field("shown"));
    Page changed = officer.post(begun.path() + "/edit", checked);

    assertThat(changed.path()).isEqualTo(begun.path());
    assertThat(changed.text()).contains("Undangan palsu, diperiksa", "laporan warga", "ditinjau");
  }

  @Test
  void an_old_form_replaces_no_new_version_of_a_way_of_working() {
    Browser officer = signedIn(FAR, Role.CASE_OFFICER);
    officer.open("/modus/new");
    Page begun = officer.post("/modus/new", modus("Modus berdua", "laporan warga"));
    officer.open(begun.path() + "/edit");
    String shown = officer.field("shown");
    Browser colleague = signedIn(FAR, Role.CASE_OFFICER);
    colleague.open(begun.path() + "/edit");
    colleague.post(
        begun.path() + "/edit",
        and(modus("Judul rekan", "kata rekan"), "shown", colleague.field("shown")));

    Page late =
        officer.post(
            begun.path() + "/edit", and(modus("Judul saya", "alasan saya"), "shown", shown));

    assertThat(late.status()).isEqualTo(409);
    assertThat(late.text())
        .contains("orang lain menulis versi baru", "Judul rekan", "kata rekan")
        .contains("value=\"Judul saya\"", "value=\"alasan saya\"");
    assertThat(officer.open(begun.path()).text())
        .contains("Judul rekan")
        .doesNotContain("Judul saya");
    officer.open(begun.path() + "/edit");
    assertThat(
            officer
                .post(
                    begun.path() + "/edit",
                    and(modus("Judul saya", "alasan saya"), "shown", officer.field("shown")))
                .text())
        .contains("Judul saya");
  }

  private static String[] and(String[] fields, String... more) {
    return Stream.concat(Stream.of(fields), Stream.of(more)).toArray(String[]::new);
  }

  private static String[] modus(String title, String why) {
    return new String[] {
      "title",
      title,
      "category",
      "scam",
      "pattern",
      "Pesan dengan undangan yang ternyata program",
      "signals",
      "berkas .apk\r\nnomor tak dikenal",
      "advice",
      "Jangan dipasang",
      "why",
      why
    };
  }

  @Test
  void a_notice_reaches_the_region_it_names_and_names_no_officer() {
    Browser sender = signedIn(HERE, Role.CASE_OFFICER);
    String notice = send(sender, "Waspada APK undangan", "94");
    Browser reader = signedIn(FAR, Role.REVIEWER);
    assertThat(reader.open("/").text()).contains("peringatan dini belum dibaca");
    Page page = reader.open(notice);
    assertThat(page.text()).contains("Waspada APK undangan").contains(HERE.name());
    assertThat(page.text()).doesNotContain("Petugas CASE_OFFICER");
    assertThat(signedIn(FAR, Role.AUDITOR).post(notice + "/read").status()).isEqualTo(403);
    reader.post(notice + "/read");
    assertThat(sender.open(notice).text()).contains(FAR.name());
    assertThat(signedIn(FAR, Role.HEAD).post(notice + "/withdraw", "reason", "x").status())
        .isIn(403, 404);
  }

  @Test
  void a_notice_for_others_is_not_found_here() {
    String notice = send(signedIn(HERE, Role.CASE_OFFICER), "Hanya Jawa Barat", "32");
    Browser far = signedIn(FAR, Role.CASE_OFFICER);
    assertThat(far.open(notice).status()).isEqualTo(404);
    assertThat(far.open(notice + "/notice.json").status()).isEqualTo(404);
  }

  @Test
  void who_warns_is_told_how_many_offices_of_this_installation_it_reaches() {
    Browser sender = signedIn(HERE, Role.CASE_OFFICER);
    assertThat(sender.open("/notices/new").text()).contains("sampai ke 1 kantor lain");
    assertThat(sender.open(send(sender, "Bagi semua", "")).text())
        .contains("sampai ke 1 kantor lain");
    assertThat(sender.open(send(sender, "Hanya Jawa Barat", "32")).text())
        .contains("sampai ke 0 kantor di Ronda ini", "unduh berkasnya dan serahkan");
  }

  @Test
  void a_notice_that_points_at_somebody_is_not_sent_and_can_be_covered() {
    Browser sender = signedIn(HERE, Role.CASE_OFFICER);
    sender.open("/notices/new");
    String[] words = {
      "title", "Waspada", "lookFor", "transfer ke 0812-3456-7890 a.n. Melati Contoh", "advice", "x"
    };
    Page refused = sender.post("/notices/new", words);
    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.text()).contains("<mark>0812-3456-7890</mark>");
    String[] masked = java.util.Arrays.copyOf(words, words.length + 2);
    masked[words.length] = "mask";
    masked[words.length + 1] = "true";
    assertThat(sender.post("/notices/new", masked).text())
        .contains("transfer ke [nomor] a.n. [nama]");
  }

  @Test
  void a_notice_travels_as_a_file_and_comes_in_with_a_caution() {
    Browser sender = signedIn(HERE, Role.CASE_OFFICER);
    String file = sender.open(send(sender, "Lewat berkas", "32") + "/notice.json").text();
    String other =
        file.replaceFirst("\"id\" : \"[^\"]+\"", "\"id\" : \"" + UUID.randomUUID() + '"');
    Browser far = signedIn(FAR, Role.CASE_OFFICER);
    far.open("/notices/import");
    assertThat(far.upload("/notices/import", "n.json", other).text()).contains("perlu verifikasi");
    far.open("/notices/import");
    assertThat(far.upload("/notices/import", "n.json", other).text()).contains("sudah ada");
    for (String bad :
        List.of("", "[]", "{", "{\"format\":\"ronda-notice-1\"}", "null", "[".repeat(5_000))) {
      far.open("/notices/import");
      assertThat(far.upload("/notices/import", "n.json", bad).text()).contains("bukan berkas");
    }
  }

  @Test
  void two_offices_bring_in_the_same_file_and_each_hears_of_its_withdrawal() {
    String file =
        """
        {"format":"ronda-notice-1","id":"%s","sender":"Dinas Jauh","senderRegion":"11.71",
         "sentAt":"2026-01-02T03:04:05Z","title":"Berkas untuk dua kantor","modus":"",
         "lookFor":"tanda","advice":"saran","regions":["11"]}
        """
            .formatted(UUID.randomUUID());
    String withdrawn =
        file.replace(
            "\"regions\"",
            "\"withdrawnAt\":\"2026-01-03T00:00:00Z\",\"withdrawnReason\":\"keliru\",\"regions\"");
    Browser here = signedIn(HERE, Role.CASE_OFFICER);
    Browser far = signedIn(FAR, Role.CASE_OFFICER);
    for (Browser office : List.of(here, far)) {
      office.open("/notices/import");
      Page page = office.upload("/notices/import", "n.json", file);
      assertThat(page.path()).matches("/notices/[0-9a-f-]+");
      assertThat(office.open(page.path() + "/notice.json").text())
          .as("it goes on under the file's own number")
          .contains(file.substring(file.indexOf("id\":\"") + 5, file.indexOf("\",\"sender\"")));
    }

    far.open("/notices/import");
    assertThat(far.upload("/notices/import", "n.json", withdrawn).text())
        .contains("keliru", "Berkas untuk dua kantor");
    here.open("/notices/import");
    assertThat(here.upload("/notices/import", "n.json", file).text()).contains("sudah ada");
    here.open("/notices/import");
    assertThat(here.upload("/notices/import", "n.json", withdrawn).text()).contains("keliru");
  }

  private static String send(Browser sender, String title, String regions) {
    sender.open("/notices/new");
    return sender
        .post(
            "/notices/new",
            "title",
            title,
            "lookFor",
            "berkas .apk",
            "advice",
            "Jangan pasang",
            "regions",
            regions)
        .path();
  }
}
