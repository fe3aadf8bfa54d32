package ronda.server.people;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import ronda.casework.office.AddressTaken;
import ronda.casework.office.Officer;
import ronda.casework.office.Offices;
import ronda.casework.office.Permission;
import ronda.casework.office.Region;
import ronda.casework.office.Role;
import ronda.server.door.Allowed;
import ronda.server.door.Caller;
import ronda.server.door.PublicAddress;
import ronda.server.page.Fields;
import ronda.server.page.Shown;
import ronda.store.login.Logins;

/** The people of the office: who they are, what they may do, whether they can get in. */
@Controller
class PeoplePages {
  private final Offices offices;
  private final Logins logins;
  private final Staff staff;
  private final InstantSource clock;
  private final PublicAddress address;

  PeoplePages(
      Offices offices, Logins logins, Staff staff, InstantSource clock, PublicAddress address) {
    this.offices = offices;
    this.logins = logins;
    this.staff = staff;
    this.clock = clock;
    this.address = address;
  }

  /** What the form of a person says. */
  record Form(String name, String email, String region, List<String> roles) {
    Form(
        @Nullable String name,
        @Nullable String email,
        @Nullable String region,
        @Nullable List<String> roles) {
      this.name = Fields.line(name);
      this.email = Fields.line(email);
      this.region = Fields.line(region);
      this.roles = roles == null ? List.of() : List.copyOf(roles);
    }

    static Form of(Officer officer) {
      return new Form(
          officer.name(),
          officer.email(),
          officer.region().code(),
          officer.roles().stream().map(Role::code).toList());
    }

    /** The key of what is wrong with it; empty if nothing is. */
    Optional<String> problem(Region office) {
      if (!Fields.isName(name)) {
        return Optional.of("people.wrong.name");
      }
      if (!Fields.isEmail(email)) {
        return Optional.of("people.wrong.email");
      }
      if (!Region.isCode(region) || !office.holds(new Region(region))) {
        return Optional.of("people.wrong.region");
      }
      return chosen().isEmpty() ? Optional.of("people.wrong.roles") : Optional.empty();
    }

    Set<Role> chosen() {
      return roles.stream()
          .flatMap(code -> Role.ofCode(code).stream())
          .collect(Collectors.toUnmodifiableSet());
    }

    Officer as(UUID id, UUID office, boolean seesWorst) {
      return new Officer(id, office, name, email, chosen(), new Region(region), seesWorst);
    }
  }

  @Allowed(Permission.READ_PEOPLE)
  @GetMapping("/people")
  String list(Caller.Person person, Model model) {
    model.addAttribute("people", offices.officersOf(person.office()));
    model.addAttribute("logins", logins.ofOffice(person.office(), clock.instant()));
    return "people/list";
  }

  @Allowed(Permission.KEEP_PEOPLE)
  @GetMapping("/people/new")
  String newPerson(Caller.Person person, Model model) {
    return newForm(new Form("", "", officeRegion(person).code(), List.of()), model);
  }

  private static String newForm(Form form, Model model) {
    model.addAttribute("form", form);
    model.addAttribute("roles", Role.values());
    return "people/new";
  }

  @Allowed(Permission.KEEP_PEOPLE)
  @PostMapping("/people/new")
  String invite(
      Caller.Person person,
      @ModelAttribute Form form,
      Model model,
      HttpServletRequest request,
      HttpServletResponse response) {
    Optional<String> problem = form.problem(officeRegion(person));
    if (problem.isEmpty() && offices.officerByEmail(form.email()).isPresent()) {
      problem = Optional.of("people.wrong.taken");
    }
    if (problem.isPresent()) {
      return refusedInvitation(problem.get(), form, model, response);
    }
    Officer officer = form.as(UUID.randomUUID(), person.office(), false);
    try {
      return showLink(officer, staff.invite(person, officer), model, request);
    } catch (AddressTaken meanwhile) {
      return refusedInvitation("people.wrong.taken", form, model, response);
    }
  }

  private static String refusedInvitation(
      String problem, Form form, Model model, HttpServletResponse response) {
    model.addAttribute("problem", problem);
    response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
    return newForm(form, model);
  }

  @Allowed(Permission.READ_PEOPLE)
  @GetMapping("/people/{officer}")
  String one(Caller.Person person, @PathVariable UUID officer, Model model) {
    Officer found = colleague(person, officer);
    return page(person, found, Form.of(found), model);
  }

  private String page(Caller.Person person, Officer officer, Form form, Model model) {
    model.addAttribute("officer", officer);
    model.addAttribute("form", form);
    model.addAttribute("shown", Staff.shown(officer).mark());
    model.addAttribute("roles", Role.values());
    model.addAttribute("oneself", officer.id().equals(person.officer().id()));
    model.addAttribute(
        "login", logins.ofOffice(person.office(), clock.instant()).get(officer.id()));
    return "people/one";
  }

  @Allowed(Permission.KEEP_PEOPLE)
  @PostMapping("/people/{officer}")
  String change(
      Caller.Person person,
      @PathVariable UUID officer,
      @ModelAttribute Form form,
      @RequestParam(name = Shown.FIELD, defaultValue = "") String shown,
      Model model,
      RedirectAttributes redirect,
      HttpServletResponse response) {
    Officer before = colleague(person, officer);
    Optional<String> problem = form.problem(officeRegion(person));
    if (problem.isEmpty()) {
      Officer after = form.as(officer, person.office(), before.seesWorst());
      problem = staff.change(person, after, new Shown(shown));
    }
    if (problem.isPresent()) {
      boolean meanwhile = problem.get().equals(Staff.MEANWHILE);
      model.addAttribute("problem", problem.get());
      response.setStatus(
          meanwhile ? HttpServletResponse.SC_CONFLICT : HttpServletResponse.SC_BAD_REQUEST);
      Officer now = meanwhile ? colleague(person, officer) : before;
      if (meanwhile) {
        staff.latestChange(now).ifPresent(change -> model.addAttribute("change", change));
        model.addAttribute("kept", now);
      }
      String page = page(person, now, form, model);
      if (!meanwhile) {
        // What was typed was typed over this, whatever is kept by now.
        model.addAttribute("shown", Fields.line(shown));
      }
      return page;
    }
    redirect.addFlashAttribute("notice", "people.changed");
    return "redirect:/people/" + officer;
  }

  @Allowed(Permission.KEEP_PEOPLE)
  @PostMapping("/people/{officer}/link")
  String link(
      Caller.Person person, @PathVariable UUID officer, Model model, HttpServletRequest request) {
    Officer found = colleague(person, officer);
    return showLink(found, staff.link(person, found), model, request);
  }

  private String showLink(Officer officer, String path, Model model, HttpServletRequest request) {
    String here =
        address.isKnown()
            ? address.text()
            : request.getRequestURL().substring(0, request.getRequestURL().indexOf("/", 8));
    model.addAttribute("officer", officer);
    model.addAttribute("link", here + path);
    return "people/link";
  }

  @Allowed(Permission.KEEP_PEOPLE)
  @PostMapping("/people/{officer}/lock")
  String lock(Caller.Person person, @PathVariable UUID officer, RedirectAttributes redirect) {
    Optional<String> problem = staff.lock(person, colleague(person, officer));
    redirect.addFlashAttribute(
        problem.isPresent() ? "problem" : "notice", problem.orElse("people.locked"));
    return "redirect:/people/" + officer;
  }

  @Allowed(Permission.KEEP_PEOPLE)
  @PostMapping("/people/{officer}/unlock")
  String unlock(Caller.Person person, @PathVariable UUID officer, RedirectAttributes redirect) {
    staff.unlock(person, colleague(person, officer));
    redirect.addFlashAttribute("notice", "people.unlocked");
    return "redirect:/people/" + officer;
  }

  @Allowed(Permission.KEEP_PEOPLE)
  @PostMapping("/people/{officer}/end-sessions")
  String endSessions(
      Caller.Person person, @PathVariable UUID officer, RedirectAttributes redirect) {
    staff.endSessions(person, colleague(person, officer));
    redirect.addFlashAttribute("notice", "people.sessions-ended");
    return "redirect:/people/" + officer;
  }

  @Allowed(Permission.KEEP_PEOPLE)
  @PostMapping("/people/{officer}/reset")
  String reset(Caller.Person person, @PathVariable UUID officer, RedirectAttributes redirect) {
    Optional<String> problem = staff.reset(person, colleague(person, officer));
    redirect.addFlashAttribute(
        problem.isPresent() ? "problem" : "notice", problem.orElse("people.reset-done"));
    return "redirect:/people/" + officer;
  }

  /** Somebody of the caller's own office; anybody else does not exist here. */
  private Officer colleague(Caller.Person person, UUID officer) {
    return offices
        .officer(officer)
        .filter(found -> found.office().equals(person.office()))
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }

  private Region officeRegion(Caller.Person person) {
    return offices.byId(person.office()).orElseThrow().region();
  }
}
