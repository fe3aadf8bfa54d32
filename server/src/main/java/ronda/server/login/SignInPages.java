package ronda.server.login;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import ronda.server.door.AnyOfficer;
import ronda.server.door.Caller;
import ronda.server.door.Open;
import ronda.store.login.Secret;
import ronda.store.login.SignInLinks;

/** Signing in and out. */
@Controller
class SignInPages {
  private final SignIns signIns;

  SignInPages(SignIns signIns) {
    this.signIns = signIns;
  }

  @Open("whoever signs in has not signed in yet")
  @GetMapping("/sign-in")
  String page() {
    return "login/sign-in";
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
    Optional<SignInLinks.Purpose> purpose =
        Secret.isOne(secret) ? signIns.purpose(new Secret(secret)) : Optional.empty();
    if (purpose.isEmpty()) {
      response.setStatus(HttpServletResponse.SC_GONE);
      return "login/link-over";
    }
    if (purpose.get() == SignInLinks.Purpose.START
        && request.getMethod().equals("GET")
        && request.getHeader("Sec-Purpose") == null
        && signIns.byLink(new Secret(secret), request, response)) {
      return "redirect:/";
    }
    model.addAttribute("secret", secret);
    signIns.look(new Secret(secret)).ifPresent(officer -> model.addAttribute("officer", officer));
    return "login/link";
  }

  @Open("the link itself says who comes")
  @PostMapping("/sign-in/link/{secret}")
  String useLink(
      @PathVariable String secret, HttpServletRequest request, HttpServletResponse response) {
    if (Secret.isOne(secret) && signIns.byLink(new Secret(secret), request, response)) {
      return "redirect:/";
    }
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
