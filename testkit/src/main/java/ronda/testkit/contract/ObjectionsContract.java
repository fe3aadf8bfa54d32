package ronda.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static ronda.testkit.contract.FoundPosts.NINE;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import ronda.casework.cases.CaseFile;
import ronda.casework.objection.Objection;
import ronda.casework.objection.Objections;

/** What every {@link Objections} must do. */
public abstract class ObjectionsContract {
  private static long receipts;

  /** Works on the objections in one change. */
  protected abstract <T> T with(Function<Objections, T> work);

  /** A case that may be objected to. */
  protected abstract CaseFile file(int number);

  /** Somebody who may decide. */
  protected abstract UUID officer();

  @Test
  protected void an_objection_comes_back_as_it_was_raised() {
    Objection objection = raise(1, 14);
    assertThat(byId(objection)).contains(objection);
    assertThat(this.<Optional<Objection>>with(all -> all.byId(UUID.randomUUID()))).isEmpty();
  }

  @Test
  void those_that_wait_stand_by_their_day() {
    Objection late = raise(1, 14);
    Objection soon = raise(2, 3);
    assertThat(waiting()).containsExactly(soon, late);
  }

  @Test
  void those_are_late_that_nobody_decided_until_their_day() {
    raise(1, 14);
    Objection soon = raise(2, 3);
    Objection other = raise(1, 3);
    assertThat(late(soon.due())).isZero();
    assertThat(late(soon.due().plusSeconds(1))).isEqualTo(2);
    decide(decided(other, false));
    assertThat(late(soon.due().plusSeconds(1))).isEqualTo(1);
  }

  private long late(Instant now) {
    return this.<Long>with(all -> all.late(now));
  }

  @Test
  void a_decision_is_kept_once() {
    Objection objection = raise(1, 14);
    Objection decided = decided(objection, true);
    decide(decided);
    assertThat(byId(objection)).contains(decided);
    assertThat(waiting()).isEmpty();
    assertThat(this.<List<Objection>>with(all -> all.decided(10))).containsExactly(decided);
    assertThat(this.<Long>with(all -> all.count(true))).isEqualTo(1);
    assertThat(this.<Long>with(all -> all.count(false))).isZero();
    assertThatThrownBy(() -> decide(decided(objection, false)))
        .isInstanceOf(IllegalStateException.class);
    assertThat(byId(objection)).contains(decided);
  }

  @Test
  void those_of_a_case_are_found_by_it() {
    Objection first = raise(1, 14);
    raise(2, 14);
    assertThat(this.<List<Objection>>with(all -> all.ofCase(file(1).id()))).containsExactly(first);
  }

  private Objection raise(int number, int days) {
    CaseFile file = file(number);
    Objection objection =
        new Objection(
            UUID.randomUUID(),
            "R-" + ++receipts + "-" + UUID.randomUUID(),
            file.id(),
            file.number(),
            NINE,
            NINE.plus(Duration.ofDays(days)),
            "Itu bukan akun saya\n\"sungguh\" 💥",
            Optional.empty());
    with(
        all -> {
          all.add(objection);
          return true;
        });
    return objection;
  }

  private Objection decided(Objection objection, boolean upheld) {
    return objection.decided(
        new Objection.Decision(officer(), "Hana Contoh", NINE.plusSeconds(60), upheld, "Alasan"));
  }

  private void decide(Objection decided) {
    with(
        all -> {
          all.decide(decided);
          return true;
        });
  }

  private Optional<Objection> byId(Objection objection) {
    return with(all -> all.byId(objection.id()));
  }

  private List<Objection> waiting() {
    return with(all -> all.waiting(10));
  }
}
