package ronda.casework.referral;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import ronda.casework.authority.Recipient;
import ronda.identify.post.Category;

class ClocksTest {
  private static final WorkingDays CALENDAR = WorkingDays.shipped(ZoneId.of("Asia/Jakarta"));
  private static final Instant FRIDAY = Instant.parse("2026-11-20T03:00:00Z");

  private static Referral referral(Target target, Happening.Taken... history) {
    return new Referral(
        UUID.randomUUID(),
        "2026-000001",
        Category.GAMBLING,
        Recipient.MINISTRY,
        UUID.randomUUID(),
        "Direktorat Contoh",
        "B-1/KOMINFO/XI/2026",
        FRIDAY,
        "Kemal Contoh",
        target,
        List.of(history));
  }

  private static Happening.Taken sent(Instant at) {
    return new Happening.Taken(at, "Ronda", new Happening.Sent("mail", ""));
  }

  private static Happening.Taken chased(Instant at, int number) {
    return new Happening.Taken(at, "Ronda", new Happening.Chased(Chase.REMINDER, number));
  }

  private static Happening.Taken replied(Instant at) {
    return new Happening.Taken(at, "Ronda", new Happening.Replied(UUID.randomUUID()));
  }

  @Test
  void a_reply_that_answers_nothing_leaves_the_clock_as_it_was() {
    UUID thanks = UUID.randomUUID();
    Instant friday = FRIDAY;
    Referral waiting =
        referral(new Target.Hours(24), sent(friday), chased(friday.plusSeconds(9), 1));
    Referral replied =
        waiting.after(
            new Happening.Taken(friday.plusSeconds(60), "Ronda", new Happening.Replied(thanks)));
    assertThat(replied.state()).isEqualTo(Referral.State.REPLIED);
    Referral again =
        replied.after(
            new Happening.Taken(
                friday.plusSeconds(90), "Kemal", new Happening.NoAnswerYet(thanks, "ucapan")));
    assertThat(again.state()).isEqualTo(Referral.State.WAITING);
    assertThat(again.dueAt(CALENDAR)).isEqualTo(waiting.dueAt(CALENDAR));
    assertThat(again.repliedAt()).isEmpty();
    assertThat(again.answerTime()).isEmpty();
    assertThat(again.isOverdue(friday.plus(Duration.ofHours(25)), CALENDAR)).isTrue();
    assertThat(again.after(replied(friday.plusSeconds(200))).state())
        .as("a later one counts")
        .isEqualTo(Referral.State.REPLIED);
    assertThat(again.after(replied(friday.plusSeconds(200))).answerTime())
        .contains(Duration.ofSeconds(200));
  }

  @Test
  void a_letter_that_had_not_left_and_an_outcome_are_not_undone_by_it() {
    UUID thanks = UUID.randomUUID();
    var came = new Happening.Taken(FRIDAY, "Ronda", new Happening.Replied(thanks));
    var none = new Happening.Taken(FRIDAY, "Kemal", new Happening.NoAnswerYet(thanks, "ucapan"));
    var done =
        new Happening.Taken(FRIDAY, "Kemal", new Happening.Concluded(Outcome.ACTED, "sudah"));
    Target target = new Target.Hours(24);
    assertThat(referral(target, came, none).state()).isEqualTo(Referral.State.WRITTEN);
    assertThat(referral(target, sent(FRIDAY), came, done, none).state())
        .isEqualTo(Referral.State.CONCLUDED);
    assertThat(referral(target, sent(FRIDAY), came, replied(FRIDAY), none).state())
        .as("another reply counts")
        .isEqualTo(Referral.State.REPLIED);
  }

  @Test
  void hours_run_through_night_and_weekend() {
    assertThat(new Target.Hours(24).after(FRIDAY, CALENDAR))
        .isEqualTo(Instant.parse("2026-11-21T03:00:00Z"));
  }

  @Test
  void three_working_days_from_a_friday_end_with_the_wednesday() {
    assertThat(new Target.Working(3).after(FRIDAY, CALENDAR))
        .isEqualTo(Instant.parse("2026-11-25T17:00:00Z")); // midnight in Jakarta
  }

  @Test
  void a_public_holiday_and_a_joint_day_off_do_not_count() {
    LocalDate wednesday = LocalDate.of(2026, 12, 23);
    assertThat(CALENDAR.plus(wednesday, 1)).isEqualTo(LocalDate.of(2026, 12, 28));
  }

  @Test
  void five_working_days_across_the_feast_of_2026() {
    assertThat(CALENDAR.plus(LocalDate.of(2026, 3, 16), 5)).isEqualTo(LocalDate.of(2026, 3, 30));
  }

  @Test
  void years_beyond_the_list_are_said_to_be_unknown() {
    assertThat(CALENDAR.knows(2024)).isTrue();
    assertThat(CALENDAR.knows(2027)).isTrue();
    assertThat(CALENDAR.knows(2028)).isFalse();
    Referral late = referral(new Target.Working(20), sent(Instant.parse("2027-12-20T03:00:00Z")));
    assertThat(late.countedBlindly(CALENDAR)).contains(2028);
    Referral byTheClock = referral(new Target.Hours(2000), late.history().getFirst());
    assertThat(byTheClock.countedBlindly(CALENDAR)).as("holidays are nothing to it").isEmpty();
    assertThat(referral(new Target.Working(20), sent(FRIDAY)).countedBlindly(CALENDAR)).isEmpty();
  }

  @Test
  void an_office_adds_holidays_and_one_of_them_does_not_make_a_year_known() {
    WorkingDays one = CALENDAR.and("# contoh\n2028-01-03\tdaerah\tHari jadi kota\n");
    assertThat(one.isWorking(LocalDate.of(2028, 1, 3))).isFalse();
    assertThat(one.isWorking(LocalDate.of(2026, 12, 25))).as("the others stay").isFalse();
    assertThat(one.knows(2028)).isFalse();
    StringBuilder many = new StringBuilder();
    for (int day = 1; day <= 10; day++) {
      many.append("2028-02-%02d\tnasional\tContoh\n".formatted(day));
    }
    assertThat(one.and(many.toString()).knows(2028)).isTrue();
    assertThatThrownBy(() -> CALENDAR.and("2028-13-01\tnasional\tContoh"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("2028-13-01");
  }

  @Test
  void the_clock_begins_when_the_letter_leaves_and_not_when_it_is_written() {
    Referral written = referral(new Target.Hours(4));
    assertThat(written.dueAt(CALENDAR)).isEmpty();
    assertThat(written.isOverdue(FRIDAY.plus(Duration.ofDays(90)), CALENDAR)).isFalse();
    assertThat(written.after(sent(FRIDAY)).dueAt(CALENDAR))
        .contains(FRIDAY.plus(Duration.ofHours(4)));
  }

  @Test
  void a_reply_ends_the_waiting() {
    Referral one = referral(new Target.Hours(4), sent(FRIDAY), replied(FRIDAY.plusSeconds(60)));
    assertThat(one.state()).isEqualTo(Referral.State.REPLIED);
    assertThat(one.isOverdue(FRIDAY.plus(Duration.ofDays(9)), CALENDAR)).isFalse();
    assertThat(one.answerTime()).contains(Duration.ofMinutes(1));
  }

  @Test
  void a_jump_of_a_month_makes_one_chase_due_and_not_four() {
    Instant month = FRIDAY.plus(Duration.ofDays(31));
    Referral one = referral(new Target.Hours(4), sent(FRIDAY));
    assertThat(Chase.due(one, month, CALENDAR)).contains(new Chase(Chase.REMINDER, 1));
    assertThat(Chase.due(one.after(chased(month, 1)), month.plusSeconds(1), CALENDAR)).isEmpty();
  }

  @Test
  void a_clock_that_is_set_back_chases_nobody_again() {
    Instant later = FRIDAY.plus(Duration.ofDays(31));
    Referral one = referral(new Target.Hours(4), sent(FRIDAY), chased(later, 1));
    assertThat(Chase.due(one, FRIDAY.plus(Duration.ofDays(1)), CALENDAR)).isEmpty();
  }

  @Test
  void after_two_reminders_the_superior_is_told_once() {
    Instant week = FRIDAY.plus(Duration.ofDays(7));
    Instant third = FRIDAY.plus(Duration.ofDays(30));
    Referral two =
        referral(
            new Target.Hours(4),
            sent(FRIDAY),
            chased(FRIDAY.plusSeconds(90_000), 1),
            chased(week, 2));
    assertThat(Chase.due(two, third, CALENDAR)).contains(new Chase(Chase.SUPERIOR, 3));
    Referral told =
        two.after(new Happening.Taken(third, "Ronda", new Happening.Chased(Chase.SUPERIOR, 3)));
    assertThat(Chase.due(told, third.plus(Duration.ofDays(60)), CALENDAR)).isEmpty();
  }

  @Test
  void answer_times_count_who_never_answered() {
    Referral quick = referral(new Target.Hours(4), sent(FRIDAY), replied(FRIDAY.plusSeconds(3600)));
    Referral slow =
        referral(new Target.Hours(4), sent(FRIDAY), replied(FRIDAY.plusSeconds(3 * 3600)));
    Referral silent = referral(new Target.Hours(4), sent(FRIDAY));
    Referral unsent = referral(new Target.Hours(4));
    assertThat(AnswerTimes.of(List.of(quick, slow, silent, unsent)))
        .containsExactly(
            new AnswerTimes(Recipient.MINISTRY, 3, 2, Optional.of(Duration.ofHours(2))));
    AnswerTimes line = AnswerTimes.of(List.of(quick, slow, silent)).getFirst();
    assertThat(line.unansweredPercent()).isEqualTo(33);
    assertThat(line.isFew()).isTrue();
  }

  @Test
  void pauses_grow_and_end_after_three_days() {
    assertThat(Sending.pause(1)).contains(Duration.ofMinutes(1));
    assertThat(Sending.pause(4)).contains(Duration.ofMinutes(8));
    assertThat(Sending.pause(50)).contains(Duration.ofMinutes(30));
    assertThat(Sending.pause(1000)).isEmpty();
  }

  @Test
  void a_target_is_read_as_it_is_written() {
    for (Target target :
        List.of(new Target.Hours(4), new Target.Hours(24), new Target.Working(10))) {
      assertThat(Target.ofCode(target.code())).contains(target);
    }
    assertThat(Target.ofCode("0h")).isEmpty();
    assertThat(Target.ofCode("9999h")).isEmpty();
    assertThat(Target.ofCode("xd")).isEmpty();
  }
}
