package ronda.store.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static ronda.store.sql.AgingOffice.HARMFUL;
import static ronda.store.sql.AgingOffice.HARMLESS;
import static ronda.store.sql.AgingOffice.MOST;
import static ronda.store.sql.AgingOffice.NINE;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.dao.PessimisticLockingFailureException;
import ronda.casework.cases.CaseFile;
import ronda.casework.cases.Step;
import ronda.casework.chain.Verifier;
import ronda.casework.intake.FoundPost;
import ronda.casework.office.Officer;
import ronda.casework.office.Region;
import ronda.casework.office.Role;
import ronda.casework.quality.GoldenItem;
import ronda.casework.retention.LegalHold;
import ronda.casework.retention.RecordKind;
import ronda.casework.review.Jobs;
import ronda.store.postgres.EmbeddedDatabase;
import ronda.testkit.contract.FoundPosts;

/** What a round of forgetting must leave alone: what is on hold, still a case, or practised on. */
class NotYetForgottenTest {
  @RegisterExtension static final EmbeddedDatabase DATABASE = new EmbeddedDatabase();

  private TwoOffices offices;

  private AgingOffice office;

  @BeforeEach
  void enter() {
    offices = new TwoOffices(DATABASE.source());
    office = new AgingOffice(offices);
  }

  @Test
  void what_is_on_hold_is_not_forgotten_until_the_hold_is_lifted() {
    UUID job = office.judged(1, HARMLESS);
    LegalHold hold = office.hold(LegalHold.Subject.JOB, job);
    Instant late = NINE.plus(Duration.ofDays(999));

    assertThat(office.forget(late)).isEmpty();
    office.run(jdbc -> new SqlLegalHolds(jdbc).lift(hold.lifted(hold.placed())));

    assertThat(office.forget(late)).containsOnlyKeys(RecordKind.JUDGED_HARMLESS);
  }

  @Test
  void a_hold_on_a_case_holds_its_jobs() {
    CaseFile file = office.open(office.judged(1, HARMFUL));
    office.add(file, new Step.Closed("ditangani"));
    office.hold(LegalHold.Subject.CASE, file.id());

    assertThat(office.forget(NINE.plus(Duration.ofDays(9_999)))).isEmpty();
  }

  @Test
  void the_posts_of_a_case_stay_while_it_lasts_and_its_chain_for_ever() {
    UUID job = office.judged(1, HARMFUL);
    CaseFile file = office.open(job);
    assertThat(office.forget(NINE.plus(Duration.ofDays(9_999)))).isEmpty();
    office.add(file, new Step.Closed("ditangani"));

    assertThat(office.forget(NINE.plus(Duration.ofDays(1_826))))
        .containsExactly(Map.entry(RecordKind.CLOSED_CASES, 1));

    Verifier verifier = new Verifier();
    office.read(jdbc -> new SqlCases(jdbc).chainOf(file.id())).forEach(verifier::next);
    assertThat(verifier.broken()).isEmpty();
  }

  @Test
  void what_reviewers_practise_on_is_kept_longer_and_then_practised_on_no_more() {
    UUID job = office.judged(1, HARMLESS);
    UUID other = offices.officers().getLast();
    GoldenItem item = new GoldenItem(UUID.randomUUID(), job, HARMLESS, "peringatan");
    office.run(
        jdbc -> {
          new SqlGolden(jdbc).mark(item, offices.officers().getFirst(), NINE);
          new SqlGolden(jdbc).plant(UUID.randomUUID(), item, other, NINE);
          return true;
        });
    assertThat(office.forget(NINE.plus(Duration.ofDays(364)))).isEmpty();

    office.forget(NINE.plus(Duration.ofDays(366)));

    assertThat(office.job(job).isForgotten()).isTrue();
    assertThat(office.<Boolean>read(jdbc -> new SqlGolden(jdbc).open(other, 1).isEmpty())).isTrue();
    Officer analyst =
        new Officer(
            other, offices.mine(), "Dina", "d@e.f", Set.of(Role.ANALYST), Region.UNKNOWN, true);
    assertThat(
            office.<Boolean>read(
                jdbc -> new SqlGolden(jdbc).items(analyst, 9).getFirst().planted()))
        .isFalse();
  }

  @Test
  void a_hold_that_is_just_being_placed_is_not_overtaken()
      throws InterruptedException, ExecutionException {
    UUID job = office.judged(1, HARMLESS);
    Instant late = NINE.plus(Duration.ofDays(99));
    CountDownLatch placed = new CountDownLatch(1);
    CountDownLatch swept = new CountDownLatch(1);
    try (ExecutorService placing = Executors.newSingleThreadExecutor()) {
      Future<Boolean> hold =
          placing.submit(
              () ->
                  offices
                      .tables()
                      .write(
                          offices.mine(),
                          jdbc -> {
                            AgingOffice.place(jdbc, LegalHold.Subject.JOB, job);
                            placed.countDown();
                            return await(swept);
                          }));
      placed.await();
      Map<RecordKind, Integer> gone = office.run(jdbc -> new SqlRetention(jdbc).forget(late, MOST));
      assertThat(gone).as("it is over, and left to whoever holds it").isEmpty();
      swept.countDown();
      assertThat(hold.get()).isTrue();
    }
    assertThat(office.forget(late)).isEmpty();
  }

  private static boolean await(CountDownLatch latch) {
    try {
      latch.await();
      return true;
    } catch (InterruptedException e) {
      throw new IllegalStateException("the test was stopped", e);
    }
  }

  @Test
  void a_post_that_came_for_a_job_while_that_was_forgotten_does_not_join_it() {
    UUID job = office.judged(1, HARMLESS);
    office.forget(NINE.plus(Duration.ofDays(31)));
    FoundPost late =
        FoundPosts.post(FoundPosts.fresh(), "Main di CONTOH88 lagi", "akun-rekaan", NINE);

    assertThatThrownBy(
            () ->
                office.run(
                    jdbc -> {
                      new SqlJobs(jdbc).join(List.of(new Jobs.Joined(job, late, "copy")));
                      return true;
                    }))
        .isInstanceOf(PessimisticLockingFailureException.class);

    assertThat(office.job(job).posts()).isEqualTo(1);
  }
}
