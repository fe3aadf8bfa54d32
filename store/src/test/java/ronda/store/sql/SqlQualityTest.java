package ronda.store.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import ronda.casework.intake.FoundPost;
import ronda.casework.office.Officer;
import ronda.casework.office.Region;
import ronda.casework.office.Role;
import ronda.casework.policy.Precision;
import ronda.casework.quality.BlindPair;
import ronda.casework.quality.GoldenCopy;
import ronda.casework.quality.GoldenItem;
import ronda.casework.review.Counted;
import ronda.casework.review.Filter;
import ronda.casework.review.Job;
import ronda.casework.review.Jobs;
import ronda.casework.review.Judgement;
import ronda.casework.review.Reviewing;
import ronda.casework.review.Standing;
import ronda.casework.review.Verdict;
import ronda.identify.decide.Severity;
import ronda.identify.post.Category;
import ronda.identify.post.Stance;
import ronda.store.postgres.EmbeddedDatabase;
import ronda.testkit.contract.FoundPosts;

class SqlQualityTest {
  @RegisterExtension static final EmbeddedDatabase DATABASE = new EmbeddedDatabase();

  private static final Instant NINE = FoundPosts.NINE;
  private static final Verdict HARMFUL =
      new Verdict.Confirmed(Category.GAMBLING, Stance.PROMOTES, Severity.HIGH);
  private static final Verdict HARMLESS = new Verdict.NotHarmful();

  private static final Officer ALL = viewer("", true);

  private TwoOffices offices;

  @BeforeEach
  void enter() {
    offices = new TwoOffices(DATABASE.source());
  }

  @Test
  void the_first_two_verdicts_of_a_job_for_two_are_a_pair() {
    judged(true, HARMFUL, HARMLESS, HARMFUL);
    judged(false, HARMFUL);

    List<BlindPair> pairs = read(quality -> quality.pairs(NINE));

    assertThat(pairs).hasSize(1);
    assertThat(pairs.getFirst().firstSaid()).isEqualTo(HARMFUL);
    assertThat(pairs.getFirst().secondSaid()).isEqualTo(HARMLESS);
  }

  @Test
  void what_was_said_with_the_first_word_in_mind_is_no_blind_pair() {
    UUID job = judged(true, HARMFUL, HARMFUL);
    jobs(
        store -> {
          Job known = store.byId(job).orElseThrow().toldTo(List.of(offices.officers().get(1)));
          store.put(known, NINE);
          return true;
        });
    assertThat(this.<List<BlindPair>>read(quality -> quality.pairs(NINE))).isEmpty();
    assertThat(behind(EnumSet.allOf(Standing.class), new Counted.Paired(NINE, false))).isZero();
  }

  @Test
  void the_wait_is_from_the_receipt_to_the_last_judgement() {
    judged(false, HARMFUL);

    SqlQuality.Waited waited = read(quality -> quality.waited(NINE)).getFirst();

    assertThat(waited.decided()).isEqualTo(1);
    assertThat(waited.median()).isEqualTo(Duration.ofMinutes(9));
  }

  @Test
  void a_policy_is_right_where_its_category_was_confirmed() {
    judged(false, HARMFUL);
    judged(false, HARMLESS);

    List<Precision> precisions =
        offices.tables().read(offices.mine(), jdbc -> new SqlPrecision(jdbc).since(NINE));
    assertThat(precisions).containsExactly(new Precision("gambling-promotion", 1, 2));
    assertThat(precisions.getFirst().percent()).isEqualTo(50);
  }

  private void overrule(UUID job) {
    Instant then = NINE.plusSeconds(1_200);
    jobs(
        store -> {
          store.put(
              Reviewing.overrule(
                  store.byId(job).orElseThrow(), offices.officers().getLast(), "benar", then),
              then);
          return true;
        });
  }

  /** Whoever follows a number down to its jobs finds as many. */
  @Test
  void as_many_jobs_stand_behind_each_figure_as_it_says() {
    Verdict other = new Verdict.Confirmed(Category.SCAM, Stance.PROMOTES, Severity.LOW);
    Verdict graver = new Verdict.Confirmed(Category.GAMBLING, Stance.PROMOTES, Severity.URGENT);
    Verdict mentions = new Verdict.Confirmed(Category.GAMBLING, Stance.MENTIONS, Severity.HIGH);
    Verdict same = new Verdict.DuplicateOf(judged(false, HARMFUL));
    judged(false, HARMLESS);
    judged(false, same);
    judged(false, other);
    judged(false, new Verdict.NeedsSecond(), HARMFUL);
    judged(true, HARMFUL);
    judged(true, HARMFUL, graver);
    judged(true, HARMFUL, mentions);
    judged(true, HARMFUL, other, HARMFUL);
    judged(true, HARMFUL, same);
    judged(true, HARMLESS, HARMLESS);
    judged(true, new Verdict.NeedsSecond(), HARMLESS, HARMLESS);
    overrule(judged(true, HARMFUL)); // No second opinion: who answers an objection knows the first.

    for (Instant since : List.of(NINE, NINE.plusSeconds(1_100), NINE.plusSeconds(9_999))) {
      List<BlindPair> pairs = read(quality -> quality.pairs(since));
      List<Precision> precisions =
          offices.tables().read(offices.mine(), jdbc -> new SqlPrecision(jdbc).since(since));
      long decided =
          this.<List<SqlQuality.Waited>>read(quality -> quality.waited(since)).stream()
              .mapToLong(SqlQuality.Waited::decided)
              .sum();
      Set<Standing> judgedOnes = EnumSet.of(Standing.CONFIRMED, Standing.DISMISSED);
      Set<Standing> closed = EnumSet.of(Standing.CONFIRMED, Standing.DISMISSED, Standing.DUPLICATE);

      assertThat(behind(closed, new Counted.Judged(since))).isEqualTo(decided);
      assertThat(behind(judgedOnes, new Counted.Raised(since, "gambling-promotion", false)))
          .isEqualTo(precisions.stream().mapToLong(Precision::judged).sum());
      assertThat(behind(judgedOnes, new Counted.Raised(since, "gambling-promotion", true)))
          .isEqualTo(precisions.stream().mapToLong(Precision::confirmed).sum());
      assertThat(behind(decidedOnes(), new Counted.Paired(since, false))).isEqualTo(pairs.size());
      assertThat(behind(decidedOnes(), new Counted.Paired(since, true)))
          .isEqualTo(BlindPair.agreement(pairs).agreed());
    }
    assertThat(behind(decidedOnes(), new Counted.Paired(NINE, true))).isEqualTo(3);
    assertThat(behind(decidedOnes(), new Counted.Paired(NINE, false))).isEqualTo(6);
  }

  private long behind(Set<Standing> standings, Counted figure) {
    return jobs(store -> store.count(Filter.waiting().of(standings).behind(figure), NINE));
  }

  @Test
  void decisions_come_in_pages_and_undecided_jobs_are_not_among_them() {
    UUID first = judged(false, HARMFUL);
    UUID second = judged(false, HARMLESS);
    judged(true, HARMFUL);

    List<SqlQuality.Decided> page = read(quality -> quality.decided(ALL, Optional.empty(), 1));
    List<SqlQuality.Decided> next =
        read(quality -> quality.decided(ALL, Optional.of(page.getFirst().job()), 9));

    assertThat(page.getFirst().job()).isEqualTo(first);
    assertThat(next).extracting(SqlQuality.Decided::job).containsExactly(second);
    assertThat(next.getFirst().verdict()).isEqualTo(HARMLESS);
  }

  @Test
  void decisions_and_items_are_those_that_the_person_may_be_shown() {
    UUID here = judged(false, HARMFUL);
    UUID elsewhere = judged(false, HARMFUL);
    UUID worst = judged(false, HARMLESS);
    set("region = '32.71.01'", here);
    set("region = '32.71.02'", elsewhere);
    set("suspected = array_append(suspected, 'SEXTORTION')", worst);
    List.of(here, elsewhere, worst).forEach(job -> mark(job, offices.officers().getFirst()));
    Officer inPart = viewer("32.71.01", true);

    assertThat(shown(ALL)).containsExactlyInAnyOrder(here, elsewhere, worst);
    assertThat(shown(inPart)).containsExactlyInAnyOrder(here, worst);
    assertThat(shown(inPart.seeingWorst(false))).containsExactly(here);
    List<SqlQuality.Decided> page = read(quality -> quality.decided(inPart, Optional.empty(), 2));
    assertThat(page).as("a page is full, though one between is left out").hasSize(2);
  }

  private List<UUID> shown(Officer viewer) {
    List<UUID> decided =
        this.<List<SqlQuality.Decided>>read(quality -> quality.decided(viewer, Optional.empty(), 9))
            .stream()
            .map(SqlQuality.Decided::job)
            .toList();
    assertThat(this.<List<SqlGolden.Marked>>golden(store -> store.items(viewer, 9)))
        .extracting(marked -> marked.item().job())
        .containsExactlyInAnyOrderElementsOf(decided);
    return decided;
  }

  private int set(String what, UUID job) {
    return offices
        .tables()
        .<Integer>write(
            offices.mine(),
            jdbc -> jdbc.sql("UPDATE jobs SET " + what + " WHERE id = ?").param(job).update());
  }

  private static Officer viewer(String region, boolean seesWorst) {
    return new Officer(
        new UUID(9, 9),
        new UUID(9, 8),
        "Dina",
        "dina@contoh.invalid",
        Set.of(Role.ANALYST),
        region.isEmpty() ? Region.UNKNOWN : new Region(region),
        seesWorst);
  }

  @Test
  void a_golden_item_is_met_once_by_whoever_has_not_judged_it() {
    UUID job = judged(false, HARMFUL);
    GoldenItem item = mark(job, offices.officers().getFirst());

    assertThat(
            this.<List<GoldenItem>>golden(store -> store.unmet(offices.officers().getFirst(), 9)))
        .isEmpty();
    UUID other = offices.officers().getLast();
    assertThat(this.<List<GoldenItem>>golden(store -> store.unmet(other, 9))).containsExactly(item);
    plant(item, other);
    assertThat(this.<List<GoldenItem>>golden(store -> store.unmet(other, 9))).isEmpty();
  }

  @Test
  void an_answer_is_kept_once_and_changes_no_job_and_no_count() {
    UUID job = judged(false, HARMFUL);
    UUID other = offices.officers().getLast();
    plant(mark(job, offices.officers().getFirst()), other);
    long jobs = jobs(store -> store.count(Filter.waiting().of(decidedOnes()), NINE));
    GoldenCopy copy = golden(store -> store.open(other, 1)).getFirst();

    Judgement said = new Judgement(other, NINE.plusSeconds(60), HARMLESS, "bukan");
    assertThat(this.<Boolean>golden(store -> store.answer(copy, said))).isTrue();
    assertThat(this.<Boolean>golden(store -> store.answer(copy, said))).isFalse();

    assertThat(golden(store -> store.copy(copy.id(), other)).orElseThrow().answer()).hasValue(said);
    assertThat(this.<List<SqlQuality.GoldenShare>>read(quality -> quality.golden(NINE)))
        .containsExactly(new SqlQuality.GoldenShare(other, 1, 0));
    assertThat(jobs(store -> store.byId(job)).orElseThrow().judgements()).hasSize(1);
    assertThat(this.<Long>jobs(store -> store.count(Filter.waiting().of(decidedOnes()), NINE)))
        .isEqualTo(jobs);
  }

  @Test
  void whoever_asks_for_a_second_person_is_not_counted() {
    UUID other = offices.officers().getLast();
    plant(mark(judged(false, HARMFUL), offices.officers().getFirst()), other);
    GoldenCopy copy = golden(store -> store.open(other, 1)).getFirst();

    golden(
        store ->
            store.answer(
                copy, new Judgement(other, NINE, new Verdict.NeedsSecond(), "tidak yakin")));

    assertThat(this.<List<SqlQuality.GoldenShare>>read(quality -> quality.golden(NINE)))
        .containsExactly(new SqlQuality.GoldenShare(other, 0, 0));
  }

  @Test
  void a_copy_is_shown_to_its_officer_and_to_nobody_else() {
    UUID other = offices.officers().getLast();
    UUID id = plant(mark(judged(false, HARMFUL), offices.officers().getFirst()), other);

    assertThat(
            this.<Optional<GoldenCopy>>golden(
                store -> store.copy(id, offices.officers().getFirst())))
        .isEmpty();
    assertThat(this.<Optional<GoldenCopy>>golden(store -> store.copy(id, other))).isPresent();
  }

  @Test
  void another_office_sees_no_item_and_has_its_own_setting() {
    mark(judged(false, HARMFUL), offices.officers().getFirst());
    golden(
        store -> {
          store.setOneIn(3);
          return true;
        });

    assertThat(this.<Integer>golden(SqlGolden::oneIn)).isEqualTo(3);
    int elsewhere =
        offices
            .tables()
            .read(
                offices.other(),
                jdbc ->
                    new SqlGolden(jdbc).items(ALL, 9).size() + 100 * new SqlGolden(jdbc).oneIn());
    assertThat(elsewhere).isEqualTo(100 * SqlGolden.ONE_IN);
  }

  private static Set<Standing> decidedOnes() {
    return EnumSet.allOf(Standing.class);
  }

  private GoldenItem mark(UUID job, UUID officer) {
    GoldenItem item = new GoldenItem(UUID.randomUUID(), job, HARMFUL, "ajakan bermain");
    golden(
        store -> {
          store.mark(item, officer, NINE);
          return true;
        });
    return item;
  }

  private UUID plant(GoldenItem item, UUID officer) {
    UUID copy = UUID.randomUUID();
    golden(
        store -> {
          store.plant(copy, item, officer, NINE);
          return true;
        });
    return copy;
  }

  /** A job of one post that is received a minute after nine; verdicts follow, ten minutes apart. */
  private UUID judged(boolean needsTwo, Verdict... verdicts) {
    long number = FoundPosts.fresh();
    FoundPost post = FoundPosts.post(number, "Main di CONTOH88 " + number, "akun", NINE);
    Job begun = FoundPosts.job(number, post, Severity.HIGH);
    List<Judgement> said = new ArrayList<>();
    for (Verdict verdict : verdicts) {
      UUID officer = offices.officers().get(said.size() % 2);
      Instant at = NINE.plus(Duration.ofMinutes(10L * (said.size() + 1)));
      said.add(new Judgement(officer, at, verdict, "contoh"));
    }
    return jobs(
        store -> {
          Job job = needing(begun, needsTwo);
          store.begin(List.of(Jobs.Beginning.of(job, post)));
          store.put(job.saying(said), NINE);
          return job.id();
        });
  }

  private static Job needing(Job job, boolean two) {
    return new Job(
        job.id(),
        job.category(),
        job.stance(),
        job.severity(),
        job.score(),
        job.region(),
        job.excerpt(),
        job.platform(),
        job.posts(),
        job.accounts(),
        job.firstSeen(),
        job.lastSeen(),
        two,
        job.hold(),
        job.judgements());
  }

  private <T> T read(Function<SqlQuality, T> work) {
    return offices.tables().read(offices.mine(), jdbc -> work.apply(new SqlQuality(jdbc)));
  }

  private <T> T golden(Function<SqlGolden, T> work) {
    return offices.tables().write(offices.mine(), jdbc -> work.apply(new SqlGolden(jdbc)));
  }

  private <T> T jobs(Function<SqlJobs, T> work) {
    return offices.tables().write(offices.mine(), jdbc -> work.apply(new SqlJobs(jdbc)));
  }
}
