package ronda.server.login;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import ronda.casework.office.Offices;
import ronda.server.door.AnyOfficer;
import ronda.server.door.Caller;
import ronda.server.door.Callers;
import ronda.server.door.Open;
import ronda.server.page.Places;
import ronda.store.login.Secret;
import ronda.store.login.Sessions;
import ronda.store.login.SignInLinks;

/** Signing in and out. */
@Controller
class SignInPages {
  private final SignIns signIns;
  private final Offices offices;
  private final Provider provider;

  SignInPages(SignIns signIns, Offices offices, Provider provider) {
    this.signIns = signIns;
    this.offices = offices;
    this.provider = provider;
  }

  @Open("whoever signs in has not signed in yet")
  @GetMapping("/sign-in")
  String page(
      @RequestParam(defaultValue = "/") String next,
      @RequestParam(defaultValue = "") String problem,
      @RequestParam(defaultValue = "") String ended,
      Model model) {
    if (Callers.current().isPresent()) {
      return "redirect:" + Places.here(next);
    }
    if (problem.equals("provider")) {
      model.addAttribute("problem", "sign-in.provider-failed");
    }
    model.addAttribute("ended", !ended.isEmpty());
    return form("", next, model);
  }

  @Open("whoever signs in has not signed in yet")
  @PostMapping("/sign-in")
  String signIn(
      @RequestParam(defaultValue = "") String email,
      @RequestParam(defaultValue = "") String password,
      @RequestParam(defaultValue = "/") String next,
      Model model,
      HttpServletRequest request,
      HttpServletResponse response) {
    return switch (signIns.byPassword(email.strip(), password, request, response)) {
      case SignIns.Outcome.In in -> "redirect:" + Places.here(next);
      case SignIns.Outcome.CodeNext code ->
          "redirect:/sign-in/code?next=" + Places.encoded(Places.here(next));
      case SignIns.Outcome.Wrong wrong -> {
        model.addAttribute("problem", "sign-in.wrong");
        response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
        yield form(email, next, model);
      }
      case SignIns.Outcome.Wait wait -> {
        tellToWait(wait.forSo(), model, response);
        yield form(email, next, model);
      }
    };
  }

  private String form(String email, String next, Model model) {
    model.addAttribute("email", email);
    model.addAttribute("next", Places.here(next));
    model.addAttribute("withProvider", provider.isSet());
    model.addAttribute("nobodyYet", offices.all().isEmpty());
    return "login/sign-in";
  }

  @Open("the password or link was right, the code is still to come")
  @GetMapping("/sign-in/code")
  String codePage(
      @RequestParam(defaultValue = "/") String next, Model model, HttpServletRequest request) {
    model.addAttribute("next", Places.here(next));
    return signIns.halfway(request).isPresent() ? "login/code" : "redirect:/sign-in";
  }

  @Open("the password or link was right, the code is still to come")
  @PostMapping("/sign-in/code")
  String code(
      @RequestParam(defaultValue = "") String code,
      @RequestParam(defaultValue = "/") String next,
      Model model,
      HttpServletRequest request,
      HttpServletResponse response) {
    Optional<Sessions.Holder> halfway = signIns.halfway(request);
    if (halfway.isEmpty()) {
      return "redirect:/sign-in";
    }
    model.addAttribute("next", Places.here(next));
    return switch (signIns.byCode(halfway.get(), code, request, response)) {
      case SignIns.Outcome.In in -> "redirect:" + Places.here(next);
      case SignIns.Outcome.CodeNext again -> "login/code";
      case SignIns.Outcome.Wrong wrong -> {
        model.addAttribute("problem", "code.wrong");
        response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
        yield "login/code";
      }
      case SignIns.Outcome.Wait wait -> {
        tellToWait(wait.forSo(), model, response);
        yield "login/code";
      }
    };
  }

  private static void tellToWait(Duration wait, Model model, HttpServletResponse response) {
    long seconds = wait.plusMillis(999).toSeconds();
    model.addAttribute("wait", seconds);
    response.setStatus(429);
    response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(seconds));
  }

  /**
   * The link from the terminal opens at once. One that went through a chat or a mailbox asks for a
   * press of a button first, because such services fetch links to show a preview, and would use it
   * up.
   */
  @Open("the link itself says who comes")
  @GetMapping("/sign-in/link/{secret}")
  String link(
      @PathVariable String secret,
      Model model,
      HttpServletRequest request,
      HttpServletResponse response) {
    Optional<SignInLinks.Link> link =
        Secret.isOne(secret) ? signIns.look(new Secret(secret)) : Optional.empty();
    if (link.isEmpty()) {
      return over(response);
    }
    if (link.get().purpose() == SignInLinks.Purpose.START && isMeant(request)) {
      return useLink(secret, request, response);
    }
    model.addAttribute("secret", secret);
    offices
        .officer(link.get().officer())
        .ifPresent(officer -> model.addAttribute("officer", officer));
    return "login/link";
  }

  /** Not a browser that only fetches ahead. */
  private static boolean isMeant(HttpServletRequest request) {
    return request.getMethod().equals("GET") && request.getHeader("Sec-Purpose") == null;
  }

  @Open("the link itself says who comes")
  @PostMapping("/sign-in/link/{secret}")
  String useLink(
      @PathVariable String secret, HttpServletRequest request, HttpServletResponse response) {
    if (!Secret.isOne(secret)) {
      return over(response);
    }
    return switch (signIns.byLink(new Secret(secret), request, response)) {
      case SignIns.Outcome.In in -> "redirect:/";
      case SignIns.Outcome.CodeNext code -> "redirect:/sign-in/code";
      case SignIns.Outcome.Wrong wrong -> over(response);
      case SignIns.Outcome.Wait wait -> over(response);
    };
  }

  private static String over(HttpServletResponse response) {
    response.setStatus(HttpServletResponse.SC_GONE);
    return "login/link-over";
  }

  @AnyOfficer("everybody may leave")
  @PostMapping("/sign-out")
  String signOut(Caller.Person person, HttpServletResponse response) {
    signIns.end(person.officer(), person.session(), response);
    return "redirect:/sign-in";
  }
}
