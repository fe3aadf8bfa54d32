package ronda.server.page;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.Set;

/** What a browser remembers of its user's taste: light or dark, Indonesian or English. */
final class Preferences {
  static final String THEME = "ronda-theme";
  static final String LANGUAGE = "ronda-language";
  static final Set<String> THEMES = Set.of("auto", "light", "dark");
  static final Set<String> LANGUAGES = Set.of("id", "en");

  private Preferences() {}

  static String theme(HttpServletRequest request) {
    return cookie(THEME, request).filter(THEMES::contains).orElse("auto");
  }

  static Optional<String> language(HttpServletRequest request) {
    return cookie(LANGUAGE, request).filter(LANGUAGES::contains);
  }

  /**
   * {@code path} if it is a place in this site, otherwise the start page: nobody is sent elsewhere
   * by a crafted form.
   */
  static String placeHere(String path) {
    boolean here =
        path.startsWith("/")
            && !path.startsWith("//")
            && path.chars().noneMatch(c -> c == '\\' || c < ' ');
    return here ? path : "/";
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
