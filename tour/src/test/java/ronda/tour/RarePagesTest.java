package ronda.tour;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import ronda.store.postgres.EmbeddedDatabase;
import ronda.tour.RunningRonda.Place;

/**
 * The pages that a day seldom comes to: what was made and is told once, what is over, what is not
 * for whoever asks, what two persons destroy. What would take years is written into the database.
 */
class RarePagesTest {
  @RegisterExtension static final EmbeddedDatabase OFFICES = new EmbeddedDatabase();

  private static final String POLICY = "/policies/gambling-promotion";

  @TempDir static Path folder;

  private static final Chromium CHROMIUM = new Chromium();
  private static RunningRonda ronda;
  private static Visitor sari;

  @BeforeAll
  static void start() {
    ronda = RunningRonda.up(folder.resolve("home"), new Place(OFFICES.url()), "--sample");
    sari = new Visitor(CHROMIUM.person(1280, ColorScheme.LIGHT), ronda.address());
    sari.signIn(ronda.signInLink());
  }

  @AfterAll
  static void end() {
    CHROMIUM.close();
    if (ronda != null) {
      ronda.close();
    }
  }

  private static void write(String sql) throws SQLException {
    try (Connection tables = OFFICES.source().getConnection();
        Statement statement = tables.createStatement()) {
      statement.execute("SET ronda.everything = 'yes'");
      assertThat(statement.executeUpdate(sql)).as(sql).isEqualTo(1);
      statement.execute("RESET ronda.everything");
    }
  }

  private static void isOpenToAll(String name, String words) {
    assertThat(sari.page().locator("main").innerText()).contains(words);
    assertThat(sari.barriers(name)).isEmpty();
  }

  @Test
  void a_sign_in_link_that_was_made() {
    sari.linkFor("rina");

    isOpenToAll("people-x-link", "Teruskan tautan ini");
  }

  @Test
  void a_token_that_was_made() {
    Page page = sari.open("/office");
    page.locator("#token-name").fill("Pemantau contoh");
    page.locator("#token-role").selectOption("posko");
    page.locator("form[action='/office/tokens'] button").click();

    isOpenToAll("office-tokens", "Pemantau contoh");
  }

  @Test
  void a_form_of_an_earlier_sign_in() {
    Page page = sari.open("/queue");
    page.evaluate(
        "() => document.querySelectorAll('[name=_csrf]').forEach(field => field.value = 'dahulu')");
    page.locator("form[action^='/queue/next'] button").click();

    isOpenToAll("stale", "Formulir ini sudah kedaluwarsa");
  }

  @Test
  void a_job_that_is_forgotten() throws SQLException {
    String job = sari.open("/queue").locator("a.excerpt").last().getAttribute("href");
    write(
        "UPDATE jobs SET forgotten_at = now() WHERE id = '%s'"
            .formatted(job.substring("/jobs/".length())));
    sari.open(job);

    isOpenToAll("jobs-x-forgotten", "dihapus");
  }

  @Test
  void a_case_of_which_not_all_is_for_whoever_asks() throws SQLException {
    String file = newCase();
    write(
        """
        UPDATE jobs SET suspected = suspected || ARRAY['SEXTORTION'] WHERE id = (
          SELECT job_id FROM case_jobs j JOIN cases c ON c.id = j.case_id WHERE c.number = '%s')
        """
            .formatted(file));
    sari.open("/cases/" + file + "/refer");

    isOpenToAll("cases-x-withheld", "Tidak seluruhnya untuk Anda");
  }

  @Test
  void papers_that_somebody_proposed_to_destroy() throws SQLException {
    write(
        """
        INSERT INTO disposals
          (id, office_id, case_id, proposed_by, proposer, proposed_at, reason, legal_basis)
        SELECT uuidv7(), office_id, id, (SELECT id FROM officers WHERE name = 'Hana Contoh'),
          'Hana Contoh', now(), 'Masa simpan berakhir', 'UU 43/2009 Pasal 51'
        FROM cases WHERE number = '%s'
        """
            .formatted(newCase()));
    Page page = sari.open("/office/disposal");
    page.locator("main a[href^='/office/disposal/']").first().click();

    isOpenToAll("office-disposal-x", "Masa simpan berakhir");
  }

  @Test
  void a_policy_beside_the_one_that_came_with_ronda_tried_and_followed_to_its_jobs() {
    Page page = sari.open(POLICY);
    String text = page.locator("#text").inputValue();
    page.locator("#text").fill(text.replace("severity: high", "severity: medium"));
    page.locator("button[formaction$='/try']").click();
    page.locator("#why").fill("Tingkat sedang cukup");
    page.locator("button[formaction$='/force']").click();
    page.locator(".notice").first().waitFor();
    sari.open(POLICY + "/update");
    page.locator("form[action$='/update/try'] button").click();
    page.locator("#trial").waitFor();
    isOpenToAll("policies-x-update", "Tingkat");

    page.locator("#trial td a").first().click();
    isOpenToAll("policies-x-trials-x", "Akan diangkat");
  }

  /** A job for one person is confirmed; the number of its case. */
  private static String newCase() {
    Page page = sari.open("/queue?category=gambling");
    for (var link :
        page.locator("a.excerpt").all().stream().map(a -> a.getAttribute("href")).toList()) {
      sari.open(link);
      if (page.locator("h1 ~ p .tag").count() > 0 || page.locator("[data-key=t]").count() == 0) {
        continue;
      }
      page.locator("[data-key=t]").click();
      page.locator("input[value=confirmed]").check();
      page.locator("#reason").fill("Promosi situs judi");
      page.locator("[data-key=Enter]").click();
      page.locator(".notice").first().waitFor();
      return page.locator("main a[href^='/cases/']").first().getAttribute("href").substring(7);
    }
    throw new AssertionError("no job for one person");
  }
}
