package ronda.server.login;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import ronda.casework.office.Officer;
import ronda.casework.office.Offices;
import ronda.server.door.Acts;
import ronda.store.login.Secret;
import ronda.store.login.Session;
import ronda.store.login.Sessions;
import ronda.store.login.SignInLinks;

/** Begins and ends sessions, and writes down that it did. */
@Component
final class SignIns {
  private final Sessions sessions;
  private final SignInLinks links;
  private final Offices offices;
  private final Acts acts;
  private final Cookies cookies;
  private final InstantSource clock;

  SignIns(
      Sessions sessions,
      SignInLinks links,
      Offices offices,
      Acts acts,
      Cookies cookies,
      InstantSource clock) {
    this.sessions = sessions;
    this.links = links;
    this.offices = offices;
    this.acts = acts;
    this.cookies = cookies;
    this.clock = clock;
  }

  /** Whom a link would sign in. */
  Optional<Officer> look(Secret link) {
    return links.look(link, clock.instant()).flatMap(found -> offices.officer(found.officer()));
  }

  /** Why a link was made; empty if it opens nothing. */
  Optional<SignInLinks.Purpose> purpose(Secret link) {
    return links.look(link, clock.instant()).map(SignInLinks.Link::purpose);
  }

  /** Signs in whom the link is for, once. */
  boolean byLink(Secret link, HttpServletRequest request, HttpServletResponse response) {
    Optional<Officer> officer =
        links.use(link, clock.instant()).flatMap(used -> offices.officer(used.officer()));
    officer.ifPresent(known -> open(known, Session.Means.LINK, request, response));
    return officer.isPresent();
  }

  /** Ends this browser's session. */
  void end(Officer officer, Session session, HttpServletResponse response) {
    sessions.end(officer.id(), session.id());
    cookies.takeBack(response);
    acts.write(officer, "signed-out", Map.of());
  }

  private void open(
      Officer officer,
      Session.Means means,
      HttpServletRequest request,
      HttpServletResponse response) {
    cookies.read(request).ifPresent(sessions::forget);
    String agent = Optional.ofNullable(request.getHeader(HttpHeaders.USER_AGENT)).orElse("");
    Instant now = clock.instant();
    cookies.give(
        sessions.begin(
            officer.id(), Session.Stage.OPEN, means, request.getRemoteAddr(), agent, now),
        response);
    acts.write(officer, "signed-in", Map.of("means", means.code()));
  }
}
