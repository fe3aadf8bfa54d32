package ronda.server.login;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import ronda.casework.office.Officer;
import ronda.casework.office.Offices;
import ronda.server.door.Acts;
import ronda.store.login.Attempts;
import ronda.store.login.Credentials;
import ronda.store.login.Logins;
import ronda.store.login.Secret;
import ronda.store.login.Session;
import ronda.store.login.Sessions;
import ronda.store.login.SignInLinks;

/** Finds out whether somebody is who they say, begins sessions, and writes down both. */
@Component
final class SignIns {
  /** What came of an attempt. */
  sealed interface Outcome {
    /** Signed in. */
    record In() implements Outcome {}

    /** The password was right; now the code. */
    record CodeNext() implements Outcome {}

    /** Something was wrong; what exactly is not said. */
    record Wrong() implements Outcome {}

    /** Too many failures: come back after so long. */
    record Wait(Duration forSo) implements Outcome {}
  }

  private final Sessions sessions;
  private final SignInLinks links;
  private final Credentials credentials;
  private final Attempts attempts;
  private final Logins logins;
  private final Offices offices;
  private final Passwords passwords;
  private final Authenticators authenticators;
  private final Cookies cookies;
  private final Acts acts;
  private final InstantSource clock;

  SignIns(
      Sessions sessions,
      SignInLinks links,
      Credentials credentials,
      Attempts attempts,
      Logins logins,
      Offices offices,
      Passwords passwords,
      Authenticators authenticators,
      Cookies cookies,
      Acts acts,
      InstantSource clock) {
    this.sessions = sessions;
    this.links = links;
    this.credentials = credentials;
    this.attempts = attempts;
    this.logins = logins;
    this.offices = offices;
    this.passwords = passwords;
    this.authenticators = authenticators;
    this.cookies = cookies;
    this.acts = acts;
    this.clock = clock;
  }

  /**
   * With mail address and password; those who have an authenticator are asked for its code next.
   */
  Outcome byPassword(
      String email, String password, HttpServletRequest request, HttpServletResponse response) {
    Attempts.Door account = Attempts.Door.ofAccount(email);
    Attempts.Door address = Attempts.Door.ofAddress(request.getRemoteAddr());
    Optional<Duration> wait = knock(account, address);
    if (wait.isPresent()) {
      return new Outcome.Wait(wait.get());
    }
    Optional<Officer> named = offices.officerByEmail(email);
    Optional<Officer> officer = named.filter(known -> !logins.isLocked(known.id()));
    boolean right =
        passwords.matches(password, officer.flatMap(known -> credentials.password(known.id())));
    if (!right) {
      named.ifPresent(
          known ->
              acts.write(
                  known,
                  "sign-in-failed",
                  Map.of("step", "password", "address", request.getRemoteAddr())));
      return new Outcome.Wrong();
    }
    attempts.takeBack(address);
    if (authenticators.has(officer.orElseThrow())) {
      begin(
          officer.orElseThrow(), Session.Stage.HALFWAY, Session.Means.PASSWORD, request, response);
      return new Outcome.CodeNext();
    }
    attempts.forget(account);
    open(officer.orElseThrow(), Session.Means.PASSWORD, request, response);
    return new Outcome.In();
  }

  /** Who gave the right password in this browser and still owes the code. */
  Optional<Officer> halfway(HttpServletRequest request) {
    return cookies
        .read(request)
        .flatMap(cookie -> sessions.holder(cookie, clock.instant()))
        .filter(holder -> holder.session().stage() == Session.Stage.HALFWAY)
        .map(Sessions.Holder::officer);
  }

  /** With the code of the authenticator, or a recovery code. */
  Outcome byCode(
      Officer officer, String code, HttpServletRequest request, HttpServletResponse response) {
    Attempts.Door account = Attempts.Door.ofAccount(officer.email());
    Attempts.Door address = Attempts.Door.ofAddress(request.getRemoteAddr());
    Optional<Duration> wait = knock(account, address);
    if (wait.isPresent()) {
      return new Outcome.Wait(wait.get());
    }
    Optional<String> how = authenticators.accept(officer, code);
    if (how.isEmpty()) {
      acts.write(
          officer, "sign-in-failed", Map.of("step", "code", "address", request.getRemoteAddr()));
      return new Outcome.Wrong();
    }
    attempts.takeBack(address);
    attempts.forget(account);
    if (how.get().equals(Authenticators.RECOVERY)) {
      acts.write(
          officer,
          "recovery-code-used",
          Map.of("left", credentials.recoveryCodesLeft(officer.id())));
    }
    open(officer, Session.Means.PASSWORD, request, response);
    return new Outcome.In();
  }

  /** Whether this is the password of somebody who is signed in; guesses are counted here too. */
  boolean knowsPassword(Officer officer, String password, HttpServletRequest request) {
    return proves(
        officer, request, () -> passwords.matches(password, credentials.password(officer.id())));
  }

  /** Whether this is a code of somebody who is signed in; guesses are counted here too. */
  boolean knowsCode(Officer officer, String code, HttpServletRequest request) {
    return proves(officer, request, () -> authenticators.accept(officer, code).isPresent());
  }

  private boolean proves(Officer officer, HttpServletRequest request, BooleanSupplier proof) {
    Attempts.Door account = Attempts.Door.ofAccount(officer.email());
    Attempts.Door address = Attempts.Door.ofAddress(request.getRemoteAddr());
    if (knock(account, address).isPresent() || !proof.getAsBoolean()) {
      return false;
    }
    attempts.takeBack(address);
    attempts.forget(account);
    return true;
  }

  private Optional<Duration> knock(Attempts.Door account, Attempts.Door address) {
    Instant now = clock.instant();
    return Stream.of(address, account)
        .flatMap(door -> attempts.knock(door, now).stream())
        .findFirst();
  }

  /** Whom a link would sign in, and why it was made; empty if it opens nothing. */
  Optional<SignInLinks.Link> look(Secret link) {
    return links.look(link, clock.instant());
  }

  /** Signs in whom the link is for, once. */
  boolean byLink(Secret link, HttpServletRequest request, HttpServletResponse response) {
    Optional<Officer> officer =
        links.use(link, clock.instant()).flatMap(used -> offices.officer(used.officer()));
    officer.ifPresent(known -> open(known, Session.Means.LINK, request, response));
    return officer.isPresent();
  }

  /** Signs in the first person of a bare installation, who has just said who they are. */
  void asFirst(String email, HttpServletRequest request, HttpServletResponse response) {
    offices
        .officerByEmail(email)
        .ifPresent(officer -> open(officer, Session.Means.LINK, request, response));
  }

  /** Signs in a person for whom the office's identity provider vouches; false if unknown here. */
  boolean byProvider(String email, HttpServletRequest request, HttpServletResponse response) {
    Optional<Officer> officer =
        offices.officerByEmail(email).filter(known -> !logins.isLocked(known.id()));
    officer.ifPresent(known -> open(known, Session.Means.OIDC, request, response));
    return officer.isPresent();
  }

  /** Ends this browser's session. */
  void end(Officer officer, Session session, HttpServletResponse response) {
    sessions.end(officer.id(), session.id());
    cookies.takeBack(response);
    acts.write(officer, "signed-out", Map.of());
  }

  /** Takes the cookie away from a browser whose session has ended. */
  void forgetCookie(HttpServletResponse response) {
    cookies.takeBack(response);
  }

  /**
   * Ends every session and link of a person whose password or authenticator changed, and begins a
   * new session for the browser in which that was done.
   */
  void beginAnew(
      Officer officer,
      Session.Means means,
      HttpServletRequest request,
      HttpServletResponse response) {
    sessions.endAll(officer.id());
    links.takeBack(officer.id());
    begin(officer, Session.Stage.OPEN, means, request, response);
  }

  private void open(
      Officer officer,
      Session.Means means,
      HttpServletRequest request,
      HttpServletResponse response) {
    begin(officer, Session.Stage.OPEN, means, request, response);
    acts.write(
        officer, "signed-in", Map.of("means", means.code(), "address", request.getRemoteAddr()));
  }

  private void begin(
      Officer officer,
      Session.Stage stage,
      Session.Means means,
      HttpServletRequest request,
      HttpServletResponse response) {
    cookies.read(request).ifPresent(sessions::forget);
    String agent = Optional.ofNullable(request.getHeader(HttpHeaders.USER_AGENT)).orElse("");
    Secret cookie =
        sessions.begin(officer.id(), stage, means, request.getRemoteAddr(), agent, clock.instant());
    cookies.give(cookie, response);
  }
}
