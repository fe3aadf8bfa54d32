package ronda.store.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static ronda.store.sql.SqlSamplePostsTest.kept;
import static ronda.store.sql.SqlSamplePostsTest.offered;
import static ronda.store.sql.SqlSamplePostsTest.sampled;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import ronda.casework.chain.Hash;
import ronda.casework.policy.InMemoryOfficePolicies;
import ronda.casework.policy.InMemoryPolicyDays;
import ronda.casework.policy.InMemoryTrials;
import ronda.casework.policy.JobsBehind;
import ronda.casework.policy.Mode;
import ronda.casework.policy.OfficePolicies;
import ronda.casework.policy.OfficePolicies.Pointer;
import ronda.casework.policy.PolicyDay;
import ronda.casework.policy.PolicyDays;
import ronda.casework.policy.PolicyVersion;
import ronda.casework.policy.TrialFigure;
import ronda.casework.policy.TrialRun;
import ronda.casework.policy.Trials;
import ronda.identify.post.Category;
import ronda.store.postgres.EmbeddedDatabase;

/** What the policies' tables must do, in memory and in PostgreSQL alike. */
class PolicyTablesTest {
  @RegisterExtension static final EmbeddedDatabase DATABASE = new EmbeddedDatabase();

  private static final Instant NOON = Instant.parse("2026-11-22T05:00:00Z");
  private static final LocalDate SUNDAY = LocalDate.parse("2026-11-22");

  private TwoOffices offices;

  private final UUID tried = UUID.randomUUID();

  @BeforeEach
  void enter() {
    offices = new TwoOffices(DATABASE.source());
  }

  /** Where the plurals are kept. */
  enum Keeping {
    MEMORY,
    POSTGRES
  }

  private void policies(Keeping keeping, Consumer<OfficePolicies> work) {
    switch (keeping) {
      case MEMORY -> work.accept(new InMemoryOfficePolicies());
      case POSTGRES ->
          offices.tables().run(offices.mine(), jdbc -> work.accept(new SqlOfficePolicies(jdbc)));
    }
  }

  private static PolicyVersion version(int number, Mode mode) {
    return new PolicyVersion(
        "coin-toss",
        number,
        "name: coin-toss 🎰 # " + number,
        mode,
        2_000,
        Hash.of("heads " + number),
        "Sari <sari@kota.example>",
        NOON.plusSeconds(number),
        "Because.");
  }

  @ParameterizedTest
  @EnumSource
  void versions_follow_each_other_and_are_read_as_they_were_written(Keeping keeping) {
    policies(
        keeping,
        policies -> {
          policies.add(version(1, Mode.IN_FORCE));
          policies.add(version(2, Mode.ON_TRIAL));

          assertThat(policies.history("coin-toss"))
              .containsExactly(version(2, Mode.ON_TRIAL), version(1, Mode.IN_FORCE));
          assertThat(policies.version("coin-toss", 1)).contains(version(1, Mode.IN_FORCE));
          assertThat(policies.version("coin-toss", 3)).isEmpty();
          assertThat(policies.named("dice")).isEmpty();
        });
  }

  @ParameterizedTest
  @EnumSource
  void a_number_is_never_given_twice_and_none_is_left_out(Keeping keeping) {
    policies(keeping, policies -> policies.add(version(1, Mode.IN_FORCE)));

    assertThatThrownBy(
            () ->
                policies(
                    keeping,
                    policies -> {
                      if (policies.named("coin-toss").isEmpty()) {
                        policies.add(version(1, Mode.IN_FORCE));
                      }
                      policies.add(version(1, Mode.IN_FORCE));
                    }))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> policies(keeping, policies -> policies.add(version(3, Mode.IN_FORCE))))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @EnumSource
  void a_pointer_says_what_is_in_force_and_what_is_on_trial(Keeping keeping) {
    policies(
        keeping,
        policies -> {
          policies.add(version(1, Mode.IN_FORCE));
          policies.add(version(2, Mode.ON_TRIAL));
          assertThat(policies.named("coin-toss").orElseThrow().shown()).isEmpty();

          Pointer pointer = new Pointer("coin-toss", OptionalInt.of(1), OptionalInt.of(2));
          policies.point(pointer);

          assertThat(policies.pointers()).containsExactly(pointer);
          assertThat(policies.all())
              .singleElement()
              .satisfies(
                  policy -> {
                    assertThat(policy.lastNumber()).isEqualTo(2);
                    assertThat(policy.inForce()).contains(version(1, Mode.IN_FORCE));
                    assertThat(policy.onTrial()).contains(version(2, Mode.ON_TRIAL));
                  });
          assertThat(policies.named("coin-toss")).contains(policies.all().getFirst());
        });
  }

  @Test
  void a_version_can_neither_be_changed_nor_taken_out() {
    policies(Keeping.POSTGRES, policies -> policies.add(version(1, Mode.IN_FORCE)));

    for (String statement :
        List.of("UPDATE policy_versions SET text = ''", "DELETE FROM policy_versions")) {
      assertThatThrownBy(
              () -> offices.tables().run(offices.mine(), jdbc -> jdbc.sql(statement).update()))
          .rootCause()
          .hasMessageContaining("one may only add");
    }
  }

  @Test
  void another_office_sees_none_of_it() {
    policies(Keeping.POSTGRES, policies -> policies.add(version(1, Mode.IN_FORCE)));
    offices
        .tables()
        .run(
            offices.mine(),
            jdbc -> {
              new SqlPolicyDays(jdbc).put(PolicyDay.empty("coin-toss", SUNDAY));
              new SqlTrials(jdbc).add(trial());
              new SqlSamplePosts(jdbc).add(NOON, 5, List.of(sampled("satu", NOON)));
            });

    offices
        .tables()
        .run(
            offices.other(),
            jdbc -> {
              assertThat(new SqlOfficePolicies(jdbc).all()).isEmpty();
              assertThat(new SqlOfficePolicies(jdbc).history("coin-toss")).isEmpty();
              assertThat(new SqlPolicyDays(jdbc).on(SUNDAY)).isEmpty();
              assertThat(new SqlTrials(jdbc).of("coin-toss", 9)).isEmpty();
              assertThat(new SqlTrials(jdbc).isTried("coin-toss", trial().substance())).isFalse();
              assertThat(kept(jdbc)).isZero();
              assertThat(offered(jdbc)).isZero();
            });
  }

  @ParameterizedTest
  @EnumSource
  void trials_are_remembered_newest_first(Keeping keeping) {
    Consumer<Trials> work =
        trials -> {
          trials.add(trial());
          assertThat(trials.of("coin-toss", 9)).containsExactly(trial());
          assertThat(trials.isTried("coin-toss", trial().substance())).isTrue();
          assertThat(trials.isTried("dice", trial().substance())).isFalse();
          assertThat(trials.isTried("coin-toss", Hash.of("tails"))).isFalse();
        };
    switch (keeping) {
      case MEMORY -> work.accept(new InMemoryTrials());
      case POSTGRES ->
          offices.tables().run(offices.mine(), jdbc -> work.accept(new SqlTrials(jdbc)));
    }
  }

  @Test
  void the_jobs_behind_a_trial_are_kept_of_the_latest_ones_alone() {
    UUID job = UUID.randomUUID();
    JobsBehind lost = new JobsBehind(3, List.of(job), true);
    Map<TrialFigure, JobsBehind> behind = Map.of(TrialFigure.LOST, lost);
    List<Trials.Trial> three =
        IntStream.range(0, 3)
            .mapToObj(hour -> trial(UUID.randomUUID(), NOON.plus(Duration.ofHours(hour))))
            .toList();
    offices
        .tables()
        .run(
            offices.mine(),
            jdbc -> {
              SqlTrialJobs jobs = new SqlTrialJobs(jdbc);
              for (Trials.Trial one : three) {
                new SqlTrials(jdbc).add(one);
                jobs.keep(one, Category.SCAM, behind, 2);
              }

              assertThat(jobs.kept(three))
                  .containsExactlyInAnyOrder(three.get(1).id(), three.get(2).id());
              assertThat(jobs.behind(three.get(2).id(), TrialFigure.LOST))
                  .contains(new SqlTrialJobs.Kept(Category.SCAM, lost));
              assertThat(jobs.behind(three.get(2).id(), TrialFigure.GAINED)).isEmpty();
              assertThat(jobs.behind(three.get(0).id(), TrialFigure.LOST)).isEmpty();
            });
    offices
        .tables()
        .run(
            offices.other(),
            jdbc ->
                assertThat(new SqlTrialJobs(jdbc).behind(three.get(2).id(), TrialFigure.LOST))
                    .as("another office")
                    .isEmpty());
  }

  private Trials.Trial trial() {
    return trial(tried, NOON);
  }

  private static Trials.Trial trial(UUID id, Instant at) {
    return new Trials.Trial(
        id,
        "coin-toss",
        Hash.of("heads"),
        "Sari",
        at,
        7,
        true,
        new TrialRun.Raised(214, 120, 31, 63),
        190,
        new TrialRun.Harmless(1_000, 3, 85.7, 251.2));
  }

  @ParameterizedTest
  @EnumSource
  void days_are_counted_and_tripped_ones_wait(Keeping keeping) {
    Consumer<PolicyDays> work =
        days -> {
          PolicyDay day = new PolicyDay("coin-toss", SUNDAY, 2_000, 5, 14, 1, Optional.of(NOON));
          assertThat(days.of("coin-toss", SUNDAY)).isEqualTo(PolicyDay.empty("coin-toss", SUNDAY));
          days.put(day);
          days.put(PolicyDay.empty("dice", SUNDAY));

          assertThat(days.of("coin-toss", SUNDAY)).isEqualTo(day);
          assertThat(days.on(SUNDAY)).contains(day);
          assertThat(days.tripped(SUNDAY)).containsExactly(day);
          assertThat(days.tripped(SUNDAY.plusDays(1))).isEmpty();
        };
    switch (keeping) {
      case MEMORY -> work.accept(new InMemoryPolicyDays());
      case POSTGRES ->
          offices.tables().run(offices.mine(), jdbc -> work.accept(new SqlPolicyDays(jdbc)));
    }
  }

  @Test
  void two_batches_at_once_count_every_finding() {
    List<CompletableFuture<Void>> batches =
        IntStream.range(0, 8)
            .mapToObj(
                i ->
                    CompletableFuture.runAsync(
                        () ->
                            offices
                                .tables()
                                .run(
                                    offices.mine(),
                                    jdbc -> {
                                      PolicyDays days = new SqlPolicyDays(jdbc);
                                      PolicyDay day = days.of("coin-toss", SUNDAY);
                                      days.put(
                                          new PolicyDay(
                                              "coin-toss",
                                              SUNDAY,
                                              day.raised() + 1,
                                              0,
                                              0,
                                              0,
                                              Optional.empty()));
                                    })))
            .toList();
    batches.forEach(CompletableFuture::join);

    offices
        .tables()
        .run(
            offices.mine(),
            jdbc ->
                assertThat(new SqlPolicyDays(jdbc).of("coin-toss", SUNDAY).raised()).isEqualTo(8));
  }
}
