package ronda.server.page;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.Set;

/**
 * What a browser remembers of its user's taste: light or dark, Indonesian or English, and whether
 * single letters act.
 */
final class Preferences {
  static final String THEME = "ronda-theme";
  static final String LANGUAGE = "ronda-language";
  static final String KEYS = "ronda-keys";
  static final Set<String> THEMES = Set.of("auto", "light", "dark");
  static final Set<String> LANGUAGES = Set.of("id", "en");

  static final Set<String> SWITCH = Set.of("on", "off");

  private Preferences() {}

  static String theme(HttpServletRequest request) {
    return cookie(THEME, request).filter(THEMES::contains).orElse("auto");
  }

  static Optional<String> language(HttpServletRequest request) {
    return cookie(LANGUAGE, request).filter(LANGUAGES::contains);
  }

  /**
   * Whether a single letter acts, as on the queue. Whoever dictates or has an unsteady hand
   * switches it off (WCAG 2.1.4).
   */
  static boolean letterKeys(HttpServletRequest request) {
    return !cookie(KEYS, request).filter(SWITCH::contains).equals(Optional.of("off"));
  }

  private static Optional<String> cookie(String name, HttpServletRequest request) {
    Cookie[] cookies = request.getCookies();
    if (cookies != null) {
      for (Cookie cookie : cookies) {
        if (cookie.getName().equals(name)) {
          return Optional.of(cookie.getValue());
        }
      }
    }
    return Optional.empty();
  }
}
