package ronda.casework.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import ronda.casework.office.Officer;
import ronda.casework.office.Region;
import ronda.casework.office.Role;
import ronda.casework.retention.Disposal.Answer;
import ronda.casework.retention.Disposal.Hindrance;
import ronda.casework.retention.Disposal.Refusal;

class DisposalTest {
  private static final Instant NINE = Instant.parse("2026-11-22T02:00:00Z");
  private static final Instant LATER = NINE.plusSeconds(60);

  private final Officer proposer = officer(Role.EVIDENCE_CUSTODIAN);
  private final Officer head = officer(Role.HEAD);
  private final Disposal disposal =
      new Disposal(
          UUID.randomUUID(),
          UUID.randomUUID(),
          new Disposal.Proposal(proposer.id(), proposer.name(), NINE, "JRA habis", "UU 43/2009"),
          Optional.empty());

  private static Officer officer(Role role) {
    UUID id = UUID.randomUUID();
    return new Officer(
        id, new UUID(0, 1), "Ani", id + "@contoh.invalid", Set.of(role), Region.UNKNOWN, false);
  }

  private Answer agreed(Officer officer) {
    return disposal.decide(officer, true, "dinilai", Set.of(), NINE, LATER);
  }

  private static Refusal refusal(Answer answer) {
    assertThat(answer).isInstanceOf(Answer.Refused.class);
    return ((Answer.Refused) answer).reason();
  }

  @Test
  void another_person_who_may_agrees_or_declines_with_a_reason() {
    assertThat(agreed(head))
        .isInstanceOfSatisfying(
            Answer.Decided.class, one -> assertThat(one.disposal().isAgreed()).isTrue());
    assertThat(disposal.decide(head, false, "masih perlu", Set.of(), NINE, LATER))
        .isInstanceOfSatisfying(
            Answer.Decided.class, one -> assertThat(one.disposal().isAgreed()).isFalse());
    assertThat(refusal(disposal.decide(head, true, " ", Set.of(), NINE, LATER)))
        .isEqualTo(Refusal.NO_REASON);
  }

  @Test
  void who_proposed_it_and_who_may_not_decide_are_refused() {
    assertThat(refusal(agreed(proposer))).isEqualTo(Refusal.OWN_PROPOSAL);
    assertThat(refusal(agreed(officer(Role.CASE_OFFICER)))).isEqualTo(Refusal.NOT_ALLOWED);
  }

  @Test
  void it_is_decided_once() {
    Disposal decided = ((Answer.Decided) agreed(head)).disposal();

    assertThat(refusal(decided.decide(head, false, "lain", Set.of(), NINE, LATER)))
        .isEqualTo(Refusal.DECIDED_ALREADY);
  }

  @Test
  void what_is_no_longer_due_can_only_be_declined() {
    for (Hindrance hindrance : Hindrance.values()) {
      assertThat(refusal(disposal.decide(head, true, "a", Set.of(hindrance), NINE, LATER)))
          .isEqualTo(Refusal.NO_LONGER_DUE);
    }
    assertThat(refusal(disposal.decide(head, true, "a", Set.of(), NINE.plusNanos(1_000), LATER)))
        .as("the case went on")
        .isEqualTo(Refusal.NO_LONGER_DUE);
    assertThat(disposal.decide(head, false, "a", Set.of(Hindrance.ON_HOLD), LATER, LATER))
        .isInstanceOf(Answer.Decided.class);
  }

  @Test
  void words_that_say_nothing_are_no_proposal() {
    assertThatThrownBy(() -> new Disposal.Proposal(head.id(), "Hadi", NINE, "", "UU 43/2009"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Disposal.Proposal(head.id(), "Hadi", NINE, "JRA", "x".repeat(501)))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
