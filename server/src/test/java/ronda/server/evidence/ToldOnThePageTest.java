package ronda.server.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.context.MessageSource;
import ronda.proof.capture.Captured;
import ronda.proof.capture.Obstacle;
import ronda.server.Browser;
import ronda.server.OpenDesk;
import ronda.store.sql.InOffice;
import ronda.store.sql.SqlCaptures.State;
import ronda.store.sql.SqlCaptures.Wish;

/** What went wrong with a case's evidence is told in the reader's language. */
class ToldOnThePageTest {
  @RegisterExtension static final OpenDesk DESK = new OpenDesk();

  private static final Pattern ITEM = Pattern.compile("/evidence/[0-9a-f-]{36}(?=\")");

  private final CaseAtHand at = CaseAtHand.open(DESK);
  private final Browser browser = DESK.browserOf(at.keeper());

  private String page(String language) {
    browser.open("/");
    browser.post("/preferences", "language", language);
    return browser.get(at.page()).body();
  }

  private void change(String sql) {
    DESK.bean(InOffice.class).run(at.office().id(), jdbc -> jdbc.sql(sql).update());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "body = body || ' ';isinya diubah, tidak lagi cocok;was changed",
        "number = number + 1;entri 1 hilang atau tidak pada tempatnya;entry 1 is missing",
        "before = repeat('ab', 32);tidak menyambung;does not follow"
      })
  void a_broken_history_says_how(String change, String indonesian, String english) {
    // Whoever owns the database can do so; the chain tells.
    change("ALTER TABLE case_steps DISABLE TRIGGER case_steps_only_add");
    change("UPDATE case_steps SET " + change);
    change("ALTER TABLE case_steps ENABLE TRIGGER case_steps_only_add");

    assertThat(page("id")).contains("Riwayat berubah pada", indonesian).doesNotContain(english);
    assertThat(page("en")).contains(english);
  }

  @Test
  void a_broken_custody_says_how() {
    browser.open("/");
    browser.post(at.page() + "/evidence/posts", "why", "disimpan dulu");
    change("ALTER TABLE custody DISABLE TRIGGER custody_only_adds");
    change("UPDATE custody SET actor = 'Orang Lain' WHERE number = 1");
    change("ALTER TABLE custody ENABLE TRIGGER custody_only_adds");

    assertThat(page("id"))
        .contains("Catatan penguasaan tidak utuh pada penanganan ke-1: isinya diubah")
        .doesNotContain("was changed");
    assertThat(page("en")).contains("was changed: its words do not give its hash");
  }

  @Test
  void a_page_that_a_version_before_could_not_capture_keeps_its_sentence() {
    change(
        """
        INSERT INTO evidence_captures (id, case_id, url, why, asked_by, asker, asked_at, state, told)
        SELECT gen_random_uuid(), cases.id, 'https://contoh.invalid', 'x', officers.id, 'Ani', now(),
          'FAILED', 'the moon was full' FROM cases JOIN officers USING (office_id)
        """);

    assertThat(page("id")).contains("Gagal", "the moon was full");
  }

  @ParameterizedTest
  @EnumSource(Obstacle.Kind.class)
  void every_obstacle_comes_back_from_the_table_and_has_words(Obstacle.Kind kind) {
    Obstacle why = Obstacle.of(kind, "contoh.invalid", "x");
    CaptureLine line = CaptureLine.of(wish(CaptureLine.written(why)));

    assertThat(line.words()).isEqualTo(why.words());
    for (String language : List.of("id", "en")) {
      assertThat(
              DESK.bean(MessageSource.class)
                  .getMessage(line.key(), line.words().toArray(), Locale.of(language)))
          .isNotBlank();
    }
  }

  private Wish wish(String told) {
    UUID id = UUID.randomUUID();
    return new Wish(
        id, id, "https://contoh.invalid", "x", id, "Ani", DESK.now(), State.FAILED, told);
  }

  @Test
  void an_item_says_how_its_page_was_fetched_without_english() {
    browser.open("/");
    browser.post(at.page() + "/evidence/posts", "why", "disimpan dulu");
    change(
        "UPDATE evidence_items SET facts = facts || '{\"how\":\"fetch\",\"browser\":\""
            + Captured.NO_BROWSER
            + "\"}'");
    Matcher item = ITEM.matcher(page("id"));
    assertThat(item.find()).isTrue();

    assertThat(browser.get(item.group()).body())
        .contains("diambil tanpa peramban", "tidak ada: pasang paket chromium")
        .doesNotContain("fetch<", Captured.NO_BROWSER);
  }
}
