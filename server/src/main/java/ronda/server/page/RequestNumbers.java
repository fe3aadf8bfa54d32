package ronda.server.page;

import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;

/** A number for each request that failed: the person reads it out, the log has it too. */
final class RequestNumbers {
  private static final String NAME = RequestNumbers.class.getName();

  private RequestNumbers() {}

  static String of(HttpServletRequest request) {
    if (request.getAttribute(NAME) instanceof String known) {
      return known;
    }
    String fresh = UUID.randomUUID().toString().substring(0, 13);
    request.setAttribute(NAME, fresh);
    return fresh;
  }

  static String urn(HttpServletRequest request) {
    return "urn:ronda:request:" + of(request);
  }
}
