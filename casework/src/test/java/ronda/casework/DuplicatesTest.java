package ronda.casework;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import ronda.casework.cases.CaseFile;
import ronda.casework.cases.Step;
import ronda.casework.intake.ByHand;
import ronda.casework.intake.FoundPost;
import ronda.casework.office.Officer;
import ronda.casework.office.Region;
import ronda.casework.review.Job;
import ronda.casework.review.Reviewing.Answer;
import ronda.casework.review.Standing;
import ronda.casework.review.Verdict;
import ronda.identify.decide.Finding;
import ronda.identify.decide.Severity;
import ronda.identify.post.Category;
import ronda.identify.post.Stance;

/** What becomes of a job of which people say that it is the same as another. */
class DuplicatesTest extends AtDesk {
  private static final Verdict HATE =
      new Verdict.Confirmed(Category.HATE, Stance.PROMOTES, Severity.HIGH);

  private final Officer citra = officer("Citra", false, Region.UNKNOWN);
  private final Officer dewi = officer("Dewi", false, Region.UNKNOWN);

  @Test
  void its_posts_join_the_case_of_the_original() {
    Job first = job(ADVERT);
    Job second = job("Isi saldo lewat pulsa tanpa potongan ya kak");
    confirm(first, ani);
    same(second, first, budi);

    CaseFile file = caseOf(first);
    assertThat(caseOf(second)).isEqualTo(file);
    assertThat(file.history().getLast().step()).isEqualTo(new Step.JobJoined(second.id()));
    assertThat(file.history().getLast().by()).isEqualTo("Budi");
    assertThat(audit.getLast().act()).isEqualTo("case-job-joined");
    assertThat(cases.count(Optional.empty())).isEqualTo(1);
  }

  @Test
  void what_was_said_first_holds_once_the_original_is_confirmed() {
    Job first = job(ADVERT);
    Job second = job("Isi saldo lewat pulsa tanpa potongan ya kak");
    Job third = job("Bonus harian cair tiap pagi, buruan gabung");
    same(third, second, budi);
    same(second, first, budi);
    assertThat(cases.ofJob(second.id())).isEmpty();

    confirm(first, ani);

    assertThat(caseOf(first).jobs()).containsExactly(first.id(), second.id(), third.id());
  }

  @Test
  void it_goes_again_when_that_is_taken_back() {
    Job first = job(ADVERT);
    Job second = job("Isi saldo lewat pulsa tanpa potongan ya kak");
    Job third = job("Bonus harian cair tiap pagi, buruan gabung");
    confirm(first, ani);
    same(third, second, budi);
    same(second, first, budi);
    assertThat(caseOf(first).jobs()).hasSize(3);

    desk.undo(second.id(), budi, NINE);

    assertThat(caseOf(first).jobs()).containsExactly(first.id());
    assertThat(caseOf(first).status()).isEqualTo(CaseFile.Status.OPEN);
    assertThat(cases.ofJob(third.id())).as("it stood there through the second").isEmpty();
    desk.judge(second.id(), budi, GAMBLING, "ternyata lain", NINE);
    assertThat(caseOf(second)).isNotEqualTo(caseOf(first));
    assertThat(caseOf(third)).isEqualTo(caseOf(second));
  }

  @Test
  void a_closed_case_is_taken_up_again_and_rests_when_that_is_taken_back() {
    Job first = job(ADVERT);
    confirm(first, ani);
    desk.add(caseOf(first).number(), new Step.Closed("konten sudah turun"), ani, NINE);
    Job second = job("Isi saldo lewat pulsa tanpa potongan ya kak");
    same(second, first, budi);
    assertThat(caseOf(first).status()).isEqualTo(CaseFile.Status.OPEN);
    assertThat(caseOf(first).history().getLast().step())
        .isEqualTo(new Step.Resurfaced(second.id(), Step.SAME));

    desk.undo(second.id(), budi, NINE);
    assertThat(caseOf(first).status()).isEqualTo(CaseFile.Status.CLOSED);
    assertThat(caseOf(first).jobs()).containsExactly(first.id());
  }

  @Test
  void what_was_confirmed_by_mistake_leaves_its_withdrawn_case_for_the_originals() {
    Job first = job(ADVERT);
    Job second = job("Isi saldo lewat pulsa tanpa potongan ya kak");
    confirm(first, ani);
    confirm(second, budi);
    CaseFile mistaken = caseOf(second);
    desk.undo(second.id(), budi, NINE);
    desk.judge(second.id(), budi, new Verdict.DuplicateOf(first.id()), "kembaran", NINE);

    assertThat(caseOf(second)).isEqualTo(caseOf(first));
    CaseFile left = cases.byNumber(mistaken.number()).orElseThrow();
    assertThat(left.status()).isEqualTo(CaseFile.Status.WITHDRAWN);
    assertThat(left.jobs()).isEmpty();
  }

  @Test
  void another_category_after_a_mistake_is_another_case() {
    Job job = job(ADVERT);
    confirm(job, ani);
    CaseFile mistaken = caseOf(job);
    desk.undo(job.id(), ani, NINE);
    Verdict scam = new Verdict.Confirmed(Category.SCAM, Stance.PROMOTES, Severity.HIGH);
    desk.judge(job.id(), ani, scam, "penipuan, bukan judi", NINE);

    assertThat(caseOf(job).category()).isEqualTo(Category.SCAM);
    assertThat(caseOf(job).number()).isNotEqualTo(mistaken.number());
    assertThat(cases.byNumber(mistaken.number()).orElseThrow().status())
        .isEqualTo(CaseFile.Status.WITHDRAWN);
  }

  @Test
  void what_is_the_same_as_hate_is_not_one_persons_word() {
    Job first = job("Kata-kata yang dibuat untuk contoh saja ya");
    Job early = job("Isi saldo lewat pulsa tanpa potongan ya kak");
    Job late = job("Bonus harian cair tiap pagi, buruan gabung");
    same(early, first, citra);
    assertThat(now(early).standing()).isEqualTo(Standing.DUPLICATE);
    judge(first, HATE, ani);
    judge(first, HATE, budi);
    same(late, first, citra);

    assertThat(now(early).standing()).isEqualTo(Standing.AWAITS_SECOND);
    assertThat(now(late).standing()).isEqualTo(Standing.AWAITS_SECOND);
    assertThat(caseOf(first).jobs()).containsExactly(first.id());
    same(early, first, dewi);
    assertThat(caseOf(early)).isEqualTo(caseOf(first));
  }

  @Test
  void where_two_judge_one_does_not_call_it_the_same_alone() {
    Job first = job(ADVERT);
    Job second = job("Kata bupati: isi saldo lewat pulsa tanpa potongan");
    confirm(first, ani);
    same(second, first, ani);
    assertThat(now(second).standing()).isEqualTo(Standing.AWAITS_SECOND);
    assertThat(cases.ofJob(second.id())).isEmpty();

    same(second, first, budi);
    assertThat(caseOf(second)).isEqualTo(caseOf(first));
  }

  @Test
  void an_official_who_is_named_later_does_not_come_under_one_persons_word() {
    Job first = job(ADVERT);
    confirm(first, ani);
    desk.receive(List.of(post(ADVERT + " bupati", "akun2"), post(ADVERT + " bupati!", "akun3")));

    assertThat(now(first).posts()).isEqualTo(1);
    Job named = waiting();
    assertThat(named.posts()).isEqualTo(2);
    assertThat(named.needsTwo()).isTrue();
    desk.receive(List.of(post(ADVERT + " bupati 2", "akun5")));
    assertThat(now(named).posts()).isEqualTo(3);
  }

  @Test
  void nothing_comes_in_through_a_job_that_awaits_a_second_word() {
    Job hate = job("Kata-kata yang dibuat untuk contoh saja ya");
    Job between = job("Isi saldo lewat pulsa tanpa potongan ya kak");
    Job named = job("Kata bupati bonus harian cair tiap pagi, gabung");
    same(named, between, ani);
    same(named, between, budi);
    same(between, hate, citra);
    judge(hate, HATE, ani);
    judge(hate, HATE, budi);

    assertThat(now(between).standing()).isEqualTo(Standing.AWAITS_SECOND);
    assertThat(caseOf(hate).jobs()).containsExactly(hate.id());
    same(between, hate, dewi);
    assertThat(caseOf(hate).jobs()).containsExactly(hate.id(), between.id(), named.id());
  }

  @Test
  void a_closed_case_that_two_took_up_again_rests_when_both_are_gone() {
    Job first = job(ADVERT);
    confirm(first, ani);
    desk.add(caseOf(first).number(), new Step.Closed("konten sudah turun"), ani, NINE);
    Job second = job("Isi saldo lewat pulsa tanpa potongan ya kak");
    Job third = job("Bonus harian cair tiap pagi, buruan gabung");
    same(second, first, budi);
    same(third, first, citra);
    desk.undo(second.id(), budi, NINE);
    assertThat(caseOf(first).status()).isEqualTo(CaseFile.Status.OPEN);
    desk.undo(third.id(), citra, NINE);
    assertThat(caseOf(first).status()).isEqualTo(CaseFile.Status.CLOSED);
  }

  @Test
  void what_one_dismissed_takes_no_copy_that_names_an_official_either() {
    Job first = job(ADVERT);
    judge(first, new Verdict.NotHarmful(), ani);
    desk.receive(List.of(post(ADVERT + " ya", "akun2"), post(ADVERT + " bupati", "akun3")));
    assertThat(now(first).posts()).isEqualTo(2);
    assertThat(waiting().needsTwo()).isTrue();
  }

  @Test
  void what_others_find_harmless_when_asked_anew_withdraws_the_case() {
    Job first = job(ADVERT);
    confirm(first, ani);
    CaseFile file = caseOf(first);
    jobs.put(now(first).forTwo(), NINE); // as a post would that came in at the same moment
    judge(first, new Verdict.NotHarmful(), budi);
    judge(first, new Verdict.NotHarmful(), citra);
    assertThat(cases.byNumber(file.number()).orElseThrow().history().getLast().step())
        .isEqualTo(new Step.Withdrawn(Step.JUDGED_OTHERWISE));
  }

  @Test
  void what_an_officer_raises_is_for_two_wherever_it_comes_in() {
    Job waiting = job(ADVERT);
    Desk.Raised joined = raised(ADVERT + " ayo");
    assertThat(joined.job()).isEqualTo(waiting.id());
    assertThat(now(waiting).needsTwo()).isTrue();
    confirm(waiting, ani);
    confirm(waiting, citra);
    assertThat(now(waiting).standing()).isEqualTo(Standing.CONFIRMED);

    Desk.Raised begun = raised(ADVERT + " yuk");
    assertThat(begun.job()).isNotEqualTo(waiting.id());
    assertThat(jobs.byId(begun.job()).orElseThrow().standing()).isEqualTo(Standing.AWAITS_SECOND);
    desk.undo(begun.job(), budi, NINE);
    assertThat(jobs.byId(begun.job()).orElseThrow().standing())
        .as("still for two, whoever they are")
        .isEqualTo(Standing.WAITING);
    assertThat(jobs.byId(begun.job()).orElseThrow().needsTwo()).isTrue();
  }

  @Test
  void what_others_find_another_matter_when_asked_anew_is_another_case() {
    Job first = job(ADVERT);
    confirm(first, ani);
    CaseFile file = caseOf(first);
    Verdict milder = new Verdict.Confirmed(Category.GAMBLING, Stance.PROMOTES, Severity.LOW);
    jobs.put(now(first).forTwo(), NINE);
    judge(first, milder, budi);
    assertThat(caseOf(first)).as("how severe it is may be seen differently").isEqualTo(file);

    Job second = job("Isi saldo lewat pulsa tanpa potongan ya kak");
    confirm(second, ani);
    CaseFile mistaken = caseOf(second);
    jobs.put(now(second).forTwo(), NINE);
    Verdict scam = new Verdict.Confirmed(Category.SCAM, Stance.PROMOTES, Severity.HIGH);
    judge(second, scam, budi);
    judge(second, scam, citra);
    assertThat(caseOf(second).category()).isEqualTo(Category.SCAM);
    assertThat(cases.byNumber(mistaken.number()).orElseThrow().status())
        .isEqualTo(CaseFile.Status.WITHDRAWN);
  }

  @Test
  void who_names_what_an_original_has_become_the_same_as_says_the_same() {
    Job first = job(ADVERT);
    Job middle = job("Isi saldo lewat pulsa tanpa potongan ya kak");
    Job copy = job("Bonus harian cair tiap pagi, buruan gabung");
    jobs.put(now(copy).forTwo(), NINE);
    same(copy, middle, ani);
    same(middle, first, budi);
    same(copy, first, citra);
    assertThat(now(copy).standing()).isEqualTo(Standing.DUPLICATE);

    confirm(first, dewi);
    assertThat(caseOf(first).jobs()).contains(copy.id(), middle.id());

    Job other = job("Dijual kunci jawaban ujian, chat saja");
    jobs.put(now(other).forTwo(), NINE);
    Job unlike = job("Pinjaman cepat cair tanpa jaminan");
    same(other, unlike, ani);
    same(other, first, citra);
    assertThat(now(other).standing()).isEqualTo(Standing.DISPUTED);
  }

  private Desk.Raised raised(String text) {
    FoundPost found = post(text, "akun" + ids.incrementAndGet());
    Finding gambling = found.first();
    var finding =
        new Finding(
            gambling.category(),
            gambling.stance(),
            0,
            gambling.reasons(),
            ByHand.POLICY,
            gambling.severity(),
            "",
            false);
    FoundPost byHand =
        new FoundPost(found.id(), found.post(), List.of(finding), List.of(), found.receivedAt());
    return desk.raise(byHand, budi, (Verdict.Confirmed) GAMBLING, "dilaporkan warga", NINE);
  }

  @Test
  void what_two_confirmed_takes_a_copy_that_names_an_official() {
    Job first = job(ADVERT + " bupati");
    confirm(first, ani);
    confirm(first, budi);
    desk.receive(List.of(post(ADVERT + " bupati!", "akun3")));
    assertThat(all()).hasSize(1);
  }

  private Job job(String text) {
    desk.receive(List.of(post(text, "akun" + ids.incrementAndGet())));
    return all().stream()
        .filter(job -> jobs.postsOf(job.id(), 1).getFirst().post().text().equals(text))
        .findFirst()
        .orElseThrow();
  }

  private void same(Job job, Job original, Officer officer) {
    judge(job, new Verdict.DuplicateOf(original.id()), officer);
  }

  private void judge(Job job, Verdict verdict, Officer officer) {
    desk.take(job.id(), officer, NINE);
    assertThat(desk.judge(job.id(), officer, verdict, "sudah dibaca", NINE))
        .isInstanceOf(Answer.Done.class);
  }

  private CaseFile caseOf(Job job) {
    return cases.ofJob(job.id()).orElseThrow();
  }

  private Job now(Job job) {
    UUID id = job.id();
    return jobs.byId(id).orElseThrow();
  }
}
