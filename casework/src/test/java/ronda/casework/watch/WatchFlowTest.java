package ronda.casework.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static ronda.casework.watch.WatchState.BACK;
import static ronda.casework.watch.WatchState.GONE;
import static ronda.casework.watch.WatchState.OBSERVED;
import static ronda.casework.watch.WatchState.RELEASED;
import static ronda.casework.watch.WatchState.REPORTED;
import static ronda.casework.watch.Watched.account;
import static ronda.casework.watch.Watched.day;
import static ronda.casework.watch.Watched.entered;
import static ronda.casework.watch.Watched.moved;
import static ronda.casework.watch.Watched.on;
import static ronda.casework.watch.Watched.to;

import org.junit.jupiter.api.Test;
import ronda.casework.watch.WatchFlow.Answer;
import ronda.casework.watch.WatchFlow.Refusal;

class WatchFlowTest {
  @Test
  void an_account_is_observed_reported_gone_and_back() {
    WatchedAccount account = account("contoh");
    assertThat(account.state()).isEqualTo(OBSERVED);
    for (WatchState next : new WatchState[] {REPORTED, GONE, BACK, REPORTED}) {
      account = done(WatchFlow.after(account, on(2, to(next))));
      assertThat(account.state()).isEqualTo(next);
    }
    assertThat(account.history()).hasSize(5);
  }

  @Test
  void nothing_comes_back_that_never_went() {
    assertThat(refusal(account("contoh"), to(BACK))).isEqualTo(Refusal.NOT_FROM_HERE);
    assertThat(refusal(moved(REPORTED), to(BACK))).isEqualTo(Refusal.NOT_FROM_HERE);
  }

  @Test
  void what_has_gone_is_not_reported_before_it_is_back() {
    assertThat(refusal(moved(REPORTED, GONE), to(REPORTED))).isEqualTo(Refusal.NOT_FROM_HERE);
  }

  @Test
  void it_cannot_become_what_it_is() {
    assertThat(refusal(moved(REPORTED), to(REPORTED))).isEqualTo(Refusal.STANDS_SO);
  }

  @Test
  void a_change_needs_a_reason_of_some_length() {
    WatchStep silent = new WatchStep.Moved(REPORTED, "  ");
    assertThat(refusal(account("contoh"), silent)).isEqualTo(Refusal.BLANK);
    WatchStep endless = new WatchStep.Noted("a".repeat(WatchFlow.LONGEST_TEXT + 1));
    assertThat(refusal(account("contoh"), endless)).isEqualTo(Refusal.TOO_LONG);
  }

  @Test
  void who_was_entered_by_mistake_is_let_go_and_may_be_taken_up_again() {
    WatchedAccount released = moved(RELEASED);
    assertThat(refusal(released, new WatchStep.Looked(true, ""))).isEqualTo(Refusal.RELEASED);
    assertThat(refusal(released, new WatchStep.CaseLinked("2026-000001")))
        .isEqualTo(Refusal.RELEASED);
    assertThat(done(WatchFlow.after(released, on(3, to(OBSERVED)))).state()).isEqualTo(OBSERVED);
  }

  @Test
  void it_is_entered_once_and_a_case_is_linked_once() {
    assertThat(refusal(account("contoh"), entered())).isEqualTo(Refusal.ALREADY_WATCHED);
    WatchStep link = new WatchStep.CaseLinked("2026-000001");
    WatchedAccount linked = done(WatchFlow.after(account("contoh"), on(2, link)));
    assertThat(linked.cases()).containsExactly("2026-000001");
    assertThat(refusal(linked, link)).isEqualTo(Refusal.STANDS_SO);
  }

  @Test
  void an_account_that_has_gone_and_is_seen_seems_to_be_back_but_stays_gone() {
    WatchedAccount gone = moved(GONE);
    assertThat(gone.seemsBack()).isEmpty();
    WatchedAccount seen = gone.seen(day(9));
    assertThat(seen.seemsBack()).contains(day(9));
    assertThat(seen.state()).isEqualTo(GONE);
  }

  @Test
  void an_old_post_that_comes_in_late_brings_nothing_back() {
    assertThat(moved(GONE).seen(day(1)).seemsBack()).isEmpty();
  }

  @Test
  void a_person_who_looked_and_found_nothing_settles_it() {
    WatchedAccount seen = moved(GONE).seen(day(5));
    WatchedAccount looked = seen.after(on(6, new WatchStep.Looked(false, "tidak ada")));
    assertThat(looked.seemsBack()).isEmpty();
    assertThat(looked.seen(day(7)).seemsBack()).contains(day(7));
  }

  @Test
  void every_step_survives_being_kept_as_words() {
    for (WatchStep step :
        new WatchStep[] {
          entered(),
          new WatchStep.Described(entered().description(), "salah ketik"),
          to(GONE),
          new WatchStep.Looked(true, ""),
          new WatchStep.CaseLinked("2026-000001"),
          new WatchStep.Noted("catatan")
        }) {
      assertThat(WatchWords.read(step.code(), WatchWords.of(step))).isEqualTo(step);
    }
  }

  private static WatchedAccount done(Answer answer) {
    assertThat(answer).isInstanceOf(Answer.Done.class);
    return ((Answer.Done) answer).account();
  }

  private static Refusal refusal(WatchedAccount account, WatchStep step) {
    Answer answer = WatchFlow.after(account, on(3, step));
    assertThat(answer).isInstanceOf(Answer.Refused.class);
    return ((Answer.Refused) answer).reason();
  }
}
