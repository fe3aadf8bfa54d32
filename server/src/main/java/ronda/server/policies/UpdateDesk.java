package ronda.server.policies;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import ronda.casework.policy.Mode;
import ronda.casework.policy.OfficePolicy;
import ronda.casework.policy.PolicyChanges.Act;
import ronda.casework.policy.PolicyChanges.Answer;
import ronda.casework.policy.PolicyChanges.Refusal;
import ronda.casework.policy.PolicyUpdates;
import ronda.casework.policy.PolicyUpdates.Shipped;
import ronda.casework.policy.PolicyVersion;
import ronda.casework.policy.UpdateAnswer;
import ronda.policies.cel.PolicyText;
import ronda.server.page.Shown;
import ronda.server.patrol.FirstPolicies;
import ronda.server.patrol.OfficePatrols;
import ronda.server.patrol.WrittenDraft;
import ronda.store.sql.InOffice;
import ronda.store.sql.SqlOfficePolicies;
import ronda.store.sql.SqlTurns;

/**
 * What an office makes of the policies that came with a newer release: each answer is one
 * transaction with its entry in the audit log.
 */
@Component
final class UpdateDesk {
  private final InOffice tables;
  private final OfficePatrols patrols;
  private final FirstPolicies first;
  private final InstantSource clock;

  UpdateDesk(InOffice tables, OfficePatrols patrols, FirstPolicies first, InstantSource clock) {
    this.tables = tables;
    this.patrols = patrols;
    this.first = first;
    this.clock = clock;
  }

  /**
   * A shipped policy beside the office's own.
   *
   * @param text what the office would take over: the shipped text with the office's daily limit
   * @param own empty if the office has no policy of this name
   * @param compared the version that is used, or else the last one; empty if there is none
   * @param answer what was made of the highest version that the office has seen
   * @param offered whether it waits for an answer
   */
  record Update(
      PolicyText text,
      Optional<OfficePolicy> own,
      Optional<PolicyVersion> compared,
      Optional<UpdateAnswer> answer,
      boolean offered) {
    String name() {
      return text.policy().name();
    }

    /** As Ronda's own file counts it. */
    public int version() {
      return text.policy().version();
    }

    /** Whether the office's text says the same already. */
    public boolean isSame() {
      return compared.filter(new WrittenDraft(text)::saysTheSame).isPresent();
    }

    Shown mark() {
      return Shown.of(PolicyDesk.markOf(own).mark(), version());
    }
  }

  /** The shipped policies that wait for an answer of this office, by name. */
  List<PolicyText> offered(UUID office) {
    first.of(office);
    List<String> names =
        tables.read(
            office,
            jdbc ->
                first.updates(office, jdbc).offered(patrols.updates()).stream()
                    .map(Shipped::name)
                    .toList());
    return patrols.shipped().stream().filter(text -> names.contains(text.policy().name())).toList();
  }

  /** The shipped policy of this name; empty if none is shipped. */
  Optional<Update> of(UUID office, String name) {
    first.of(office);
    return shipped(name).map(text -> tables.read(office, jdbc -> update(office, text, jdbc)));
  }

  private Optional<PolicyText> shipped(String name) {
    return patrols.shipped().stream().filter(text -> text.policy().name().equals(name)).findFirst();
  }

  private Update update(UUID office, PolicyText text, JdbcClient jdbc) {
    var policies = new SqlOfficePolicies(jdbc);
    PolicyUpdates updates = first.updates(office, jdbc);
    Optional<OfficePolicy> own = policies.named(text.policy().name());
    return new Update(
        own.flatMap(OfficePolicy::inForce)
            .flatMap(used -> withLimit(text, used.dailyLimit()))
            .orElse(text),
        own,
        own.flatMap(
            policy ->
                policy.shown().or(() -> policies.version(policy.name(), policy.lastNumber()))),
        updates.answer(text.policy().name()),
        !updates.offered(List.of(shipped(text))).isEmpty());
  }

  private static Shipped shipped(PolicyText text) {
    return new Shipped(new WrittenDraft(text), text.policy().version());
  }

  private static Optional<PolicyText> withLimit(PolicyText text, int limit) {
    return text.as(text.policy().version(), text.policy().shadow(), limit)
            instanceof PolicyText.Read.Sound sound
        ? Optional.of(sound.policy())
        : Optional.empty();
  }

  /** The shipped text becomes a version of the office's own. */
  Answer takeOver(PolicyDesk.Asked asked, Mode mode) {
    UUID office = asked.who().office();
    Optional<PolicyText> text = shipped(asked.name());
    if (text.isEmpty()) {
      return new Answer.Refused(Refusal.NO_SUCH_POLICY);
    }
    Answer answer =
        tables.write(
            office,
            jdbc -> {
              Update now = inTurn(office, text.get(), jdbc);
              return asked.shown().isStill(now.mark())
                  ? first
                      .updates(office, jdbc)
                      .takeOver(new WrittenDraft(now.text()), now.version(), mode, act(asked))
                  : new Answer.Refused(Refusal.CHANGED_MEANWHILE);
            });
    patrols.changed(office);
    return answer;
  }

  /** It is not offered again, until a still newer one comes. Empty if that was kept. */
  Optional<Refusal> decline(PolicyDesk.Asked asked) {
    UUID office = asked.who().office();
    Optional<PolicyText> text = shipped(asked.name());
    if (text.isEmpty()) {
      return Optional.of(Refusal.NO_SUCH_POLICY);
    }
    return tables.write(
        office,
        jdbc -> {
          Update now = inTurn(office, text.get(), jdbc);
          return asked.shown().isStill(now.mark())
              ? first.updates(office, jdbc).decline(shipped(text.get()), act(asked))
              : Optional.of(Refusal.CHANGED_MEANWHILE);
        });
  }

  private Update inTurn(UUID office, PolicyText text, JdbcClient jdbc) {
    SqlTurns.take("policies", jdbc);
    return update(office, text, jdbc);
  }

  private Act act(PolicyDesk.Asked asked) {
    return new Act(asked.who().signature(), clock.instant(), asked.why().strip());
  }
}
