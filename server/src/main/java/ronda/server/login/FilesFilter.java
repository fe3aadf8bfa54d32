package ronda.server.login;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpHeaders;
import org.springframework.web.ErrorResponse;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.HandlerExecutionChain;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.ServletRequestPathUtils;
import ronda.server.door.Callers;
import ronda.server.door.Declaration;

/**
 * Looks at forms with files before anybody looks into them: the first who asks such a form for a
 * field has all of it written to disk. A door that takes no files is shut to them, and of somebody
 * whom the door does not admit nothing is read at all.
 */
final class FilesFilter extends OncePerRequestFilter {
  private static final String TURNED_AWAY = FilesFilter.class.getName();

  private final ObjectProvider<RequestMappingHandlerMapping> doors;

  /**
   * @param doors of the server, which are there when the first request comes
   */
  FilesFilter(ObjectProvider<RequestMappingHandlerMapping> doors) {
    this.doors = doors;
  }

  /**
   * Whether whoever sent this request is certainly refused at its door: then nobody need look for a
   * form's token, and the guard at the door says in its own words why.
   */
  static boolean isTurnedAway(HttpServletRequest request) {
    return request.getAttribute(TURNED_AWAY) != null;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (!bringsFiles(request)) {
      chain.doFilter(request, response);
      return;
    }
    Optional<HandlerMethod> door;
    try {
      door = door(request);
    } catch (ServletException refused) {
      refuse(refused, response);
      return;
    }
    if (door.isEmpty()) {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
    } else if (!takesFiles(door.get())) {
      response.sendError(HttpServletResponse.SC_UNSUPPORTED_MEDIA_TYPE);
    } else if (admits(door.get())) {
      chain.doFilter(request, response);
    } else {
      request.setAttribute(TURNED_AWAY, true);
      chain.doFilter(new Unread(request), response);
    }
  }

  private static boolean bringsFiles(HttpServletRequest request) {
    String type = request.getContentType();
    // Some programs that are led on say once more what they sent before, and send nothing.
    boolean body =
        request.getContentLengthLong() > 0
            || request.getHeader(HttpHeaders.TRANSFER_ENCODING) != null;
    return body && type != null && type.strip().toLowerCase(Locale.ROOT).startsWith("multipart/");
  }

  /**
   * The door that this request will come to.
   *
   * @throws ServletException if there is one for other methods or other contents only
   */
  private Optional<HandlerMethod> door(HttpServletRequest request) throws ServletException {
    boolean parsed = ServletRequestPathUtils.hasParsedRequestPath(request);
    if (!parsed) {
      ServletRequestPathUtils.parseAndCache(request);
    }
    try {
      HandlerExecutionChain found = doors.getObject().getHandler(request);
      return Optional.ofNullable(found)
          .map(HandlerExecutionChain::getHandler)
          .filter(HandlerMethod.class::isInstance)
          .map(HandlerMethod.class::cast);
    } catch (ServletException | RuntimeException refused) {
      throw refused;
    } catch (Exception unforeseen) {
      throw new IllegalStateException("no door was found, nor that there is none", unforeseen);
    } finally {
      if (!parsed) {
        ServletRequestPathUtils.clearParsedRequestPath(request);
      }
    }
  }

  private static void refuse(ServletException refused, HttpServletResponse response)
      throws IOException, ServletException {
    if (!(refused instanceof ErrorResponse told)) {
      throw refused;
    }
    told.getHeaders()
        .forEach((name, values) -> values.forEach(value -> response.addHeader(name, value)));
    response.sendError(told.getStatusCode().value());
  }

  private static boolean takesFiles(HandlerMethod door) {
    return Stream.of(door.getMethodParameters())
        // One, perhaps one, or several of them.
        .map(parameter -> parameter.getGenericParameterType().getTypeName())
        .anyMatch(type -> type.contains(MultipartFile.class.getName()));
  }

  /** As the guard at the door will ask: what declares nothing is shut to all. */
  private static boolean admits(HandlerMethod door) {
    return Declaration.of(door).filter(said -> said.admits(Callers.current())).isPresent();
  }
}
