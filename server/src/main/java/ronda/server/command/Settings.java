package ronda.server.command;

import static java.util.Locale.ROOT;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.springframework.boot.convert.DurationStyle;
import ronda.letters.mail.MailSettings;
import ronda.proof.vault.VaultKeys;
import ronda.proof.vault.VaultRefused;
import ronda.server.door.Proxies;
import ronda.server.door.PublicAddress;
import ronda.server.door.SettingRefused;

/**
 * The settings of the environment (setelan): which there are, and what each may be. They are looked
 * at before anything is opened, so that a slip of the pen is told in one line and touches no data.
 */
final class Settings {
  private static final String PREFIX = "RONDA_";
  private static final int LONGEST_QUOTED = 100;

  /**
   * One of them.
   *
   * @param name without {@code RONDA_}; a hyphen stands between the words of one part
   * @param allowed what it may be, to end a sentence
   * @param secret whether its value must not be repeated
   */
  private record Setting(String name, String allowed, boolean secret, Predicate<String> fits) {
    Setting(String name, String allowed, Predicate<String> fits) {
      this(name, allowed, false, fits);
    }

    /** Anything goes, or who reads it says itself what is wrong with it. */
    Setting(String name) {
      this(name, "anything", true, value -> true);
    }

    /** As the environment names it: Spring takes the second as well. */
    List<String> spellings() {
      return List.of(PREFIX + name.replace('-', '_'), PREFIX + name.replace("-", ""));
    }

    void check(String as, String value) {
      if (fits.test(value)) {
        return;
      }
      String was = secret || value.length() > LONGEST_QUOTED ? "" : " '" + value + "'";
      throw new SettingRefused(as + was + " cannot be used: it may be " + allowed + ".");
    }
  }

  private static final String SPAN = "a time such as 30s, 10m or PT30S, longer than nothing";
  private static final String HTTP = "an address such as https://nama.contoh.go.id";
  private static final String TLS = "tls, starttls, or none on this machine";
  private static final String PORT = "a number from 1 to 65535";

  private static final List<Setting> ALL =
      List.of(
          new Setting("HOME"),
          new Setting("ROOT"),
          new Setting("HEAP"),
          new Setting("DEBUG"),
          new Setting("DATABASE_URL"),
          new Setting(
              "PUBLIC_URL",
              HTTP + ", with nothing behind the name",
              value -> holds(() -> PublicAddress.of(value))),
          new Setting(
              "PROXY",
              "addresses of proxies, such as 10.0.0.5 or 10.0.0.0/24, parted by commas",
              value -> holds(() -> Proxies.of(value))),
          new Setting(
              "ZONE",
              "a time zone such as Asia/Jakarta, Asia/Makassar or Asia/Jayapura",
              value -> holds(() -> ZoneId.of(value))),
          new Setting(
              "SEAL_KEY",
              "64 hexadecimal digits, as openssl rand -hex 32 prints them",
              true,
              value -> value.strip().matches("[0-9a-fA-F]{64}")),
          new Setting(
              "EVIDENCE_KEYS",
              "keys of 64 hexadecimal digits each, parted by commas",
              true,
              value -> holds(() -> VaultKeys.read(value, PREFIX))),
          new Setting("EVIDENCE_KEYS_FILE"),
          new Setting("EVIDENCE_KEYS_COMMAND"),
          new Setting("EVIDENCE_AUTHORITY", HTTP, Settings::isAddress),
          new Setting("SAMPLE_SHARE", "a share from 0 to 1, such as 0.005", Settings::isShare),
          new Setting("SAMPLE_DAYS", whole(0, 3650), value -> isWhole(value, 0, 3650)),
          new Setting("SAMPLE_MOST-AN-HOUR", whole(0, 1_000_000), v -> isWhole(v, 0, 1_000_000)),
          new Setting("SECOND-LOOK-PERCENT", whole(0, 100), value -> isWhole(value, 0, 100)),
          new Setting("INTAKE_PATIENCE", SPAN, Settings::isSpan),
          new Setting(
              "REQUESTS-A-MINUTE_TOKEN", whole(1, 1_000_000), v -> isWhole(v, 1, 1_000_000)),
          new Setting(
              "REQUESTS-A-MINUTE_ADDRESS", whole(1, 1_000_000), v -> isWhole(v, 1, 1_000_000)),
          new Setting("OBJECTION-DAYS", whole(1, 3650), value -> isWhole(value, 1, 3650)),
          new Setting("OBJECTION-CONTACT-DAYS", whole(0, 3650), value -> isWhole(value, 0, 3650)),
          new Setting("FORGETTING_AT-ONCE", whole(1, 1_000_000), v -> isWhole(v, 1, 1_000_000)),
          new Setting("LETTERS_SEND-EVERY", SPAN, Settings::isSpan),
          new Setting("LETTERS_READ-EVERY", SPAN, Settings::isSpan),
          new Setting("LETTERS_ABANDONED-AFTER", SPAN, Settings::isSpan),
          new Setting("CAPTURE_SILENCE", SPAN, Settings::isSpan),
          new Setting(
              "CAPTURE_PERMIT",
              "names of hosts, such as intranet.contoh.go.id, parted by commas",
              value -> value.matches("[^\\s/,]+(\\s*,\\s*[^\\s/,]+)*")),
          new Setting("INTERFACE_SECRET"),
          new Setting("OIDC_ISSUER", HTTP, Settings::isAddress),
          new Setting("OIDC_CLIENT_ID"),
          new Setting("OIDC_CLIENT_SECRET"),
          new Setting("SMTP_HOST"),
          new Setting("SMTP_PORT", PORT, value -> isWhole(value, 1, 65535)),
          new Setting("SMTP_TLS", TLS, Settings::isProtection),
          new Setting("SMTP_USER"),
          new Setting("SMTP_SECRET"),
          new Setting("SMTP_SECRET_FILE"),
          new Setting("IMAP_HOST"),
          new Setting("IMAP_PORT", PORT, value -> isWhole(value, 1, 65535)),
          new Setting("IMAP_TLS", TLS, Settings::isProtection),
          new Setting("IMAP_USER"),
          new Setting("IMAP_SECRET"),
          new Setting("IMAP_SECRET_FILE"),
          new Setting("IMAP_FOLDER"));

  private Settings() {}

  /** The names of all, as the environment has them. */
  static List<String> names() {
    return ALL.stream().map(setting -> setting.spellings().getFirst()).toList();
  }

  /**
   * Looks at all that are set; one that is blank is not.
   *
   * @throws SettingRefused at the first that cannot be used
   */
  static void check(Map<String, String> environment) {
    for (Setting setting : ALL) {
      for (String as : setting.spellings()) {
        String value = environment.getOrDefault(as, "");
        if (!value.isBlank()) {
          setting.check(as, value.strip());
        }
      }
    }
    checkMail(environment);
    if (isSet(environment, "RONDA_OIDC_ISSUER") && !isSet(environment, "RONDA_OIDC_CLIENT_ID")) {
      throw new SettingRefused(
          "RONDA_OIDC_ISSUER needs RONDA_OIDC_CLIENT_ID: what the provider calls this desk.");
    }
  }

  /** What begins as a setting and is none: most likely misspelt, and so without effect. */
  static Set<String> unknown(Map<String, String> environment) {
    Set<String> unknown = new TreeSet<>(environment.keySet());
    unknown.removeIf(name -> !name.startsWith(PREFIX));
    ALL.forEach(setting -> unknown.removeAll(setting.spellings()));
    return unknown;
  }

  private static void checkMail(Map<String, String> environment) {
    try {
      MailSettings.from(environment);
    } catch (IllegalArgumentException wrong) {
      throw new SettingRefused(wrong.getMessage() + ".", wrong);
    }
  }

  private static boolean isSet(Map<String, String> environment, String name) {
    return !environment.getOrDefault(name, "").isBlank();
  }

  /** Whether reading it succeeds. */
  private static boolean holds(Runnable reading) {
    try {
      reading.run();
      return true;
    } catch (IllegalArgumentException | DateTimeException | VaultRefused wrong) {
      return false;
    }
  }

  private static String whole(long least, long most) {
    return "a whole number from %d to %d".formatted(least, most);
  }

  private static boolean isWhole(String value, long least, long most) {
    try {
      long number = Long.parseLong(value);
      return least <= number && number <= most;
    } catch (NumberFormatException odd) {
      return false;
    }
  }

  private static boolean isShare(String value) {
    try {
      double share = Double.parseDouble(value);
      return 0 <= share && share <= 1;
    } catch (NumberFormatException odd) {
      return false;
    }
  }

  /** A bare number would be taken for thousandths of a second: nobody means that. */
  private static boolean isSpan(String value) {
    try {
      Duration span = DurationStyle.detectAndParse(value);
      return span.isPositive() && !Character.isDigit(value.charAt(value.length() - 1));
    } catch (IllegalArgumentException odd) {
      return false;
    }
  }

  private static boolean isProtection(String value) {
    return Set.of("tls", "starttls", "none").contains(value.toLowerCase(ROOT));
  }

  private static boolean isAddress(String value) {
    try {
      URI address = new URI(value);
      String scheme = String.valueOf(address.getScheme());
      return Set.of("http", "https").contains(scheme) && address.getHost() != null;
    } catch (URISyntaxException odd) {
      return false;
    }
  }
}
