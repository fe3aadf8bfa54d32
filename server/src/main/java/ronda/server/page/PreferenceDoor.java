package ronda.server.page;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.view.RedirectView;
import ronda.server.door.Open;
import ronda.server.door.PublicAddress;

/** Keeps the choice of light or dark, of a language, and of letters that act, in the browser. */
@Controller
class PreferenceDoor {
  private final boolean secure;

  PreferenceDoor(PublicAddress address) {
    this.secure = address.isSecure();
  }

  /**
   * @param again whether the page is the answer to a form: the browser then sends the same fields
   *     there once more
   */
  @Open("the sign-in page has these switches too")
  @PostMapping("/preferences")
  RedirectView keep(
      @RequestParam(defaultValue = "") String theme,
      @RequestParam(defaultValue = "") String language,
      @RequestParam(defaultValue = "") String keys,
      @RequestParam(defaultValue = "/") String next,
      @RequestParam(defaultValue = "false") boolean again,
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
    RedirectView there = new RedirectView(Places.here(next), true);
    there.setStatusCode(again ? HttpStatus.TEMPORARY_REDIRECT : HttpStatus.FOUND);
    there.setExpandUriTemplateVariables(false);
    there.setExposeModelAttributes(false);
    return there;
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
