package ronda.server.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import ronda.casework.office.Office;
import ronda.casework.office.Officer;
import ronda.casework.office.Region;
import ronda.casework.office.Role;
import ronda.server.Browser;
import ronda.server.OpenDesk;
import ronda.server.door.Caller;
import ronda.server.page.StartItem;
import ronda.server.page.StartItem.Urgency;
import ronda.server.page.StartItems;
import ronda.store.login.Session;
import ronda.store.sql.InOffice;

/** What waits for a person is worked out once for all pages that the person has open. */
class WaitingTest {
  @RegisterExtension static final OpenDesk DESK = new OpenDesk();

  private static final Duration AN_HOUR = Duration.ofHours(1);

  private final AtomicInteger asked = new AtomicInteger();
  private final StartItems counting =
      person ->
          List.of(new StartItem(1, "start.audit", asked.incrementAndGet(), "/", Urgency.CALM));

  private static Caller.Person at(Officer officer) {
    Session session =
        new Session(
            UUID.randomUUID(),
            officer.id(),
            Session.Stage.OPEN,
            Session.Means.LINK,
            DESK.now(),
            DESK.now(),
            DESK.now(),
            "127.0.0.1",
            "");
    return new Caller.Person(officer, session, "id");
  }

  private static Officer officer(Region region, boolean seesWorst, Role... roles) {
    return new Officer(
        new UUID(0, 1),
        new UUID(0, 2),
        "Ani",
        "ani@contoh.invalid",
        Set.of(roles),
        region,
        seesWorst);
  }

  private static final Region CITY = new Region("32.71");

  @Test
  void two_pages_of_one_person_share_one_computation() {
    Waiting waiting = new Waiting(List.of(counting), AN_HOUR);
    Caller.Person onTheDesk = at(officer(CITY, false, Role.REVIEWER));
    Caller.Person onThePhone = at(officer(CITY, false, Role.REVIEWER));
    assertThat(waiting.lately(onTheDesk)).isEqualTo(waiting.lately(onThePhone));
    assertThat(asked).hasValue(1);
  }

  @Test
  void pages_that_ask_at_the_same_moment_wait_for_one_computation() throws InterruptedException {
    CountDownLatch allAsk = new CountDownLatch(8);
    StartItems slow =
        person -> {
          while (allAsk.getCount() > 0) {
            Thread.onSpinWait();
          }
          return counting.of(person);
        };
    Waiting waiting = new Waiting(List.of(slow), AN_HOUR);
    List<Thread> pages =
        IntStream.range(0, 8)
            .mapToObj(
                n ->
                    Thread.ofPlatform()
                        .start(
                            () -> {
                              allAsk.countDown();
                              waiting.lately(at(officer(CITY, false, Role.REVIEWER)));
                            }))
            .toList();
    for (Thread page : pages) {
      page.join();
    }
    assertThat(asked).hasValue(1);
  }

  @Test
  void a_page_that_is_opened_is_told_what_is_true_now_and_tells_the_others() {
    Waiting waiting = new Waiting(List.of(counting), AN_HOUR);
    Caller.Person person = at(officer(CITY, false, Role.REVIEWER));
    waiting.lately(person);
    assertThat(waiting.of(person).getFirst().count()).isEqualTo(2);
    assertThat(waiting.lately(person).getFirst().count()).isEqualTo(2);
  }

  @Test
  void what_is_too_old_is_asked_for_again() {
    Waiting waiting = new Waiting(List.of(counting), Duration.ZERO);
    Caller.Person person = at(officer(CITY, false, Role.REVIEWER));
    waiting.lately(person);
    assertThat(waiting.lately(person).getFirst().count()).isEqualTo(2);
  }

  @Test
  void whoever_may_see_something_else_since_shares_nothing_with_who_they_were() {
    Waiting waiting = new Waiting(List.of(counting), AN_HOUR);
    waiting.lately(at(officer(CITY, false, Role.REVIEWER)));
    waiting.lately(at(officer(CITY, true, Role.REVIEWER)));
    waiting.lately(at(officer(new Region("32.71.01"), false, Role.REVIEWER)));
    waiting.lately(at(officer(CITY, false, Role.REVIEWER, Role.AUDITOR)));
    assertThat(asked).hasValue(4);
  }

  @Test
  void no_more_people_are_kept_than_there_is_room_for() {
    Waiting waiting = new Waiting(List.of(counting), AN_HOUR);
    Caller.Person first = at(officer(CITY, false, Role.REVIEWER));
    waiting.lately(first);
    Office office = DESK.office("Dinas yang besar");
    for (int i = 0; i < Waiting.MOST_KEPT; i++) {
      waiting.lately(
          at(
              new Officer(
                  UUID.randomUUID(),
                  office.id(),
                  "Orang",
                  "orang@contoh.invalid",
                  Set.of(Role.REVIEWER),
                  CITY,
                  false)));
    }
    waiting.lately(first);
    assertThat(asked).as("the first was let go").hasValue(Waiting.MOST_KEPT + 2);
  }

  @Test
  void nobody_is_told_another_offices_or_another_places_figures() {
    Office here = DESK.office("Dinas di sini");
    Office there = DESK.office("Dinas di sana");
    bring(here);
    DESK.bean(InOffice.class)
        .run(here.id(), jdbc -> jdbc.sql("UPDATE jobs SET region = '32.71.01'").update());
    Waiting waiting = DESK.bean(Waiting.class);
    Region part = new Region("32.71.01");
    Region next = new Region("32.71.02");

    assertThat(queueOf(waiting, DESK.person(here, "Ani", Role.REVIEWER))).isEqualTo(1);
    assertThat(queueOf(waiting, DESK.person(here, "Budi", part, Role.REVIEWER))).isEqualTo(1);
    assertThat(queueOf(waiting, DESK.person(here, "Citra", next, Role.REVIEWER))).isZero();
    assertThat(queueOf(waiting, DESK.person(there, "Dewi", Role.REVIEWER))).isZero();
  }

  private static void bring(Office office) {
    Browser browser = DESK.browserOf(DESK.person(office, "Orang yang membawa", Role.REVIEWER));
    browser.post("/bring/text", "text", "Main di CONTOH88 slot gacor maxwin, daftar sekarang");
  }

  private static long queueOf(Waiting waiting, Officer officer) {
    return waiting.lately(at(officer)).stream()
        .filter(item -> item.path().equals("/queue?show=open"))
        .mapToLong(StartItem::count)
        .sum();
  }
}
