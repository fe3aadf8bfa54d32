package ronda.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import ronda.casework.authority.Recipient;
import ronda.casework.referral.Happening;
import ronda.casework.referral.Outcome;
import ronda.casework.referral.Referral;
import ronda.casework.referral.Referral.State;
import ronda.casework.referral.Referrals;
import ronda.casework.referral.Target;
import ronda.casework.referral.WorkingDays;
import ronda.identify.post.Category;

/** What every {@link Referrals} must do. All of it is made up. */
public abstract class ReferralsContract {
  private static final Instant NOW = Instant.parse("2026-11-22T02:00:00.123456Z");

  private int letters;

  /** Works on the referrals of one office in one change. */
  protected abstract <T> T with(Function<Referrals, T> work);

  /** The number of a case that exists; another for another number. */
  protected abstract String file(int number);

  /** An addressee who exists. */
  protected abstract UUID addressee();

  private Referral written(String file, Instant at, UUID id) {
    Referral referral =
        new Referral(
            id,
            file,
            Category.ILLEGAL_LENDING,
            Recipient.OJK_IASC,
            addressee(),
            "Satgas “Contoh” & Kawan\nLantai 2",
            "B-" + ++letters + "/KOMINFO/XI/2026",
            at,
            "Kemal Contoh <kemal@contoh.invalid>",
            new Target.Hours(24),
            List.of());
    with(
        referrals -> {
          referrals.begin(referral);
          return true;
        });
    return referral;
  }

  private Referral written(int file, Instant at) {
    return written(file(file), at, UUID.randomUUID());
  }

  private Referral after(Referral referral, Happening what) {
    return with(
        referrals -> {
          Referral now = referrals.forChange(referral.id()).orElseThrow();
          Instant at = NOW.plusSeconds(60L * (1 + now.history().size()));
          Referral longer = now.after(new Happening.Taken(at, "Ani Contoh", what));
          referrals.add(longer);
          return longer;
        });
  }

  private Optional<Referral> byId(UUID id) {
    return with(referrals -> referrals.byId(id));
  }

  @Test
  void letters_are_counted_by_year() {
    assertThat(this.<Integer>with(referrals -> referrals.nextCount(2026))).isEqualTo(1);
    assertThat(this.<Integer>with(referrals -> referrals.nextCount(2026))).isEqualTo(2);
    assertThat(this.<Integer>with(referrals -> referrals.nextCount(2027))).isEqualTo(1);
  }

  @Test
  void a_referral_comes_back_as_it_was_written() {
    Referral written = written(1, NOW);
    assertThat(byId(written.id())).contains(written);
    assertThat(this.<Optional<Referral>>with(all -> all.forChange(written.id()))).contains(written);
    assertThat(this.<Optional<Referral>>with(all -> all.byLetter(written.letter())))
        .contains(written);
  }

  @Test
  void every_kind_of_happening_comes_back_in_its_order_and_moves_the_state() {
    Referral referral = written(1, NOW);
    List<Happening> all =
        List.of(
            new Happening.Sent("by-hand", "diserahkan di loket\n\"dua\" 💥"),
            new Happening.Chased("reminder", 1),
            new Happening.Chased("superior", 2),
            new Happening.Replied(new UUID(7, 7)),
            new Happening.NoAnswerYet(new UUID(7, 7), "baru \"diterima\" 💥"),
            new Happening.Replied(new UUID(7, 8)),
            new Happening.Concluded(Outcome.REFUSED, "bukan kewenangan kami"),
            new Happening.Recalled("keberatan diterima"));
    List<State> states =
        List.of(
            State.WAITING,
            State.WAITING,
            State.WAITING,
            State.REPLIED,
            State.WAITING,
            State.REPLIED,
            State.CONCLUDED,
            State.RECALLED);
    for (int i = 0; i < all.size(); i++) {
      referral = after(referral, all.get(i));
      State state = states.get(i);
      assertThat(byId(referral.id())).contains(referral);
      assertThat(this.<Long>with(kept -> kept.count(Optional.of(state)))).isEqualTo(1);
    }
    assertThat(referral.history()).extracting(Happening.Taken::what).isEqualTo(all);
  }

  @Test
  void what_nobody_wrote_is_not_there() {
    assertThat(byId(new UUID(9, 9))).isEmpty();
    assertThat(this.<Optional<Referral>>with(all -> all.forChange(new UUID(9, 9)))).isEmpty();
    assertThat(this.<Optional<Referral>>with(all -> all.byLetter("B-9/X"))).isEmpty();
    assertThat(this.<List<Referral>>with(all -> all.ofCase("2026-999999"))).isEmpty();
  }

  @Test
  void those_of_a_case_stand_in_the_order_they_were_written() {
    Referral later = written(1, NOW.plusSeconds(9));
    Referral earlier = written(1, NOW);
    written(2, NOW);
    assertThat(this.<List<Referral>>with(all -> all.ofCase(file(1))))
        .containsExactly(earlier, later);
  }

  @Test
  void of_those_written_at_the_same_moment_the_order_is_always_the_same() {
    Referral high = written(file(1), NOW, UUID.fromString("ffffffff-0000-7000-8000-000000000001"));
    Referral low = written(file(1), NOW, UUID.fromString("00000000-0000-7000-8000-000000000001"));
    assertThat(this.<List<Referral>>with(all -> all.ofCase(file(1)))).containsExactly(low, high);
    assertThat(this.<List<Referral>>with(all -> all.latest(Optional.empty(), 0, 9)))
        .containsExactly(high, low);
  }

  @Test
  void the_latest_stand_first_page_by_page_and_by_state() {
    Referral first = written(1, NOW);
    Referral second = written(1, NOW.plusSeconds(1));
    Referral third = written(2, NOW.plusSeconds(2));
    Referral sent = after(second, new Happening.Sent("mail", ""));
    assertThat(this.<List<Referral>>with(all -> all.latest(Optional.empty(), 0, 2)))
        .containsExactly(third, sent);
    assertThat(this.<List<Referral>>with(all -> all.latest(Optional.empty(), 2, 2)))
        .containsExactly(first);
    assertThat(this.<List<Referral>>with(all -> all.latest(Optional.of(State.WAITING), 0, 9)))
        .containsExactly(sent);
    assertThat(this.<Long>with(all -> all.count(Optional.empty()))).isEqualTo(3);
    assertThat(this.<Long>with(all -> all.count(Optional.of(State.WRITTEN)))).isEqualTo(2);
  }

  private static final WorkingDays CALENDAR = new WorkingDays(Map.of(), ZoneOffset.UTC);

  private List<UUID> overdue(Instant now) {
    return with(all -> all.overdue(now, CALENDAR));
  }

  @Test
  void those_that_are_overdue_stand_the_oldest_first_and_only_while_they_wait() {
    Referral later = after(written(1, NOW.plusSeconds(1)), new Happening.Sent("mail", ""));
    Referral earlier = after(written(2, NOW), new Happening.Sent("mail", ""));
    Referral answered = after(written(1, NOW), new Happening.Sent("mail", ""));
    after(answered, new Happening.Replied(new UUID(7, 7)));
    written(1, NOW); // It has not left.
    Instant target = NOW.plusSeconds(60).plus(Duration.ofHours(24));
    assertThat(overdue(target)).isEmpty();
    assertThat(overdue(target.plusSeconds(1))).containsExactly(earlier.id(), later.id());
    assertThat(byId(later.id()).orElseThrow().isOverdue(target, CALENDAR)).isFalse();
    assertThat(byId(later.id()).orElseThrow().isOverdue(target.plusSeconds(1), CALENDAR)).isTrue();
  }

  @Test
  void its_target_is_counted_from_when_the_letter_first_left() {
    Referral sent = after(written(1, NOW), new Happening.Sent("mail", ""));
    Instant target = sent.history().getFirst().at().plus(Duration.ofHours(24));
    after(after(sent, new Happening.Chased("reminder", 1)), new Happening.Sent("by-hand", ""));
    assertThat(overdue(target.plusSeconds(1))).containsExactly(sent.id());
  }

  @Test
  void those_that_are_named_come_in_the_order_in_which_they_are() {
    Referral first = written(1, NOW);
    Referral second = written(2, NOW.plusSeconds(1));
    assertThat(
            this.<List<Referral>>with(
                all -> all.these(List.of(second.id(), new UUID(9, 9), first.id()))))
        .containsExactly(second, first);
    assertThat(this.<List<Referral>>with(all -> all.these(List.of()))).isEmpty();
  }

  @Test
  void those_since_a_day_stand_in_the_order_they_were_written_up_to_a_limit() {
    written(1, NOW.minusSeconds(86_400));
    Referral first = written(1, Instant.parse("2026-11-22T00:00:00Z"));
    Referral second = written(2, NOW);
    LocalDate day = LocalDate.of(2026, 11, 22);
    assertThat(this.<List<Referral>>with(all -> all.since(day, 9))).containsExactly(first, second);
    assertThat(this.<List<Referral>>with(all -> all.since(day, 1))).containsExactly(first);
    assertThat(this.<List<Referral>>with(all -> all.since(day.plusDays(1), 9))).isEmpty();
  }

  @Test
  void whoever_chased_is_counted_though_the_answer_came_meanwhile() {
    Referral referral = written(1, NOW);
    referral = after(referral, new Happening.Sent("mail", ""));
    referral = after(referral, new Happening.Chased("reminder", 1));
    after(referral, new Happening.Replied(new UUID(7, 7)));
    Instant at = referral.history().getLast().at();
    assertThat(this.<Long>with(all -> all.chasedBy("Ani Contoh", at.minusSeconds(1)))).isEqualTo(1);
    assertThat(this.<Long>with(all -> all.chasedBy("Ani Contoh", at))).isZero();
    assertThat(this.<Long>with(all -> all.chasedBy("Ronda", at.minusSeconds(1)))).isZero();
  }
}
