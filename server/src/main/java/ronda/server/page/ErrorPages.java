package ronda.server.page;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Set;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;
import ronda.server.door.Open;

/** Says what happened and what to do: a page for people, a problem detail for programs. */
@Controller
class ErrorPages implements ErrorController {
  /** Those with words of their own; every other is told as its class, 400 or 500. */
  private static final Set<Integer> KNOWN =
      Set.of(400, 403, 404, 405, 409, 413, 415, 429, 500, 503);

  @Open("whoever stumbles is told why")
  @RequestMapping("/error")
  Object error(HttpServletRequest request, HttpServletResponse response) {
    int status =
        request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code
            ? code
            : 404;
    String path =
        request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) instanceof String uri ? uri : "/";
    return path.startsWith("/api/") ? problem(status, path, request) : page(status, request);
  }

  static ModelAndView page(int status, HttpServletRequest request) {
    var page = new ModelAndView("page/error", HttpStatus.valueOf(status));
    page.addObject("status", status);
    page.addObject("words", KNOWN.contains(status) ? status : status < 500 ? 400 : 500);
    page.addObject("number", RequestNumbers.of(request));
    return page;
  }

  static ResponseEntity<ProblemDetail> problem(
      int status, String path, HttpServletRequest request) {
    ProblemDetail problem = ProblemDetail.forStatus(status);
    problem.setInstance(java.net.URI.create(RequestNumbers.urn(request)));
    return ResponseEntity.status(status)
        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
        .body(problem);
  }
}
