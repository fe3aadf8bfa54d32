package ronda.casework.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import ronda.casework.chain.Hash;
import ronda.casework.chain.Link;
import ronda.casework.policy.PolicyChanges.Act;
import ronda.casework.policy.PolicyChanges.Answer;
import ronda.casework.policy.PolicyChanges.Refusal;

class PolicyChangesTest {
  private static final Instant NOON = Instant.parse("2026-11-22T05:00:00Z");
  private static final Act ACT = new Act("Sari <sari@kota.example>", NOON, "Terlalu banyak.");

  private final OfficePolicies policies = new InMemoryOfficePolicies();
  private final Trials trials = new InMemoryTrials();
  private final List<Link.Entry> audit = new ArrayList<>();
  private final PolicyChanges changes = new PolicyChanges(policies, trials, audit::add);

  private static Draft draft(String words) {
    return draft(words, Mode.IN_FORCE, true);
  }

  private static Draft draft(String words, Mode own, boolean mayBeInForce) {
    return new Draft() {
      @Override
      public String name() {
        return "coin-toss";
      }

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
        return own;
      }

      @Override
      public Optional<String> textAs(int version, Mode mode) {
        return mode == Mode.IN_FORCE && !mayBeInForce
            ? Optional.empty()
            : Optional.of(version + " " + mode.code() + " " + words);
      }

      @Override
      public boolean saysTheSame(PolicyVersion version) {
        return version.substance().equals(substance());
      }
    };
  }

  private void begun() {
    changes.begin(List.of(draft("heads")), new Act("Ronda", NOON, "Ronda's own"));
  }

  private OfficePolicy now() {
    return policies.named("coin-toss").orElseThrow();
  }

  @Test
  void an_office_begins_with_what_comes_with_ronda() {
    begun();

    assertThat(now().inForce().orElseThrow().text()).isEqualTo("1 live heads");
    assertThat(now().onTrial()).isEmpty();
    assertThat(audit).extracting(Link.Entry::act).containsExactly("policy-begun");
  }

  @Test
  void what_an_office_has_is_not_begun_again() {
    begun();
    begun();

    assertThat(policies.history("coin-toss")).hasSize(1);
  }

  @Test
  void a_version_on_trial_leaves_the_one_in_force_where_it_is() {
    begun();

    Answer answer = changes.putOnTrial(draft("tails"), ACT);

    assertThat(answer).isInstanceOf(Answer.Done.class);
    assertThat(now().inForce().orElseThrow().text()).isEqualTo("1 live heads");
    assertThat(now().onTrial().orElseThrow().text()).isEqualTo("2 shadow tails");
    assertThat(audit.getLast().actor()).isEqualTo("Sari <sari@kota.example>");
    assertThat(audit.getLast().subject()).isEqualTo("policy:coin-toss");
    assertThat(audit.getLast().body())
        .isEqualTo("{\"reason\":\"Terlalu banyak.\",\"version\":\"2\"}");
  }

  @Test
  void a_text_that_was_never_tried_does_not_come_into_force() {
    begun();

    assertThat(changes.putInForce(draft("tails"), ACT))
        .isEqualTo(new Answer.Refused(Refusal.NOT_TRIED));
    assertThat(policies.history("coin-toss")).hasSize(1);
    assertThat(audit).hasSize(1);
  }

  @Test
  void a_text_that_was_tried_comes_into_force_and_ends_its_own_trial() {
    begun();
    changes.putOnTrial(draft("tails"), ACT);
    tried("tails");

    changes.putInForce(draft("tails"), ACT);

    assertThat(now().inForce().orElseThrow().text()).isEqualTo("3 live tails");
    assertThat(now().onTrial()).isEmpty();
  }

  @Test
  void a_trial_of_another_text_goes_on() {
    begun();
    changes.putOnTrial(draft("edge"), ACT);
    tried("tails");

    changes.putInForce(draft("tails"), ACT);

    assertThat(now().onTrial().orElseThrow().text()).isEqualTo("2 shadow edge");
  }

  @Test
  void a_new_policy_begins_on_trial_even_if_it_was_tried() {
    tried("tails");

    assertThat(changes.putInForce(draft("tails"), ACT)).isEqualTo(new Answer.Refused(Refusal.NEW));
  }

  @Test
  void out_of_force_means_on_trial_and_nothing_in_force() {
    begun();

    changes.takeOutOfForce(draft("heads"), ACT);

    assertThat(now().inForce()).isEmpty();
    assertThat(now().onTrial().orElseThrow().text()).isEqualTo("2 shadow heads");
    assertThat(changes.takeOutOfForce(draft("heads"), ACT))
        .isEqualTo(new Answer.Refused(Refusal.NOTHING_CHANGES));
  }

  @Test
  void an_old_version_comes_back_as_a_new_one_in_its_old_mode() {
    begun();
    changes.takeOutOfForce(draft("heads"), ACT);

    changes.revert(draft("heads"), 1, ACT);

    assertThat(now().inForce().orElseThrow().text()).isEqualTo("3 live heads");
    assertThat(now().onTrial()).isEmpty();
    assertThat(policies.history("coin-toss")).hasSize(3);
    assertThat(audit.getLast().act()).isEqualTo("policy-reverted");
  }

  @Test
  void what_is_used_already_needs_no_return() {
    begun();

    assertThat(changes.revert(draft("heads"), 1, ACT))
        .isEqualTo(new Answer.Refused(Refusal.NOTHING_CHANGES));
    assertThat(changes.revert(draft("heads"), 9, ACT))
        .isEqualTo(new Answer.Refused(Refusal.NO_SUCH_VERSION));
  }

  @Test
  void a_trial_is_ended_and_stays_in_the_history() {
    begun();
    changes.putOnTrial(draft("tails"), ACT);

    changes.endTrial("coin-toss", ACT);

    assertThat(now().onTrial()).isEmpty();
    assertThat(now().inForce()).isPresent();
    assertThat(policies.history("coin-toss")).hasSize(2);
    assertThat(changes.endTrial("coin-toss", ACT))
        .isEqualTo(new Answer.Refused(Refusal.NOTHING_CHANGES));
  }

  @Test
  void no_change_without_a_reason() {
    begun();
    Act silent = new Act("Sari", NOON, " ");

    assertThat(changes.putOnTrial(draft("tails"), silent))
        .isEqualTo(new Answer.Refused(Refusal.NO_REASON));
    assertThat(changes.takeOutOfForce(draft("heads"), silent))
        .isEqualTo(new Answer.Refused(Refusal.NO_REASON));
    assertThat(policies.history("coin-toss")).hasSize(1);
  }

  @Test
  void the_safeguards_have_the_last_word() {
    changes.begin(List.of(draft("heads", Mode.ON_TRIAL, false)), ACT);
    tried("heads");

    assertThat(changes.putInForce(draft("heads", Mode.ON_TRIAL, false), ACT))
        .isEqualTo(new Answer.Refused(Refusal.NOT_ALLOWED));
  }

  private void tried(String words) {
    trials.add(
        new Trials.Trial(
            UUID.randomUUID(),
            "coin-toss",
            Hash.of(words),
            "Sari",
            NOON,
            7,
            true,
            new TrialRun.Raised(0, 0, 0, 0),
            0,
            new TrialRun.Harmless(0, 0, 0, 0)));
  }
}
