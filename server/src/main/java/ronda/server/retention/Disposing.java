package ronda.server.retention;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import ronda.casework.CaseFlow;
import ronda.casework.Desk;
import ronda.casework.cases.CaseFile;
import ronda.casework.cases.Step;
import ronda.casework.evidence.Item;
import ronda.casework.evidence.Touch;
import ronda.casework.retention.Disposal;
import ronda.casework.retention.Disposal.Hindrance;
import ronda.server.desk.Desks;
import ronda.server.desk.WholeCase;
import ronda.server.door.Acts;
import ronda.server.door.Caller;
import ronda.store.sql.SqlCasePapers;
import ronda.store.sql.SqlCases;
import ronda.store.sql.SqlDestruction;
import ronda.store.sql.SqlDisposals;
import ronda.store.sql.SqlItems;

/**
 * Destroys what a case holds once two persons have decided so: the record of custody first, then
 * the papers, then the step in the case's history, all of it or nothing.
 */
@Component
class Disposing {
  private final Desks desks;
  private final Acts acts;

  Disposing(Desks desks, Acts acts) {
    this.desks = desks;
    this.acts = acts;
  }

  /** What came of proposing. */
  sealed interface Proposing {
    record Proposed(Disposal disposal) implements Proposing {}

    /** Something keeps the case's papers. */
    record NotDue(Set<Hindrance> why) implements Proposing {}

    /** Somebody did before, and nobody has decided yet. */
    record Before(Disposal disposal) implements Proposing {}
  }

  /**
   * Proposes that a case's papers be destroyed; empty if there is no such case for this person.
   *
   * @param proposal of that person, whole
   */
  Optional<Proposing> propose(Caller.Person person, String number, Disposal.Proposal proposal) {
    return desks.changeInTurn(
        person.office(),
        (desk, jdbc) -> {
          Optional<CaseFile> file =
              WholeCase.of(person.officer(), new SqlCases(jdbc).byNumber(number), jdbc);
          return file.map(one -> propose(person, one, proposal, jdbc));
        });
  }

  private Proposing propose(
      Caller.Person person, CaseFile file, Disposal.Proposal proposal, JdbcClient jdbc) {
    Set<Hindrance> why = new SqlCasePapers(jdbc).hindrances(file.id(), proposal.at());
    if (!why.isEmpty()) {
      return new Proposing.NotDue(why);
    }
    var disposals = new SqlDisposals(jdbc);
    Optional<Disposal> before =
        disposals.ofCase(file.id()).stream().filter(Disposal::isWaiting).findFirst();
    if (before.isPresent()) {
      return new Proposing.Before(before.get());
    }
    var disposal = new Disposal(desks.newId(), file.id(), proposal, Optional.empty());
    disposals.propose(disposal);
    acts.write(
        person,
        "disposal-proposed",
        "case:" + file.number(),
        Map.of(
            "disposal", disposal.id().toString(),
            "reason", proposal.reason(),
            "legalBasis", proposal.legalBasis()));
    return new Proposing.Proposed(disposal);
  }

  /** Agrees or declines; empty if there is no such proposal for this person. */
  Optional<Disposal.Answer> decide(Caller.Person person, UUID id, boolean agrees, String reason) {
    return desks.changeInTurn(
        person.office(),
        (desk, jdbc) ->
            new SqlDisposals(jdbc)
                .find(id)
                .flatMap(line -> decide(person, line, agrees, reason, desk, jdbc)));
  }

  private Optional<Disposal.Answer> decide(
      Caller.Person person,
      SqlDisposals.Line line,
      boolean agrees,
      String reason,
      Desk desk,
      JdbcClient jdbc) {
    Instant now = desks.clock().instant();
    var papers = new SqlCasePapers(jdbc);
    papers.lock(line.disposal().file());
    Optional<CaseFile> file =
        WholeCase.of(person.officer(), new SqlCases(jdbc).byNumber(line.number()), jdbc);
    if (file.isEmpty()) {
      return Optional.empty();
    }
    var disposals = new SqlDisposals(jdbc);
    Disposal.Answer answer =
        disposals
            .forChange(line.disposal().id())
            .orElseThrow()
            .decide(
                person.officer(),
                agrees,
                reason,
                papers.hindrances(file.get().id(), now),
                file.get().history().getLast().at(),
                now);
    if (answer instanceof Disposal.Answer.Decided decided) {
      disposals.decide(decided.disposal());
      acts.write(
          person,
          agrees ? "disposal-agreed" : "disposal-declined",
          "case:" + line.number(),
          Map.of("disposal", line.disposal().id().toString(), "reason", reason));
      if (agrees) {
        destroy(person, file.get(), decided.disposal(), now, desk, jdbc);
      }
    }
    return Optional.of(answer);
  }

  private void destroy(
      Caller.Person person,
      CaseFile file,
      Disposal disposal,
      Instant now,
      Desk desk,
      JdbcClient jdbc) {
    Disposal.Proposal proposal = disposal.proposal();
    var step =
        new Step.PapersDestroyed(
            disposal.id(),
            proposal.name(),
            proposal.reason(),
            proposal.legalBasis(),
            new SqlCasePapers(jdbc).of(file.id()).counts());
    touch(person, file, proposal, now, jdbc);
    new SqlDestruction(file.id(), disposal.id(), jdbc).destroy();
    CaseFlow.Answer told = desk.add(file.number(), step, person.officer(), now).orElseThrow();
    if (told instanceof CaseFlow.Answer.Refused refused) {
      throw new IllegalStateException(file.number() + " cannot tell of it: " + refused.reason());
    }
  }

  /** Every touch is written down before it takes effect. */
  private static void touch(
      Caller.Person person,
      CaseFile file,
      Disposal.Proposal proposal,
      Instant now,
      JdbcClient jdbc) {
    var items = new SqlItems(jdbc);
    Set<UUID> before = new SqlDisposals(jdbc).among(SqlDisposals.Paper.ITEM, file.id()).keySet();
    String why = proposal.name() + ": " + proposal.reason() + " (" + proposal.legalBasis() + ")";
    for (Item item : items.ofCase(file.id())) {
      if (!before.contains(item.id())) {
        var touch =
            new Touch(
                item.id(),
                Touch.Act.DESTROYED,
                why,
                item.hash(),
                item.hash(),
                Touch.State.NOT_KEPT);
        items.touch(file.id(), touch.entry(now, person.signature()));
      }
    }
  }
}
