package ronda.server.retention;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import ronda.casework.cases.CaseFile;
import ronda.casework.cases.Step;
import ronda.casework.chain.Link;
import ronda.casework.office.Permission;
import ronda.casework.retention.Disposal;
import ronda.casework.retention.RecordKind;
import ronda.server.desk.Desks;
import ronda.server.desk.WholeCase;
import ronda.server.door.Allowed;
import ronda.server.door.Caller;
import ronda.server.page.Fields;
import ronda.server.page.MessageKeys;
import ronda.store.sql.SqlCasePapers;
import ronda.store.sql.SqlCases;
import ronda.store.sql.SqlDisposals;
import ronda.store.sql.SqlRetention;

/** Cases whose papers are due, what was proposed of them, and the record of what was decided. */
@Controller
class DisposalPages {
  static final String PATH = "/office/disposal";

  /** So many are counted; of more it is said that there are more. */
  static final int MOST_COUNTED = 1_000;

  private static final int PAGE = 50;
  private static final int MOST_WAITING = 200;

  private final Desks desks;
  private final Disposing disposing;

  DisposalPages(Desks desks, Disposing disposing) {
    this.desks = desks;
    this.disposing = disposing;
  }

  @Allowed({
    Permission.KEEP_EVIDENCE,
    Permission.KEEP_HOLDS,
    Permission.AGREE_TO_DISPOSAL,
    Permission.READ_EVERYTHING
  })
  @GetMapping(PATH)
  String list(
      Caller.Person person,
      @RequestParam(defaultValue = "") String since,
      @RequestParam(defaultValue = "") String after,
      Model model) {
    Instant now = desks.clock().instant();
    SqlCasePapers.Place from = place(since, after).orElse(SqlCasePapers.Place.FIRST);
    desks.look(
        person.office(),
        jdbc -> {
          var papers = new SqlCasePapers(jdbc).seenBy(person.officer());
          List<SqlCasePapers.Due> found = papers.due(from, PAGE + 1, now);
          List<SqlCasePapers.Due> shown = found.subList(0, Math.min(found.size(), PAGE));
          model.addAttribute("due", shown);
          model.addAttribute("next", found.size() > PAGE ? shown.getLast() : null);
          model.addAttribute("total", papers.countDue(MOST_COUNTED, now));
          var disposals = new SqlDisposals(jdbc).seenBy(person.officer());
          model.addAttribute("waiting", disposals.waiting(MOST_WAITING));
          model.addAttribute("decided", disposals.decided(PAGE));
          return model.addAttribute(
              "days", new SqlRetention(jdbc).periods().daysOf(RecordKind.CASE_PAPERS));
        });
    model.addAttribute("first", from.equals(SqlCasePapers.Place.FIRST));
    model.addAttribute("most", MOST_COUNTED);
    return "retention/disposals";
  }

  private static Optional<SqlCasePapers.Place> place(String since, String after) {
    try {
      return Optional.of(new SqlCasePapers.Place(Instant.parse(since), UUID.fromString(after)));
    } catch (DateTimeException | IllegalArgumentException none) {
      return Optional.empty();
    }
  }

  @Allowed({Permission.KEEP_EVIDENCE, Permission.KEEP_HOLDS})
  @PostMapping("/cases/{number}/disposal")
  String propose(
      Caller.Person person,
      @PathVariable String number,
      @RequestParam(defaultValue = "") String reason,
      @RequestParam(defaultValue = "") String basis,
      RedirectAttributes next) {
    String why = Fields.line(reason);
    String law = Fields.line(basis);
    if (!Disposal.isWords(why) || !Disposal.isWords(law)) {
      next.addFlashAttribute("problem", "disposal.say-why");
      return "redirect:/cases/" + number;
    }
    var proposal =
        new Disposal.Proposal(
            person.officer().id(), person.officer().name(), desks.clock().instant(), why, law);
    return switch (disposing.propose(person, number, proposal).orElseThrow(DisposalPages::none)) {
      case Disposing.Proposing.Proposed proposed -> {
        next.addFlashAttribute("notice", "disposal.proposed");
        yield "redirect:" + PATH + "/" + proposed.disposal().id();
      }
      case Disposing.Proposing.Before before -> {
        next.addFlashAttribute("problem", "disposal.proposed-before");
        yield "redirect:" + PATH + "/" + before.disposal().id();
      }
      case Disposing.Proposing.NotDue notDue -> {
        next.addFlashAttribute("problem", "disposal.not-due");
        yield "redirect:/cases/" + number;
      }
    };
  }

  /** One proposal: to be decided, or the record of what was destroyed, to be printed. */
  @Allowed(Permission.READ_CASES)
  @GetMapping(PATH + "/{id}")
  String one(Caller.Person person, @PathVariable UUID id, Model model) {
    Instant now = desks.clock().instant();
    desks.look(
        person.office(),
        jdbc -> {
          SqlDisposals.Line line = new SqlDisposals(jdbc).find(id).orElseThrow(DisposalPages::none);
          var cases = new SqlCases(jdbc);
          CaseFile file =
              WholeCase.of(person.officer(), cases.find(line.number()), jdbc)
                  .orElseThrow(DisposalPages::none);
          Disposal disposal = line.disposal();
          var papers = new SqlCasePapers(jdbc);
          model.addAttribute("disposal", disposal);
          model.addAttribute("file", file);
          model.addAttribute("link", link(disposal, cases.chainOf(file.id())).orElse(null));
          model.addAttribute(
              "counts",
              step(disposal, file)
                  .map(Step.PapersDestroyed::papers)
                  .orElseGet(() -> papers.of(file.id()).counts()));
          model.addAttribute("hindrances", PapersPart.keys(papers.hindrances(file.id(), now)));
          Instant last = file.history().getLast().at();
          model.addAttribute(
              "until", last.plus(new SqlRetention(jdbc).periods().of(RecordKind.CASE_PAPERS)));
          return model.addAttribute("wentOn", last.isAfter(disposal.proposal().at()));
        });
    model.addAttribute("me", person.officer().id());
    return "retention/disposal";
  }

  private static Optional<Step.PapersDestroyed> step(Disposal disposal, CaseFile file) {
    return file.history().stream()
        .map(taken -> taken.step())
        .filter(Step.PapersDestroyed.class::isInstance)
        .map(Step.PapersDestroyed.class::cast)
        .filter(step -> step.disposal().equals(disposal.id()))
        .findFirst();
  }

  /** The entry of the case's history that tells of it. */
  private static Optional<Link> link(Disposal disposal, List<Link> chain) {
    return chain.stream()
        .filter(link -> link.body().contains(disposal.id().toString()))
        .filter(link -> link.act().equals("papers-destroyed"))
        .findFirst();
  }

  @Allowed(Permission.AGREE_TO_DISPOSAL)
  @PostMapping(PATH + "/{id}/{word}")
  String decide(
      Caller.Person person,
      @PathVariable UUID id,
      @PathVariable String word,
      @RequestParam(defaultValue = "") String reason,
      RedirectAttributes next) {
    boolean agrees = word.equals("agree");
    if (!agrees && !word.equals("decline")) {
      throw none();
    }
    Disposal.Answer answer =
        disposing.decide(person, id, agrees, Fields.line(reason)).orElseThrow(DisposalPages::none);
    switch (answer) {
      case Disposal.Answer.Decided decided ->
          next.addFlashAttribute("notice", agrees ? "disposal.agreed" : "disposal.declined");
      case Disposal.Answer.Refused refused ->
          next.addFlashAttribute("problem", "disposal.refused." + MessageKeys.of(refused.reason()));
    }
    return "redirect:" + PATH + "/" + id;
  }

  private static ResponseStatusException none() {
    return new ResponseStatusException(HttpStatus.NOT_FOUND);
  }
}
