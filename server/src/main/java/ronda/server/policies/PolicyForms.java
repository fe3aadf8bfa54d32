package ronda.server.policies;

import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import ronda.casework.office.Permission;
import ronda.casework.policy.Breaker;
import ronda.casework.policy.OfficePolicy;
import ronda.casework.policy.PolicyChanges.Answer;
import ronda.casework.policy.PolicyChanges.Refusal;
import ronda.casework.policy.PolicyVersion;
import ronda.identify.decide.Policy;
import ronda.policies.cel.PolicyText;
import ronda.server.door.Allowed;
import ronda.server.door.Caller;
import ronda.server.page.Shown;

/** What a person does to a policy. A text that is refused stays in the editor with the reason. */
@Controller
class PolicyForms {
  private final PolicyDesk desk;
  private final PolicyEditor editor;
  private final MessageSource words;

  PolicyForms(PolicyDesk desk, PolicyEditor editor, MessageSource words) {
    this.desk = desk;
    this.editor = editor;
    this.words = words;
  }

  /** Checks a text and says what is wrong: with a button, or while one writes. */
  @Allowed(Permission.KEEP_POLICIES)
  @PostMapping("/policies/{name}/check")
  String check(
      Caller.Person person,
      @PathVariable String name,
      @RequestParam String text,
      @RequestParam Map<String, String> form,
      Model model) {
    if (form.containsKey("part")) {
      editor.showMistakes(person.office(), name, text, model);
      return "policies/one :: checked";
    }
    model.addAttribute("focus", "checked");
    return again(person, name, form, model);
  }

  @Allowed(Permission.KEEP_POLICIES)
  @PostMapping("/policies/{name}/try")
  String tryOut(
      Caller.Person person,
      @PathVariable String name,
      @RequestParam Map<String, String> form,
      Model model) {
    int days = days(form);
    Optional<PolicyText> text = sound(name, form);
    model.addAttribute("focus", "checked");
    text.ifPresent(sound -> TrialView.show(desk, person, sound, days, model));
    return again(person, name, form, model);
  }

  @Allowed(Permission.KEEP_POLICIES)
  @PostMapping("/policies/{name}/trial")
  String trial(
      Caller.Person person,
      @PathVariable String name,
      @RequestParam Map<String, String> form,
      Model model,
      RedirectAttributes redirect,
      HttpServletResponse response) {
    Optional<PolicyText> text = sound(name, form);
    return text.isEmpty()
        ? again(person, name, form, model)
        : settled(
            desk.putOnTrial(asked(person, name, form), text.get()),
            person,
            name,
            form,
            model,
            redirect,
            response);
  }

  @Allowed(Permission.KEEP_POLICIES)
  @PostMapping("/policies/{name}/force")
  String force(
      Caller.Person person,
      @PathVariable String name,
      @RequestParam Map<String, String> form,
      Model model,
      RedirectAttributes redirect,
      HttpServletResponse response) {
    Optional<PolicyText> text = sound(name, form);
    return text.isEmpty()
        ? again(person, name, form, model)
        : settled(
            desk.putInForce(asked(person, name, form), text.get()),
            person,
            name,
            form,
            model,
            redirect,
            response);
  }

  private String settled(
      Answer answer,
      Caller.Person person,
      String name,
      Map<String, String> form,
      Model model,
      RedirectAttributes redirect,
      HttpServletResponse response) {
    return switch (answer) {
      case Answer.Done done -> {
        redirect.addFlashAttribute("notice", "policy.done." + done.version().mode().code());
        yield "redirect:/policies/" + name;
      }
      case Answer.Refused refused -> {
        model.addAttribute("problem", "policy.refused." + refused.reason());
        if (refused.reason() == Refusal.CHANGED_MEANWHILE) {
          response.setStatus(HttpStatus.CONFLICT.value());
          yield late(person, name, form, model);
        }
        yield again(person, name, form, model);
      }
    };
  }

  private static PolicyDesk.Asked asked(
      Caller.Person person, String name, Map<String, String> form) {
    return new PolicyDesk.Asked(person, name, new Shown(form.getOrDefault("shown", "")), why(form));
  }

  /** The page again, with what was typed, and beside it what somebody else wrote meanwhile. */
  private String late(Caller.Person person, String name, Map<String, String> form, Model model) {
    Optional<OfficePolicy> known = desk.named(person.office(), name);
    known.flatMap(OfficePolicy::shown).ifPresent(now -> model.addAttribute("standing", now));
    model.addAttribute("shown", PolicyDesk.markOf(known).mark());
    return again(person, name, form, model);
  }

  /**
   * The page again, with what was typed. It was written for what was shown when it was opened, and
   * goes on to say so.
   */
  private String again(Caller.Person person, String name, Map<String, String> form, Model model) {
    Optional<OfficePolicy> known = desk.named(person.office(), name);
    if (!model.containsAttribute("shown")) {
      model.addAttribute("shown", form.getOrDefault("shown", ""));
    }
    if (!Policy.isName(name) || known.isEmpty() && text(form).isBlank()) {
      throw new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
    model.addAttribute("days", days(form));
    model.addAttribute("why", form.getOrDefault("why", ""));
    model.addAttribute("isChecked", true);
    editor.show(person, name, known, text(form), model);
    return "policies/one";
  }

  @Allowed(Permission.KEEP_POLICIES)
  @PostMapping("/policies/{name}/out")
  String takeOutOfForce(
      Caller.Person person,
      @PathVariable String name,
      @RequestParam Map<String, String> form,
      Model model,
      RedirectAttributes redirect,
      HttpServletResponse response) {
    Optional<PolicyText> inForce = policy(person, name).inForce().flatMap(PolicyDesk::read);
    Answer answer =
        inForce.isEmpty()
            ? new Answer.Refused(Refusal.NOTHING_CHANGES)
            : desk.takeOutOfForce(asked(person, name, form), inForce.get());
    return back(answer, person, name, "out", form, new Replying(model, redirect, response));
  }

  @Allowed(Permission.KEEP_POLICIES)
  @PostMapping("/policies/{name}/end")
  String endTrial(
      Caller.Person person,
      @PathVariable String name,
      @RequestParam Map<String, String> form,
      Model model,
      RedirectAttributes redirect,
      HttpServletResponse response) {
    policy(person, name);
    return back(
        desk.endTrial(asked(person, name, form)),
        person,
        name,
        "end",
        form,
        new Replying(model, redirect, response));
  }

  /** One click: where no reason is given, the act itself is the reason. */
  @Allowed(Permission.KEEP_POLICIES)
  @PostMapping("/policies/{name}/revert")
  String revert(
      Caller.Person person,
      @PathVariable String name,
      @RequestParam int number,
      @RequestParam Map<String, String> form,
      Locale locale,
      Model model,
      RedirectAttributes redirect,
      HttpServletResponse response) {
    PolicyVersion version =
        desk.version(person.office(), name, number)
            .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    String reason =
        why(form).isBlank()
            ? words.getMessage("policy.revert.reason", new Object[] {number}, locale)
            : why(form);
    PolicyDesk.Asked asked =
        new PolicyDesk.Asked(person, name, asked(person, name, form).shown(), reason);
    Answer answer =
        PolicyDesk.read(version)
            .map(old -> desk.revert(asked, old, number))
            .orElse(new Answer.Refused(Refusal.NOT_ALLOWED));
    return back(answer, person, name, "revert", form, new Replying(model, redirect, response));
  }

  /**
   * Another daily limit for the text in force, and nothing else. The text is the one that the page
   * showed: a version that came after it is refused.
   */
  @Allowed(Permission.KEEP_POLICIES)
  @PostMapping("/policies/{name}/limit")
  String limit(
      Caller.Person person,
      @PathVariable String name,
      @RequestParam int limit,
      @RequestParam Map<String, String> form,
      Model model,
      RedirectAttributes redirect,
      HttpServletResponse response) {
    Optional<PolicyText> changed =
        limit < 1 || limit > PolicyText.HIGHEST_LIMIT
            ? Optional.empty()
            : policy(person, name)
                .inForce()
                .flatMap(PolicyDesk::read)
                .flatMap(text -> withLimit(text, limit));
    Answer answer =
        changed.isEmpty()
            ? new Answer.Refused(Refusal.NOTHING_CHANGES)
            : desk.putInForce(asked(person, name, form), changed.get());
    return back(answer, person, name, "limit", form, new Replying(model, redirect, response));
  }

  private static Optional<PolicyText> withLimit(PolicyText text, int limit) {
    return text.as(text.policy().version(), text.policy().shadow(), limit)
            instanceof PolicyText.Read.Sound sound
        ? Optional.of(sound.policy())
        : Optional.empty();
  }

  /** Somebody has seen that a daily limit was reached. */
  @Allowed(Permission.KEEP_POLICIES)
  @PostMapping("/policies/{name}/reset")
  String reset(
      Caller.Person person,
      @PathVariable String name,
      @RequestParam String day,
      @RequestParam(defaultValue = "") String why,
      RedirectAttributes redirect) {
    Breaker.Reset reset = desk.reset(person, policy(person, name).name(), day(day), why);
    switch (reset) {
      case DONE -> redirect.addFlashAttribute("notice", "policy.done.reset");
      case NO_REASON, NOT_REACHED ->
          redirect.addFlashAttribute("problem", "policy.refused." + reset);
    }
    return "redirect:/policies/" + name;
  }

  private static LocalDate day(String day) {
    try {
      return LocalDate.parse(day);
    } catch (DateTimeParseException notADay) {
      throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "not a day", notADay);
    }
  }

  private OfficePolicy policy(Caller.Person person, String name) {
    return desk.named(person.office(), name)
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }

  /** Back to the page; what was refused is still typed there, in the form {@code of}. */
  private String back(
      Answer answer,
      Caller.Person person,
      String name,
      String of,
      Map<String, String> form,
      Replying reply) {
    switch (answer) {
      case Answer.Done done -> {
        reply.next().addFlashAttribute("notice", "policy.done." + done.version().mode().code());
        return "redirect:/policies/" + name;
      }
      case Answer.Refused refused -> {
        boolean late = refused.reason() == Refusal.CHANGED_MEANWHILE;
        reply.response().setStatus((late ? HttpStatus.CONFLICT : HttpStatus.BAD_REQUEST).value());
        Model model = reply.model();
        model.addAttribute("problem", "policy.refused." + refused.reason());
        model.addAttribute("kept", of);
        model.addAttribute("keptWhy", why(form));
        model.addAttribute("keptLimit", form.getOrDefault("limit", ""));
        OfficePolicy known = policy(person, name);
        editor.show(person, name, Optional.of(known), editor.textOf(known), model);
        return "policies/one";
      }
    }
  }

  /** Where an answer goes: to this page once more, or on to the next one. */
  private record Replying(Model model, RedirectAttributes next, HttpServletResponse response) {}

  private static Optional<PolicyText> sound(String name, Map<String, String> form) {
    return PolicyText.read(name, text(form)) instanceof PolicyText.Read.Sound sound
        ? Optional.of(sound.policy())
        : Optional.empty();
  }

  private static String text(Map<String, String> form) {
    return form.getOrDefault("text", "");
  }

  private static String why(Map<String, String> form) {
    return form.getOrDefault("why", "");
  }

  static int days(Map<String, String> form) {
    try {
      return Math.clamp(
          Long.parseLong(form.getOrDefault("days", "7").strip()), 1, PolicyDesk.MOST_DAYS);
    } catch (NumberFormatException notANumber) {
      return 7;
    }
  }
}
