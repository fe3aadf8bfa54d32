package ronda.server.page;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import ronda.server.door.SignInFirst;

/** Turns what a door or a handler refused into an answer. */
@ControllerAdvice
class Refusals {
  /** An address that is longer comes back without its query. */
  private static final Logger LOG = LoggerFactory.getLogger(Refusals.class);

  private static final int LONGEST_PLACE = 1_000;

  private final StaleForms stale;

  Refusals(StaleForms stale) {
    this.stale = stale;
  }

  @ExceptionHandler(SignInFirst.class)
  Object signInFirst(HttpServletRequest request, HttpServletResponse response) {
    String path = request.getRequestURI();
    if (path.startsWith("/api/")) {
      response.setHeader("WWW-Authenticate", "Bearer");
      return ErrorPages.problem(401, path, request);
    }
    if (request.getMethod().equals("POST")) {
      return stale.page("ended", path, request);
    }
    String ended = request.getAttribute(StaleForms.SESSION_OVER) == null ? "" : "ended=yes";
    String next =
        request.getMethod().equals("GET") && !path.equals("/")
            ? "next=" + Places.encoded(place(path, request.getQueryString()))
            : "";
    String asked = ended + (ended.isEmpty() || next.isEmpty() ? "" : "&") + next;
    return "redirect:/sign-in" + (asked.isEmpty() ? "" : "?" + asked);
  }

  private static String place(String path, @Nullable String query) {
    String whole = query == null ? path : path + "?" + query;
    return whole.length() <= LONGEST_PLACE ? whole : path;
  }

  /**
   * A link that was cut off leads nowhere, as one that is none of ours. Of a form or a question the
   * sender is told that it cannot be read.
   */
  @ExceptionHandler(MethodArgumentTypeMismatchException.class)
  Object cutOff(MethodArgumentTypeMismatchException odd, HttpServletRequest request) {
    LOG.warn("{}", odd.getMessage());
    int status = odd.getParameter().hasParameterAnnotation(PathVariable.class) ? 404 : 400;
    return request.getRequestURI().startsWith("/api/")
        ? ErrorPages.problem(status, request.getRequestURI(), request)
        : ErrorPages.page(status, request);
  }

  @ExceptionHandler(AccessDeniedException.class)
  Object notYours(HttpServletRequest request) {
    return request.getRequestURI().startsWith("/api/")
        ? ErrorPages.problem(403, request.getRequestURI(), request)
        : ErrorPages.page(403, request);
  }
}
