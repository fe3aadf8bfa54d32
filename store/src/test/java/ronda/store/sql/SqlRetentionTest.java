package ronda.store.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.jdbc.core.simple.JdbcClient;
import ronda.casework.cases.CaseFile;
import ronda.casework.cases.Step;
import ronda.casework.chain.Hash;
import ronda.casework.chain.Verifier;
import ronda.casework.evidence.Item;
import ronda.casework.evidence.Items;
import ronda.casework.evidence.Look;
import ronda.casework.evidence.Part;
import ronda.casework.intake.FoundPost;
import ronda.casework.office.Region;
import ronda.casework.quality.GoldenItem;
import ronda.casework.retention.Fate;
import ronda.casework.retention.LegalHold;
import ronda.casework.retention.Periods;
import ronda.casework.retention.RecordKind;
import ronda.casework.review.Job;
import ronda.casework.review.Jobs;
import ronda.casework.review.Judgement;
import ronda.casework.review.Verdict;
import ronda.identify.decide.Severity;
import ronda.identify.post.Category;
import ronda.identify.post.Stance;
import ronda.store.postgres.EmbeddedDatabase;
import ronda.testkit.contract.FoundPosts;

class SqlRetentionTest {
  @RegisterExtension static final EmbeddedDatabase DATABASE = new EmbeddedDatabase();

  private static final Instant NINE = FoundPosts.NINE;
  private static final Verdict HARMFUL =
      new Verdict.Confirmed(Category.GAMBLING, Stance.PROMOTES, Severity.HIGH);
  private static final Verdict HARMLESS = new Verdict.NotHarmful();
  private static final int MOST = 1_000;

  private TwoOffices offices;

  @BeforeEach
  void enter() {
    offices = new TwoOffices(DATABASE.source());
  }

  @Test
  void a_post_that_was_judged_harmless_is_forgotten_after_a_month() {
    UUID job = judged(1, HARMLESS);

    assertThat(forget(NINE.plus(Duration.ofDays(30)))).isEmpty();
    assertThat(forget(NINE.plus(Duration.ofDays(31))))
        .containsExactly(Map.entry(RecordKind.JUDGED_HARMLESS, 1));

    assertThat(job(job).isForgotten()).isTrue();
    assertThat(forget(NINE.plus(Duration.ofDays(32)))).isEmpty();
  }

  @Test
  void nothing_of_what_was_written_or_of_who_wrote_it_is_left_in_any_table() {
    UUID job = judged(1, HARMLESS);
    assertThat(everything(job)).contains("rahasia", "akun-rekaan", "+62812", "contoh.example");

    forget(NINE.plus(Duration.ofDays(31)));

    assertThat(everything(job))
        .doesNotContain("rahasia", "akun-rekaan", "+62812", "contoh.example", "post-");
  }

  @Test
  void agreement_precision_and_waiting_times_stay_what_they_were() {
    judged(2, HARMFUL, HARMLESS, HARMLESS);
    judged(1, HARMLESS);
    judged(1, HARMFUL);
    List<Object> before = figures();

    assertThat(forget(NINE.plus(Duration.ofDays(400)))).isNotEmpty();

    assertThat(figures()).isEqualTo(before);
  }

  @Test
  void what_is_on_hold_is_not_forgotten_until_the_hold_is_lifted() {
    UUID job = judged(1, HARMLESS);
    LegalHold hold = hold(LegalHold.Subject.JOB, job);
    Instant late = NINE.plus(Duration.ofDays(999));

    assertThat(forget(late)).isEmpty();
    run(jdbc -> new SqlLegalHolds(jdbc).lift(hold.lifted(hold.placed())));

    assertThat(forget(late)).containsOnlyKeys(RecordKind.JUDGED_HARMLESS);
  }

  @Test
  void the_posts_of_a_case_stay_while_it_lasts_and_its_chain_for_ever() {
    UUID job = judged(1, HARMFUL);
    CaseFile file = open(job);
    assertThat(forget(NINE.plus(Duration.ofDays(9_999)))).isEmpty();
    add(file, new Step.Closed("ditangani"));

    assertThat(forget(NINE.plus(Duration.ofDays(1_826))))
        .containsExactly(Map.entry(RecordKind.CLOSED_CASES, 1));

    Verifier verifier = new Verifier();
    read(jdbc -> new SqlCases(jdbc).chainOf(file.id())).forEach(verifier::next);
    assertThat(verifier.broken()).isEmpty();
  }

  @Test
  void what_the_pictures_of_a_case_looked_like_is_forgotten_with_its_posts() {
    CaseFile file = open(judged(1, HARMFUL));
    Look look = Look.of(Hash.of(file.number()).hex());
    run(
        jdbc -> {
          var part = new Part("a.png", "image/png", 7, Hash.of("a"));
          var item = new Item(UUID.randomUUID(), Item.Kind.FILE, Map.of(), List.of(part));
          new SqlItems(jdbc).keep(file.id(), item);
          new SqlItems(jdbc).keepLooks(item.id(), part.name(), List.of(look));
          return true;
        });
    add(file, new Step.Closed("ditangani"));
    assertThat(forget(NINE.plus(Duration.ofDays(1_824)))).isEmpty();
    assertThat(casesLike(look)).hasSize(1);

    forget(NINE.plus(Duration.ofDays(1_826)));

    assertThat(casesLike(look)).isEmpty();
  }

  private List<Items.Alike> casesLike(Look look) {
    return read(jdbc -> new SqlItems(jdbc).casesLike(List.of(look), Look.ALIKE, 10));
  }

  @Test
  void a_hold_on_a_case_holds_its_jobs() {
    CaseFile file = open(judged(1, HARMFUL));
    add(file, new Step.Closed("ditangani"));
    hold(LegalHold.Subject.CASE, file.id());

    assertThat(forget(NINE.plus(Duration.ofDays(9_999)))).isEmpty();
  }

  @Test
  void what_reviewers_practise_on_is_kept_longer_and_then_practised_on_no_more() {
    UUID job = judged(1, HARMLESS);
    UUID other = offices.officers().getLast();
    GoldenItem item = new GoldenItem(UUID.randomUUID(), job, HARMLESS, "peringatan");
    run(
        jdbc -> {
          new SqlGolden(jdbc).mark(item, offices.officers().getFirst(), NINE);
          new SqlGolden(jdbc).plant(UUID.randomUUID(), item, other, NINE);
          return true;
        });
    assertThat(forget(NINE.plus(Duration.ofDays(364)))).isEmpty();

    forget(NINE.plus(Duration.ofDays(366)));

    assertThat(job(job).isForgotten()).isTrue();
    assertThat(this.<Boolean>read(jdbc -> new SqlGolden(jdbc).open(other).isPresent())).isFalse();
    assertThat(this.<Boolean>read(jdbc -> new SqlGolden(jdbc).items(9).getFirst().planted()))
        .isFalse();
  }

  @Test
  void an_office_sets_its_own_times_and_no_other_office_is_touched() {
    judged(1, HARMLESS);
    run(
        jdbc -> {
          new SqlRetention(jdbc).set(new Periods(Map.of(RecordKind.JUDGED_HARMLESS, 2)));
          return true;
        });

    Instant later = NINE.plus(Duration.ofDays(3));
    Map<RecordKind, Integer> elsewhere =
        offices.tables().write(offices.other(), jdbc -> new SqlRetention(jdbc).forget(later, MOST));
    Periods others =
        offices.tables().read(offices.other(), jdbc -> new SqlRetention(jdbc).periods());
    assertThat(elsewhere).isEmpty();
    assertThat(others).isEqualTo(Periods.ORDINARY);
    assertThat(forget(later)).containsOnlyKeys(RecordKind.JUDGED_HARMLESS);
  }

  @Test
  void lines_that_could_not_be_read_go_after_a_week_and_their_number_stays() {
    UUID batch = UUID.randomUUID();
    run(
        jdbc ->
            jdbc.sql(
                        """
                        WITH sent AS (INSERT INTO batches (id, at, sender, way, name, posts, found,
                          known, begun, rejected) VALUES (:id, :at, 'Ani', 'UPLOAD', 'a', 0, 0, 0, 0, 1))
                        INSERT INTO rejects (batch, line, error, input) VALUES (:id, 1, 'x', 'NIK 32')
                        """)
                    .param("id", batch)
                    .param("at", Times.at(NINE))
                    .update()
                > 0);

    assertThat(forget(NINE.plus(Duration.ofDays(6)))).isEmpty();
    assertThat(forget(NINE.plus(Duration.ofDays(8))))
        .containsExactly(Map.entry(RecordKind.REJECTED_LINES, 1));
    assertThat(
            this.<Long>read(
                jdbc -> jdbc.sql("SELECT rejected FROM batches").query(Long.class).single()))
        .isEqualTo(1);
  }

  @Test
  void a_round_takes_only_so_much_at_once() {
    for (int i = 0; i < 5; i++) {
      judged(1, HARMLESS);
    }
    Instant later = NINE.plus(Duration.ofDays(31));

    List<Map<RecordKind, Integer>> rounds = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      rounds.add(
          offices.tables().write(offices.mine(), jdbc -> new SqlRetention(jdbc).forget(later, 2)));
    }

    assertThat(rounds)
        .containsExactly(
            Map.of(RecordKind.JUDGED_HARMLESS, 2),
            Map.of(RecordKind.JUDGED_HARMLESS, 2),
            Map.of(RecordKind.JUDGED_HARMLESS, 1),
            Map.of());
  }

  @Test
  void a_hold_that_is_just_being_placed_is_not_overtaken()
      throws InterruptedException, ExecutionException {
    UUID job = judged(1, HARMLESS);
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
                            place(jdbc, LegalHold.Subject.JOB, job);
                            placed.countDown();
                            return await(swept);
                          }));
      placed.await();
      assertThat(forget(late)).isEmpty();
      swept.countDown();
      assertThat(hold.get()).isTrue();
    }
    assertThat(forget(late)).isEmpty();
  }

  private static boolean await(CountDownLatch latch) {
    try {
      latch.await();
      return true;
    } catch (InterruptedException e) {
      throw new IllegalStateException("the test was stopped", e);
    }
  }

  /** The rule in Java and the rule in SQL, over jobs of every sort. */
  @Test
  void the_round_forgets_exactly_what_the_rule_says() {
    long seed = Long.getLong("ronda.fuzz.seed", 20261122);
    Random random = new Random(seed);
    Map<UUID, String> jobs = new LinkedHashMap<>();
    for (int i = 0; i < 80; i++) {
      jobs.put(anyJob(random), "seed " + seed + ", job " + i);
    }
    for (int days : List.of(1, 29, 31, 89, 91, 364, 367, 500, 1_900)) {
      Instant now = NINE.plus(Duration.ofDays(days));
      Set<UUID> expected = new HashSet<>();
      jobs.keySet().stream().filter(job -> isOver(job, now)).forEach(expected::add);

      forget(now);

      Set<UUID> gone = new HashSet<>();
      jobs.keySet().stream()
          .filter(job -> job(job).forgotten().filter(now::equals).isPresent())
          .forEach(gone::add);
      assertThat(gone)
          .as("after %d days, %s", days, jobs.values().iterator().next())
          .isEqualTo(expected);
    }
  }

  private boolean isOver(UUID id, Instant now) {
    Fate fate = run(jdbc -> new SqlRetention(jdbc).fate(new SqlJobs(jdbc).byId(id).orElseThrow()));
    return fate instanceof Fate.Until until && until.moment().isBefore(now);
  }

  private UUID anyJob(Random random) {
    Verdict[][] said = {
      {},
      {HARMLESS},
      {HARMFUL},
      {new Verdict.NeedsSecond()},
      {HARMFUL, HARMLESS},
      {HARMFUL, HARMLESS, HARMLESS},
      {new Verdict.DuplicateOf(UUID.randomUUID())}
    };
    Verdict[] verdicts = said[random.nextInt(said.length)];
    if (verdicts.length == 1 && verdicts[0] instanceof Verdict.DuplicateOf) {
      verdicts = new Verdict[] {new Verdict.DuplicateOf(judged(1))};
    }
    UUID job = judged(verdicts.length > 1 ? 2 : 1, verdicts);
    if (random.nextInt(3) == 0) {
      CaseFile file = open(job);
      switch (random.nextInt(3)) {
        case 0 -> add(file, new Step.Closed("ditangani"));
        case 1 -> add(file, new Step.Withdrawn("ditarik"));
        default -> {}
      }
      if (random.nextInt(4) == 0) {
        hold(LegalHold.Subject.CASE, file.id());
      }
    }
    if (random.nextInt(5) == 0) {
      hold(LegalHold.Subject.JOB, job);
    }
    if (random.nextInt(4) == 0) {
      Instant marked = NINE.plus(Duration.ofDays(random.nextInt(30)));
      GoldenItem item = new GoldenItem(UUID.randomUUID(), job, HARMFUL, "contoh");
      run(
          jdbc -> {
            new SqlGolden(jdbc).mark(item, offices.officers().getFirst(), marked);
            return true;
          });
    }
    return job;
  }

  private List<Object> figures() {
    return read(
        jdbc -> {
          SqlQuality quality = new SqlQuality(jdbc);
          return List.of(
              quality.pairs(NINE.minusSeconds(1)),
              quality.waited(NINE.minusSeconds(1)),
              new SqlPrecision(jdbc).since(NINE.minusSeconds(1)),
              quality.judgedBy(offices.officers().getFirst(), NINE.minusSeconds(1)));
        });
  }

  private String everything(UUID job) {
    return read(
        jdbc ->
            jdbc.sql(
                    """
                    SELECT concat(
                      (SELECT row_to_json(j) FROM jobs j WHERE id = :job),
                      (SELECT json_agg(p) FROM found_posts p WHERE job_id = :job),
                      (SELECT json_agg(t) FROM post_traits t WHERE job_id = :job))
                    """)
                .param("job", job)
                .query(String.class)
                .single());
  }

  private UUID judged(int judges, Verdict... verdicts) {
    long number = FoundPosts.fresh();
    FoundPost post =
        FoundPosts.post(number, "Main di CONTOH88 rahasia " + number, "akun-rekaan", NINE);
    Job plain = FoundPosts.job(number, post, Severity.HIGH);
    Job begun =
        new Job(
            plain.id(),
            plain.category(),
            plain.stance(),
            plain.severity(),
            plain.score(),
            plain.region(),
            plain.excerpt(),
            plain.platform(),
            plain.posts(),
            plain.accounts(),
            plain.firstSeen(),
            plain.lastSeen(),
            judges > 1,
            plain.hold(),
            List.of());
    List<Judgement> said = new ArrayList<>();
    for (Verdict verdict : verdicts) {
      UUID officer = offices.officers().get(said.size() % 2);
      said.add(
          new Judgement(
              officer, NINE.plus(Duration.ofMinutes(10L * (said.size() + 1))), verdict, "contoh"));
    }
    return run(
        jdbc -> {
          SqlJobs jobs = new SqlJobs(jdbc);
          jobs.begin(List.of(Jobs.Beginning.of(begun, post)));
          jobs.put(begun.saying(said), NINE);
          return begun.id();
        });
  }

  private CaseFile open(UUID job) {
    return run(
        jdbc -> {
          SqlCases cases = new SqlCases(jdbc);
          Step opened = new Step.Opened(job, Category.GAMBLING, Stance.PROMOTES, Severity.HIGH);
          CaseFile file =
              new CaseFile(
                  UUID.randomUUID(),
                  cases.nextNumber(2026),
                  new Region("32.71"),
                  List.of(new Step.Taken(NINE, "Ani", opened)));
          cases.open(file);
          return file;
        });
  }

  private void add(CaseFile file, Step step) {
    run(
        jdbc -> {
          new SqlCases(jdbc).add(file.after(new Step.Taken(NINE, "Ani", step)));
          return true;
        });
  }

  private LegalHold hold(LegalHold.Subject kind, UUID subject) {
    return run(jdbc -> place(jdbc, kind, subject));
  }

  private static LegalHold place(JdbcClient jdbc, LegalHold.Subject kind, UUID subject) {
    LegalHold.Act act = new LegalHold.Act("Kemal", NINE, "diminta penyidik", "surat contoh");
    LegalHold hold = new LegalHold(UUID.randomUUID(), kind, subject, act, Optional.empty());
    new SqlLegalHolds(jdbc).place(hold);
    return hold;
  }

  private Job job(UUID id) {
    return run(jdbc -> new SqlJobs(jdbc).byId(id).orElseThrow());
  }

  private Map<RecordKind, Integer> forget(Instant now) {
    return run(jdbc -> new SqlRetention(jdbc).forget(now, MOST));
  }

  private <T> T read(Function<JdbcClient, T> work) {
    return offices.tables().read(offices.mine(), work);
  }

  private <T> T run(Function<JdbcClient, T> work) {
    return offices.tables().write(offices.mine(), work);
  }
}
