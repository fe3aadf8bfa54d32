package ronda.casework;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import ronda.casework.ObjectionDesk.Answer;
import ronda.casework.ObjectionDesk.Refusal;
import ronda.casework.cases.CaseFile;
import ronda.casework.cases.CaseFile.Status;
import ronda.casework.cases.InMemoryCases;
import ronda.casework.cases.Step;
import ronda.casework.chain.Link;
import ronda.casework.evidence.InMemoryItems;
import ronda.casework.intake.Eyes;
import ronda.casework.intake.FoundPost;
import ronda.casework.intake.PlainGrouping;
import ronda.casework.objection.InMemoryObjections;
import ronda.casework.objection.Objection;
import ronda.casework.office.Officer;
import ronda.casework.office.Region;
import ronda.casework.office.Role;
import ronda.casework.review.InMemoryJobs;
import ronda.casework.review.Job;
import ronda.casework.review.Judgement;
import ronda.casework.review.Standing;
import ronda.casework.review.Verdict;
import ronda.identify.decide.Finding;
import ronda.identify.decide.Severity;
import ronda.identify.post.Category;
import ronda.identify.post.Origin;
import ronda.identify.post.Post;
import ronda.identify.post.Span;
import ronda.identify.post.Stance;
import ronda.identify.signal.PatternFound;

/** From a confirmed case to a person who says that it is wrong. */
class ObjectionDeskTest {
  private static final Instant NINE = Instant.parse("2026-11-22T02:00:00Z");
  private static final String ORDINARY = "Main di CONTOH88 pasti gacor";
  private static final String OF_THE_MAYOR = "Wali kota Contoh main di CONTOH88 gacor";

  private final InMemoryJobs jobs = new InMemoryJobs();
  private final InMemoryCases cases = new InMemoryCases();
  private final InMemoryObjections objections = new InMemoryObjections();
  private final List<Link.Entry> audit = new ArrayList<>();
  private final Set<UUID> referrers = new HashSet<>();
  private final AtomicLong ids = new AtomicLong();
  private final Desk desk =
      new Desk(
          jobs,
          cases,
          new InMemoryItems(),
          new PlainGrouping(new Eyes(List::of)),
          audit::add,
          0,
          () -> id(ids.incrementAndGet()),
          ZoneOffset.UTC);
  private final ObjectionDesk hearing =
      new ObjectionDesk(
          objections, cases, jobs, (file, officer) -> referrers.contains(officer.id()), audit::add);
  private final Officer ani = officer("Ani");
  private final Officer budi = officer("Budi");
  private final Officer citra = officer("Citra");

  @Test
  void an_objection_becomes_a_step_of_the_case() {
    Objection objection = raised(confirmed(ORDINARY, ani));
    assertThat(latest(objection).history().getLast().step())
        .isEqualTo(new Step.ObjectionRaised(objection.id()));
    assertThat(objections.waiting(10)).containsExactly(objection);
    assertThat(audit.getLast().act()).isEqualTo("objection-raised");
  }

  @Test
  void whoever_judged_the_case_does_not_decide_the_objection() {
    Objection objection = raised(confirmed(ORDINARY, ani));
    assertThat(refused(decide(objection, ani, true, "benar"))).isEqualTo(Refusal.JUDGED_IT);
    assertThat(objections.waiting(10)).containsExactly(objection);
  }

  @Test
  void whoever_wrote_letters_about_the_case_may_uphold_an_objection_and_dismiss_none() {
    Objection objection = raised(confirmed(ORDINARY, ani));
    referrers.addAll(List.of(ani.id(), budi.id()));
    assertThat(refused(decide(objection, budi, false, "tetap"))).isEqualTo(Refusal.REFERRED_IT);
    assertThat(refused(decide(objection, ani, true, "benar"))).isEqualTo(Refusal.JUDGED_IT);
    assertThat(done(decide(objection, budi, true, "Akunnya milik orang lain")).file().status())
        .isEqualTo(Status.WITHDRAWN);
  }

  @Test
  void an_upheld_objection_withdraws_the_case_and_corrects_the_judgement() {
    Objection objection = raised(confirmed(ORDINARY, ani));
    Answer.Done done = done(decide(objection, budi, true, "Akunnya milik orang lain"));
    assertThat(done.file().status()).isEqualTo(Status.WITHDRAWN);
    assertThat(job().standing()).isEqualTo(Standing.DISMISSED);
    assertThat(job().judgements().getLast().officer()).isEqualTo(budi.id());
    assertThat(objections.decided(10)).containsExactly(done.objection());
    assertThat(audit.getLast().act()).isEqualTo("objection-upheld");
  }

  @Test
  void what_two_people_confirmed_gives_way_too_and_their_words_stay() {
    Objection objection = raised(confirmed(OF_THE_MAYOR, ani, budi));
    assertThat(refused(decide(objection, budi, true, "benar"))).isEqualTo(Refusal.JUDGED_IT);
    done(decide(objection, citra, true, "Itu berita, bukan tawaran"));
    assertThat(job().standing()).isEqualTo(Standing.DISMISSED);
    assertThat(job().judgements()).hasSize(3);
  }

  @Test
  void what_was_called_the_same_is_corrected_with_it() {
    CaseFile file = confirmed(ORDINARY, ani);
    desk.receive(List.of(post("Bonus harian cair tiap pagi, buruan gabung")));
    Job other = jobs.byId(id(ids.get())).orElseThrow();
    desk.take(other.id(), citra, NINE);
    desk.judge(other.id(), citra, new Verdict.DuplicateOf(job().id()), "kembaran", NINE);
    Objection objection = raised(latest(file));

    assertThat(refused(decide(objection, citra, true, "benar"))).isEqualTo(Refusal.JUDGED_IT);
    done(decide(objection, budi, true, "Akunnya milik orang lain"));
    assertThat(jobs.byId(other.id()).orElseThrow().standing()).isEqualTo(Standing.DISMISSED);
  }

  @Test
  void an_objection_that_is_not_upheld_leaves_the_case_as_it_is() {
    Objection objection = raised(confirmed(ORDINARY, ani));
    Answer.Done done = done(decide(objection, budi, false, "Tawarannya masih ada"));
    assertThat(done.file().status()).isEqualTo(Status.OPEN);
    assertThat(job().standing()).isEqualTo(Standing.CONFIRMED);
  }

  @Test
  void a_decision_is_made_once_and_gives_its_reason() {
    Objection objection = raised(confirmed(ORDINARY, ani));
    assertThat(refused(decide(objection, budi, true, " "))).isEqualTo(Refusal.NO_REASON);
    done(decide(objection, budi, false, "Tawarannya masih ada"));
    assertThat(refused(decide(objection, citra, true, "benar"))).isEqualTo(Refusal.DECIDED);
  }

  @Test
  void the_others_that_wait_are_answered_with_the_one_that_is_upheld() {
    CaseFile file = confirmed(ORDINARY, ani);
    Objection first = raised(file);
    Objection second = raised(file, 101, "Nomor itu sudah dijual");
    Objection third = raised(file, 102, "Saya korban");

    Answer.Done done = done(decide(first, budi, true, "Akunnya milik orang lain"));

    assertThat(done.alsoAnswered())
        .extracting(Objection::id)
        .containsExactly(second.id(), third.id());
    assertThat(objections.waiting(10)).isEmpty();
    assertThat(objections.decided(10))
        .allSatisfy(one -> assertThat(one.decision().orElseThrow().upheld()).isTrue());
    assertThat(latest(file).history())
        .extracting(Step.Taken::step)
        .filteredOn(Step.ObjectionDecided.class::isInstance)
        .extracting(step -> ((Step.ObjectionDecided) step).objection())
        .containsExactly(first.id(), second.id(), third.id());
    assertThat(audit.stream().filter(entry -> entry.act().equals("objection-upheld"))).hasSize(3);
    assertThat(job().judgements())
        .as("overruled once, and what was said before is kept")
        .extracting(Judgement::overrules)
        .containsExactly(false, true);
    assertThat(refused(decide(second, citra, false, "tetap"))).isEqualTo(Refusal.DECIDED);
  }

  @Test
  void one_that_is_not_upheld_answers_those_that_say_the_same_and_no_other() {
    CaseFile file = confirmed(ORDINARY, ani);
    Objection first = raised(file);
    Objection same = raised(file, 101, " itu bukan   AKUN saya");
    Objection other = raised(file, 102, "Saya korban");

    Answer.Done done = done(decide(first, budi, false, "Tawarannya masih ada"));

    assertThat(done.alsoAnswered()).extracting(Objection::id).containsExactly(same.id());
    assertThat(objections.waiting(10)).containsExactly(other);
    done(decide(other, budi, true, "Ia korban"));
    assertThat(latest(file).status()).isEqualTo(Status.WITHDRAWN);
  }

  @Test
  void whoever_upheld_one_may_decide_what_is_said_later_and_nobody_says_no_any_more() {
    CaseFile file = confirmed(ORDINARY, ani);
    done(decide(raised(file), budi, true, "Akunnya milik orang lain"));
    Objection late = raised(latest(file), 101, "Mohon dijelaskan");

    assertThat(refused(decide(late, citra, false, "tetap"))).isEqualTo(Refusal.WITHDRAWN);
    assertThat(refused(decide(late, ani, true, "saya juga")))
        .as("whose judgement was overruled")
        .isEqualTo(Refusal.JUDGED_IT);
    done(decide(late, budi, true, "Sudah ditarik"));
    assertThat(job().judgements())
        .as("overruled once, and what was said before is kept")
        .extracting(Judgement::overrules)
        .containsExactly(false, true);
  }

  @Test
  void one_may_object_to_a_closed_case() {
    CaseFile file = confirmed(ORDINARY, ani);
    desk.add(file.number(), new Step.Closed("edukasi"), ani, NINE);
    Objection objection = raised(cases.byNumber(file.number()).orElseThrow());
    assertThat(done(decide(objection, budi, true, "Bukan tawaran")).file().status())
        .isEqualTo(Status.WITHDRAWN);
  }

  @Test
  void another_regions_officer_finds_no_objection() {
    Objection objection = raised(confirmed(ORDINARY, ani));
    Officer far =
        new Officer(
            id(77),
            id(0),
            "Jauh",
            "jauh@contoh.invalid",
            Set.of(Role.REVIEWER),
            new Region("94.71"),
            false);
    assertThat(refused(decide(objection, far, true, "benar"))).isEqualTo(Refusal.NO_SUCH_OBJECTION);
  }

  @Test
  void it_is_late_after_its_day() {
    Objection objection = raised(confirmed(ORDINARY, ani));
    assertThat(objection.isOverdue(objection.due())).isFalse();
    assertThat(objection.isOverdue(objection.due().plusSeconds(1))).isTrue();
  }

  private CaseFile confirmed(String text, Officer... by) {
    desk.receive(List.of(post(text)));
    for (Officer officer : by) {
      desk.take(job().id(), officer, NINE);
      Verdict verdict = new Verdict.Confirmed(Category.GAMBLING, Stance.PROMOTES, Severity.HIGH);
      desk.judge(job().id(), officer, verdict, "jelas", NINE);
    }
    return cases.ofJob(job().id()).orElseThrow();
  }

  private Job job() {
    return jobs.byId(id(1)).orElseThrow();
  }

  private Objection raised(CaseFile file) {
    return raised(file, 100, "Itu bukan akun saya");
  }

  private Objection raised(CaseFile file, long number, String words) {
    Objection objection =
        new Objection(
            id(number),
            "ABCD-2345-" + number,
            file.id(),
            file.number(),
            NINE,
            NINE.plus(Duration.ofDays(14)),
            words,
            Optional.empty());
    hearing.raise(objection);
    return objection;
  }

  private CaseFile latest(CaseFile file) {
    return cases.byNumber(file.number()).orElseThrow();
  }

  private CaseFile latest(Objection objection) {
    return cases.byNumber(objection.caseNumber()).orElseThrow();
  }

  private Answer decide(Objection objection, Officer officer, boolean upheld, String reason) {
    return hearing.decide(objection.id(), officer, upheld, reason, NINE.plusSeconds(60));
  }

  private static Answer.Done done(Answer answer) {
    assertThat(answer).isInstanceOf(Answer.Done.class);
    return (Answer.Done) answer;
  }

  private static Refusal refused(Answer answer) {
    assertThat(answer).isInstanceOf(Answer.Refused.class);
    return ((Answer.Refused) answer).reason();
  }

  private static UUID id(long number) {
    return new UUID(1, number);
  }

  private static Officer officer(String name) {
    return new Officer(
        UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)),
        id(0),
        name,
        name + "@contoh.invalid",
        Set.of(Role.REVIEWER),
        new Region("32.71"),
        false);
  }

  private static FoundPost post(String text) {
    Origin origin =
        new Origin("akun", "video", "", Optional.of(NINE), "32.71", List.of(), List.of());
    Finding finding =
        new Finding(
            Category.GAMBLING,
            Stance.PROMOTES,
            0.9,
            List.of(new PatternFound("contoh", Category.GAMBLING, new Span(0, 1), 1)),
            "contoh@1",
            Severity.HIGH,
            "contoh",
            false);
    return new FoundPost(id(900), new Post("1", text, origin), List.of(finding), List.of(), NINE);
  }
}
