package ronda.casework.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import ronda.casework.office.Region;
import ronda.casework.review.Reviewing.Answer;
import ronda.casework.review.Reviewing.Refusal;
import ronda.identify.decide.Severity;
import ronda.identify.post.Category;
import ronda.identify.post.Stance;

class ReviewingTest {
  private static final Instant NINE = Instant.parse("2026-11-22T02:00:00Z");
  private static final UUID ANI = new UUID(0, 1);
  private static final UUID BUDI = new UUID(0, 2);
  private static final UUID CICI = new UUID(0, 3);
  private static final Verdict GAMBLING =
      new Verdict.Confirmed(Category.GAMBLING, Stance.PROMOTES, Severity.HIGH);

  @Test
  void a_job_in_one_persons_hands_cannot_be_taken_by_another() {
    Job held = done(Reviewing.take(job(false), ANI, NINE));
    assertThat(refusal(Reviewing.take(held, BUDI, NINE.plusSeconds(60))))
        .isEqualTo(Refusal.HELD_BY_ANOTHER);
    assertThat(refusal(Reviewing.judge(held, says(BUDI, GAMBLING))))
        .isEqualTo(Refusal.HELD_BY_ANOTHER);
  }

  @Test
  void a_hold_ends_by_itself() {
    Job held = done(Reviewing.take(job(false), ANI, NINE));
    Instant later = NINE.plus(Hold.LASTS);
    assertThat(done(Reviewing.take(held, BUDI, later)).holder(later)).hasValue(BUDI);
  }

  @Test
  void who_takes_a_job_again_keeps_it_for_longer() {
    Job held = done(Reviewing.take(job(false), ANI, NINE));
    Instant later = NINE.plus(Duration.ofMinutes(10));
    Job longer = done(Reviewing.take(held, ANI, later));
    assertThat(longer.holder(later.plus(Duration.ofMinutes(10)))).hasValue(ANI);
  }

  @Test
  void one_must_hold_a_job_to_judge_it() {
    assertThat(refusal(Reviewing.judge(job(false), says(ANI, GAMBLING))))
        .isEqualTo(Refusal.NOT_HELD);
  }

  @Test
  void one_judgement_decides_an_ordinary_job_and_lets_go_of_it() {
    Job decided = judged(job(false), ANI, GAMBLING);
    assertThat(decided.standing()).isEqualTo(Standing.CONFIRMED);
    assertThat(decided.hold()).isEmpty();
    assertThat(refusal(Reviewing.take(decided, BUDI, NINE))).isEqualTo(Refusal.DECIDED);
  }

  @Test
  void a_weighty_job_waits_for_a_second_person() {
    Job once = judged(job(true), ANI, GAMBLING);
    assertThat(once.standing()).isEqualTo(Standing.AWAITS_SECOND);
    assertThat(refusal(Reviewing.take(once, ANI, NINE))).isEqualTo(Refusal.SAME_PERSON);
    assertThat(judged(once, BUDI, GAMBLING).standing()).isEqualTo(Standing.CONFIRMED);
  }

  @Test
  void whatever_it_was_raised_as_nobody_finds_hate_or_a_hoax_alone() {
    for (Category weighty : List.of(Category.HATE, Category.HOAX)) {
      Verdict found = new Verdict.Confirmed(weighty, Stance.NONE, Severity.HIGH);

      Job once = judged(job(false), ANI, found);

      assertThat(once.standing()).isEqualTo(Standing.AWAITS_SECOND);
      assertThat(once.judgementsShownTo(BUDI)).isEmpty();
      assertThat(judged(once, BUDI, found).standing()).isEqualTo(Standing.CONFIRMED);
      assertThat(judged(once, BUDI, new Verdict.NotHarmful()).standing())
          .isEqualTo(Standing.DISPUTED);
    }
  }

  @Test
  void the_second_person_does_not_see_what_the_first_said() {
    Job once = judged(job(true), ANI, GAMBLING);
    assertThat(once.judgementsShownTo(BUDI)).isEmpty();
    assertThat(once.judgementsShownTo(ANI)).hasSize(1);
  }

  @Test
  void when_two_disagree_a_third_decides_and_sees_both() {
    Job disputed = judged(judged(job(true), ANI, GAMBLING), BUDI, new Verdict.NotHarmful());
    assertThat(disputed.standing()).isEqualTo(Standing.DISPUTED);
    assertThat(disputed.judgementsShownTo(CICI)).hasSize(2);
    assertThat(refusal(Reviewing.take(disputed, BUDI, NINE))).isEqualTo(Refusal.SAME_PERSON);
    assertThat(judged(disputed, CICI, new Verdict.NotHarmful()).standing())
        .isEqualTo(Standing.DISMISSED);
  }

  @Test
  void another_category_is_a_disagreement_another_severity_is_none() {
    Verdict graver = new Verdict.Confirmed(Category.GAMBLING, Stance.PROMOTES, Severity.URGENT);
    Verdict other = new Verdict.Confirmed(Category.SCAM, Stance.PROMOTES, Severity.HIGH);
    Job once = judged(job(true), ANI, GAMBLING);
    assertThat(judged(once, BUDI, graver).standing()).isEqualTo(Standing.CONFIRMED);
    assertThat(judged(once, BUDI, other).standing()).isEqualTo(Standing.DISPUTED);
  }

  @Test
  void who_asks_for_a_second_person_has_not_decided() {
    Job asked = judged(job(false), ANI, new Verdict.NeedsSecond());
    assertThat(asked.standing()).isEqualTo(Standing.AWAITS_SECOND);
    assertThat(asked.waitsFor(ANI)).as("another goes first").isFalse();
    assertThat(asked.waitsFor(BUDI)).isTrue();
    Job once = judged(asked, BUDI, GAMBLING);
    assertThat(once.standing()).as("one person alone").isEqualTo(Standing.AWAITS_SECOND);
    assertThat(once.waitsFor(ANI)).isTrue();
    assertThat(judged(once, ANI, GAMBLING).standing()).isEqualTo(Standing.CONFIRMED);
    assertThat(judged(once, CICI, GAMBLING).standing()).isEqualTo(Standing.CONFIRMED);
  }

  @Test
  void nobody_asks_for_a_second_person_twice() {
    Job asked = judged(job(false), ANI, new Verdict.NeedsSecond());
    Job held = done(Reviewing.take(asked, ANI, NINE));
    assertThat(refusal(Reviewing.judge(held, says(ANI, new Verdict.NeedsSecond()))))
        .isEqualTo(Refusal.SAME_PERSON);
  }

  @Test
  void a_job_is_not_the_duplicate_of_itself() {
    Job held = done(Reviewing.take(job(false), ANI, NINE));
    assertThat(refusal(Reviewing.judge(held, says(ANI, new Verdict.DuplicateOf(held.id())))))
        .isEqualTo(Refusal.NO_SUCH_ORIGINAL);
  }

  @Test
  void a_judgement_can_be_taken_back_for_ten_minutes() {
    Job decided = judged(job(false), ANI, GAMBLING);
    Job undone = done(Reviewing.undo(decided, ANI, NINE.plus(Reviewing.UNDO)));
    assertThat(undone.standing()).isEqualTo(Standing.WAITING);
    assertThat(undone.holder(NINE.plus(Reviewing.UNDO))).hasValue(ANI);
    assertThat(refusal(Reviewing.undo(decided, ANI, NINE.plus(Reviewing.UNDO).plusMillis(1))))
        .isEqualTo(Refusal.TOO_LATE);
  }

  @Test
  void who_was_shown_the_first_word_gives_no_second_one_after_taking_it_back() {
    Job once = judged(job(true), ANI, GAMBLING);
    for (Verdict said : List.of(GAMBLING, new Verdict.NotHarmful())) {
      Job undone = done(Reviewing.undo(judged(once, BUDI, said), BUDI, NINE));
      assertThat(undone.standing()).isEqualTo(Standing.AWAITS_SECOND);
      assertThat(undone.hold()).isEmpty();
      assertThat(undone.waitsFor(BUDI)).isFalse();
      assertThat(refusal(Reviewing.take(undone, BUDI, NINE))).isEqualTo(Refusal.NOT_BLIND);
      assertThat(judged(undone, CICI, GAMBLING).standing()).isEqualTo(Standing.CONFIRMED);
      Job disputed = judged(undone, CICI, new Verdict.NotHarmful());
      assertThat(judged(disputed, BUDI, GAMBLING).standing())
          .as("a third sees both anyway")
          .isEqualTo(Standing.CONFIRMED);
      Job bare = done(Reviewing.undo(undone, ANI, NINE));
      Job turned = judged(done(Reviewing.release(bare, ANI, NINE)), BUDI, GAMBLING);
      assertThat(refusal(Reviewing.take(turned, ANI, NINE)))
          .as("Ani was shown what Budi had said")
          .isEqualTo(Refusal.NOT_BLIND);
    }
  }

  @Test
  void who_takes_back_the_first_word_was_shown_nothing() {
    Job once = judged(job(true), ANI, GAMBLING);
    Job undone = done(Reviewing.undo(once, ANI, NINE));
    assertThat(undone.told()).isEmpty();
    assertThat(judged(undone, ANI, GAMBLING).standing()).isEqualTo(Standing.AWAITS_SECOND);
  }

  @Test
  void nobody_takes_back_what_another_said_or_what_was_judged_since() {
    Job once = judged(job(true), ANI, GAMBLING);
    assertThat(refusal(Reviewing.undo(once, BUDI, NINE))).isEqualTo(Refusal.NOTHING_TO_UNDO);
    Job twice = judged(once, BUDI, GAMBLING);
    assertThat(refusal(Reviewing.undo(twice, ANI, NINE))).isEqualTo(Refusal.TOO_LATE);
  }

  @Test
  void only_the_holder_gives_a_job_back() {
    Job held = done(Reviewing.take(job(false), ANI, NINE));
    assertThat(refusal(Reviewing.release(held, BUDI, NINE))).isEqualTo(Refusal.NOT_HELD);
    assertThat(done(Reviewing.release(held, ANI, NINE)).hold()).isEmpty();
  }

  private static Job judged(Job job, UUID officer, Verdict verdict) {
    Job held = done(Reviewing.take(job, officer, NINE));
    return done(Reviewing.judge(held, says(officer, verdict)));
  }

  private static Judgement says(UUID officer, Verdict verdict) {
    return new Judgement(officer, NINE, verdict, "made up");
  }

  private static Job done(Answer answer) {
    assertThat(answer).isInstanceOf(Answer.Done.class);
    return ((Answer.Done) answer).job();
  }

  private static Refusal refusal(Answer answer) {
    assertThat(answer).isInstanceOf(Answer.Refused.class);
    return ((Answer.Refused) answer).reason();
  }

  private static Job job(boolean needsTwo) {
    return new Job(
        new UUID(7, 7),
        Category.GAMBLING,
        Stance.PROMOTES,
        Severity.HIGH,
        0.9,
        Region.UNKNOWN,
        "contoh",
        "",
        1,
        1,
        NINE,
        NINE,
        needsTwo,
        Optional.empty(),
        List.of());
  }
}
