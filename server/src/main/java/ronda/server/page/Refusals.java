package ronda.server.page;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
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
    if (Places.isForPrograms(path)) {
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
    if (!Places.isForPrograms(request.getRequestURI())) {
      return ErrorPages.page(status, request);
    }
    return status == 400
        ? wrong(new WrongParameter(odd.getName(), "is of another kind"), request)
        : ErrorPages.problem(status, request.getRequestURI(), request);
  }

  /** Only doors for programs refuse so: a page shows what it can. */
  @ExceptionHandler(WrongParameter.class)
  ResponseEntity<ProblemDetail> wrong(WrongParameter wrong, HttpServletRequest request) {
    ProblemDetail problem =
        ProblemDetail.forStatusAndDetail(
            HttpStatus.BAD_REQUEST, wrong.getMessage() + ": see /api/v1/openapi.json.");
    problem.setInstance(URI.create(RequestNumbers.urn(request)));
    problem.setProperty("parameter", wrong.name());
    return ResponseEntity.badRequest()
        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
        .body(problem);
  }

  @ExceptionHandler(AccessDeniedException.class)
  Object notYours(HttpServletRequest request) {
    return Places.isForPrograms(request.getRequestURI())
        ? ErrorPages.problem(403, request.getRequestURI(), request)
        : ErrorPages.page(403, request);
  }
}
