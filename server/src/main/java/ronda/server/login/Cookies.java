package ronda.server.login;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import ronda.store.login.Secret;
import ronda.store.login.Sessions;

/** The cookie that carries a session. No script can read it and no other site can send it along. */
final class Cookies {
  private final boolean secure;

  /** For pages that are reached over https when {@code secure}. */
  Cookies(boolean secure) {
    this.secure = secure;
  }

  /** The name: with https a browser binds it to exactly this host. */
  private String name() {
    return secure ? "__Host-ronda" : "ronda";
  }

  /** The name of the cookie with the token that each form repeats. */
  String formName() {
    return secure ? "__Host-ronda-form" : "ronda-form";
  }

  boolean isSecure() {
    return secure;
  }

  Optional<Secret> read(HttpServletRequest request) {
    Cookie[] cookies = request.getCookies();
    if (cookies == null) {
      return Optional.empty();
    }
    for (Cookie cookie : cookies) {
      if (cookie.getName().equals(name()) && Secret.isOne(cookie.getValue())) {
        return Optional.of(new Secret(cookie.getValue()));
      }
    }
    return Optional.empty();
  }

  void give(Secret secret, HttpServletResponse response) {
    set(name(), secret.text(), "Lax", Sessions.LONGEST, response);
    // What a form repeated before somebody signed in is worth nothing afterwards.
    set(formName(), "", "Strict", Duration.ZERO, response);
  }

  void takeBack(HttpServletResponse response) {
    set(name(), "", "Lax", Duration.ZERO, response);
    set(formName(), "", "Strict", Duration.ZERO, response);
  }

  private void set(
      String name, String value, String sameSite, Duration age, HttpServletResponse response) {
    response.addHeader(
        HttpHeaders.SET_COOKIE,
        ResponseCookie.from(name, value)
            .path("/")
            .httpOnly(true)
            .secure(secure)
            .sameSite(sameSite)
            .maxAge(age)
            .build()
            .toString());
  }
}
