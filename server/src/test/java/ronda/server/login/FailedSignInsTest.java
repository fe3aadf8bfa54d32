package ronda.server.login;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import ronda.casework.office.Officer;
import ronda.casework.office.Role;
import ronda.server.OpenDesk;
import ronda.server.door.Acts;
import ronda.store.sql.InOffice;

/** A wrong password is answered without a look at the audit log, and entered all the same. */
class FailedSignInsTest {
  @RegisterExtension static final OpenDesk DESK = new OpenDesk();

  private static PeopleWithPasswords people;

  @BeforeAll
  static void an_office() {
    people = new PeopleWithPasswords(DESK);
  }

  /** Holds the end of the office's chain, for which whoever writes into it waits. */
  private record Held(CountDownLatch free, Future<?> holder, ExecutorService thread)
      implements AutoCloseable {
    static Held begin() throws InterruptedException {
      var free = new CountDownLatch(1);
      var held = new CountDownLatch(1);
      ExecutorService thread = Executors.newSingleThreadExecutor();
      Future<?> holder =
          thread.submit(
              () ->
                  DESK.bean(InOffice.class)
                      .run(
                          people.office().id(),
                          jdbc -> {
                            jdbc.sql("SELECT number FROM audit_heads FOR UPDATE")
                                .query()
                                .listOfRows();
                            held.countDown();
                            waitFor(free);
                          }));
      assertThat(held.await(30, TimeUnit.SECONDS)).isTrue();
      return new Held(free, holder, thread);
    }

    private static void waitFor(CountDownLatch latch) {
      try {
        latch.await();
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }

    void letGo() throws Exception {
      free.countDown();
      holder.get(30, TimeUnit.SECONDS);
    }

    @Override
    public void close() {
      free.countDown();
      thread.close();
    }
  }

  private static Officer whoWasHereBefore() {
    Officer officer = people.withPassword(Role.REVIEWER);
    DESK.browserOf(officer); // The chain has an end now.
    return officer;
  }

  @Test
  void a_known_address_is_answered_while_the_audit_log_is_not_to_be_had() throws Exception {
    Officer officer = whoWasHereBefore();
    try (Held held = Held.begin()) {
      assertThat(people.signIn(DESK.browser(), officer.email(), "salah salah salah").status())
          .isEqualTo(401);
      assertThat(people.acts(officer)).containsExactly("signed-in");
      held.letGo();
    }

    assertThat(people.acts(officer, 2)).containsExactly("sign-in-failed", "signed-in");
  }

  @Test
  void what_waits_to_be_entered_is_entered_before_the_desk_ends_however_much_it_is()
      throws Exception {
    Officer officer = whoWasHereBefore();
    int many = 20;
    var failed = new FailedSignIns(DESK.bean(Acts.class));
    try (Held held = Held.begin();
        ExecutorService end = Executors.newSingleThreadExecutor()) {
      for (int i = 0; i < many; i++) {
        failed.enter(officer, "203.0.113.7");
      }
      Future<?> drained =
          end.submit(
              () -> {
                failed.drain();
                return true;
              });
      held.letGo();
      drained.get(30, TimeUnit.SECONDS);
    }

    assertThat(Collections.frequency(people.acts(officer), "sign-in-failed")).isEqualTo(many);
  }
}
