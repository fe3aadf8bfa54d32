package ronda.server.login;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.OptionalLong;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;
import ronda.server.door.Caller;
import ronda.server.door.Callers;
import ronda.server.door.Pace;

/**
 * Lets nobody come too often: a program by its token, somebody who is not signed in by their
 * network address. People who are signed in are not counted: they cannot click that fast, and a
 * whole office may share one address.
 */
final class PaceFilter extends OncePerRequestFilter {
  private static final int TOO_MANY = 429;

  private final Pace programs;
  private final Pace strangers;

  PaceFilter(Pace programs, Pace strangers) {
    this.programs = programs;
    this.strangers = strangers;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    OptionalLong wait =
        Callers.current()
            .map(
                caller ->
                    switch (caller) {
                      case Caller.Person person -> OptionalLong.empty();
                      case Caller.Program program -> programs.mustWait(program.token().toString());
                    })
            .orElseGet(() -> strangers.mustWait(request.getRemoteAddr()));
    if (wait.isPresent()) {
      response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(wait.getAsLong()));
      response.sendError(TOO_MANY);
      return;
    }
    chain.doFilter(request, response);
  }
}
