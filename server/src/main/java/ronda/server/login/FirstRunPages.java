package ronda.server.login;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import ronda.casework.office.Office;
import ronda.casework.office.Region;
import ronda.server.door.Open;
import ronda.server.page.Fields;

/** The first page of a bare installation: which office is this, and who are you? */
@Controller
class FirstRunPages {
  private final FirstRun firstRun;
  private final SignIns signIns;

  FirstRunPages(FirstRun firstRun, SignIns signIns) {
    this.firstRun = firstRun;
    this.signIns = signIns;
  }

  /** What the form says. */
  record Form(String office, String kind, String region, String name, String email) {
    Form {
      office = Fields.line(office);
      kind = Fields.line(kind);
      region = Fields.line(region);
      name = Fields.line(name);
      email = Fields.line(email);
    }

    /** The key of what is wrong with it; empty if nothing is. */
    Optional<String> problem() {
      if (office.isEmpty() || office.length() > Office.LONGEST_NAME) {
        return Optional.of("first-run.wrong.office");
      }
      if (Office.Kind.ofCode(kind).isEmpty()) {
        return Optional.of("first-run.wrong.kind");
      }
      if (!Region.isPlace(region)) {
        return Optional.of("first-run.wrong.region");
      }
      if (!Fields.isName(name)) {
        return Optional.of("people.wrong.name");
      }
      return Fields.isEmail(email) ? Optional.empty() : Optional.of("people.wrong.email");
    }
  }

  @Open("nobody is known yet; the key from the terminal opens it")
  @GetMapping("/first-run/{key}")
  String page(@PathVariable String key, Model model, HttpServletResponse response) {
    return form(key, new Form("", "communications-office", "", "", ""), model, response);
  }

  @Open("nobody is known yet; the key from the terminal opens it")
  @PostMapping("/first-run/{key}")
  String begin(
      @PathVariable String key,
      @ModelAttribute Form form,
      Model model,
      HttpServletRequest request,
      HttpServletResponse response) {
    Optional<String> problem = form.problem();
    if (problem.isPresent() || !firstRun.opensWith(key)) {
      problem.ifPresent(why -> model.addAttribute("problem", why));
      response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
      return form(key, form, model, response);
    }
    Office office =
        FirstRun.office(
            form.office(), Office.Kind.ofCode(form.kind()).orElseThrow(), form.region());
    if (!firstRun.begin(office, form.name(), form.email())) {
      return over(response);
    }
    signIns.asFirst(form.email(), request, response);
    return "redirect:/me";
  }

  private String form(String key, Form form, Model model, HttpServletResponse response) {
    if (!firstRun.opensWith(key)) {
      return over(response);
    }
    model.addAttribute("key", key);
    model.addAttribute("form", form);
    model.addAttribute("kinds", Office.Kind.values());
    return "login/first-run";
  }

  private static String over(HttpServletResponse response) {
    response.setStatus(HttpServletResponse.SC_GONE);
    return "login/link-over";
  }
}
