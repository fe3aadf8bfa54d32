package ronda.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static ronda.testkit.contract.FoundPosts.NINE;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import ronda.casework.retention.LegalHold;
import ronda.casework.retention.LegalHolds;

/** What every {@link LegalHolds} must do. */
public abstract class LegalHoldsContract {
  /** Works on the holds in one change. */
  protected abstract <T> T with(Function<LegalHolds, T> work);

  @Test
  void a_hold_comes_back_as_it_was_placed() {
    LegalHold hold = placed(UUID.randomUUID(), NINE);

    assertThat(this.<Optional<LegalHold>>with(holds -> holds.byId(hold.id()))).contains(hold);
    assertThat(this.<List<LegalHold>>with(holds -> holds.on(hold.subject()))).containsExactly(hold);
    assertThat(this.<List<LegalHold>>with(holds -> holds.on(UUID.randomUUID()))).isEmpty();
  }

  @Test
  void those_that_stand_are_listed_the_latest_first() {
    LegalHold first = placed(UUID.randomUUID(), NINE);
    LegalHold second = placed(UUID.randomUUID(), NINE.plusSeconds(1));

    assertThat(this.<List<LegalHold>>with(holds -> holds.standing(9)))
        .containsExactly(second, first);
    assertThat(this.<List<LegalHold>>with(holds -> holds.standing(1))).containsExactly(second);
  }

  @Test
  void a_hold_is_lifted_once_and_stays_in_the_history() {
    LegalHold hold = placed(UUID.randomUUID(), NINE);
    LegalHold lifted = hold.lifted(act(NINE.plusSeconds(60), "perkara selesai"));

    assertThat(this.<Boolean>with(holds -> holds.lift(lifted))).isTrue();
    assertThat(this.<Boolean>with(holds -> holds.lift(lifted))).isFalse();

    assertThat(this.<List<LegalHold>>with(holds -> holds.standing(9))).isEmpty();
    assertThat(this.<List<LegalHold>>with(holds -> holds.on(hold.subject())))
        .containsExactly(lifted);
  }

  private LegalHold placed(UUID subject, Instant at) {
    LegalHold hold =
        new LegalHold(
            UUID.randomUUID(),
            LegalHold.Subject.JOB,
            subject,
            act(at, "diminta penyidik"),
            Optional.empty());
    return with(
        holds -> {
          holds.place(hold);
          return hold;
        });
  }

  private static LegalHold.Act act(Instant at, String reason) {
    return new LegalHold.Act("Kemal Contoh", at, reason, "surat contoh 1/2026");
  }
}
