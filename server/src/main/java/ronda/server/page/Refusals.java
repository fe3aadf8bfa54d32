package ronda.server.page;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import ronda.server.door.SignInFirst;

/** Turns what a door or a handler refused into an answer. */
@ControllerAdvice
class Refusals {
  @ExceptionHandler(SignInFirst.class)
  Object signInFirst(HttpServletRequest request, HttpServletResponse response) {
    if (request.getRequestURI().startsWith("/api/")) {
      response.setHeader("WWW-Authenticate", "Bearer");
      return ErrorPages.problem(401, request.getRequestURI(), request);
    }
    boolean reading = request.getMethod().equals("GET") && !request.getRequestURI().equals("/");
    return "redirect:/sign-in"
        + (reading ? "?next=" + Places.encoded(request.getRequestURI()) : "");
  }

  @ExceptionHandler(AccessDeniedException.class)
  Object notYours(HttpServletRequest request) {
    return request.getRequestURI().startsWith("/api/")
        ? ErrorPages.problem(403, request.getRequestURI(), request)
        : ErrorPages.page(403, request);
  }
}
