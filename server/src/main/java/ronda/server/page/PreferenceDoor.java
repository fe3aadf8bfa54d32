package ronda.server.page;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import ronda.server.door.Open;

/** Keeps the choice of light or dark, of a language, and of letters that act, in the browser. */
@Controller
class PreferenceDoor {
  private final boolean secure;

  PreferenceDoor(@Value("${ronda.public-url:}") String publicUrl) {
    this.secure = publicUrl.startsWith("https:");
  }

  @Open("the sign-in page has these switches too")
  @PostMapping("/preferences")
  String keep(
      @RequestParam(defaultValue = "") String theme,
      @RequestParam(defaultValue = "") String language,
      @RequestParam(defaultValue = "") String keys,
      @RequestParam(defaultValue = "/") String next,
      HttpServletResponse response) {
    if (Preferences.THEMES.contains(theme)) {
      remember(Preferences.THEME, theme, response);
    }
    if (Preferences.LANGUAGES.contains(language)) {
      remember(Preferences.LANGUAGE, language, response);
    }
    if (Preferences.SWITCH.contains(keys)) {
      remember(Preferences.KEYS, keys, response);
    }
    return "redirect:" + Places.here(next);
  }

  private void remember(String name, String value, HttpServletResponse response) {
    response.addHeader(
        HttpHeaders.SET_COOKIE,
        ResponseCookie.from(name, value)
            .path("/")
            .httpOnly(true)
            .secure(secure)
            .sameSite("Lax")
            .maxAge(Duration.ofDays(365))
            .build()
            .toString());
  }
}
