package ronda.server.login;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.InstantSource;
import java.util.Optional;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;
import ronda.server.door.Caller;
import ronda.server.door.Callers;
import ronda.store.login.Session;
import ronda.store.login.Sessions;

/**
 * Finds out who asks, anew for every request: a role that was taken away or a session that was
 * ended counts from the next click. A request with a bearer token is a program's, whatever cookie
 * comes with it.
 */
final class CallerFilter extends OncePerRequestFilter {
  private final Sessions sessions;
  private final Cookies cookies;
  private final InstantSource clock;

  CallerFilter(Sessions sessions, Cookies cookies, InstantSource clock) {
    this.sessions = sessions;
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

  private Optional<? extends Caller> caller(HttpServletRequest request) {
    return Locks.bearsToken(request) ? Optional.empty() : person(request);
  }

  private Optional<Caller.Person> person(HttpServletRequest request) {
    return cookies
        .read(request)
        .flatMap(cookie -> sessions.holder(cookie, clock.instant()))
        .filter(holder -> holder.session().stage() == Session.Stage.OPEN)
        .map(holder -> new Caller.Person(holder.officer(), holder.session(), holder.language()));
  }
}
