package ronda.server.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import ronda.casework.office.Office;
import ronda.casework.office.Officer;
import ronda.casework.office.Role;
import ronda.server.Browser;
import ronda.server.OpenDesk;
import ronda.store.sql.InOffice;

/** "Take the next", pressed twice on a slow line. */
class PressedTwiceTest {
  @RegisterExtension static final OpenDesk DESK = new OpenDesk();

  private static final Pattern KEY = Pattern.compile("name=\"key\" value=\"([^\"]+)\"");

  private final Office office = DESK.office("Dinas di jaringan lambat");
  private final Officer ani = DESK.person(office, "Ani Contoh", Role.CASE_OFFICER);
  private final Browser browser = DESK.browserOf(ani);

  @BeforeEach
  void three_jobs_wait() {
    for (String text :
        List.of(
            "Main di CONTOH88 slot gacor maxwin, daftar sekarang",
            "Situs RAJA77 gampang jackpot, slot gacor new member 100%",
            "Bandar togel terpercaya CONTOH66, hadiah 4D sampai 10 juta")) {
      Arriving.job(DESK, office, "akun" + text.length(), text);
    }
  }

  private String key() {
    String page = browser.open("/queue").body();
    Matcher key = KEY.matcher(page.substring(page.indexOf("/queue/next")));
    assertThat(key.find()).isTrue();
    return key.group(1);
  }

  private String next(String key) {
    Browser.Page page = browser.post("/queue/next", "key", key);
    assertThat(page.status()).isEqualTo(302);
    return URI.create(page.header("location")).getPath();
  }

  private long held() {
    return DESK.bean(InOffice.class)
        .read(
            office.id(),
            jdbc ->
                jdbc.sql("SELECT count(*) FROM jobs WHERE held_by = ?")
                    .param(ani.id())
                    .query(Long.class)
                    .single());
  }

  @Test
  void it_takes_one_job() throws Exception {
    String key = key();

    assertThat(atOnce(() -> next(key))).hasSize(1);

    assertThat(held()).isEqualTo(1);
  }

  @Test
  void once_the_first_is_decided_the_same_page_takes_another() {
    String key = key();
    String first = next(key);
    browser.post(first + "/judge", "verdict", "not-harmful", "reason", "hanya cerita");

    assertThat(next(key)).startsWith("/jobs/").isNotEqualTo(first);
  }

  @Test
  void a_page_that_is_opened_anew_takes_another() {
    assertThat(next(key())).isNotEqualTo(next(key()));
    assertThat(held()).isEqualTo(2);
  }

  @Test
  void when_the_lot_falls_on_a_golden_item_both_presses_are_given_the_same_copy() throws Exception {
    Browser budi = DESK.browserOf(DESK.person(office, "Budi Contoh", Role.CASE_OFFICER));
    budi.open("/queue");
    String decided = URI.create(budi.post("/queue/next").header("location")).getPath();
    budi.post(decided + "/judge", "verdict", "not-harmful", "reason", "hanya cerita");
    Browser analyst = DESK.browserOf(DESK.person(office, "Dina Contoh", Role.ANALYST));
    String mark = "/quality/mark/" + decided.substring(decided.lastIndexOf('/') + 1);
    analyst.open(mark);
    analyst.post(mark, "verdict", "not-harmful", "why", "Ceritanya saja.");
    analyst.post("/quality/settings", "oneIn", "1");
    String one = key();
    String other = key();

    List<String> given = atOnce(() -> next(one), () -> next(other));

    assertThat(given).hasSize(1);
    assertThat(held()).as("no job is held").isZero();
  }

  /** What different answers those who come at once are given. */
  private static List<String> atOnce(Callable<String> press) throws Exception {
    return atOnce(press, press);
  }

  private static List<String> atOnce(Callable<String> one, Callable<String> other)
      throws Exception {
    try (ExecutorService both = Executors.newFixedThreadPool(2)) {
      Future<String> first = both.submit(one);
      Future<String> second = both.submit(other);
      return Stream.of(first.get(), second.get()).distinct().toList();
    }
  }
}
