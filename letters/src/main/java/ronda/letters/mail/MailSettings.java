package ronda.letters.mail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Where letters leave and answers come in, from the environment (setelan surel). The secret is in
 * no table, no log and no page.
 *
 * @param smtp where letters are handed over; empty if this desk sends no mail
 * @param imap where answers lie; empty if they are typed in
 * @param folder the folder that is read
 */
public record MailSettings(Optional<Place> smtp, Optional<Place> imap, String folder) {
  /** No mail at all. */
  public static final MailSettings NONE =
      new MailSettings(Optional.empty(), Optional.empty(), "INBOX");

  /** How a connection is protected. */
  public enum Security {
    /** From the first byte. */
    TLS,
    /** From the first words; without it nothing is said. */
    STARTTLS,
    /** Not at all: only to this very machine. */
    NONE
  }

  /** A mail server and who one is there. */
  public record Place(String host, int port, Security security, String user, String secret) {
    public Place {
      if (port < 1 || port > 65535) {
        throw new IllegalArgumentException("a port is 1 to 65535, was " + port);
      }
      if (security == Security.NONE && !isHere(host)) {
        throw new IllegalArgumentException(
            "letters do not travel unprotected to " + host + ": set TLS to tls or starttls");
      }
    }

    private static boolean isHere(String host) {
      return host.equals("localhost") || host.equals("127.0.0.1") || host.equals("::1");
    }

    /** Never the secret. */
    @Override
    public String toString() {
      return (user.isEmpty() ? "" : user + "@") + host + ":" + port;
    }
  }

  /**
   * What {@code RONDA_SMTP_HOST}, {@code _PORT}, {@code _TLS} (tls, starttls, none), {@code _USER}
   * and {@code _SECRET} or {@code _SECRET_FILE} say, and the same with {@code RONDA_IMAP_}, and
   * {@code RONDA_IMAP_FOLDER}.
   *
   * @throws IllegalArgumentException if one of them makes no sense, and which
   */
  public static MailSettings from(Map<String, String> environment) {
    return new MailSettings(
        place(environment, "RONDA_SMTP_", 587, 465),
        place(environment, "RONDA_IMAP_", 143, 993),
        environment.getOrDefault("RONDA_IMAP_FOLDER", "INBOX"));
  }

  private static Optional<Place> place(
      Map<String, String> environment, String prefix, int plainPort, int tlsPort) {
    String host = environment.getOrDefault(prefix + "HOST", "").strip();
    if (host.isEmpty()) {
      return Optional.empty();
    }
    String said = environment.getOrDefault(prefix + "TLS", "tls").strip();
    Security security =
        switch (said.toLowerCase(Locale.ROOT)) {
          case "tls" -> Security.TLS;
          case "starttls" -> Security.STARTTLS;
          case "none" -> Security.NONE;
          default ->
              throw new IllegalArgumentException(
                  prefix + "TLS is tls, starttls or none, was '" + said + "'");
        };
    int port = security == Security.TLS ? tlsPort : plainPort;
    String given = environment.getOrDefault(prefix + "PORT", "").strip();
    try {
      port = given.isEmpty() ? port : Integer.parseInt(given);
    } catch (NumberFormatException odd) {
      throw new IllegalArgumentException(prefix + "PORT is a number, was '" + given + "'", odd);
    }
    String user = environment.getOrDefault(prefix + "USER", "");
    String secret = secret(environment, prefix);
    try {
      return Optional.of(new Place(host, port, security, user, secret));
    } catch (IllegalArgumentException odd) {
      throw new IllegalArgumentException(prefix + "HOST, _PORT, _TLS: " + odd.getMessage(), odd);
    }
  }

  private static String secret(Map<String, String> environment, String prefix) {
    String file = environment.getOrDefault(prefix + "SECRET_FILE", "").strip();
    if (file.isEmpty()) {
      return environment.getOrDefault(prefix + "SECRET", "");
    }
    try {
      return Files.readString(Path.of(file)).strip();
    } catch (IOException missing) {
      throw new IllegalArgumentException(
          prefix + "SECRET_FILE names a file that cannot be read: " + file, missing);
    }
  }
}
