package ronda.server.page;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.util.Set;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;
import ronda.server.door.Callers;
import ronda.server.door.Open;

/** Says what happened and what to do: a page for people, a problem detail for programs. */
@Controller
class ErrorPages implements ErrorController {
  /** Those with words of their own; every other is told as its class, 400 or 500. */
  private static final Set<Integer> KNOWN =
      Set.of(400, 403, 404, 405, 409, 413, 415, 429, 500, 503, 507);

  /** The words of 404 for somebody who is not signed in. */
  private static final String FOR_STRANGERS = "404-stranger";

  private final StaleForms stale;

  ErrorPages(StaleForms stale) {
    this.stale = stale;
  }

  @Open("whoever stumbles is told why")
  @RequestMapping("/error")
  Object error(HttpServletRequest request, HttpServletResponse response) {
    int status =
        request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code
            ? code
            : 404;
    String path =
        request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) instanceof String uri ? uri : "/";
    if (Places.isForPrograms(path)) {
      return problem(status, path, request);
    }
    return request.getAttribute(StaleForms.STALE) == null
        ? page(status, request)
        : stale.page("stale", path, request);
  }

  static ModelAndView page(int status, HttpServletRequest request) {
    var page = new ModelAndView("page/error", HttpStatus.valueOf(status));
    page.addObject("status", status);
    page.addObject("words", words(status));
    page.addObject("number", RequestNumbers.of(request));
    return page;
  }

  private static String words(int status) {
    // Who is not signed in has no office whose things these could be.
    return status == 404 && Callers.current().isEmpty()
        ? FOR_STRANGERS
        : Integer.toString(KNOWN.contains(status) ? status : status < 500 ? 400 : 500);
  }

  static ResponseEntity<ProblemDetail> problem(
      int status, String path, HttpServletRequest request) {
    ProblemDetail problem = ProblemDetail.forStatus(status);
    problem.setDetail(detail(status));
    problem.setInstance(URI.create(RequestNumbers.urn(request)));
    return ResponseEntity.status(status)
        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
        .body(problem);
  }

  /** For the one who writes the program, in the language of the interface. */
  private static String detail(int status) {
    return switch (status) {
      case 401 ->
          "Send Authorization: Bearer and a token that ./ronda token or the office's page made.";
      case 403 -> "The role of this token may not do this.";
      case 404 -> "There is nothing at this address, or it is not your office's.";
      case 405 -> "This address knows other methods: see /api/v1/openapi.json.";
      case 406 -> "It comes in one form only: see /api/v1/openapi.json for what Accept may name.";
      case 409 -> "It has changed meanwhile: read it again and decide again.";
      case 413 -> "Send it in smaller parts.";
      case 415 -> "This kind of content cannot be read here: see /api/v1/openapi.json.";
      case 429 -> "Wait as long as Retry-After says.";
      case 503 -> "The database does not answer: try again.";
      case 507 ->
          "The server's disk is full: what was answered before is safe, this may be kept in part."
              + " Send the same again, with the same Idempotency-Key, when there is room.";
      default ->
          status < 500
              ? "The request could not be read: see /api/v1/openapi.json."
              : "Something broke on our side: try again, and report the number in instance.";
    };
  }
}
