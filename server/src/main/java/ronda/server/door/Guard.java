package ronda.server.door;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.method.support.InvocableHandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;
import org.springframework.web.servlet.resource.ResourceHttpRequestHandler;

/**
 * Stands at every door and lets in whom the door admits. A handler that declares nothing is shut to
 * all.
 */
public final class Guard implements HandlerInterceptor {
  @Override
  public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
      throws Exception {
    if (handler instanceof ResourceHttpRequestHandler) {
      return true; // Style sheet and pictures: they are served from the class path's static folder.
    }
    if (handler instanceof HandlerMethod asked && isQuestionForMethods(asked)) {
      throw new HttpRequestMethodNotSupportedException(
          HttpMethod.OPTIONS.name(), methods(asked, request));
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

  /** Whether Spring stands there itself: it would answer {@code OPTIONS}, and declares nothing. */
  private static boolean isQuestionForMethods(HandlerMethod handler) {
    return handler.getBeanType().getEnclosingClass() == RequestMappingInfoHandlerMapping.class;
  }

  /** What else an address may be asked; the answer to {@code OPTIONS} is what others get. */
  private static List<String> methods(HandlerMethod handler, HttpServletRequest request)
      throws Exception {
    Object answer =
        new InvocableHandlerMethod(handler).invokeForRequest(new ServletWebRequest(request), null);
    return answer instanceof HttpHeaders headers
        ? headers.getAllow().stream()
            .filter(method -> !method.equals(HttpMethod.OPTIONS))
            .map(HttpMethod::name)
            .toList()
        : List.of();
  }
}
