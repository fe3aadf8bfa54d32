package ronda.server.objection;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import ronda.server.door.PublicAddress;
import ronda.server.login.Seal;
import ronda.server.objection.Hearing.Receipt;

/**
 * Lets the browser from which somebody objected, and no other, show the receipt for a while: the
 * word in it is kept nowhere else. It lies there sealed, out of reach of scripts and of addresses.
 */
@Component
final class ReceiptCookie {
  /** How long a receipt can be shown again. */
  static final Duration SHOWN = Duration.ofMinutes(30);

  /** The only place to which a browser sends it. */
  static final String PLACE = "/objection/received";

  private static final String NAME = "ronda-receipt";
  private static final String PURPOSE = "objection-receipt";
  private static final int LONGEST = 500;
  private static final int PARTS = 4;

  private final Seal seal;
  private final InstantSource clock;
  private final boolean secure;

  ReceiptCookie(Seal seal, InstantSource clock, PublicAddress address) {
    this.seal = seal;
    this.clock = clock;
    this.secure = address.isSecure();
  }

  void give(Receipt receipt, HttpServletResponse response) {
    String words =
        String.join(
            "\n",
            receipt.number(),
            receipt.secret(),
            receipt.due().toString(),
            clock.instant().plus(SHOWN).toString());
    byte[] sealed = seal.close(words.getBytes(StandardCharsets.UTF_8), PURPOSE);
    set(Base64.getUrlEncoder().withoutPadding().encodeToString(sealed), SHOWN, response);
  }

  /** The receipt that this browser was given lately. */
  Optional<Receipt> read(HttpServletRequest request) {
    Cookie[] cookies = request.getCookies();
    if (cookies != null) {
      for (Cookie cookie : cookies) {
        if (cookie.getName().equals(NAME) && cookie.getValue().length() <= LONGEST) {
          return opened(cookie.getValue());
        }
      }
    }
    return Optional.empty();
  }

  private Optional<Receipt> opened(String value) {
    byte[] sealed;
    try {
      sealed = Base64.getUrlDecoder().decode(value);
    } catch (IllegalArgumentException notOurs) {
      return Optional.empty();
    }
    return seal.open(sealed, PURPOSE)
        .map(bytes -> new String(bytes, StandardCharsets.UTF_8).split("\n", PARTS))
        .filter(parts -> clock.instant().isBefore(Instant.parse(parts[3])))
        .map(parts -> new Receipt(parts[0], parts[1], Instant.parse(parts[2])));
  }

  void takeBack(HttpServletResponse response) {
    set("", Duration.ZERO, response);
  }

  private void set(String value, Duration age, HttpServletResponse response) {
    response.addHeader(
        HttpHeaders.SET_COOKIE,
        ResponseCookie.from(NAME, value)
            .path(PLACE)
            .httpOnly(true)
            .secure(secure)
            .sameSite("Strict")
            .maxAge(age)
            .build()
            .toString());
  }
}
