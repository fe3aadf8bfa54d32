package ronda.server.desk;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import ronda.casework.CaseFlow;
import ronda.casework.Desk;
import ronda.casework.cases.CaseFile;
import ronda.casework.cases.Step;
import ronda.casework.chain.Link;
import ronda.casework.chain.Verifier;
import ronda.casework.office.Officer;
import ronda.casework.office.Permission;
import ronda.casework.review.Job;
import ronda.casework.watch.WatchedAccount;
import ronda.server.door.Allowed;
import ronda.server.door.Caller;
import ronda.server.page.Fields;
import ronda.server.page.MessageKeys;
import ronda.store.sql.SqlCases;
import ronda.store.sql.SqlFormKeys;
import ronda.store.sql.SqlJobs;
import ronda.store.sql.SqlWatchedAccounts;

/** The cases, and one case with its history. */
@Controller
class CasePages {
  private static final int PAGE = 50;
  private static final int MOST_PAGES = 10_000;
  private static final int LONGEST_QUESTION = 200;
  private static final int LONGEST_WORDS = 10_000;

  /** Who may help somebody who does not see all of a case. */
  private static final List<Permission> HELP =
      List.of(Permission.KEEP_EVIDENCE, Permission.OPEN_EVIDENCE, Permission.REFER);

  private final Desks desks;
  private final WithheldCases withheld;
  private final List<CasePart> parts;

  CasePages(Desks desks, WithheldCases withheld, List<CasePart> parts) {
    this.desks = desks;
    this.withheld = withheld;
    this.parts = parts.stream().sorted(Comparator.comparingInt(CasePart::order)).toList();
  }

  /** What a room shows on this case's page, with the template that shows it. */
  record ShownPart(String template, Object content) {
    static List<ShownPart> of(
        List<CasePart> parts, Caller.Person person, CaseFile file, JdbcClient jdbc) {
      return parts.stream()
          .flatMap(
              part ->
                  part.of(person, file, jdbc).stream()
                      .map(content -> new ShownPart(part.template(), content)))
          .toList();
    }
  }

  @Allowed(Permission.READ_CASES)
  @GetMapping("/cases")
  String cases(
      Caller.Person person,
      @RequestParam(defaultValue = "open") String status,
      @RequestParam(defaultValue = "") String q,
      @RequestParam(defaultValue = "0") int page,
      Model model) {
    Optional<CaseFile.Status> wanted = status(status);
    String words = Fields.line(q, LONGEST_QUESTION);
    int shown = Math.clamp(page, 0, MOST_PAGES);
    desks.look(
        person.office(),
        jdbc -> {
          SqlCases cases = new SqlCases(jdbc).seenBy(person.officer()).holding(words);
          model.addAttribute("files", cases.latest(wanted, shown * PAGE, PAGE));
          model.addAttribute("total", cases.count(wanted));
          return model;
        });
    model.addAttribute("status", wanted.map(MessageKeys::of).orElse("all"));
    model.addAttribute("words", words);
    model.addAttribute("number", shown);
    model.addAttribute("size", PAGE);
    return "desk/cases";
  }

  private static Optional<CaseFile.Status> status(String code) {
    for (CaseFile.Status status : CaseFile.Status.values()) {
      if (MessageKeys.of(status).equals(code)) {
        return Optional.of(status);
      }
    }
    return Optional.empty();
  }

  @Allowed(Permission.READ_CASES)
  @GetMapping("/cases/{number}")
  String file(Caller.Person person, @PathVariable String number, Model model) {
    Instant now = desks.clock().instant();
    desks.look(
        person.office(),
        jdbc -> {
          SqlCases cases = new SqlCases(jdbc);
          CaseFile file =
              cases
                  .find(number)
                  .filter(found -> Desk.isFor(person.officer(), found))
                  .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
          List<Link> chain = cases.chainOf(file.id());
          Verifier verifier = new Verifier();
          chain.forEach(verifier::next);
          model.addAttribute("file", file);
          model.addAttribute("formKey", UUID.randomUUID());
          model.addAttribute("untold", cases.untold(file.id()));
          model.addAttribute("steps", file.history().stream().map(StepLine::of).toList());
          model.addAttribute("watched", watched(person, file, jdbc));
          model.addAttribute("withheld", withheld.told(person, file, HELP));
          model.addAttribute("parts", ShownPart.of(parts, person, file, jdbc));
          model.addAttribute("head", verifier.head());
          model.addAttribute("broken", verifier.broken().orElse(null));
          // A case may have grown by a job that holds what its own category does not tell.
          List<Job> all = new SqlJobs(jdbc).ofCase(file.id());
          List<Job> shown = all.stream().filter(job -> Desk.isFor(person.officer(), job)).toList();
          model.addAttribute("jobs", JobLine.of(shown, now));
          model.addAttribute("seen", shown.stream().map(Job::id).toList());
          model.addAttribute("hidden", all.size() - shown.size());
          model.addAttribute("found", all.stream().anyMatch(job -> job.standing().isFound()));
          return model;
        });
    return "desk/case";
  }

  /** Which of the linked accounts this person can open: some are forgotten, some not of here. */
  private static Set<UUID> watched(Caller.Person person, CaseFile file, JdbcClient jdbc) {
    if (!person.may(Permission.READ_WATCHLIST)) {
      return Set.of();
    }
    SqlWatchedAccounts accounts = new SqlWatchedAccounts(jdbc);
    return file.history().stream()
        .map(Step.Taken::step)
        .filter(Step.AccountLinked.class::isInstance)
        .flatMap(step -> accounts.byId(((Step.AccountLinked) step).account()).stream())
        .filter(one -> Desk.isHere(person.officer(), one.description().region()))
        .map(WatchedAccount::id)
        .collect(Collectors.toSet());
  }

  @Allowed(Permission.KEEP_CASES)
  @PostMapping("/cases/{number}/note")
  String note(
      Caller.Person person,
      @PathVariable String number,
      @RequestParam String text,
      @RequestParam(defaultValue = "") String key,
      RedirectAttributes next) {
    return add(person, number, new Step.Noted(Fields.text(text, LONGEST_WORDS)), key, next);
  }

  @Allowed(Permission.KEEP_CASES)
  @PostMapping("/cases/{number}/close")
  String close(
      Caller.Person person,
      @PathVariable String number,
      @RequestParam String outcome,
      RedirectAttributes next) {
    return add(person, number, new Step.Closed(Fields.text(outcome, LONGEST_WORDS)), next);
  }

  @Allowed(Permission.KEEP_CASES)
  @PostMapping("/cases/{number}/reopen")
  String reopen(
      Caller.Person person,
      @PathVariable String number,
      @RequestParam String reason,
      RedirectAttributes next) {
    return add(person, number, new Step.Reopened(Fields.text(reason, LONGEST_WORDS)), next);
  }

  private String add(Caller.Person person, String number, Step step, RedirectAttributes next) {
    return add(person, number, step, "", next);
  }

  /**
   * Adds a step, once for each form.
   *
   * @param key the form's; empty where sending it twice does no harm
   */
  private String add(
      Caller.Person person, String number, Step step, String key, RedirectAttributes next) {
    Instant now = desks.clock().instant();
    Officer officer = person.officer();
    AtomicBoolean again = new AtomicBoolean();
    Optional<CaseFlow.Answer> answer =
        desks.changeInTurn(
            person.office(),
            (desk, jdbc) -> {
              Optional<CaseFile> file =
                  new SqlCases(jdbc).byNumber(number).filter(one -> Desk.isFor(officer, one));
              SqlFormKeys keys = new SqlFormKeys(jdbc);
              again.set(keys.use(officer.id(), key, "/cases/" + number, now).isPresent());
              if (again.get()) {
                return file.map(CaseFlow.Answer.Done::new);
              }
              Optional<CaseFlow.Answer> came =
                  file.flatMap(one -> desk.add(number, step, officer, now));
              if (!(came.orElse(null) instanceof CaseFlow.Answer.Done)) {
                keys.giveBack(officer.id(), key);
              }
              return came;
            });
    switch (answer.orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND))) {
      case CaseFlow.Answer.Done done ->
          next.addFlashAttribute(
              "notice", again.get() ? "case.step-added-before" : "case.step-added");
      case CaseFlow.Answer.Refused refused ->
          next.addFlashAttribute("problem", "case.refused." + MessageKeys.of(refused.reason()));
    }
    return "redirect:/cases/" + number;
  }
}
