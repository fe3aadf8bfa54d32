package ronda.server;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.pattern.PathPattern;

/** A door of the server: how one knocks and what stands on it. */
record Door(String method, PathPattern pattern, HandlerMethod behind) {
  /** All doors that there are. */
  static List<Door> all(OpenDesk desk) {
    var mapping = (RequestMappingHandlerMapping) desk.bean("requestMappingHandlerMapping");
    List<Door> doors = new ArrayList<>();
    mapping
        .getHandlerMethods()
        .forEach(
            (at, behind) -> {
              Set<RequestMethod> methods = at.getMethodsCondition().getMethods();
              var patterns = Objects.requireNonNull(at.getPathPatternsCondition());
              for (PathPattern pattern : patterns.getPatterns()) {
                for (RequestMethod method :
                    methods.isEmpty() ? Set.of(RequestMethod.GET) : methods) {
                  doors.add(new Door(method.name(), pattern, behind));
                }
              }
            });
    return doors;
  }

  boolean changes() {
    return !method.equals("GET");
  }

  boolean isApi() {
    return pattern.getPatternString().startsWith("/api/");
  }

  String path(String id) {
    return pattern
        .getPatternString()
        .replaceAll("\\{[^}/]+}", java.util.regex.Matcher.quoteReplacement(id));
  }

  @Override
  public String toString() {
    return method + " " + pattern;
  }

  Browser.Page knock(Browser browser, String id) {
    if (method().equals("POST") && !isApi()) {
      return browser.post(path(id));
    }
    return changes()
        ? browser.send(method(), path(id), "Content-Type", "application/x-ndjson")
        : browser.get(path(id));
  }
}
