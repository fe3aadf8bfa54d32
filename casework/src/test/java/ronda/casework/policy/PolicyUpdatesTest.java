package ronda.casework.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import ronda.casework.chain.Hash;
import ronda.casework.chain.Link;
import ronda.casework.policy.PolicyChanges.Act;
import ronda.casework.policy.PolicyChanges.Answer;
import ronda.casework.policy.PolicyChanges.Refusal;
import ronda.casework.policy.PolicyUpdates.Shipped;
import ronda.casework.policy.UpdateAnswer.Made;

/** Newer policies are offered, and nothing changes by itself. */
class PolicyUpdatesTest {
  private static final Instant NOON = Instant.parse("2026-11-22T05:00:00Z");
  private static final Act RONDA = new Act("Ronda", NOON, "Kebijakan bawaan.");
  private static final Act SARI = new Act("Sari <sari@kota.example>", NOON, "Lebih tepat.");

  private final OfficePolicies policies = new InMemoryOfficePolicies();
  private final List<Link.Entry> audit = new ArrayList<>();
  private final PolicyChanges changes =
      new PolicyChanges(policies, new InMemoryTrials(), audit::add);
  private final UpdateAnswers answers = new InMemoryUpdateAnswers();
  private final PolicyUpdates updates = new PolicyUpdates(policies, answers, changes, audit::add);

  private record Words(String name, String words) implements Draft {
    @Override
    public Hash substance() {
      return Hash.of(words);
    }

    @Override
    public int dailyLimit() {
      return 2_000;
    }

    @Override
    public Mode mode() {
      return Mode.IN_FORCE;
    }

    @Override
    public Optional<String> textAs(int version, Mode mode) {
      return Optional.of(version + " " + mode.code() + " " + words);
    }

    @Override
    public boolean saysTheSame(PolicyVersion version) {
      return version.text().endsWith(" " + words);
    }
  }

  private static Shipped shipped(int version, String words) {
    return new Shipped(new Words("coin-toss", words), version);
  }

  private void begunWith(int version) {
    Shipped first = shipped(version, "heads");
    changes.begin(List.of(first.draft()), RONDA);
    updates.begun(List.of(first), RONDA);
  }

  private boolean isOffered(int version) {
    return !updates.offered(List.of(shipped(version, "tails"))).isEmpty();
  }

  @Test
  void only_a_higher_version_than_any_seen_is_offered() {
    begunWith(2);

    assertThat(isOffered(1)).isFalse();
    assertThat(isOffered(2)).isFalse();
    assertThat(isOffered(3)).isTrue();
  }

  @Test
  void what_the_office_has_never_heard_of_is_offered() {
    assertThat(isOffered(1)).isTrue();
  }

  @Test
  void what_is_declined_is_offered_again_when_a_still_newer_one_comes() {
    begunWith(2);

    assertThat(updates.decline(shipped(3, "tails"), SARI)).isEmpty();

    assertThat(isOffered(3)).isFalse();
    assertThat(isOffered(4)).isTrue();
    assertThat(updates.answer("coin-toss").orElseThrow().made()).isEqualTo(Made.DECLINED);
    assertThat(audit.getLast().act()).isEqualTo("policy-update-declined");
    assertThat(audit.getLast().body().toString()).contains("3", "Lebih tepat.");
    assertThat(policies.named("coin-toss").orElseThrow().lastNumber()).isEqualTo(1);
  }

  @Test
  void it_is_declined_with_a_reason_and_once() {
    begunWith(2);

    assertThat(updates.decline(shipped(3, "tails"), new Act("Sari", NOON, " ")))
        .contains(Refusal.NO_REASON);
    assertThat(isOffered(3)).isTrue();
    updates.decline(shipped(3, "tails"), SARI);
    assertThat(updates.decline(shipped(3, "tails"), SARI)).contains(Refusal.NOTHING_CHANGES);
  }

  @Test
  void what_is_taken_over_becomes_a_version_of_the_offices_own() {
    begunWith(2);
    Answer answer = updates.takeOver(new Words("coin-toss", "tails"), 3, Mode.ON_TRIAL, SARI);

    assertThat(answer).isInstanceOf(Answer.Done.class);
    assertThat(policies.named("coin-toss").orElseThrow().onTrial().orElseThrow().text())
        .isEqualTo("2 shadow tails");
    assertThat(isOffered(3)).isFalse();
    assertThat(audit)
        .extracting(Link.Entry::act)
        .containsExactly("policy-begun", "policy-on-trial", "policy-update-taken");
  }

  @Test
  void what_is_refused_stays_offered() {
    begunWith(2);

    Answer answer = updates.takeOver(new Words("coin-toss", "tails"), 3, Mode.IN_FORCE, SARI);

    assertThat(answer).isEqualTo(new Answer.Refused(Refusal.NOT_TRIED));
    assertThat(isOffered(3)).isTrue();
  }

  @Test
  void an_office_from_before_is_offered_what_it_does_not_have() {
    changes.begin(List.of(new Words("coin-toss", "heads")), RONDA);

    updates.remember(List.of(shipped(3, "tails")), "Ronda", NOON);

    assertThat(isOffered(3)).isTrue();
    assertThat(answers.newest()).extracting(UpdateAnswer::shipped).containsExactly(0);
  }

  @Test
  void an_office_from_before_is_not_offered_what_it_has() {
    changes.begin(List.of(new Words("coin-toss", "tails")), RONDA);

    updates.remember(List.of(shipped(3, "tails")), "Ronda", NOON);
    updates.remember(List.of(shipped(4, "edge")), "Ronda", NOON);

    assertThat(isOffered(3)).isFalse();
    assertThat(isOffered(4)).isTrue();
  }

  @Test
  void a_policy_that_is_new_in_the_release_is_not_taken_for_one_from_before() {
    updates.remember(List.of(shipped(1, "tails")), "Ronda", NOON);

    assertThat(answers.newest()).isEmpty();
    assertThat(isOffered(1)).isTrue();
  }

  @Test
  void an_answer_names_a_version_that_is_shipped() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new UpdateAnswer("coin-toss", 0, Made.DECLINED, "Sari", NOON, "x"));
    assertThat(Made.ofCode("taken")).isEqualTo(Made.TAKEN);
    assertThatIllegalArgumentException().isThrownBy(() -> Made.ofCode("lost"));
  }
}
