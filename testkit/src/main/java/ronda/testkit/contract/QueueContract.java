package ronda.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static ronda.testkit.contract.FoundPosts.NINE;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import ronda.casework.intake.FoundPost;
import ronda.casework.office.Region;
import ronda.casework.review.Counted;
import ronda.casework.review.Filter;
import ronda.casework.review.Hold;
import ronda.casework.review.Job;
import ronda.casework.review.Jobs;
import ronda.casework.review.Priority;
import ronda.casework.review.QueuePage;
import ronda.casework.review.Reviewing;
import ronda.casework.review.Standing;
import ronda.casework.review.Verdict;
import ronda.casework.review.Worst;
import ronda.identify.decide.Severity;
import ronda.identify.post.Category;
import ronda.identify.post.Stance;

/**
 * What the queue of every {@link Jobs} must do: show the weightiest first, and only what is asked
 * for.
 */
public abstract class QueueContract extends BegunJobs {
  @Test
  void the_weightiest_stands_first_and_pages_neither_skip_nor_repeat() {
    Severity[] severities = Severity.values();
    for (int i = 1; i <= 23; i++) {
      Instant seen = NINE.minus(Duration.ofHours(i * 5L));
      begin(i, post(i, "text " + i, "akun" + i, seen), severities[i % 4]);
    }
    QueuePage all = page(Filter.waiting(), Optional.empty(), 200);
    assertThat(all.total()).isEqualTo(23);
    List<Job> jobs = all.jobs();
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
  void a_place_shows_itself_and_what_lies_in_it_and_what_nobody_can_place() {
    List<String> places =
        List.of("32.71.01", "32.71.01.1001", "32.71.02", "32.71", "32", "33.71.01", "");
    for (int i = 0; i < places.size(); i++) {
      FoundPost post = post(i + 1, "text " + i, "akun" + i, NINE);
      begin(i + 1, FoundPosts.from(places.get(i), post), Severity.HIGH);
    }
    Filter all = Filter.waiting();
    assertThat(found(with(all, new Region("32.71.01"))))
        .containsExactlyInAnyOrder(id(1), id(2), id(7));
    assertThat(found(with(all, new Region("32.71.01.1001"))))
        .containsExactlyInAnyOrder(id(2), id(7));
    assertThat(found(with(all, new Region("32.71"))))
        .containsExactlyInAnyOrder(id(1), id(2), id(3), id(4), id(7));
    assertThat(found(with(all, new Region("32.73")))).containsExactly(id(7));
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

  @Test
  void jobs_are_found_by_whose_hands_they_are_in() {
    take(1, post(1, "satu", "akun1", NINE), 0);
    take(2, post(2, "dua", "akun2", NINE), 1);
    begin(3, post(3, "tiga", "akun3", NINE), Severity.HIGH);
    Instant before = NINE.minus(Hold.LASTS).minusSeconds(1);
    begin(4, post(4, "empat", "akun4", before), Severity.HIGH);
    change(4, job -> Reviewing.take(job, officers().get(1), before), before);
    begin(5, post(5, "lima", "akun5", NINE), Severity.HIGH);
    Instant tomorrow = NINE.plus(Duration.ofDays(1)); // before the clock was put back
    change(5, job -> Reviewing.take(job, officers().get(1), tomorrow), tomorrow);
    Filter waiting = Filter.waiting();

    assertThat(found(waiting.held(new Filter.Holder.Of(officers().get(1))))).containsExactly(id(2));
    assertThat(found(waiting.held(new Filter.Holder.Nobody())))
        .as("a hold that is over holds nobody off")
        .containsExactlyInAnyOrder(id(3), id(4), id(5));
    assertThat(found(waiting.held(new Filter.Holder.Anyone()))).hasSize(5);
    assertThat(found(waiting.held(new Filter.Holder.Of(id(99))))).isEmpty();
  }

  @Test
  void jobs_are_found_by_the_figure_they_stand_behind() {
    Verdict harmful = new Verdict.Confirmed(Category.GAMBLING, Stance.PROMOTES, Severity.HIGH);
    Verdict other = new Verdict.Confirmed(Category.SCAM, Stance.PROMOTES, Severity.HIGH);
    Instant before = NINE.minus(Duration.ofDays(3));
    begin(1, post(1, "satu", "akun1", NINE), Severity.HIGH);
    judge(1, 0, harmful, NINE);
    begin(2, post(2, "dua", "akun2", NINE), Severity.HIGH);
    judge(2, 0, other, NINE);
    begin(3, post(3, "tiga", "akun3", before), Severity.HIGH);
    judge(3, 0, harmful, before);
    for (int i = 4; i <= 5; i++) {
      begin(i, post(i, "empat " + i, "akun4", before), Severity.HIGH);
      join(i, post(10 + i, "bupati " + i, "akun5", before)); // which makes it one for two
      judge(i, 0, harmful, before);
      judge(i, 1, i == 4 ? harmful : new Verdict.NotHarmful(), NINE);
    }
    begin(6, post(6, "enam", "akun6", NINE), Severity.HIGH);
    Filter all = Filter.waiting().of(Set.of(Standing.values()));
    Instant since = NINE.minus(Duration.ofDays(1));

    assertThat(found(all.behind(new Counted.Judged(since))))
        .containsExactlyInAnyOrder(id(1), id(2), id(4), id(5));
    assertThat(found(all.behind(new Counted.Raised(since, "gambling-promotion", false))))
        .containsExactlyInAnyOrder(id(1), id(2), id(4), id(5));
    assertThat(found(all.behind(new Counted.Raised(since, "gambling-promotion", true))))
        .containsExactlyInAnyOrder(id(1), id(4));
    assertThat(found(all.behind(new Counted.Raised(since, "gambling", false)))).isEmpty();
    assertThat(found(all.behind(new Counted.Paired(since, false))))
        .containsExactlyInAnyOrder(id(4), id(5));
    assertThat(found(all.behind(new Counted.Paired(since, true)))).containsExactly(id(4));
    assertThat(found(all.behind(new Counted.Paired(NINE.plusSeconds(1), false)))).isEmpty();
  }

  @Test
  void a_job_whose_posts_were_forgotten_still_stands_behind_a_figure() {
    begin(1, post(1, "satu", "akun1", NINE), Severity.HIGH);
    judge(1, 0, new Verdict.NotHarmful(), NINE);
    with(
        jobs -> {
          jobs.forget(List.of(id(1)), NINE);
          return true;
        });
    Filter all = Filter.waiting().of(Set.of(Standing.values()));

    assertThat(found(all)).isEmpty();
    assertThat(found(all.behind(new Counted.Judged(NINE)))).containsExactly(id(1));
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
