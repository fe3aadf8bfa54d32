package ronda.server.authority;

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
import ronda.casework.Desk;
import ronda.casework.authority.Act;
import ronda.casework.authority.ActRow;
import ronda.casework.authority.Answer;
import ronda.casework.cases.CaseFile;
import ronda.casework.cases.Step;
import ronda.casework.office.Permission;
import ronda.server.desk.Desks;
import ronda.server.desk.WholeCase;
import ronda.server.door.Allowed;
import ronda.server.door.Caller;
import ronda.store.sql.SqlCases;

/**
 * Where somebody wishes an act that the office may not do: it is refused with the row of the law,
 * written into the case's history, and whoever may is offered.
 */
@Controller
class ActPages {
  private static final int PAGE = 50;

  private final Desks desks;
  private final Authorities authorities;

  ActPages(Desks desks, Authorities authorities) {
    this.desks = desks;
    this.authorities = authorities;
  }

  @Allowed(Permission.KEEP_CASES)
  @PostMapping("/cases/{number}/acts/{act}")
  String wish(Caller.Person person, @PathVariable String number, @PathVariable String act) {
    Act wished = wishable(act);
    desks.change(
        person.office(),
        (desk, jdbc) -> {
          CaseFile file = file(new SqlCases(jdbc).byNumber(number), person);
          Answer answer = ask(person.office(), wished, file);
          if (!(answer instanceof Answer.Allowed)) {
            Step refused =
                new Step.ActRefused(
                    wished.code(),
                    answer.deciding().map(ActRow::id).orElse("-"),
                    answer.deciding().map(ActRow::basis).orElse(""));
            desk.add(number, refused, person.officer(), desks.clock().instant());
          }
          return true;
        });
    return "redirect:/cases/" + number + "/acts/" + wished.code();
  }

  @Allowed(Permission.READ_AUTHORITY)
  @GetMapping("/cases/{number}/acts/{act}")
  String answer(
      Caller.Person person, @PathVariable String number, @PathVariable String act, Model model) {
    if (!person.may(Permission.READ_CASES)) {
      throw new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
    Act wished = wishable(act);
    CaseFile file =
        desks.look(
            person.office(),
            jdbc -> {
              CaseFile found = file(new SqlCases(jdbc).find(number), person);
              model.addAttribute(
                  "mayRefer",
                  found.status() == CaseFile.Status.OPEN
                      && WholeCase.isFor(person.officer(), found, jdbc));
              return found;
            });
    model.addAttribute("number", number);
    model.addAttribute("line", ActLine.of(wished, ask(person.office(), wished, file)));
    return "authority/refused";
  }

  private static Act wishable(String act) {
    return Act.ofCode(act)
        .filter(CaseActs.WISHES::contains)
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }

  private static CaseFile file(Optional<CaseFile> found, Caller.Person person) {
    return found
        .filter(file -> Desk.isFor(person.officer(), file))
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }

  private Answer ask(UUID office, Act act, CaseFile file) {
    return authorities
        .of(office)
        .ask(act, authorities.actor(office), file.category(), authorities.today());
  }

  /**
   * A case that was closed and never referred.
   *
   * @param closed who closed it, when, and with which words
   */
  record Unreferred(CaseFile file, Step.Taken closed, String outcome) {}

  /** What nobody did anything about, and why: who shields somebody would do it here. */
  @Allowed(Permission.READ_CASES)
  @GetMapping("/authority/not-referred")
  String notReferred(
      Caller.Person person, @RequestParam(defaultValue = "0") int page, Model model) {
    int shown = Math.clamp(page, 0, 10_000);
    List<CaseFile> closed =
        desks.look(
            person.office(),
            jdbc -> new SqlCases(jdbc).seenBy(person.officer()).unreferred(shown * PAGE, PAGE + 1));
    model.addAttribute(
        "files", closed.stream().limit(PAGE).flatMap(file -> unreferred(file).stream()).toList());
    model.addAttribute("number", shown);
    model.addAttribute("more", closed.size() > PAGE);
    return "authority/not-referred";
  }

  private static Optional<Unreferred> unreferred(CaseFile file) {
    return file.history().reversed().stream()
        .filter(taken -> taken.step() instanceof Step.Closed)
        .findFirst()
        .map(taken -> new Unreferred(file, taken, ((Step.Closed) taken.step()).outcome()));
  }
}
