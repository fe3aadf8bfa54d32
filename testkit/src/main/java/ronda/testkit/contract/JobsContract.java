package ronda.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static ronda.testkit.contract.FoundPosts.NINE;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import ronda.casework.chain.Hash;
import ronda.casework.intake.FoundPost;
import ronda.casework.intake.RecentJobs;
import ronda.casework.intake.Trait;
import ronda.casework.office.Region;
import ronda.casework.review.Filter;
import ronda.casework.review.Hold;
import ronda.casework.review.Job;
import ronda.casework.review.Jobs;
import ronda.casework.review.Judgement;
import ronda.casework.review.Priority;
import ronda.casework.review.QueuePage;
import ronda.casework.review.Reviewing;
import ronda.casework.review.Standing;
import ronda.casework.review.Verdict;
import ronda.casework.review.Worst;
import ronda.identify.decide.Severity;
import ronda.identify.post.Category;
import ronda.identify.post.Stance;

/** What every {@link Jobs} must do. */
public abstract class JobsContract {
  private static final Trait NUMBER = new Trait("phone", "+6281200000000");

  private final long base = FoundPosts.fresh();

  /** Works on the jobs in one change. */
  protected abstract <T> T with(Function<Jobs, T> work);

  /** Two people of the office whose jobs these are. */
  protected abstract List<UUID> officers();

  @Test
  void a_job_comes_back_as_it_began() {
    FoundPost post = post(1, "Main di CONTOH88 gacor", "akun1", NINE);
    Job job = begin(1, post, Severity.HIGH);
    assertThat(byId(1)).isEqualTo(job);
    assertThat(this.<List<FoundPost>>with(jobs -> jobs.postsOf(job.id(), 9))).containsExactly(post);
    assertThat(this.<Optional<Job>>with(jobs -> jobs.byId(id(99)))).isEmpty();
  }

  @Test
  void a_post_that_is_kept_is_known() {
    FoundPost post = post(1, "Main di CONTOH88", "akun1", NINE);
    assertThat(isKnown(post)).isFalse();
    begin(1, post, Severity.HIGH);
    assertThat(isKnown(post)).isTrue();
    FoundPost other = post(1, "Main di CONTOH88", "akun2", NINE);
    assertThat(isKnown(other)).isFalse();
    assertThat(this.<Set<Hash>>with(jobs -> jobs.known(Set.of(post.print(), other.print()))))
        .containsExactly(post.print());
    assertThat(this.<Set<Hash>>with(jobs -> jobs.known(Set.of()))).isEmpty();
  }

  @Test
  void a_job_grows_by_posts_and_by_different_accounts() {
    begin(1, post(1, "a", "akun1", NINE), Severity.HIGH);
    join(1, post(2, "b", "akun2", NINE.plusSeconds(90)));
    join(1, post(3, "c", "AKUN2", NINE.minusSeconds(90)));
    Job job = byId(1);
    assertThat(job.posts()).isEqualTo(3);
    assertThat(job.accounts()).isEqualTo(2);
    assertThat(job.firstSeen()).isEqualTo(NINE.minusSeconds(90));
    assertThat(job.lastSeen()).isEqualTo(NINE.plusSeconds(90));
    assertThat(this.<List<FoundPost>>with(jobs -> jobs.postsOf(id(1), 2)))
        .extracting(post -> post.post().id())
        .hasSize(2);
  }

  @Test
  void many_jobs_begin_and_grow_at_once_as_they_would_one_by_one() {
    List<Jobs.Beginning> beginnings =
        IntStream.rangeClosed(1, 3)
            .mapToObj(i -> beginning(i, post(i, "teks " + i, "akun1", NINE), Severity.HIGH))
            .toList();
    List<Jobs.Joined> posts =
        List.of(
            new Jobs.Joined(id(1), post(4, "a", "akun1", NINE.plusSeconds(60)), "text"),
            new Jobs.Joined(id(3), post(5, "b", "akun2", NINE.minusSeconds(60)), "text"),
            new Jobs.Joined(id(1), post(6, "c", "akun2", NINE), "text"),
            new Jobs.Joined(id(1), post(7, "d", "akun2", NINE), "text"));
    with(
        jobs -> {
          jobs.begin(beginnings);
          jobs.join(posts);
          jobs.begin(List.of());
          jobs.join(List.of());
          return true;
        });

    assertThat(List.of(byId(1).posts(), byId(2).posts(), byId(3).posts())).containsExactly(4, 1, 2);
    assertThat(List.of(byId(1).accounts(), byId(2).accounts(), byId(3).accounts()))
        .containsExactly(2, 1, 2);
    assertThat(byId(1).lastSeen()).isEqualTo(NINE.plusSeconds(60));
    assertThat(byId(3).firstSeen()).isEqualTo(NINE.minusSeconds(60));
    assertThat(this.<List<FoundPost>>with(jobs -> jobs.postsOf(id(1), 9)))
        .containsExactlyInAnyOrder(
            beginnings.getFirst().post(),
            posts.get(0).post(),
            posts.get(2).post(),
            posts.get(3).post());
  }

  @Test
  void keeps_who_holds_it_and_what_was_said() {
    begin(1, post(1, "a", "akun1", NINE), Severity.HIGH);
    Verdict verdict = new Verdict.Confirmed(Category.SCAM, Stance.PROMOTES, Severity.URGENT);
    Job judged = judge(1, 0, verdict, NINE);
    assertThat(byId(1)).isEqualTo(judged);
    assertThat(byId(1).standing()).isEqualTo(Standing.CONFIRMED);
    Job taken = take(2, post(2, "b", "akun2", NINE), 1);
    assertThat(byId(2).hold()).contains(new Hold(officers().get(1), NINE.plus(Hold.LASTS)));
    assertThat(byId(2)).isEqualTo(taken);
  }

  @Test
  void every_verdict_comes_back_as_it_was_given() {
    begin(9, post(9, "z", "akun9", NINE), Severity.LOW);
    List<Verdict> verdicts =
        List.of(
            new Verdict.NotHarmful(), new Verdict.NeedsSecond(), new Verdict.DuplicateOf(id(9)));
    for (int i = 0; i < verdicts.size(); i++) {
      begin(i + 1, post(i + 1, "a" + i, "akun" + i, NINE), Severity.HIGH);
      judge(i + 1, 0, verdicts.get(i), NINE);
      assertThat(byId(i + 1).judgements().getLast().verdict()).isEqualTo(verdicts.get(i));
    }
  }

  @Test
  void what_was_taken_back_no_longer_stands() {
    begin(1, post(1, "a", "akun1", NINE), Severity.HIGH);
    judge(1, 0, new Verdict.NotHarmful(), NINE);
    Instant later = NINE.plusSeconds(60);
    assertThat(ids(with(jobs -> jobs.judgedBy(officers().get(0), NINE)))).containsExactly(id(1));
    change(1, job -> Reviewing.undo(job, officers().get(0), later), later);
    assertThat(byId(1).standing()).isEqualTo(Standing.WAITING);
    assertThat(this.<List<Job>>with(jobs -> jobs.judgedBy(officers().get(0), NINE))).isEmpty();
    judge(1, 0, new Verdict.NeedsSecond(), later.plusSeconds(1));
    assertThat(byId(1).judgements()).hasSize(1);
  }

  @Test
  void after_an_upheld_objection_another_judgement_stands_in_the_place_of_the_first() {
    begin(1, post(1, "a", "akun1", NINE), Severity.HIGH);
    Verdict confirmed = new Verdict.Confirmed(Category.GAMBLING, Stance.PROMOTES, Severity.HIGH);
    judge(1, 0, confirmed, NINE);
    Instant later = NINE.plusSeconds(60);
    Judgement other =
        new Judgement(officers().get(1), later, new Verdict.NotHarmful(), "keberatan dikabulkan");
    change(1, job -> new Reviewing.Answer.Done(Reviewing.overrule(job, other)), later);
    assertThat(byId(1).standing()).isEqualTo(Standing.DISMISSED);
    assertThat(byId(1).judgements()).containsExactly(other);
  }

  @Test
  void the_weightiest_stands_first_and_pages_neither_skip_nor_repeat() {
    Severity[] severities = Severity.values();
    for (int i = 1; i <= 23; i++) {
      Instant seen = NINE.minus(Duration.ofHours(i * 5L));
      begin(i, post(i, "text " + i, "akun" + i, seen), severities[i % 4]);
    }
    List<Job> jobs = page(Filter.waiting(), Optional.empty(), 200).jobs();
    assertThat(jobs.stream().map(job -> -Priority.of(job, NINE))).isSorted();
    List<UUID> whole = ids(jobs);
    assertThat(whole).hasSize(23).doesNotHaveDuplicates();
    assertThat(byId(whole.getFirst()).severity()).isEqualTo(Severity.URGENT);
    List<UUID> walked = new ArrayList<>();
    Optional<QueuePage.Place> place = Optional.empty();
    do {
      QueuePage page = page(Filter.waiting(), place, 5);
      assertThat(page.total()).isEqualTo(23);
      walked.addAll(ids(page.jobs()));
      place = page.next();
    } while (place.isPresent());
    assertThat(walked).isEqualTo(whole);
  }

  @Test
  void every_filter_keeps_what_it_says() {
    begin(1, post(1, "permainan perjudian", "akun1", NINE), Severity.HIGH);
    begin(2, post(2, "lain", "akun2", NINE.minus(Duration.ofDays(9))), Severity.HIGH);
    judge(2, 0, new Verdict.NotHarmful(), NINE);
    take(3, post(3, "ketiga", "akun3", NINE), 1);
    Filter all = Filter.waiting().of(Set.of(Standing.values()));
    assertThat(found(all)).containsExactlyInAnyOrder(id(1), id(2), id(3));
    assertThat(found(Filter.waiting())).containsExactlyInAnyOrder(id(1), id(3));
    assertThat(found(with(all, EnumSet.of(Category.SCAM)))).isEmpty();
    assertThat(found(with(all, EnumSet.noneOf(Category.class)))).isEmpty();
    assertThat(found(with(all, new Region("32.71")))).hasSize(3);
    assertThat(found(with(all, new Region("36")))).isEmpty();
    assertThat(found(narrowed(all, "video", 0.97, Optional.empty()))).hasSize(3);
    assertThat(found(narrowed(all, "foto", 0, Optional.empty()))).isEmpty();
    assertThat(found(narrowed(all, "", 0.98, Optional.empty()))).isEmpty();
    Optional<Instant> lately = Optional.of(NINE.minus(Duration.ofDays(1)));
    assertThat(found(narrowed(all, "", 0, lately))).containsExactlyInAnyOrder(id(1), id(3));
    assertThat(found(asked(all, Optional.of(officers().get(1)), Optional.empty(), "")))
        .containsExactly(id(3));
    assertThat(found(asked(all, Optional.empty(), Optional.of(officers().get(0)), "")))
        .containsExactlyInAnyOrder(id(1), id(3));
    assertThat(found(asked(all, Optional.empty(), Optional.empty(), "perjudian")))
        .containsExactly(id(1));
    assertThat(found(asked(all, Optional.empty(), Optional.empty(), "perjudian lain"))).isEmpty();
  }

  @Test
  void finds_the_latest_undecided_job_with_a_shared_trait() {
    begin(1, post(1, "a", "akun1", NINE), Severity.HIGH);
    begin(2, post(2, "b", "akun2", NINE), Severity.HIGH);
    Jobs.Wanted gambling = new Jobs.Wanted(NUMBER, Category.GAMBLING);
    Jobs.Wanted scam = new Jobs.Wanted(NUMBER, Category.SCAM);
    assertThat(undecided(gambling, scam)).isEqualTo(Map.of(gambling, id(2)));
    judge(2, 0, new Verdict.NotHarmful(), NINE);
    assertThat(undecided(gambling, scam)).isEqualTo(Map.of(gambling, id(1)));
    assertThat(undecided()).isEmpty();
    assertThat(ids(with(jobs -> jobs.with(NUMBER, 9)))).containsExactlyInAnyOrder(id(1), id(2));
  }

  @Test
  void remembers_what_the_first_post_of_a_late_job_looked_like() {
    begin(1, post(1, "Main di CONTOH88 gacor parah", "akun1", NINE), Severity.HIGH);
    assertThat(this.<List<RecentJobs.Told>>with(jobs -> jobs.lately(Category.GAMBLING, NINE)))
        .extracting(told -> told.likeness().letters())
        .containsExactly("maindicontohgacorparah");
    assertThat(
            this.<List<RecentJobs.Told>>with(
                jobs -> jobs.lately(Category.GAMBLING, NINE.plusSeconds(1))))
        .isEmpty();
    assertThat(this.<List<RecentJobs.Told>>with(jobs -> jobs.lately(Category.SCAM, NINE)))
        .isEmpty();
  }

  @Test
  void what_is_forgotten_of_a_job_is_what_was_said_and_by_whom() {
    FoundPost post = post(1, "Main di CONTOH88 gacor parah", "akun1", NINE);
    begin(1, post, Severity.HIGH);
    Job judged = judge(1, 0, new Verdict.NotHarmful(), NINE);
    Instant later = NINE.plus(Duration.ofDays(31));

    with(
        jobs -> {
          jobs.forget(id(1), later);
          return true;
        });

    assertThat(byId(1)).isEqualTo(judged.forgotten(later));
    assertThat(byId(1).standing()).isEqualTo(Standing.DISMISSED);
    assertThat(this.<List<FoundPost>>with(jobs -> jobs.postsOf(id(1), 9))).isEmpty();
    assertThat(this.<List<Job>>with(jobs -> jobs.with(NUMBER, 9))).isEmpty();
    assertThat(this.<List<RecentJobs.Told>>with(jobs -> jobs.lately(Category.GAMBLING, NINE)))
        .isEmpty();
    assertThat(found(Filter.waiting().of(Set.of(Standing.values())))).isEmpty();
    assertThat(isKnown(post)).as("the same post is not raised again").isTrue();
  }

  @Test
  void a_job_with_any_finding_of_a_category_is_left_out_where_nobody_may_see_it() {
    Filter all = Filter.waiting().of(Set.of(Standing.values()));
    begin(1, post(1, "a", "akun1", NINE), Severity.HIGH);
    begin(2, FoundPosts.also(Category.PORNOGRAPHY, post(2, "b", "akun2", NINE)), Severity.HIGH);
    begin(3, post(3, "c", "akun3", NINE), Severity.HIGH);
    join(3, FoundPosts.also(Category.PORNOGRAPHY, post(4, "d", "akun4", NINE)));
    begin(5, post(5, "e", "akun5", NINE), Severity.HIGH);
    judge(5, 0, new Verdict.Confirmed(Category.SEXTORTION, Stance.PROMOTES, Severity.HIGH), NINE);

    assertThat(byId(3).suspected()).containsOnly(Category.GAMBLING, Category.PORNOGRAPHY);
    assertThat(found(all)).containsExactlyInAnyOrder(id(1), id(2), id(3), id(5));
    assertThat(found(all.without(Worst.categories()))).containsExactly(id(1));
    assertThat(Worst.isIn(byId(1))).isFalse();
    assertThat(List.of(byId(2), byId(3), byId(5))).allMatch(Worst::isIn);
  }

  private UUID id(long number) {
    return FoundPosts.id(base + number);
  }

  private FoundPost post(long number, String text, String author, Instant seen) {
    return FoundPosts.post(base + number, text, author, seen);
  }

  private Jobs.Beginning beginning(long number, FoundPost post, Severity severity) {
    Job job = FoundPosts.job(base + number, post, severity);
    return Jobs.Beginning.of(job, post);
  }

  private Job begin(long number, FoundPost post, Severity severity) {
    Jobs.Beginning beginning = beginning(number, post, severity);
    return with(
        jobs -> {
          jobs.begin(List.of(beginning));
          return beginning.job();
        });
  }

  private void join(long number, FoundPost post) {
    with(
        jobs -> {
          jobs.join(List.of(new Jobs.Joined(id(number), post, "text")));
          return true;
        });
  }

  private boolean isKnown(FoundPost post) {
    return this.<Set<Hash>>with(jobs -> jobs.known(Set.of(post.print()))).contains(post.print());
  }

  private Map<Jobs.Wanted, UUID> undecided(Jobs.Wanted... wanted) {
    Map<Jobs.Wanted, RecentJobs.Told> told = with(jobs -> jobs.undecidedWith(Set.of(wanted)));
    Map<Jobs.Wanted, UUID> found = new HashMap<>();
    told.forEach((one, job) -> found.put(one, job.job()));
    return found;
  }

  private Job take(long number, FoundPost post, int officer) {
    begin(number, post, Severity.HIGH);
    return change(number, job -> Reviewing.take(job, officers().get(officer), NINE), NINE);
  }

  private Job judge(long number, int officer, Verdict verdict, Instant at) {
    UUID who = officers().get(officer);
    change(number, job -> Reviewing.take(job, who, at), at);
    Judgement judgement = new Judgement(who, at, verdict, "rekaan");
    return change(number, job -> Reviewing.judge(job, judgement), at);
  }

  private Job change(long number, Function<Job, Reviewing.Answer> act, Instant now) {
    return with(
        jobs -> {
          Reviewing.Answer answer = act.apply(jobs.byId(id(number)).orElseThrow());
          assertThat(answer).isInstanceOf(Reviewing.Answer.Done.class);
          Job job = ((Reviewing.Answer.Done) answer).job();
          jobs.put(job, now);
          return job;
        });
  }

  private Job byId(long number) {
    return byId(id(number));
  }

  private Job byId(UUID id) {
    return with(jobs -> jobs.byId(id)).orElseThrow();
  }

  private QueuePage page(Filter filter, Optional<QueuePage.Place> place, int limit) {
    return with(jobs -> jobs.queue(filter, NINE, place, limit));
  }

  private List<UUID> found(Filter filter) {
    QueuePage page = page(filter, Optional.empty(), 200);
    assertThat(this.<Long>with(jobs -> jobs.count(filter, NINE))).isEqualTo(page.total());
    return ids(page.jobs());
  }

  private static List<UUID> ids(List<Job> jobs) {
    return jobs.stream().map(Job::id).toList();
  }

  private static Filter with(Filter filter, Set<Category> categories) {
    return new Filter(
        categories,
        filter.region(),
        "",
        filter.standings(),
        0,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        "");
  }

  private static Filter with(Filter filter, Region region) {
    return new Filter(
        filter.categories(),
        region,
        "",
        filter.standings(),
        0,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        "");
  }

  private static Filter narrowed(
      Filter filter, String platform, double score, Optional<Instant> since) {
    return new Filter(
        filter.categories(),
        filter.region(),
        platform,
        filter.standings(),
        score,
        since,
        Optional.empty(),
        Optional.empty(),
        "");
  }

  private static Filter asked(
      Filter filter, Optional<UUID> holder, Optional<UUID> notJudgedBy, String words) {
    return new Filter(
        filter.categories(),
        filter.region(),
        "",
        filter.standings(),
        0,
        Optional.empty(),
        holder,
        notJudgedBy,
        words);
  }
}
