package ronda.server.page;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.web.servlet.FlashMap;
import org.springframework.web.servlet.support.AbstractFlashMapManager;

/**
 * Carries the word of what was just done ({@code notice}) or refused ({@code problem}) over a
 * redirect, in a cookie: message keys only. The server keeps no session for it, so that any of
 * several servers may show it.
 */
final class NoticeCookie extends AbstractFlashMapManager {
  private static final String NAME = "ronda-notice";
  private static final List<String> CARRIED = List.of("notice", "problem");
  private static final int LONGEST = 200;

  private final boolean secure;

  /** For pages that are reached over https when {@code secure}. */
  NoticeCookie(boolean secure) {
    this.secure = secure;
  }

  @Override
  protected @Nullable List<FlashMap> retrieveFlashMaps(HttpServletRequest request) {
    Cookie[] cookies = request.getCookies();
    return cookies == null
        ? null
        : Arrays.stream(cookies)
            .filter(cookie -> cookie.getName().equals(NAME))
            .flatMap(cookie -> read(cookie.getValue()))
            .collect(Collectors.toCollection(ArrayList::new)); // Spring adds to it.
  }

  private static Stream<FlashMap> read(String value) {
    if (value.isEmpty() || value.length() > LONGEST) {
      return Stream.empty();
    }
    String[] parts;
    try {
      parts =
          new String(Base64.getUrlDecoder().decode(value), StandardCharsets.UTF_8).split("=", 2);
    } catch (IllegalArgumentException notOurs) {
      return Stream.empty();
    }
    if (parts.length != 2 || !CARRIED.contains(parts[0]) || !isKey(parts[1])) {
      return Stream.empty();
    }
    var map = new FlashMap();
    map.put(parts[0], parts[1]);
    return Stream.of(map);
  }

  private static boolean isKey(String text) {
    return !text.isEmpty()
        && text.chars()
            .allMatch(c -> c < 128 && (Character.isLetterOrDigit(c) || ".-_".indexOf(c) >= 0));
  }

  @Override
  protected void updateFlashMaps(
      List<FlashMap> maps, HttpServletRequest request, HttpServletResponse response) {
    String value =
        maps.stream()
            .flatMap(map -> map.entrySet().stream())
            .filter(entry -> CARRIED.contains(entry.getKey()))
            .map(entry -> entry.getKey() + "=" + entry.getValue())
            .reduce((earlier, later) -> later)
            .orElse("");
    response.addHeader(
        HttpHeaders.SET_COOKIE,
        ResponseCookie.from(
                NAME,
                Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(value.getBytes(StandardCharsets.UTF_8)))
            .path("/")
            .httpOnly(true)
            .secure(secure)
            .sameSite("Lax")
            .maxAge(value.isEmpty() ? Duration.ZERO : Duration.ofMinutes(1))
            .build()
            .toString());
  }

  /** Nothing is shared between requests: a browser holds its own. */
  @Override
  protected @Nullable Object getFlashMapsMutex(HttpServletRequest request) {
    return null;
  }
}
