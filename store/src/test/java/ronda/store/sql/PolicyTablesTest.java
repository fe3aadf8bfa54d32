package ronda.store.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import ronda.casework.Desk;
import ronda.casework.chain.Hash;
import ronda.casework.intake.FoundPost;
import ronda.casework.intake.PlainGrouping;
import ronda.casework.office.Office;
import ronda.casework.office.Officer;
import ronda.casework.office.Region;
import ronda.casework.office.Role;
import ronda.casework.policy.InMemoryOfficePolicies;
import ronda.casework.policy.InMemoryPolicyDays;
import ronda.casework.policy.InMemoryTrials;
import ronda.casework.policy.Mode;
import ronda.casework.policy.OfficePolicies;
import ronda.casework.policy.OfficePolicies.Pointer;
import ronda.casework.policy.Past;
import ronda.casework.policy.PolicyDay;
import ronda.casework.policy.PolicyDays;
import ronda.casework.policy.PolicyVersion;
import ronda.casework.policy.Precision;
import ronda.casework.policy.SamplePosts.SamplePost;
import ronda.casework.policy.TrialRun;
import ronda.casework.policy.Trials;
import ronda.casework.review.Verdict;
import ronda.identify.decide.Finding;
import ronda.identify.decide.Severity;
import ronda.identify.post.Category;
import ronda.identify.post.Post;
import ronda.identify.post.Span;
import ronda.identify.post.Stance;
import ronda.identify.signal.Resemblance;
import ronda.store.postgres.EmbeddedDatabase;

/** What the policies' tables must do, in memory and in PostgreSQL alike. */
class PolicyTablesTest {
  @RegisterExtension static final EmbeddedDatabase DATABASE = new EmbeddedDatabase();

  private static final Instant NOON = Instant.parse("2026-11-22T05:00:00Z");
  private static final LocalDate SUNDAY = LocalDate.parse("2026-11-22");

  private final UUID office = UUID.randomUUID();
  private final UUID elsewhere = UUID.randomUUID();
  private final InOffice tables = new InOffice(DATABASE.source());
  private final Officer rina =
      new Officer(
          UUID.randomUUID(),
          office,
          "Rina",
          UUID.randomUUID() + "@kota.example",
          Set.of(Role.REVIEWER),
          Region.UNKNOWN,
          true);

  @BeforeEach
  void two_offices() {
    SqlOffices offices = new SqlOffices(tables);
    for (UUID one : List.of(office, elsewhere)) {
      offices.put(
          new Office(one, "Kantor " + one, Office.Kind.COMMUNICATIONS_OFFICE, new Region("32.71")));
    }
    offices.put(rina);
  }

  /** Where the plurals are kept. */
  enum Keeping {
    MEMORY,
    POSTGRES
  }

  private void policies(Keeping keeping, Consumer<OfficePolicies> work) {
    switch (keeping) {
      case MEMORY -> work.accept(new InMemoryOfficePolicies());
      case POSTGRES -> tables.run(office, jdbc -> work.accept(new SqlOfficePolicies(jdbc)));
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
      assertThatThrownBy(() -> tables.run(office, jdbc -> jdbc.sql(statement).update()))
          .rootCause()
          .hasMessageContaining("one may only add");
    }
  }

  @Test
  void another_office_sees_none_of_it() {
    policies(Keeping.POSTGRES, policies -> policies.add(version(1, Mode.IN_FORCE)));
    tables.run(
        office,
        jdbc -> {
          new SqlPolicyDays(jdbc).put(PolicyDay.empty("coin-toss", SUNDAY));
          new SqlTrials(jdbc).add(trial());
          new SqlSamplePosts(jdbc).add(NOON, 5, List.of(sampled("satu", NOON)));
        });

    tables.run(
        elsewhere,
        jdbc -> {
          assertThat(new SqlOfficePolicies(jdbc).all()).isEmpty();
          assertThat(new SqlOfficePolicies(jdbc).history("coin-toss")).isEmpty();
          assertThat(new SqlPolicyDays(jdbc).on(SUNDAY)).isEmpty();
          assertThat(new SqlTrials(jdbc).of("coin-toss", 9)).isEmpty();
          assertThat(new SqlTrials(jdbc).isTried("coin-toss", trial().substance())).isFalse();
          assertThat(new SqlSamplePosts(jdbc).size()).isZero();
          assertThat(new SqlSamplePosts(jdbc).offeredSince(Instant.EPOCH)).isZero();
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
      case POSTGRES -> tables.run(office, jdbc -> work.accept(new SqlTrials(jdbc)));
    }
  }

  private static Trials.Trial trial() {
    return new Trials.Trial(
        "coin-toss",
        Hash.of("heads"),
        "Sari",
        NOON,
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
      case POSTGRES -> tables.run(office, jdbc -> work.accept(new SqlPolicyDays(jdbc)));
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
                            tables.run(
                                office,
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

    tables.run(
        office,
        jdbc -> assertThat(new SqlPolicyDays(jdbc).of("coin-toss", SUNDAY).raised()).isEqualTo(8));
  }

  @Test
  void the_sample_is_counted_by_the_hour_walked_newest_first_and_forgotten() {
    tables.run(
        office,
        jdbc -> {
          SqlSamplePosts sample = new SqlSamplePosts(jdbc);
          sample.add(NOON, 300, List.of(sampled("satu", NOON)));
          sample.add(
              NOON,
              100,
              List.of(sampled("dua", NOON.plusSeconds(1)), sampled("tiga", NOON.plusSeconds(2))));
          assertThat(sample.keptIn(NOON)).isEqualTo(3);
          assertThat(sample.offeredSince(NOON)).isEqualTo(400);

          List<Past.Sampled> walked = new ArrayList<>();
          new SqlPast(jdbc).sample(NOON, walked::add);
          assertThat(walked).extracting(Past.Sampled::text).containsExactly("tiga", "dua", "satu");
          assertThat(walked).extracting(Past.Sampled::weight).containsOnly(400 / 3.0);

          assertThat(sample.forgetBefore(NOON.plusSeconds(1))).isEqualTo(1);
          assertThat(sample.size()).isEqualTo(2);
        });
  }

  @Test
  void a_walk_reads_page_after_page_and_stops_when_told() {
    tables.run(
        office,
        jdbc -> {
          List<SamplePost> many =
              IntStream.range(0, 1_203)
                  .mapToObj(i -> sampled("nomor " + i, NOON.plusMillis(i / 7)))
                  .toList();
          new SqlSamplePosts(jdbc).add(NOON, 1_203, many);

          List<String> all = new ArrayList<>();
          new SqlPast(jdbc).sample(NOON, post -> all.add(post.text()));
          assertThat(all).doesNotHaveDuplicates().hasSize(1_203);

          List<String> few = new ArrayList<>();
          new SqlPast(jdbc).sample(NOON, post -> few.add(post.text()) && few.size() < 600);
          assertThat(few).isEqualTo(all.subList(0, 600));
        });
  }

  private static SamplePost sampled(String text, Instant at) {
    return new SamplePost(UUID.randomUUID(), text, "x", new Region("32.71"), at);
  }

  @Test
  void found_posts_come_with_what_officers_said_and_precision_is_counted_by_job() {
    found("a", "gambling-promotion@1");
    UUID confirmed = judged("Main di sini, pasti menang besar hari ini kawan", AS_GAMBLING);
    UUID rejected = judged("Turnamen catur antar kampung dibuka untuk umum", NOT_HARMFUL);
    UUID otherwise = judged("Kirim uang dulu baru barang dikirim ya kakak", AS_SCAM);

    tables.run(
        office,
        jdbc -> {
          List<Past.Found> walked = new ArrayList<>();
          new SqlPast(jdbc).found(NOON.minus(Duration.ofDays(1)), walked::add);

          assertThat(walked).hasSize(4);
          assertThat(said(walked, confirmed)).isEqualTo(Past.Said.CONFIRMED);
          assertThat(said(walked, rejected)).isEqualTo(Past.Said.REJECTED);
          assertThat(walked.stream().filter(post -> post.job().equals(otherwise)).findFirst())
              .hasValueSatisfying(post -> assertThat(post.decided()).contains(Category.SCAM));
          assertThat(walked.stream().filter(post -> post.said() == Past.Said.NOT_JUDGED))
              .hasSize(1);
          assertThat(new SqlPrecision(jdbc).since(NOON.minus(Duration.ofDays(30))))
              .containsExactly(new Precision("gambling-promotion", 1, 3));
          assertThat(new SqlPrecision(jdbc).since(NOON.plus(Duration.ofDays(1)))).isEmpty();
        });
  }

  private static final Verdict AS_GAMBLING =
      new Verdict.Confirmed(Category.GAMBLING, Stance.PROMOTES, Severity.HIGH);
  private static final Verdict AS_SCAM =
      new Verdict.Confirmed(Category.SCAM, Stance.PROMOTES, Severity.HIGH);
  private static final Verdict NOT_HARMFUL = new Verdict.NotHarmful();

  private static Past.Said said(List<Past.Found> posts, UUID job) {
    return posts.stream().filter(post -> post.job().equals(job)).findFirst().orElseThrow().said();
  }

  private UUID judged(String text, Verdict verdict) {
    UUID job = found(text, "gambling-promotion@1");
    tables.run(
        office,
        jdbc -> {
          Desk desk = desk(jdbc);
          desk.take(job, rina, NOON);
          desk.judge(job, rina, verdict, "Sudah diperiksa.", NOON);
        });
    return job;
  }

  private UUID found(String text, String policy) {
    return tables.write(
        office,
        jdbc -> {
          Finding finding =
              new Finding(
                  Category.GAMBLING,
                  Stance.PROMOTES,
                  0.9,
                  List.of(new Resemblance("test", Category.GAMBLING, new Span(0, 1), 1)),
                  policy,
                  Severity.HIGH,
                  "judi",
                  false);
          FoundPost post =
              new FoundPost(
                  UUID.randomUUID(), Post.of("1", text), List.of(finding), List.of(), NOON);
          desk(jdbc).receive(List.of(post));
          return jdbc.sql("SELECT job_id FROM found_posts WHERE id = ?")
              .param(post.id())
              .query(UUID.class)
              .single();
        });
  }

  private static Desk desk(JdbcClient jdbc) {
    return new Desk(
        new SqlJobs(jdbc),
        new SqlCases(jdbc),
        new SqlItems(jdbc),
        new PlainGrouping(),
        entry -> {},
        0,
        UUID::randomUUID);
  }
}
