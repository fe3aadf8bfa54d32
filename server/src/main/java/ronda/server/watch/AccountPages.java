package ronda.server.watch;

import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import ronda.casework.CaseFlow;
import ronda.casework.Desk;
import ronda.casework.cases.CaseFile;
import ronda.casework.cases.Step;
import ronda.casework.intake.Trait;
import ronda.casework.office.Permission;
import ronda.casework.office.Region;
import ronda.casework.review.Job;
import ronda.casework.watch.AccountName;
import ronda.casework.watch.Contact;
import ronda.casework.watch.WatchFlow;
import ronda.casework.watch.WatchState;
import ronda.casework.watch.WatchStep;
import ronda.casework.watch.WatchedAccount;
import ronda.identify.post.Category;
import ronda.server.door.Acts;
import ronda.server.door.Allowed;
import ronda.server.door.Caller;
import ronda.store.sql.SqlCases;
import ronda.store.sql.SqlJobs;
import ronda.store.sql.SqlWatchedAccounts;

/** One watched account: what is known of it, what happened to it, what may come next. */
@Controller
class AccountPages {
  private static final int MOST_JOBS = 50;

  private final WatchTables tables;
  private final Acts acts;
  private final List<AccountPart> parts;

  AccountPages(WatchTables tables, Acts acts, List<AccountPart> parts) {
    this.tables = tables;
    this.acts = acts;
    this.parts = List.copyOf(parts);
  }

  /** What a room shows on this account's page, with the template that shows it. */
  record ShownPart(String template, Object content) {}

  @Allowed(Permission.READ_WATCHLIST)
  @GetMapping("/watchlist/{id}")
  String account(Caller.Person person, @PathVariable UUID id, Model model) {
    tables.look(
        person.office(),
        jdbc -> {
          WatchedAccount account =
              new SqlWatchedAccounts(jdbc)
                  .byId(id)
                  .filter(found -> WatchTables.isFor(person.officer(), found))
                  .orElseThrow(WatchTables::notFound);
          model.addAttribute("account", account);
          model.addAttribute("cases", CasesInSight.of(account.cases(), person, jdbc));
          model.addAttribute("history", account.history().reversed());
          model.addAttribute("next", account.state().next());
          model.addAttribute(
              "parts",
              parts.stream()
                  .map(part -> new ShownPart(part.template(), part.of(person, account, jdbc)))
                  .toList());
          if (person.may(Permission.READ_DESK)) {
            model.addAttribute("jobs", jobs(person, account.name(), jdbc));
          }
          return model;
        });
    model.addAttribute("categories", Category.values());
    return "watch/account";
  }

  /**
   * The jobs with a post of this account, or with one that names it as a contact. Platforms and
   * lists write the name with or without @.
   */
  private static List<Job> jobs(Caller.Person person, AccountName name, JdbcClient jdbc) {
    SqlJobs jobs = new SqlJobs(jdbc);
    List<Job> found = new ArrayList<>();
    for (String handle : List.of(name.handle(), "@" + name.handle())) {
      found.addAll(jobs.with(Trait.account(name.platform().name(), handle), MOST_JOBS));
    }
    for (Contact contact : name.contacts()) {
      found.addAll(jobs.with(new Trait(contact.kind(), contact.value()), MOST_JOBS));
    }
    return found.stream()
        .filter(job -> Desk.isFor(person.officer(), job))
        .distinct()
        .sorted(Comparator.comparing(Job::lastSeen).reversed())
        .limit(MOST_JOBS)
        .toList();
  }

  @Allowed(Permission.KEEP_WATCHLIST)
  @PostMapping("/watchlist/{id}/move")
  String move(
      Caller.Person person,
      @PathVariable UUID id,
      @RequestParam String to,
      @RequestParam(defaultValue = "") String reason,
      RedirectAttributes next) {
    WatchState state = WatchState.ofCode(to).orElseThrow(WatchTables::notFound);
    return add(person, id, new WatchStep.Moved(state, Words.clean(reason)), next);
  }

  @Allowed(Permission.KEEP_WATCHLIST)
  @PostMapping("/watchlist/{id}/look")
  String look(
      Caller.Person person,
      @PathVariable UUID id,
      @RequestParam boolean there,
      @RequestParam(defaultValue = "") String note,
      RedirectAttributes next) {
    return add(person, id, new WatchStep.Looked(there, Words.clean(note)), next);
  }

  @Allowed(Permission.KEEP_WATCHLIST)
  @PostMapping("/watchlist/{id}/note")
  String note(
      Caller.Person person,
      @PathVariable UUID id,
      @RequestParam(defaultValue = "") String text,
      RedirectAttributes next) {
    return add(person, id, new WatchStep.Noted(Words.clean(text)), next);
  }

  @Allowed(Permission.KEEP_WATCHLIST)
  @PostMapping("/watchlist/{id}/describe")
  String describe(
      Caller.Person person,
      @PathVariable UUID id,
      @RequestParam(defaultValue = "") String displayName,
      @RequestParam(defaultValue = "") String region,
      @RequestParam String category,
      @RequestParam(defaultValue = "") String reason,
      RedirectAttributes next) {
    Optional<Category> what = Category.ofCode(category);
    String name = Words.clean(displayName);
    Region place = Region.isCode(region.strip()) ? new Region(region.strip()) : Region.UNKNOWN;
    Optional<String> wrong =
        what.isEmpty()
            ? Optional.of("watch.wrong.CATEGORY")
            : name.length() > WatchStep.Description.LONGEST_NAME
                ? Optional.of("watch.wrong.TOO_LONG")
                : !place.isKnown() && !region.isBlank()
                    ? Optional.of("watch.wrong.REGION")
                    : place.isKnown() && !person.region().holds(place)
                        ? Optional.of("watch.wrong.NOT_YOUR_REGION")
                        : Optional.empty();
    if (wrong.isPresent()) {
      next.addFlashAttribute("problem", wrong.get());
      return "redirect:/watchlist/" + id;
    }
    WatchStep.Description known = new WatchStep.Description(name, place, what.orElseThrow());
    return add(person, id, new WatchStep.Described(known, Words.clean(reason)), next);
  }

  private String add(Caller.Person person, UUID id, WatchStep step, RedirectAttributes next) {
    WatchFlow.Answer answer =
        tables.change(
            person.office(),
            (watch, jdbc) -> {
              must(person, id, jdbc);
              return watch.add(id, step, person.signature(), tables.now());
            });
    tell(answer, next);
    return "redirect:/watchlist/" + id;
  }

  private static WatchedAccount must(Caller.Person person, UUID id, JdbcClient jdbc) {
    return new SqlWatchedAccounts(jdbc)
        .forChange(id)
        .filter(found -> WatchTables.isFor(person.officer(), found))
        .orElseThrow(WatchTables::notFound);
  }

  private static void tell(WatchFlow.Answer answer, RedirectAttributes next) {
    switch (answer) {
      case WatchFlow.Answer.Done done -> next.addFlashAttribute("notice", "watch.written");
      case WatchFlow.Answer.Refused refused ->
          next.addFlashAttribute("problem", "watch.refused." + refused.reason().name());
    }
  }

  /** Links the account and a case, on both sides or on none. */
  @Allowed(Permission.KEEP_WATCHLIST)
  @PostMapping("/watchlist/{id}/case")
  String link(
      Caller.Person person,
      @PathVariable UUID id,
      @RequestParam String number,
      Model model,
      RedirectAttributes next,
      HttpServletResponse response) {
    if (!person.may(Permission.KEEP_CASES)) {
      throw new AccessDeniedException("needs KEEP_CASES");
    }
    String problem =
        tables.change(
            person.office(),
            (watch, jdbc) -> {
              // The case first, as intake does, whose posts grow cases and are seen on accounts.
              SqlCases cases = new SqlCases(jdbc);
              Optional<CaseFile> file =
                  cases
                      .byNumber(number.strip())
                      .filter(found -> Desk.isFor(person.officer(), found));
              WatchedAccount account = must(person, id, jdbc);
              if (file.isEmpty()) {
                return "watch.no-such-case";
              }
              Step step = new Step.AccountLinked(account.id(), account.name().toString());
              Step.Taken taken = new Step.Taken(tables.now(), person.officer().name(), step);
              if (!(CaseFlow.after(file.get(), taken) instanceof CaseFlow.Answer.Done done)) {
                return "watch.case-closed";
              }
              WatchFlow.Answer answer =
                  watch.add(
                      id,
                      new WatchStep.CaseLinked(file.get().number()),
                      person.signature(),
                      tables.now());
              if (answer instanceof WatchFlow.Answer.Refused refused) {
                return "watch.refused." + refused.reason().name();
              }
              cases.add(done.file());
              acts.write(
                  person,
                  "case-account-linked",
                  "case:" + file.get().number(),
                  Map.of("account", id.toString()));
              return "";
            });
    if (!problem.isEmpty()) {
      response.setStatus(HttpStatus.BAD_REQUEST.value());
      model.addAttribute("problem", problem);
      model.addAttribute("typedNumber", number.strip());
      return account(person, id, model);
    }
    next.addFlashAttribute("notice", "watch.written");
    return "redirect:/watchlist/" + id;
  }
}
