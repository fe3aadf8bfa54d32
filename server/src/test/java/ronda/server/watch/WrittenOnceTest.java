package ronda.server.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import ronda.casework.office.Office;
import ronda.casework.office.Officer;
import ronda.casework.office.Region;
import ronda.casework.office.Role;
import ronda.identify.post.Category;
import ronda.server.Browser;
import ronda.server.MadeUpCases;
import ronda.server.OpenDesk;
import ronda.store.sql.InOffice;

/** What is written for good is written once; and cases are named to those who may know of them. */
class WrittenOnceTest {
  @RegisterExtension static final OpenDesk DESK = new OpenDesk();

  private static final Pattern KEY = Pattern.compile("name=\"key\" value=\"([^\"]+)\"");

  private final Office office = DESK.office("Dinas yang menekan dua kali");
  private final Officer ani = DESK.person(office, "Ani Contoh", Role.CASE_OFFICER);
  private final Browser browser = DESK.browserOf(ani);

  private String keyOf(String page) {
    Matcher key = KEY.matcher(browser.open(page).body());
    assertThat(key.find()).isTrue();
    return key.group(1);
  }

  private long rows(String table) {
    return DESK.bean(InOffice.class)
        .read(
            office.id(),
            jdbc ->
                jdbc.sql("SELECT count(*) FROM " + table + " WHERE office_id = ?")
                    .param(office.id())
                    .query(Long.class)
                    .single());
  }

  @Test
  void a_warning_that_is_sent_twice_from_one_form_is_one() {
    String key = keyOf("/notices/new");
    String first = warn(key).header("location");

    assertThat(warn(key).header("location")).isEqualTo(first);
    assertThat(rows("notices")).isEqualTo(1);
    assertThat(warn(keyOf("/notices/new")).header("location"))
        .as("another form is another warning")
        .isNotEqualTo(first);
  }

  private Browser.Page warn(String key) {
    return browser.post(
        "/notices/new",
        "key",
        key,
        "title",
        "Waspada contoh",
        "lookFor",
        "apk",
        "advice",
        "jangan",
        "regions",
        "11"); // Reaches nobody else: all tests share one desk.
  }

  @Test
  void a_warning_that_came_back_to_be_covered_still_bears_its_key() {
    String key = keyOf("/notices/new");
    Browser.Page refused =
        browser.post(
            "/notices/new", "key", key, "title", "x", "lookFor", "0812-3456-7890", "advice", "x");

    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.body()).contains("name=\"key\" value=\"" + key + "\"");
  }

  @Test
  void a_way_of_working_that_is_sent_twice_from_one_form_is_one() {
    String key = keyOf("/modus/new");
    String first = modus(key).header("location");
    assertThat(browser.open(URI.create(first).getPath()).body()).contains("Modus tersimpan");

    assertThat(modus(key).header("location")).isEqualTo(first);
    assertThat(rows("modus")).isEqualTo(1);
  }

  private Browser.Page modus(String key) {
    return browser.post(
        "/modus/new",
        "key",
        key,
        "title",
        "Modus contoh",
        "category",
        "scam",
        "pattern",
        "pesan palsu",
        "signals",
        "berkas .apk",
        "advice",
        "jangan dipasang",
        "why",
        "contoh");
  }

  @Test
  void a_case_of_another_place_is_counted_and_not_named() {
    String near = caseOf("Judi contoh yang dekat", "32.71.01");
    String far = caseOf("Judi contoh yang jauh", "32.71.05");
    String modus = modus(keyOf("/modus/new")).header("location");
    String account =
        browser
            .post(
                "/watchlist/new",
                "platform",
                "Instagram",
                "handle",
                "akun_" + UUID.randomUUID().toString().substring(0, 8),
                "category",
                "gambling",
                "way",
                "patrol")
            .header("location");
    for (String number : new String[] {near, far}) {
      assertThat(browser.post(modus + "/case", "number", number).status()).isEqualTo(302);
      assertThat(browser.post(account + "/case", "number", number).status()).isEqualTo(302);
    }
    Officer district =
        DESK.person(office, "Budi Contoh", new Region("32.71.01"), Role.CASE_OFFICER);
    Browser elsewhere = DESK.browserOf(district);

    for (String page : new String[] {modus, account}) {
      assertThat(browser.get(page).body())
          .as(page)
          .contains(near, far)
          .doesNotContain("tidak diperlihatkan kepada Anda");
      assertThat(elsewhere.get(page).body())
          .as(page)
          .contains(near, "1 kasus tidak diperlihatkan kepada Anda")
          .doesNotContain(far);
    }
    Browser.Page refused = elsewhere.post(account + "/case", "number", "2026-999999");
    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.body()).contains("value=\"2026-999999\"");
  }

  private String caseOf(String text, String region) {
    String number = new MadeUpCases(DESK).confirmed(text, Category.GAMBLING, ani).number();
    DESK.bean(InOffice.class)
        .run(
            office.id(),
            jdbc ->
                jdbc.sql("UPDATE cases SET region = ? WHERE number = ?")
                    .param(region)
                    .param(number)
                    .update());
    return number;
  }
}
