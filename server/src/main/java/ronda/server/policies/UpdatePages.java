package ronda.server.policies;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import ronda.casework.office.Permission;
import ronda.casework.policy.Mode;
import ronda.casework.policy.PolicyChanges.Answer;
import ronda.casework.policy.PolicyChanges.Refusal;
import ronda.casework.policy.PolicyVersion;
import ronda.server.door.Allowed;
import ronda.server.door.Caller;
import ronda.server.page.Shown;

/**
 * The page of a policy that came with a newer release: what differs, what it would have raised, and
 * taking it over or declining it.
 */
@Controller
class UpdatePages {
  private static final String PAGE = "policies/update";

  private final UpdateDesk updates;
  private final PolicyDesk desk;

  UpdatePages(UpdateDesk updates, PolicyDesk desk) {
    this.updates = updates;
    this.desk = desk;
  }

  @Allowed(Permission.READ_POLICIES)
  @GetMapping("/policies/{name}/update")
  String one(Caller.Person person, @PathVariable String name, Model model) {
    return show(person, name, Map.of(), model);
  }

  @Allowed(Permission.KEEP_POLICIES)
  @PostMapping("/policies/{name}/update/try")
  String tryOut(
      Caller.Person person,
      @PathVariable String name,
      @RequestParam Map<String, String> form,
      Model model) {
    TrialView.show(desk, person, found(person, name).text(), PolicyForms.days(form), model);
    return show(person, name, form, model);
  }

  @Allowed(Permission.KEEP_POLICIES)
  @PostMapping("/policies/{name}/update/trial")
  String putOnTrial(
      Caller.Person person,
      @PathVariable String name,
      @RequestParam Map<String, String> form,
      Model model,
      RedirectAttributes redirect,
      HttpServletResponse response) {
    return takeOver(person, name, Mode.ON_TRIAL, form, new Replying(model, redirect, response));
  }

  @Allowed(Permission.KEEP_POLICIES)
  @PostMapping("/policies/{name}/update/force")
  String putInForce(
      Caller.Person person,
      @PathVariable String name,
      @RequestParam Map<String, String> form,
      Model model,
      RedirectAttributes redirect,
      HttpServletResponse response) {
    return takeOver(person, name, Mode.IN_FORCE, form, new Replying(model, redirect, response));
  }

  @Allowed(Permission.KEEP_POLICIES)
  @PostMapping("/policies/{name}/update/decline")
  String decline(
      Caller.Person person,
      @PathVariable String name,
      @RequestParam Map<String, String> form,
      Model model,
      RedirectAttributes redirect,
      HttpServletResponse response) {
    found(person, name);
    Optional<Refusal> refused = updates.decline(asked(person, name, form));
    if (refused.isPresent()) {
      model.addAttribute("kept", "decline");
      return refused(refused.get(), person, name, form, new Replying(model, redirect, response));
    }
    redirect.addFlashAttribute("notice", "policy.update.declined");
    return "redirect:/policies";
  }

  /** Where an answer goes: to this page once more, or on to the next one. */
  private record Replying(Model model, RedirectAttributes next, HttpServletResponse response) {}

  private String takeOver(
      Caller.Person person, String name, Mode mode, Map<String, String> form, Replying reply) {
    found(person, name);
    return switch (updates.takeOver(asked(person, name, form), mode)) {
      case Answer.Done done -> {
        reply.next().addFlashAttribute("notice", "policy.done." + done.version().mode().code());
        yield "redirect:/policies/" + name;
      }
      case Answer.Refused refused -> refused(refused.reason(), person, name, form, reply);
    };
  }

  private String refused(
      Refusal why, Caller.Person person, String name, Map<String, String> form, Replying reply) {
    boolean late = why == Refusal.CHANGED_MEANWHILE;
    reply.response().setStatus((late ? HttpStatus.CONFLICT : HttpStatus.BAD_REQUEST).value());
    reply.model().addAttribute("problem", "policy.refused." + why);
    return show(person, name, form, reply.model());
  }

  private static PolicyDesk.Asked asked(
      Caller.Person person, String name, Map<String, String> form) {
    return new PolicyDesk.Asked(
        person, name, new Shown(form.getOrDefault("shown", "")), form.getOrDefault("why", ""));
  }

  private UpdateDesk.Update found(Caller.Person person, String name) {
    return updates
        .of(person.office(), name)
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }

  private String show(Caller.Person person, String name, Map<String, String> form, Model model) {
    UpdateDesk.Update update = found(person, name);
    model.addAttribute("update", update);
    model.addAttribute("shown", update.mark().mark());
    model.addAttribute("about", update.text().policy());
    model.addAttribute(
        "differences",
        update
            .compared()
            .flatMap(PolicyDesk::read)
            .map(own -> Differences.between(own, update.text()))
            .orElse(List.of()));
    String before = update.compared().map(PolicyVersion::text).orElse(update.text().text());
    model.addAttribute("changes", LineChanges.between(before, update.text().text()));
    model.addAttribute("isTried", desk.isTried(person.office(), update.text()));
    model.addAttribute("days", PolicyForms.days(form));
    model.addAttribute("why", form.getOrDefault("why", ""));
    return PAGE;
  }
}
