package ronda.store.login;

import java.time.Instant;
import java.util.Locale;
import java.util.UUID;

/**
 * A browser that is signed in (sesi).
 *
 * @param address where it came from, as the server saw it
 * @param agent what the browser called itself, cut short
 */
public record Session(
    UUID id,
    UUID officer,
    Stage stage,
    Means means,
    Instant createdAt,
    Instant seenAt,
    Instant expiresAt,
    String address,
    String agent) {

  /** How far the sign-in has come. */
  public enum Stage {
    /** The password was right; the code is still to come. */
    HALFWAY,
    OPEN;

    String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** How the person showed who they are. */
  public enum Means {
    PASSWORD,
    LINK,
    OIDC;

    /** The stable code, such as {@code link}. */
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
