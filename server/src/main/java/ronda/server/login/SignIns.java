package ronda.server.login;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import ronda.casework.office.Officer;
import ronda.casework.office.Offices;
import ronda.server.door.Acts;
import ronda.store.login.Attempts;
import ronda.store.login.Credentials;
import ronda.store.login.Logins;
import ronda.store.login.ProviderAccounts;
import ronda.store.login.Secret;
import ronda.store.login.Session;
import ronda.store.login.Sessions;
import ronda.store.login.SignInLinks;
import ronda.store.sql.InOffice;

/**
 * Finds out whether somebody is who they say, begins sessions, and writes down both. What a sign-in
 * uses up, its session and its entry are one transaction; the browser gets the cookie after it.
 */
@Component
final class SignIns {
  /** What came of an attempt. */
  sealed interface Outcome {
    /** Signed in. */
    record In() implements Outcome {}

    /** The password or the link was right; now the code. */
    record CodeNext() implements Outcome {}

    /** Something was wrong; what exactly is not said. */
    record Wrong() implements Outcome {}

    /** Too many failures: come back after so long. */
    record Wait(Duration forSo) implements Outcome {}
  }

  /** Nobody's: what is asked of a person is asked of it where an address is unknown. */
  private static final UUID NOBODY = new UUID(0, 0);

  private final Sessions sessions;
  private final SignInLinks links;
  private final Credentials credentials;
  private final Attempts attempts;
  private final Logins logins;
  private final Offices offices;
  private final Passwords passwords;
  private final Authenticators authenticators;
  private final ProviderAccounts accounts;
  private final FailedSignIns failed;
  private final Cookies cookies;
  private final InOffice tables;
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
      ProviderAccounts accounts,
      FailedSignIns failed,
      Cookies cookies,
      InOffice tables,
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
    this.accounts = accounts;
    this.failed = failed;
    this.cookies = cookies;
    this.tables = tables;
    this.acts = acts;
    this.clock = clock;
  }

  /**
   * With mail address and password; those who have an authenticator are asked for its code next.
   * Nothing that is done before the answer depends on whether the address is known.
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
    UUID asked = named.map(Officer::id).orElse(NOBODY);
    boolean locked = logins.isLocked(asked);
    Optional<String> hash = credentials.password(asked);
    boolean right = passwords.matches(password, locked ? Optional.empty() : hash);
    if (!right) {
      named.ifPresent(known -> failed.enter(known, request.getRemoteAddr()));
      return new Outcome.Wrong();
    }
    Officer officer = named.orElseThrow();
    boolean codeNext = authenticators.has(officer);
    Secret cookie =
        tables.write(
            officer.office(),
            jdbc -> {
              attempts.takeBack(address);
              if (codeNext) {
                return begin(officer, Session.Stage.HALFWAY, Session.Means.PASSWORD, request);
              }
              attempts.forget(account);
              return open(officer, Session.Means.PASSWORD, request);
            });
    cookies.give(cookie, response);
    return codeNext ? new Outcome.CodeNext() : new Outcome.In();
  }

  /** Who gave the right password or link in this browser and still owes the code. */
  Optional<Sessions.Holder> halfway(HttpServletRequest request) {
    return cookies
        .read(request)
        .flatMap(cookie -> sessions.holder(cookie, clock.instant()))
        .filter(holder -> holder.session().stage() == Session.Stage.HALFWAY);
  }

  /** With the code of the authenticator, or a recovery code. */
  Outcome byCode(
      Sessions.Holder halfway,
      String code,
      HttpServletRequest request,
      HttpServletResponse response) {
    Officer officer = halfway.officer();
    Attempts.Door account = Attempts.Door.ofAccount(officer.email());
    Attempts.Door address = Attempts.Door.ofAddress(request.getRemoteAddr());
    Optional<Duration> wait = knock(account, address);
    if (wait.isPresent()) {
      return new Outcome.Wait(wait.get());
    }
    Optional<Secret> cookie =
        tables.write(
            officer.office(),
            jdbc ->
                authenticators
                    .accept(officer, code)
                    .map(
                        how -> {
                          attempts.takeBack(address);
                          attempts.forget(account);
                          enterRecovery(officer, how);
                          return open(officer, halfway.session().means(), request);
                        }));
    if (cookie.isEmpty()) {
      acts.write(
          officer, "sign-in-failed", Map.of("step", "code", "address", request.getRemoteAddr()));
      return new Outcome.Wrong();
    }
    cookies.give(cookie.get(), response);
    return new Outcome.In();
  }

  private void enterRecovery(Officer officer, String how) {
    if (how.equals(Authenticators.RECOVERY)) {
      acts.write(
          officer,
          "recovery-code-used",
          Map.of("left", credentials.recoveryCodesLeft(officer.id())));
    }
  }

  /** Whether this is the password of somebody who is signed in; guesses are counted here too. */
  boolean knowsPassword(Officer officer, String password, HttpServletRequest request) {
    if (mustWait(officer, request)
        || !passwords.matches(password, credentials.password(officer.id()))) {
      return false;
    }
    wasRight(officer, request);
    return true;
  }

  /**
   * Does what a code of somebody who is signed in proves: the code is used up by what it was given
   * for, in one transaction, so that an act that fails leaves it as it was. Guesses are counted
   * here too.
   *
   * @return what the act answers; empty if the code is wrong, or somebody guessed too often
   */
  <T> Optional<T> byProof(
      Officer officer, String code, HttpServletRequest request, Supplier<T> act) {
    if (mustWait(officer, request)) {
      return Optional.empty();
    }
    return tables.write(
        officer.office(),
        jdbc -> {
          if (authenticators.accept(officer, code).isEmpty()) {
            return Optional.empty();
          }
          wasRight(officer, request);
          return Optional.of(act.get());
        });
  }

  private boolean mustWait(Officer officer, HttpServletRequest request) {
    return knock(
            Attempts.Door.ofAccount(officer.email()),
            Attempts.Door.ofAddress(request.getRemoteAddr()))
        .isPresent();
  }

  private void wasRight(Officer officer, HttpServletRequest request) {
    attempts.takeBack(Attempts.Door.ofAddress(request.getRemoteAddr()));
    attempts.forget(Attempts.Door.ofAccount(officer.email()));
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

  /**
   * Signs in whom the link is for, once. A link that somebody made for a colleague shows that the
   * colleague was to come, not who comes: whoever has an authenticator is asked for its code next.
   * The one from the terminal opens at once, for whoever has the terminal has the desk.
   */
  Outcome byLink(Secret link, HttpServletRequest request, HttpServletResponse response) {
    Optional<Officer> named = look(link).flatMap(found -> offices.officer(found.officer()));
    Optional<Stepped> stepped =
        named.flatMap(
            officer ->
                tables.write(
                    officer.office(),
                    jdbc ->
                        links
                            .use(link, clock.instant())
                            .map(used -> afterLink(officer, used.purpose(), request))));
    stepped.ifPresent(step -> cookies.give(step.cookie, response));
    return stepped.map(Stepped::outcome).orElseGet(Outcome.Wrong::new);
  }

  /** What came of it, and what goes into the cookie once it is kept. */
  private record Stepped(Outcome outcome, Secret cookie) {}

  private Stepped afterLink(
      Officer officer, SignInLinks.Purpose purpose, HttpServletRequest request) {
    return purpose == SignInLinks.Purpose.INVITATION && authenticators.has(officer)
        ? new Stepped(
            new Outcome.CodeNext(),
            begin(officer, Session.Stage.HALFWAY, Session.Means.LINK, request))
        : new Stepped(new Outcome.In(), open(officer, Session.Means.LINK, request));
  }

  /** Signs in the first person of a bare installation, who has just said who they are. */
  void asFirst(String email, HttpServletRequest request, HttpServletResponse response) {
    offices
        .officerByEmail(email)
        .map(
            officer ->
                tables.write(officer.office(), jdbc -> open(officer, Session.Means.LINK, request)))
        .ifPresent(cookie -> cookies.give(cookie, response));
  }

  /**
   * Signs in a person for whom the office's identity provider vouches, and binds the provider's
   * account to that person the first time; false if the address is unknown here, or another account
   * of the provider's has it than the one that came first.
   */
  boolean byProvider(
      String email,
      ProviderAccounts.Account account,
      HttpServletRequest request,
      HttpServletResponse response) {
    Optional<Officer> named =
        offices.officerByEmail(email).filter(known -> !logins.isLocked(known.id()));
    Optional<Secret> cookie = named.flatMap(officer -> openFor(officer, account, request));
    cookie.ifPresent(given -> cookies.give(given, response));
    return cookie.isPresent();
  }

  private Optional<Secret> openFor(
      Officer officer, ProviderAccounts.Account account, HttpServletRequest request) {
    return tables.write(
        officer.office(),
        jdbc -> {
          if (!accounts.isOf(officer.id(), account, clock.instant())) {
            acts.write(
                officer,
                "sign-in-failed",
                Map.of("step", "provider-account", "address", request.getRemoteAddr()));
            return Optional.empty();
          }
          return Optional.of(open(officer, Session.Means.OIDC, request));
        });
  }

  /** Ends this browser's session. */
  void end(Officer officer, Session session, HttpServletResponse response) {
    tables.run(
        officer.office(),
        jdbc -> {
          sessions.end(officer.id(), session.id());
          acts.write(officer, "signed-out", Map.of());
        });
    cookies.takeBack(response);
  }

  /** Takes the cookie away from a browser whose session has ended. */
  void forgetCookie(HttpServletResponse response) {
    cookies.takeBack(response);
  }

  /**
   * Ends every session and link of a person whose password or authenticator changed, and begins a
   * new session for the browser in which that was done. What it answers is handed to {@link #give}
   * once all of it is kept.
   */
  Secret beginAnew(Officer officer, Session.Means means, HttpServletRequest request) {
    sessions.endAll(officer.id());
    links.takeBack(officer.id());
    return begin(officer, Session.Stage.OPEN, means, request);
  }

  /** Gives the browser the cookie of a session that is kept. */
  void give(Secret cookie, HttpServletResponse response) {
    cookies.give(cookie, response);
  }

  private Secret open(Officer officer, Session.Means means, HttpServletRequest request) {
    Secret cookie = begin(officer, Session.Stage.OPEN, means, request);
    acts.write(
        officer, "signed-in", Map.of("means", means.code(), "address", request.getRemoteAddr()));
    return cookie;
  }

  private Secret begin(
      Officer officer, Session.Stage stage, Session.Means means, HttpServletRequest request) {
    cookies.read(request).ifPresent(sessions::forget);
    String agent = Optional.ofNullable(request.getHeader(HttpHeaders.USER_AGENT)).orElse("");
    return sessions.begin(
        officer.id(), stage, means, request.getRemoteAddr(), agent, clock.instant());
  }
}
