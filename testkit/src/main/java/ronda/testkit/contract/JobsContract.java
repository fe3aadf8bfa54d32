package ronda.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static ronda.testkit.contract.FoundPosts.NINE;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import ronda.casework.chain.Hash;
import ronda.casework.intake.FoundPost;
import ronda.casework.intake.RecentJobs;
import ronda.casework.intake.Trait;
import ronda.casework.review.Filter;
import ronda.casework.review.Hold;
import ronda.casework.review.Job;
import ronda.casework.review.Jobs;
import ronda.casework.review.Judgement;
import ronda.casework.review.Reviewing;
import ronda.casework.review.Standing;
import ronda.casework.review.Verdict;
import ronda.identify.decide.Severity;
import ronda.identify.post.Category;
import ronda.identify.post.Stance;

/** What every {@link Jobs} must do: keep what is said of a job, and find what belongs together. */
public abstract class JobsContract extends BegunJobs {
  private static final Trait NUMBER = new Trait("phone", "+6281200000000");

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
  void finds_what_was_decided_to_be_the_same() {
    for (int n = 1; n <= 5; n++) {
      begin(n, post(n, "a" + n, "akun" + n, NINE), Severity.HIGH);
    }
    for (int n = 2; n <= 5; n++) {
      judge(n, 0, new Verdict.DuplicateOf(id(n == 4 ? 2 : 1)), NINE);
    }
    change(3, job -> Reviewing.undo(job, officers().get(0), NINE), NINE);
    Job forTwo = byId(5).forTwo();
    change(5, job -> new Reviewing.Answer.Done(forTwo), NINE);

    assertThat(ids(with(jobs -> jobs.duplicatesOf(id(1))))).containsExactly(id(2));
    assertThat(ids(with(jobs -> jobs.duplicatesOf(id(2))))).containsExactly(id(4));
    assertThat(byId(5).standing()).isEqualTo(Standing.AWAITS_SECOND);
    judge(5, 1, new Verdict.DuplicateOf(id(1)), NINE);
    assertThat(ids(with(jobs -> jobs.duplicatesOf(id(1))))).containsExactly(id(2), id(5));
  }

  @Test
  void tells_which_jobs_were_decided_by_one_person() {
    for (int n = 1; n <= 4; n++) {
      begin(n, post(n, "gacor", "akun" + n, NINE), Severity.HIGH);
    }
    Verdict confirmed = new Verdict.Confirmed(Category.GAMBLING, Stance.PROMOTES, Severity.HIGH);
    judge(1, 0, confirmed, NINE);
    judge(2, 0, new Verdict.NotHarmful(), NINE);
    change(3, job -> new Reviewing.Answer.Done(job.forTwo()), NINE);
    judge(3, 0, confirmed, NINE);
    judge(3, 1, confirmed, NINE);

    assertThat(this.<List<RecentJobs.Told>>with(jobs -> jobs.lately(Category.GAMBLING, NINE)))
        .filteredOn(RecentJobs.Told::byOne)
        .extracting(RecentJobs.Told::job)
        .containsExactlyInAnyOrder(id(1), id(2));
  }

  @Test
  void a_post_that_is_not_ones_to_decide_asks_for_a_second_word_on_what_one_decided() {
    begin(1, post(1, "gacor", "akun1", NINE), Severity.HIGH);
    Verdict confirmed = new Verdict.Confirmed(Category.GAMBLING, Stance.PROMOTES, Severity.HIGH);
    judge(1, 0, confirmed, NINE);
    join(1, post(2, "gacor kata bupati", "akun2", NINE));

    assertThat(byId(1).standing()).isEqualTo(Standing.AWAITS_SECOND);
    assertThat(found(Filter.waiting().of(Set.of(Standing.AWAITS_SECOND)))).containsExactly(id(1));
    judge(1, 1, confirmed, NINE);
    assertThat(byId(1).standing()).isEqualTo(Standing.CONFIRMED);
  }

  @Test
  void what_was_said_stands_in_its_order_whatever_the_clock_said() {
    begin(1, post(1, "a", "akun1", NINE), Severity.HIGH);
    change(1, job -> new Reviewing.Answer.Done(job.forTwo()), NINE);
    Verdict confirmed = new Verdict.Confirmed(Category.GAMBLING, Stance.PROMOTES, Severity.HIGH);
    judge(1, 0, confirmed, NINE);
    judge(1, 1, new Verdict.NotHarmful(), NINE.minusSeconds(3600));

    assertThat(byId(1).judgements())
        .extracting(Judgement::officer)
        .containsExactly(officers().get(0), officers().get(1));
    assertThat(ids(with(jobs -> jobs.judgedBy(officers().get(1), NINE.minusSeconds(7200)))))
        .containsExactly(id(1));
    assertThat(ids(with(jobs -> jobs.judgedBy(officers().get(0), NINE.minusSeconds(7200)))))
        .isEmpty();
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
  void what_one_knows_the_first_word_of_waits_for_another() {
    begin(1, post(1, "a", "akun1", NINE), Severity.HIGH);
    change(1, job -> new Reviewing.Answer.Done(job.forTwo()), NINE);
    Verdict confirmed = new Verdict.Confirmed(Category.GAMBLING, Stance.PROMOTES, Severity.HIGH);
    judge(1, 0, confirmed, NINE);
    UUID second = officers().get(1);
    Filter theirs = Filter.waiting().notJudgedBy(second);
    assertThat(found(theirs)).containsExactly(id(1));
    judge(1, 1, confirmed, NINE);
    Job undone = change(1, job -> Reviewing.undo(job, second, NINE), NINE);

    assertThat(byId(1)).isEqualTo(undone);
    assertThat(byId(1).told()).containsExactlyInAnyOrder(officers().get(0), second);
    assertThat(found(theirs)).isEmpty();
    assertThat(found(Filter.waiting())).containsExactly(id(1));
    change(1, job -> Reviewing.undo(job, officers().get(0), NINE), NINE);
    assertThat(found(theirs)).as("the first word is anybody's").containsExactly(id(1));
  }

  @Test
  void after_an_upheld_objection_its_answer_decides_whatever_was_said_before() {
    begin(1, post(1, "a", "akun1", NINE), Severity.HIGH);
    Verdict confirmed = new Verdict.Confirmed(Category.GAMBLING, Stance.PROMOTES, Severity.HIGH);
    judge(1, 0, confirmed, NINE);
    Instant later = NINE.plusSeconds(60);
    UUID other = officers().get(1);
    change(
        1,
        job ->
            new Reviewing.Answer.Done(
                Reviewing.overrule(job, other, "keberatan dikabulkan", later)),
        later);
    assertThat(byId(1).standing()).isEqualTo(Standing.DISMISSED);
    assertThat(byId(1).judgements())
        .containsExactly(
            new Judgement(officers().get(0), NINE, confirmed, "rekaan"),
            new Judgement(other, later, new Verdict.NotHarmful(), "keberatan dikabulkan", true));
    join(1, post(2, "gacor kata bupati", "akun2", NINE));
    assertThat(byId(1).standing()).as("not even what is for two").isEqualTo(Standing.DISMISSED);
    assertThat(found(Filter.waiting())).isEmpty();
    assertThat(Reviewing.undo(byId(1), other, later))
        .isEqualTo(new Reviewing.Answer.Refused(Reviewing.Refusal.OVERRULED));
    assertThat(this.<List<Job>>with(jobs -> jobs.judgedBy(other, NINE))).isEmpty();
  }

  @Test
  void of_undecided_jobs_with_a_shared_trait_the_latest_of_each_place_is_told() {
    begin(1, post(1, "a", "akun1", NINE), Severity.HIGH);
    begin(2, FoundPosts.from("32.71.02", post(2, "b", "akun2", NINE)), Severity.HIGH);
    begin(3, FoundPosts.from("32.71.02", post(3, "c", "akun3", NINE)), Severity.HIGH);
    var gambling = new Jobs.Wanted(NUMBER, Category.GAMBLING);
    List<RecentJobs.Told> told =
        with(jobs -> jobs.undecidedWith(Set.of(gambling))).getOrDefault(gambling, List.of());
    assertThat(told)
        .extracting(one -> one.region().code(), RecentJobs.Told::job)
        .containsExactlyInAnyOrder(tuple("32.71.01", id(1)), tuple("32.71.02", id(3)));
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
  void of_jobs_with_a_shared_trait_the_one_seen_last_stands_first_and_then_the_older_one() {
    begin(3, post(3, "c", "akun3", NINE), Severity.HIGH);
    begin(2, post(2, "b", "akun2", NINE), Severity.HIGH);
    begin(1, post(1, "a", "akun1", NINE.plusSeconds(1)), Severity.HIGH);
    begin(4, post(4, "d", "akun4", NINE), Severity.HIGH);
    assertThat(ids(with(jobs -> jobs.with(NUMBER, 3)))).containsExactly(id(1), id(2), id(3));
  }

  @Test
  void a_job_that_is_not_there_has_no_posts() {
    assertThat(this.<List<FoundPost>>with(jobs -> jobs.postsOf(id(99), 9))).isEmpty();
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
  void of_more_jobs_than_are_told_of_those_last_seen_are_told_the_newest_first() {
    for (int n = 1; n <= Jobs.MOST_LATELY + 1; n++) {
      begin(n, post(n, "gacor", "akun" + n, NINE.plusSeconds(n <= 2 ? 0 : 1)), Severity.HIGH);
    }
    join(1, post(9_001, "gacor", "akun1", NINE.plusSeconds(2)));

    assertThat(this.<List<RecentJobs.Told>>with(jobs -> jobs.lately(Category.GAMBLING, NINE)))
        .extracting(RecentJobs.Told::job)
        .hasSize(Jobs.MOST_LATELY)
        .contains(id(1))
        .doesNotContain(id(2))
        .isSortedAccordingTo(Comparator.comparing(UUID::toString).reversed());
  }

  @Test
  void what_is_forgotten_of_a_job_is_what_was_said_and_by_whom() {
    FoundPost post = post(1, "Main di CONTOH88 gacor parah", "akun1", NINE);
    begin(1, post, Severity.HIGH);
    Job judged = judge(1, 0, new Verdict.NotHarmful(), NINE);
    Instant later = NINE.plus(Duration.ofDays(31));

    with(
        jobs -> {
          jobs.forget(List.of(id(1)), later);
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
    assertThat(this.<Optional<UUID>>with(jobs -> jobs.holding(post.print()))).contains(id(1));
    FoundPost other = post(2, "Main di CONTOH88 gacor parah", "akun2", NINE);
    assertThat(this.<Optional<UUID>>with(jobs -> jobs.holding(other.print()))).isEmpty();
  }

  private boolean isKnown(FoundPost post) {
    return this.<Set<Hash>>with(jobs -> jobs.known(Set.of(post.print()))).contains(post.print());
  }

  private Map<Jobs.Wanted, UUID> undecided(Jobs.Wanted... wanted) {
    Map<Jobs.Wanted, List<RecentJobs.Told>> told = with(jobs -> jobs.undecidedWith(Set.of(wanted)));
    Map<Jobs.Wanted, UUID> found = new HashMap<>();
    told.forEach((one, jobs) -> jobs.forEach(job -> found.put(one, job.job())));
    return found;
  }
}
