package ronda.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static ronda.testkit.contract.FoundPosts.NINE;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import ronda.casework.cases.CaseFile;
import ronda.casework.cases.CaseFile.Status;
import ronda.casework.cases.Cases;
import ronda.casework.cases.Step;
import ronda.casework.chain.Link;
import ronda.casework.chain.Verifier;
import ronda.casework.office.Region;
import ronda.identify.decide.Severity;
import ronda.identify.post.Category;
import ronda.identify.post.Stance;

/** What every {@link Cases} must do. */
public abstract class CasesContract {
  private final long base = FoundPosts.fresh();

  /** Works on the cases in one change. */
  protected abstract <T> T with(Function<Cases, T> work);

  /** A job that may be put into a case. */
  protected abstract UUID job(int number);

  @Test
  void numbers_count_up_within_a_year() {
    assertThat(this.<String>with(cases -> cases.nextNumber(2026))).isEqualTo("2026-000001");
    assertThat(this.<String>with(cases -> cases.nextNumber(2026))).isEqualTo("2026-000002");
    assertThat(this.<String>with(cases -> cases.nextNumber(2027))).isEqualTo("2027-000001");
  }

  @Test
  void every_kind_of_step_comes_back_as_it_was_taken() {
    CaseFile file = open(1);
    List<Step> steps =
        List.of(
            new Step.PostsJoined(3, "copy"),
            new Step.JobJoined(job(2)),
            new Step.Noted("baris satu\nbaris \"dua\" \\ 💥"),
            new Step.ModusLinked(id(7), "APK undangan"),
            new Step.AccountLinked(id(8), "video/contoh"),
            new Step.Closed("edukasi"),
            new Step.SharesWith("2026-000007", "similar-picture", 12),
            new Step.Reopened("muncul lagi"),
            new Step.Withdrawn("keliru"));
    for (Step step : steps) {
      file = add(file, step);
    }
    assertThat(this.<Optional<CaseFile>>with(cases -> cases.byNumber("2026-000001")))
        .contains(file);
    UUID id = file.id();
    assertThat(this.<Optional<CaseFile>>with(cases -> cases.byId(id))).contains(file);
    assertThat(this.<Optional<CaseFile>>with(cases -> cases.ofJob(job(1)))).contains(file);
    assertThat(this.<Optional<CaseFile>>with(cases -> cases.ofJob(job(2)))).contains(file);
    assertThat(this.<Optional<CaseFile>>with(cases -> cases.ofJob(job(3)))).isEmpty();
    assertThat(this.<Optional<CaseFile>>with(cases -> cases.byNumber("2026-999999"))).isEmpty();
  }

  @Test
  void a_job_that_left_is_in_no_case_until_another_takes_it() {
    CaseFile file = add(open(1), new Step.JobJoined(job(2)));
    CaseFile without = add(file, new Step.JobLeft(job(2)));

    assertThat(this.<Optional<CaseFile>>with(cases -> cases.ofJob(job(2)))).isEmpty();
    assertThat(this.<Optional<CaseFile>>with(cases -> cases.ofJob(job(1)))).contains(without);
    assertThat(without.jobs()).containsExactly(job(1));
    CaseFile other = add(open(3), new Step.JobJoined(job(2)));
    assertThat(this.<Optional<CaseFile>>with(cases -> cases.ofJob(job(2)))).contains(other);
  }

  @Test
  void copies_are_counted_until_the_history_tells_of_them() {
    CaseFile file = add(open(1), new Step.JobJoined(job(2)));
    CaseFile quiet = open(3);
    grew(Map.of(job(1), 2, job(2), 3, job(4), 9));
    grew(Map.of(job(1), 1));
    grew(Map.of());

    assertThat(this.<Integer>with(cases -> cases.untold(file.id()))).isEqualTo(6);
    assertThat(this.<Integer>with(cases -> cases.untold(quiet.id()))).isZero();
    assertThat(this.<List<UUID>>with(cases -> cases.grown(9))).containsExactly(file.id());
    assertThat(this.<Integer>with(cases -> cases.takeUntold(file.id()))).isEqualTo(6);
    assertThat(this.<Integer>with(cases -> cases.takeUntold(file.id()))).isZero();
    assertThat(this.<List<UUID>>with(cases -> cases.grown(9))).isEmpty();
  }

  private void grew(Map<UUID, Integer> copies) {
    with(
        cases -> {
          cases.grew(copies);
          return true;
        });
  }

  @Test
  void the_history_is_a_sound_chain() {
    CaseFile file = add(add(open(1), new Step.Noted("satu")), new Step.Closed("selesai"));
    Verifier verifier = new Verifier();
    List<Link> chain = with(cases -> cases.chainOf(file.id()));
    chain.forEach(verifier::next);
    assertThat(verifier.broken()).isEmpty();
    assertThat(verifier.read()).isEqualTo(3);
    assertThat(chain).extracting(Link::act).containsExactly("opened", "noted", "closed");
  }

  @Test
  void the_latest_stand_first_and_can_be_told_apart_by_status() {
    CaseFile first = open(1);
    CaseFile second = open(2);
    assertThat(numbers(Optional.empty())).containsExactly(second.number(), first.number());
    add(first, new Step.Closed("selesai"));
    assertThat(numbers(Optional.empty())).containsExactly(first.number(), second.number());
    assertThat(numbers(Optional.of(Status.OPEN))).containsExactly(second.number());
    assertThat(numbers(Optional.of(Status.WITHDRAWN))).isEmpty();
    assertThat(this.<Long>with(cases -> cases.count(Optional.of(Status.CLOSED)))).isEqualTo(1);
    assertThat(this.<Long>with(cases -> cases.count(Optional.empty()))).isEqualTo(2);
    assertThat(this.<List<CaseFile>>with(cases -> cases.latest(Optional.empty(), 1, 1)))
        .extracting(CaseFile::number)
        .containsExactly(second.number());
  }

  @Test
  void closed_cases_of_which_no_letter_left_fill_their_pages_whatever_stands_between_them() {
    CaseFile first = add(open(1), new Step.Closed("edukasi"));
    CaseFile referred =
        add(open(2), new Step.ReferralSent(id(7), "B-1/X", "Direktorat Contoh", "mail"));
    add(referred, new Step.Closed("selesai"));
    open(3);
    CaseFile fourth = add(open(4), new Step.Closed("bukan kewenangan"));

    assertThat(unreferred(0, 1)).containsExactly(fourth);
    assertThat(unreferred(1, 1)).containsExactly(first);
    assertThat(unreferred(2, 1)).isEmpty();
  }

  private List<CaseFile> unreferred(int from, int limit) {
    return with(cases -> cases.unreferred(from, limit));
  }

  private UUID id(long number) {
    return FoundPosts.id(base + number);
  }

  private List<String> numbers(Optional<Status> status) {
    return with(cases -> cases.latest(status, 0, 9)).stream().map(CaseFile::number).toList();
  }

  private CaseFile open(int job) {
    Step opened = new Step.Opened(job(job), Category.GAMBLING, Stance.PROMOTES, Severity.HIGH);
    return with(
        cases -> {
          CaseFile file =
              new CaseFile(
                  id(100 + job),
                  cases.nextNumber(2026),
                  new Region("32.71"),
                  List.of(new Step.Taken(NINE.plusSeconds(job), "Ani", opened)));
          cases.open(file);
          return file;
        });
  }

  private CaseFile add(CaseFile file, Step step) {
    CaseFile longer =
        file.after(new Step.Taken(NINE.plusSeconds(60 + file.history().size()), "Budi", step));
    return with(
        cases -> {
          cases.add(longer);
          return longer;
        });
  }
}
