package ronda.server.door;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;

/**
 * Where people reach the desk (alamat umum), as {@code https://ronda.contoh.go.id}: what stands in
 * letters and links, and what decides whether cookies travel by https only.
 *
 * @param text in lower case, without a slash at its end; empty where nobody said it
 */
public record PublicAddress(String text) {
  /** The setting. */
  public static final String SETTING = "RONDA_PUBLIC_URL";

  /** Of a server that people reach at the address on which it listens. */
  public static final PublicAddress NONE = new PublicAddress("");

  /**
   * The address that the setting says.
   *
   * @throws IllegalArgumentException if it is none, in words for whoever set it
   */
  public static PublicAddress of(String setting) {
    String typed = setting.strip().replaceAll("/+$", "");
    if (typed.isEmpty()) {
      return NONE;
    }
    try {
      URI uri = URI.create(typed);
      String scheme = Optional.ofNullable(uri.getScheme()).orElse("").toLowerCase(Locale.ROOT);
      boolean whole =
          uri.getHost() != null
              && uri.getUserInfo() == null
              && String.valueOf(uri.getRawPath()).isEmpty()
              && uri.getRawQuery() == null
              && uri.getRawFragment() == null;
      if (whole && (scheme.equals("https") || scheme.equals("http"))) {
        return new PublicAddress(typed.toLowerCase(Locale.ROOT));
      }
    } catch (IllegalArgumentException odd) {
      throw new IllegalArgumentException(wrong(setting), odd);
    }
    throw new IllegalArgumentException(wrong(setting));
  }

  /** The same of this process's environment. */
  public static PublicAddress ofEnvironment() {
    return of(System.getenv().getOrDefault(SETTING, ""));
  }

  private static String wrong(String setting) {
    return SETTING
        + " is the address at which people reach the desk, such as https://ronda.contoh.go.id,"
        + " without a path, was '"
        + setting
        + "'";
  }

  /** Whether somebody said it. */
  public boolean isKnown() {
    return !text.isEmpty();
  }

  /** Whether people come by https: then cookies travel no other way. */
  public boolean isSecure() {
    return text.startsWith("https:");
  }
}
