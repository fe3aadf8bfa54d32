package ronda.server.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import ronda.casework.chain.AuditLog;
import ronda.casework.office.Office;
import ronda.casework.office.Officer;
import ronda.casework.office.Role;
import ronda.identify.post.Category;
import ronda.server.Browser;
import ronda.server.MadeUpCases;
import ronda.server.OpenDesk;
import ronda.server.page.Shown;
import ronda.store.login.Tokens;

/**
 * Whole and valid forms, each about something of one office: somebody of another office may do all
 * of it at home, and does nothing here.
 */
class OthersFormsTest {
  @RegisterExtension static final OpenDesk DESK = new OpenDesk();

  private final Office office = DESK.office("Dinas yang punya");
  private final Officer owner = DESK.person(office, "Pemilik", Role.values());
  private final Browser home = DESK.browserOf(owner);
  private final List<Form> forms = new ArrayList<>();

  /** A form as a page of the office would send it. */
  private record Form(String path, String... fields) {}

  private void form(String path, String... fields) {
    forms.add(new Form(path, fields));
  }

  private UUID job(String account, String text) {
    return Arriving.job(DESK, office, account, text);
  }

  private String made(String path, String... fields) {
    Browser.Page page = home.post(path, fields);
    assertThat(page.status()).as(path).isEqualTo(302);
    return URI.create(page.header("location")).getPath();
  }

  private void every_form() {
    UUID judged = job("satu", "Main di CONTOH88 slot gacor maxwin deposit pulsa");
    UUID held = job("dua", "Bandar togel terpercaya CONTOH66, hadiah 4D sampai 10 juta");
    form("/jobs/" + judged + "/judge", "verdict", "not-harmful", "reason", "hanya cerita");
    form("/jobs/" + judged + "/undo");
    form("/jobs/" + judged + "/release");
    form("/jobs/" + held + "/take");
    form("/jobs/" + held + "/hold", "reason", "diminta penyidik", "basis", "surat 12");
    form("/jobs/" + held + "/child");
    String file = "/cases/" + number("Judi contoh pertama");
    form(file + "/note", "text", "sudah dilihat");
    form(file + "/hold", "reason", "diminta penyidik", "basis", "surat 12");
    form(file + "/evidence/posts", "why", "sebelum dihapus", "post", "");
    form(file + "/close", "outcome", "ditangani");
    form(file + "/reopen", "reason", "muncul lagi");
    String account =
        made(
            "/watchlist/new",
            "platform",
            "Instagram",
            "handle",
            "akun_uji",
            "region",
            "32.71",
            "category",
            "gambling",
            "way",
            "patrol");
    form(account + "/look", "there", "true", "note", "masih ada");
    form(account + "/note", "text", "catatan");
    form(
        account + "/describe",
        "displayName",
        "Akun Uji",
        "region",
        "32.71",
        "category",
        "scam",
        "reason",
        "salah kategori");
    form(account + "/case", "number", number("Judi contoh kedua"));
    form(account + "/move", "to", "gone", "reason", "tidak ada lagi");
    String modus =
        made(
            "/modus/new",
            "title",
            "Modus uji",
            "category",
            "gambling",
            "pattern",
            "Akun baru tiap hari.",
            "signals",
            "nomor sama",
            "advice",
            "Laporkan.",
            "why",
            "contoh");
    form(
        modus + "/edit",
        "shown",
        Shown.of(1).mark(),
        "title",
        "Modus uji dua",
        "category",
        "gambling",
        "pattern",
        "Akun baru tiap hari.",
        "signals",
        "nomor sama",
        "advice",
        "Laporkan.",
        "why",
        "lebih jelas");
    form(modus + "/case", "number", number("Judi contoh ketiga"));
    Officer colleague = DESK.person(office, "Rekan", Role.REVIEWER);
    String person = "/people/" + colleague.id();
    form(
        person,
        "name",
        "Rekan Baru",
        "email",
        colleague.email(),
        "region",
        "32.71",
        "roles",
        "analyst",
        Shown.FIELD,
        mark(person));
    form(person + "/link");
    form(person + "/reset");
    form(person + "/lock");
    form(person + "/unlock");
    DESK.bean(Tokens.class).make(office.id(), "program", Role.REVIEWER, DESK.now());
    UUID token = DESK.bean(Tokens.class).ofOffice(office.id()).getFirst().id();
    form("/office/tokens/" + token + "/end");
  }

  private String mark(String person) {
    Matcher mark =
        Pattern.compile("name=\"shown\" value=\"([^\"]+)\"").matcher(home.get(person).body());
    assertThat(mark.find()).isTrue();
    return mark.group(1);
  }

  private String number(String text) {
    Officer judge = DESK.person(office, "Penilai", Role.CASE_OFFICER);
    return new MadeUpCases(DESK).confirmed(text, Category.GAMBLING, judge).number();
  }

  /** What stands in the audit log of the office; the machine's own rounds go on meanwhile. */
  private long acts() {
    return DESK
        .bean(AuditLog.class)
        .page(office.id(), AuditLog.Filter.ALL, Long.MAX_VALUE, 1000)
        .stream()
        .filter(link -> !link.actor().equals("Ronda"))
        .count();
  }

  @Test
  void what_its_own_people_do_by_a_form_nobody_of_another_office_does_by_the_same_form() {
    home.open("/");
    every_form();
    Office elsewhere = DESK.office("Dinas lain");
    Browser stranger = DESK.browserOf(DESK.person(elsewhere, "Asing", Role.values()));
    stranger.open("/");

    for (Form form : forms) {
      long before = acts();
      assertThat(stranger.post(form.path(), form.fields()).status())
          .as("%s by a stranger", form.path())
          .isIn(403, 404);
      assertThat(acts()).as("acts in the office after %s", form.path()).isEqualTo(before);
      Browser.Page own = home.post(form.path(), form.fields());
      assertThat(own.status()).as("%s at home", form.path()).isLessThan(400);
      assertThat(acts()).as("the form is whole: %s", form.path()).isGreaterThan(before);
    }
  }
}
