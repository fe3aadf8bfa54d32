package ronda.server.login;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Map;
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
import ronda.casework.office.Officer;
import ronda.casework.office.Offices;
import ronda.server.door.Acts;
import ronda.server.door.AnyOfficer;
import ronda.server.door.Caller;
import ronda.server.page.Places;
import ronda.store.login.Credentials;
import ronda.store.login.Secret;
import ronda.store.login.Session;
import ronda.store.login.Sessions;
import ronda.store.sql.InOffice;

/**
 * What a person looks after alone: password, authenticator, recovery codes, sessions. Each change
 * is one transaction with the sessions that it ends and its entry in the audit log.
 */
@Controller
class MePages {
  private static final String OWN = "everybody looks after their own way in";

  private final SignIns signIns;
  private final Sessions sessions;
  private final Credentials credentials;
  private final Passwords passwords;
  private final Authenticators authenticators;
  private final Offices offices;
  private final Acts acts;
  private final InOffice tables;
  private final InstantSource clock;

  MePages(
      SignIns signIns,
      Sessions sessions,
      Credentials credentials,
      Passwords passwords,
      Authenticators authenticators,
      Offices offices,
      Acts acts,
      InOffice tables,
      InstantSource clock) {
    this.signIns = signIns;
    this.sessions = sessions;
    this.credentials = credentials;
    this.passwords = passwords;
    this.authenticators = authenticators;
    this.offices = offices;
    this.acts = acts;
    this.tables = tables;
    this.clock = clock;
  }

  /**
   * A person's own login, sessions and consent.
   *
   * @param next the page that sent somebody here to agree to something, and waits for them
   */
  @AnyOfficer(OWN)
  @GetMapping("/me")
  String me(Caller.Person person, @RequestParam(defaultValue = "/me") String next, Model model) {
    model.addAttribute("next", Places.here(next));
    Officer officer = person.officer();
    model.addAttribute("officer", officer);
    model.addAttribute("here", person.session().id());
    model.addAttribute("hasPassword", credentials.password(officer.id()).isPresent());
    model.addAttribute("mustGivePassword", mustGivePassword(person));
    model.addAttribute("shortest", Passwords.SHORTEST);
    model.addAttribute("hasAuthenticator", authenticators.has(officer));
    model.addAttribute("codesLeft", authenticators.recoveryCodesLeft(officer));
    model.addAttribute(
        "sessions",
        sessions.ofOfficer(officer.id(), clock.instant()).stream()
            .map(one -> new Line(one, BrowserName.of(one.agent())))
            .toList());
    return "login/me";
  }

  /** A session under a name that its owner knows again. */
  record Line(Session session, BrowserName named) {}

  /** Who came by a one-time link has perhaps forgotten the password; all others give it first. */
  private boolean mustGivePassword(Caller.Person person) {
    return person.session().means() != Session.Means.LINK
        && credentials.password(person.officer().id()).isPresent();
  }

  @AnyOfficer(OWN)
  @PostMapping("/me/password")
  String password(
      Caller.Person person,
      @RequestParam(defaultValue = "") String present,
      @RequestParam(defaultValue = "") String fresh,
      @RequestParam(defaultValue = "") String again,
      Model model,
      RedirectAttributes redirect,
      HttpServletRequest request,
      HttpServletResponse response) {
    Optional<String> problem = whyNot(person, present, fresh, again, request);
    if (problem.isPresent()) {
      response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
      model.addAttribute("passwordProblem", problem.get());
      return me(person, "/me", model);
    }
    Officer officer = person.officer();
    String hash = passwords.hash(fresh);
    Secret cookie =
        tables.write(
            officer.office(),
            jdbc -> {
              credentials.setPassword(officer.id(), hash, clock.instant());
              acts.write(person, "password-changed", "officer:" + officer.id(), Map.of());
              return signIns.beginAnew(officer, Session.Means.PASSWORD, request);
            });
    signIns.give(cookie, response);
    redirect.addFlashAttribute("notice", "me.password-changed");
    return "redirect:/me";
  }

  private Optional<String> whyNot(
      Caller.Person person,
      String present,
      String fresh,
      String again,
      HttpServletRequest request) {
    Officer officer = person.officer();
    if (mustGivePassword(person) && !signIns.knowsPassword(officer, present, request)) {
      return Optional.of("password.present-wrong");
    }
    if (!fresh.equals(again)) {
      return Optional.of("password.not-the-same");
    }
    return Passwords.whyNot(fresh, officer.name(), officer.email());
  }

  /** Whether the worst categories are shown is the person's own word, given and taken back here. */
  @AnyOfficer(OWN)
  @PostMapping("/me/worst")
  String worst(
      Caller.Person person,
      @RequestParam(defaultValue = "false") boolean agrees,
      @RequestParam(defaultValue = "/me") String next,
      RedirectAttributes redirect) {
    UUID id = person.officer().id();
    tables.run(
        person.office(),
        jdbc -> {
          offices.agree(id, agrees);
          acts.write(person, agrees ? "worst-agreed" : "worst-declined", "officer:" + id, Map.of());
        });
    redirect.addFlashAttribute("notice", agrees ? "me.worst.agreed" : "me.worst.declined");
    return "redirect:" + Places.here(next);
  }

  @AnyOfficer(OWN)
  @GetMapping("/me/authenticator")
  String authenticator(Caller.Person person, Model model) {
    model.addAttribute("mustGivePassword", mustGivePassword(person));
    return offer(person, Codes.newSecret(), model);
  }

  private String offer(Caller.Person person, byte[] secret, Model model) {
    Officer officer = person.officer();
    model.addAttribute("qr", QrCode.of(Codes.uri(secret, officer.email())));
    model.addAttribute("secret", Codes.base32(secret));
    model.addAttribute(
        "offer", Base64.getUrlEncoder().encodeToString(authenticators.offer(officer, secret)));
    return "login/authenticator";
  }

  @AnyOfficer(OWN)
  @PostMapping("/me/authenticator")
  String setUpAuthenticator(
      Caller.Person person,
      @RequestParam(defaultValue = "") String offer,
      @RequestParam(defaultValue = "") String code,
      @RequestParam(defaultValue = "") String present,
      Model model,
      HttpServletRequest request,
      HttpServletResponse response) {
    Officer officer = person.officer();
    byte[] secret =
        authenticators
            .offered(officer, decoded(offer))
            .orElseThrow(() -> new ResponseStatusException(HttpStatus.BAD_REQUEST));
    boolean known = !mustGivePassword(person) || signIns.knowsPassword(officer, present, request);
    Optional<List<String>> codes =
        known ? setUp(person, secret, code, request, response) : Optional.empty();
    if (codes.isEmpty()) {
      response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
      model.addAttribute("problem", known ? "code.wrong" : "password.present-wrong");
      model.addAttribute("mustGivePassword", mustGivePassword(person));
      return offer(person, secret, model);
    }
    model.addAttribute("codes", codes.get());
    return "login/recovery-codes";
  }

  /** The recovery codes; empty if the code is not the authenticator's. */
  private Optional<List<String>> setUp(
      Caller.Person person,
      byte[] secret,
      String code,
      HttpServletRequest request,
      HttpServletResponse response) {
    Officer officer = person.officer();
    Optional<SetUp> done =
        tables.write(
            officer.office(),
            jdbc ->
                authenticators
                    .setUp(officer, secret, code)
                    .map(
                        codes -> {
                          acts.write(
                              person, "authenticator-set-up", "officer:" + officer.id(), Map.of());
                          return new SetUp(
                              codes, signIns.beginAnew(officer, person.session().means(), request));
                        }));
    done.ifPresent(one -> signIns.give(one.cookie, response));
    return done.map(SetUp::codes);
  }

  /** The recovery codes, and the cookie of the session that goes on. */
  private record SetUp(List<String> codes, Secret cookie) {}

  private static byte[] decoded(String offer) {
    try {
      return Base64.getUrlDecoder().decode(offer);
    } catch (IllegalArgumentException notBase64) {
      return new byte[0];
    }
  }

  @AnyOfficer(OWN)
  @PostMapping("/me/authenticator/remove")
  String removeAuthenticator(
      Caller.Person person,
      @RequestParam(defaultValue = "") String code,
      RedirectAttributes redirect,
      HttpServletRequest request,
      HttpServletResponse response) {
    Optional<Secret> cookie =
        signIns.byProof(
            person.officer(),
            code,
            request,
            () -> {
              authenticators.remove(person.officer());
              acts.write(
                  person, "authenticator-removed", "officer:" + person.officer().id(), Map.of());
              return signIns.beginAnew(person.officer(), person.session().means(), request);
            });
    if (cookie.isEmpty()) {
      redirect.addFlashAttribute("problem", "code.wrong");
      return "redirect:/me";
    }
    signIns.give(cookie.get(), response);
    redirect.addFlashAttribute("notice", "me.authenticator-removed");
    return "redirect:/me";
  }

  @AnyOfficer(OWN)
  @PostMapping("/me/recovery-codes")
  String newRecoveryCodes(
      Caller.Person person,
      @RequestParam(defaultValue = "") String code,
      Model model,
      RedirectAttributes redirect,
      HttpServletRequest request) {
    Optional<List<String>> codes =
        signIns.byProof(
            person.officer(),
            code,
            request,
            () -> {
              acts.write(
                  person, "recovery-codes-made", "officer:" + person.officer().id(), Map.of());
              return authenticators.newCodes(person.officer());
            });
    if (codes.isEmpty()) {
      redirect.addFlashAttribute("problem", "code.wrong");
      return "redirect:/me";
    }
    model.addAttribute("codes", codes.get());
    return "login/recovery-codes";
  }

  @AnyOfficer(OWN)
  @PostMapping("/me/sessions/{session}/end")
  String endSession(Caller.Person person, @PathVariable UUID session, RedirectAttributes redirect) {
    tables.run(
        person.office(),
        jdbc -> {
          if (!sessions.end(person.officer().id(), session)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
          }
          acts.write(person, "session-ended", "officer:" + person.officer().id(), Map.of());
        });
    redirect.addFlashAttribute("notice", "me.session-ended");
    return "redirect:/me";
  }

  @AnyOfficer(OWN)
  @PostMapping("/me/sessions/end-all")
  String endAllSessions(Caller.Person person, HttpServletResponse response) {
    tables.run(
        person.office(),
        jdbc -> {
          int ended = sessions.endAll(person.officer().id());
          acts.write(
              person, "sessions-ended", "officer:" + person.officer().id(), Map.of("count", ended));
        });
    signIns.forgetCookie(response);
    return "redirect:/sign-in";
  }
}
