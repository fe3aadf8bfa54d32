package ronda.server.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import ronda.casework.office.Office;
import ronda.casework.office.Role;
import ronda.server.Browser;
import ronda.server.OpenDesk;
import ronda.store.sql.InOffice;

/** What no policy finds an officer may raise, and is then the first of two who judge it. */
class ByHandTest {
  @RegisterExtension static final OpenDesk DESK = new OpenDesk();

  private static final String POST = "Besok kita kumpul di lapangan, bawa yang tadi dibicarakan";

  private final Office office = DESK.office("Dinas yang menemukan sendiri");
  private final Browser ani = person("Ani Contoh", Role.REVIEWER);

  @Test
  void it_is_for_two_and_the_second_does_not_see_what_the_first_said() {
    Browser.Page asked = ani.post("/bring/text", "text", POST, "author", "akun-rekaan");
    assertThat(asked.status()).isEqualTo(200);
    assertThat(asked.body()).contains("Ronda tidak menemukan apa-apa", POST, "akun-rekaan");
    assertThat(count("found_posts")).as("what nobody finds anything in is not kept").isZero();

    Browser.Page raised = raise("scam", "janjian penipuan yang sudah dilaporkan warga");
    assertThat(raised.header("Location")).contains("/jobs/");
    String page = URI.create(raised.header("Location")).getPath();
    assertThat(ani.open(page).body()).contains("Diajukan oleh petugas", "janjian penipuan");

    Browser budi = person("Budi Contoh", Role.REVIEWER);
    assertThat(budi.open(page).body())
        .contains("Diajukan oleh petugas")
        .doesNotContain("janjian penipuan", "Ani Contoh", "Apa yang akan disarankan");
    String batch = batches().getFirst();
    assertThat(ani.open(batch).body()).contains("Ani Contoh");
    assertThat(budi.open("/bring").body()).doesNotContain("Ani Contoh");
    assertThat(budi.open(batch).status()).as("nor who brought it").isEqualTo(404);
    budi.post(page + "/take");
    assertThat(budi.open(page).body())
        .as("nor how grave the first found it")
        .containsPattern("value=\"HIGH\"[^>]*selected");
    budi.post(
        page + "/judge",
        "verdict",
        "confirmed",
        "category",
        "scam",
        "stance",
        "none",
        "severity",
        "medium",
        "reason",
        "cocok dengan laporan");
    assertThat(count("cases")).isEqualTo(1);

    Browser dina = person("Dina Contoh", Role.ANALYST);
    String quality = dina.open("/quality").body();
    assertThat(quality).contains("diajukan petugas");
    Matcher link = Pattern.compile("(/queue\\?[^\"]*figure=upheld[^\"]*)\">1<").matcher(quality);
    assertThat(link.find()).as("the number leads to its job").isTrue();
    assertThat(dina.open(link.group(1).replace("&amp;", "&")).body())
        .contains("diajukan petugas dan dikuatkan", POST);
  }

  @Test
  void why_nothing_was_found_is_told_category_by_category() {
    String near =
        ani.post("/bring/text", "text", "Jangan main slot gacor, temanku habis rumah gara-gara itu")
            .body();
    assertThat(near)
        .contains(
            "Mengapa Ronda tidak menemukan",
            "tampaknya hanya membicarakannya",
            "istilah: slot gacor")
        .contains("/policies/gambling-promotion")
        .doesNotContain("??");

    assertThat(ani.post("/bring/text", "text", "Selamat pagi, hari ini cerah sekali").body())
        .contains("tidak mirip dengan apa pun yang dicari")
        .doesNotContain("/policies/gambling-promotion");
    assertThat(ani.open("/bring").body()).doesNotContain("Mengapa Ronda tidak menemukan");
  }

  @Test
  void a_watched_account_is_seen_in_it() {
    Browser keeper = person("Eka Contoh", Role.CASE_OFFICER);
    keeper.post("/watchlist/new", "platform", "x", "handle", "akun-rekaan", "category", "scam");
    DESK.pass(Duration.ofHours(1));
    ani.post(
        "/bring/text",
        "text",
        POST,
        "author",
        "akun-rekaan",
        "platform",
        "x",
        "category",
        "scam",
        "severity",
        "LOW",
        "reason",
        "dilaporkan warga");
    assertThat(texts("SELECT handle FROM watched_accounts WHERE last_seen > first_seen"))
        .containsExactly("akun-rekaan");
  }

  @Test
  void a_category_needs_a_reason_and_nothing_typed_is_lost() {
    Browser.Page page = raise("scam", " ");
    assertThat(page.status()).isEqualTo(400);
    assertThat(page.body()).contains("Pilih kategori dan tulis alasannya", POST);
    assertThat(raise("sextortion", "korban melapor").body())
        .contains("hanya untuk petugas yang menyatakan bersedia melihat unggahan terberat");
    assertThat(count("jobs")).isZero();
  }

  @Test
  void what_ronda_finds_itself_is_raised_as_ever() {
    String advert = "Main di CONTOH88 slot gacor maxwin, daftar sekarang juga";
    Browser.Page page =
        ani.post(
            "/bring/text",
            "text",
            advert,
            "category",
            "scam",
            "severity",
            "low",
            "reason",
            "menipu");
    assertThat(page.header("Location")).contains("/batches/");
    assertThat(count("judgements")).isZero();
    assertThat(texts("SELECT category FROM jobs")).containsExactly("GAMBLING");
  }

  @Test
  void who_may_not_judge_raises_nothing() {
    Browser posko = person("Posko Contoh", Role.POSKO);
    Browser.Page page =
        posko.post(
            "/bring/text", "text", POST, "category", "scam", "severity", "low", "reason", "menipu");
    assertThat(page.header("Location")).contains("/batches/");
    assertThat(posko.open(page.header("Location")).body()).contains("mintalah seorang peninjau");
    assertThat(posko.open("/bring").body()).doesNotContain("name=\"category\"");
    assertThat(count("jobs")).isZero();
  }

  @Test
  void what_may_show_a_child_is_kept_without_a_word_of_it() {
    String text = "Yang mau kenalan sama anak smp chat saja";
    ani.post(
        "/bring/text",
        "text",
        text,
        "category",
        "prostitution",
        "severity",
        "low",
        "reason",
        "harus dilaporkan");
    assertThat(texts("SELECT text FROM found_posts"))
        .hasSize(1)
        .allMatch(kept -> kept.startsWith("sha256:"));
  }

  private Browser.Page raise(String category, String reason) {
    return ani.post(
        "/bring/text",
        "text",
        POST,
        "author",
        "akun-rekaan",
        "category",
        category,
        "stance",
        "none",
        "severity",
        "medium",
        "reason",
        reason);
  }

  private Browser person(String name, Role role) {
    return DESK.browserOf(DESK.person(office, name, role));
  }

  private List<String> batches() {
    return texts("SELECT '/batches/' || id FROM batches ORDER BY at");
  }

  private List<String> texts(String sql) {
    return DESK.bean(InOffice.class)
        .read(office.id(), jdbc -> jdbc.sql(sql).query(String.class).list());
  }

  private long count(String table) {
    return DESK.bean(InOffice.class)
        .read(
            office.id(),
            jdbc -> jdbc.sql("SELECT count(*) FROM " + table).query(Long.class).single());
  }
}
