package ronda.server.door;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.resource.ResourceHttpRequestHandler;

/**
 * Stands at every door and lets in whom the door admits. A handler that declares nothing is shut to
 * all.
 */
public final class Guard implements HandlerInterceptor {
  @Override
  public boolean preHandle(
      HttpServletRequest request, HttpServletResponse response, Object handler) {
    if (handler instanceof ResourceHttpRequestHandler) {
      return true; // Style sheet and pictures: they are served from the class path's static folder.
    }
    Optional<Declaration> declaration =
        handler instanceof HandlerMethod method ? Declaration.of(method) : Optional.empty();
    Optional<Caller> caller = Callers.current();
    if (declaration.isPresent() && declaration.get().admits(caller)) {
      return true;
    }
    if (caller.isEmpty() && declaration.isPresent()) {
      throw new SignInFirst();
    }
    throw new AccessDeniedException("the door does not admit this caller");
  }
}
