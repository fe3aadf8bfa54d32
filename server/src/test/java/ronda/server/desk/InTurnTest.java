package ronda.server.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import ronda.casework.office.Office;
import ronda.casework.office.Role;
import ronda.server.Browser;
import ronda.server.OpenDesk;
import ronda.store.sql.InOffice;
import ronda.store.sql.SqlJobs;

/** Two people decide about the same two jobs at one moment, from either end. */
class InTurnTest {
  @RegisterExtension static final OpenDesk DESK = new OpenDesk();

  private final Office office = DESK.office("Dinas yang berebut");

  @Test
  void two_changes_that_stand_in_each_others_way_are_both_made() throws Exception {
    Browser ani = DESK.browserOf(DESK.person(office, "Ani Contoh", Role.REVIEWER));
    ani.post("/bring/text", "text", "Main di CONTOH88 slot gacor maxwin, daftar sekarang juga");
    ani.post("/bring/text", "text", "Situs RAJA77 gampang jackpot, slot gacor new member 100%");
    List<UUID> jobs =
        DESK.bean(InOffice.class)
            .read(office.id(), jdbc -> jdbc.sql("SELECT id FROM jobs").query(UUID.class).list());
    var bothHoldOne = new CyclicBarrier(2);
    var tries = new AtomicInteger();
    try (ExecutorService people = Executors.newFixedThreadPool(2)) {
      Future<Boolean> one = people.submit(holding(jobs, bothHoldOne, tries));
      Future<Boolean> other = people.submit(holding(jobs.reversed(), bothHoldOne, tries));
      assertThat(one.get(1, TimeUnit.MINUTES)).isTrue();
      assertThat(other.get(1, TimeUnit.MINUTES)).isTrue();
    }
    assertThat(tries).as("one of them came again").hasValue(3);
  }

  private Callable<Boolean> holding(List<UUID> jobs, CyclicBarrier barrier, AtomicInteger tries) {
    return () ->
        DESK.bean(Desks.class)
            .changeInTurn(
                office.id(),
                (desk, jdbc) -> {
                  var all = new SqlJobs(jdbc);
                  all.byId(jobs.getFirst());
                  if (tries.incrementAndGet() <= 2) {
                    meet(barrier);
                  }
                  return all.byId(jobs.getLast()).isPresent();
                });
  }

  private static void meet(CyclicBarrier barrier) {
    try {
      barrier.await(30, TimeUnit.SECONDS);
    } catch (Exception broken) {
      throw new IllegalStateException(broken);
    }
  }
}
