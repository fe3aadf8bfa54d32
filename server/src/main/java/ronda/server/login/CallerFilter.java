package ronda.server.login;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.InstantSource;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;
import ronda.server.door.Caller;
import ronda.server.door.Callers;
import ronda.server.page.StaleForms;
import ronda.store.login.Secret;
import ronda.store.login.Session;
import ronda.store.login.Sessions;
import ronda.store.login.Tokens;

/**
 * Finds out who asks, anew for every request: a role that was taken away or a session that was
 * ended counts from the next click. A request with a bearer token is a program's, whatever cookie
 * comes with it.
 */
final class CallerFilter extends OncePerRequestFilter {
  private final Sessions sessions;
  private final Tokens tokens;
  private final Cookies cookies;
  private final InstantSource clock;

  CallerFilter(Sessions sessions, Tokens tokens, Cookies cookies, InstantSource clock) {
    this.sessions = sessions;
    this.tokens = tokens;
    this.cookies = cookies;
    this.clock = clock;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    try {
      caller(request)
          .ifPresent(
              caller ->
                  SecurityContextHolder.getContext().setAuthentication(Callers.known(caller)));
      chain.doFilter(request, response);
    } finally {
      SecurityContextHolder.clearContext();
    }
  }

  /** An error page is shown to somebody too, with their menu around it. */
  @Override
  protected boolean shouldNotFilterErrorDispatch() {
    return false;
  }

  /** What a handler answers later, it answers to the same caller. */
  @Override
  protected boolean shouldNotFilterAsyncDispatch() {
    return false;
  }

  private Optional<? extends Caller> caller(HttpServletRequest request) {
    if (request.getDispatcherType() != DispatcherType.ERROR) {
      return Locks.bearsToken(request) ? program(request) : person(request);
    }
    try {
      return Locks.bearsToken(request) ? program(request) : person(request);
    } catch (RuntimeException broken) {
      // The page that says that the database is gone cannot ask it who reads it.
      return Optional.empty();
    }
  }

  private Optional<Caller.Program> program(HttpServletRequest request) {
    return Optional.ofNullable(request.getHeader(HttpHeaders.AUTHORIZATION))
        .map(header -> header.substring("Bearer ".length()).strip())
        .filter(Secret::isOne)
        .flatMap(secret -> tokens.of(new Secret(secret), clock.instant()))
        .map(
            token ->
                new Caller.Program(
                    token.id(), token.name(), token.office(), token.role(), token.region()));
  }

  private Optional<Caller.Person> person(HttpServletRequest request) {
    Optional<Caller.Person> person =
        cookies
            .read(request)
            .flatMap(cookie -> sessions.holder(cookie, clock.instant()))
            .filter(holder -> holder.session().stage() == Session.Stage.OPEN)
            .map(
                holder -> new Caller.Person(holder.officer(), holder.session(), holder.language()));
    if (person.isEmpty() && cookies.read(request).isPresent()) {
      request.setAttribute(StaleForms.SESSION_OVER, true);
    }
    return person;
  }
}
