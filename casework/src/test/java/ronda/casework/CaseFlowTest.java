package ronda.casework;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import ronda.casework.CaseFlow.Answer;
import ronda.casework.CaseFlow.Refusal;
import ronda.casework.cases.CaseFile;
import ronda.casework.cases.CaseFile.Status;
import ronda.casework.cases.Step;
import ronda.casework.office.Region;
import ronda.identify.decide.Severity;
import ronda.identify.post.Category;
import ronda.identify.post.Stance;

class CaseFlowTest {
  private static final Instant NINE = Instant.parse("2026-11-22T02:00:00Z");

  @Test
  void a_case_is_opened_once() {
    assertThat(refusal(open(), opened())).isEqualTo(Refusal.ALREADY_OPENED);
  }

  @Test
  void a_closed_case_takes_notes_and_copies_and_nothing_else() {
    CaseFile closed = after(open(), new Step.Closed("edukasi diberikan"));
    assertThat(closed.status()).isEqualTo(Status.CLOSED);
    assertThat(after(closed, new Step.Noted("kabar")).status()).isEqualTo(Status.CLOSED);
    assertThat(after(closed, new Step.PostsJoined(2, "copy")).status()).isEqualTo(Status.CLOSED);
    assertThat(refusal(closed, new Step.JobJoined(new UUID(0, 2)))).isEqualTo(Refusal.CLOSED);
    assertThat(refusal(closed, new Step.Closed("lagi"))).isEqualTo(Refusal.CLOSED);
  }

  @Test
  void a_closed_or_withdrawn_case_can_be_taken_up_again_with_a_reason() {
    CaseFile closed = after(open(), new Step.Closed("selesai"));
    CaseFile withdrawn = after(open(), new Step.Withdrawn("keliru"));
    assertThat(after(closed, new Step.Reopened("muncul lagi")).status()).isEqualTo(Status.OPEN);
    assertThat(after(withdrawn, new Step.Reopened("benar juga")).status()).isEqualTo(Status.OPEN);
    assertThat(refusal(closed, new Step.Reopened(" "))).isEqualTo(Refusal.BLANK);
    assertThat(refusal(open(), new Step.Reopened("untuk apa"))).isEqualTo(Refusal.NOT_CLOSED);
  }

  @Test
  void the_papers_of_an_open_case_are_not_destroyed_and_those_of_one_that_is_over_leave_it_over() {
    Step destroyed =
        new Step.PapersDestroyed(
            new UUID(0, 3),
            "Kirana",
            "JRA habis",
            "UU 43/2009",
            new TreeMap<>(Map.of("items", 1L)));
    CaseFile closed = after(open(), new Step.Closed("ditangani"));

    assertThat(refusal(open(), destroyed)).isEqualTo(Refusal.NOT_CLOSED);
    assertThat(after(closed, destroyed).status()).isEqualTo(Status.CLOSED);
  }

  @Test
  void words_that_say_nothing_are_refused() {
    assertThat(refusal(open(), new Step.Noted(""))).isEqualTo(Refusal.BLANK);
    assertThat(refusal(open(), new Step.Closed("  "))).isEqualTo(Refusal.BLANK);
  }

  @Test
  void what_happened_outside_is_entered_however_the_case_stands() {
    CaseFile withdrawn = after(open(), new Step.Withdrawn("keliru"));
    UUID referral = new UUID(0, 3);
    Step reply = new Step.ReplyCame(referral, new UUID(0, 4), "Kementerian");
    Step sent = new Step.ReferralSent(referral, "B/1/2026", "Kementerian", "mail");
    assertThat(after(withdrawn, reply).status()).isEqualTo(Status.WITHDRAWN);
    assertThat(after(withdrawn, sent).status()).isEqualTo(Status.WITHDRAWN);
    assertThat(refusal(withdrawn, new Step.ReferralWritten(referral, "B/2/2026", "Kementerian")))
        .isEqualTo(Refusal.WITHDRAWN);
  }

  @Test
  void what_is_back_opens_a_closed_case_but_never_a_withdrawn_one() {
    Step back = new Step.Resurfaced(new UUID(0, 5), "phone");
    CaseFile closed = after(open(), new Step.Closed("selesai"));
    CaseFile withdrawn = after(open(), new Step.Withdrawn("keliru"));
    assertThat(after(closed, back).status()).isEqualTo(Status.OPEN);
    assertThat(refusal(withdrawn, back)).isEqualTo(Refusal.WITHDRAWN);
    assertThat(refusal(open(), back)).isEqualTo(Refusal.NOT_CLOSED);
  }

  @Test
  void a_case_that_shares_a_picture_with_another_is_open_again_but_never_once_it_is_withdrawn() {
    Step shares = new Step.SharesWith("2026-000007", "similar-picture", 12);
    assertThat(after(after(open(), new Step.Closed("selesai")), shares).status())
        .isEqualTo(Status.OPEN);
    assertThat(after(open(), shares).status()).isEqualTo(Status.OPEN);
    assertThat(refusal(after(open(), new Step.Withdrawn("keliru")), shares))
        .isEqualTo(Refusal.WITHDRAWN);
  }

  @Test
  void an_objection_that_is_upheld_withdraws_the_case_and_another_changes_nothing() {
    UUID objection = new UUID(0, 6);
    CaseFile objected = after(open(), new Step.ObjectionRaised(objection));
    Step upheld = new Step.ObjectionDecided(objection, true, "bukan promosi");
    Step dismissed = new Step.ObjectionDecided(objection, false, "tetap promosi");
    assertThat(after(objected, upheld).status()).isEqualTo(Status.WITHDRAWN);
    assertThat(after(objected, dismissed).status()).isEqualTo(Status.OPEN);
    assertThat(refusal(objected, new Step.ObjectionDecided(objection, true, " ")))
        .isEqualTo(Refusal.BLANK);
  }

  private static Step opened() {
    return new Step.Opened(new UUID(0, 1), Category.GAMBLING, Stance.PROMOTES, Severity.HIGH);
  }

  private static CaseFile open() {
    return new CaseFile(new UUID(1, 1), "2026-000001", Region.UNKNOWN, List.of(taken(opened())));
  }

  private static Step.Taken taken(Step step) {
    return new Step.Taken(NINE, "Ani", step);
  }

  private static CaseFile after(CaseFile file, Step step) {
    Answer answer = CaseFlow.after(file, taken(step));
    assertThat(answer).isInstanceOf(Answer.Done.class);
    return ((Answer.Done) answer).file();
  }

  private static Refusal refusal(CaseFile file, Step step) {
    Answer answer = CaseFlow.after(file, taken(step));
    assertThat(answer).isInstanceOf(Answer.Refused.class);
    return ((Answer.Refused) answer).reason();
  }
}
