package ronda.server.page;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import ronda.letters.mail.MailAddress;

/** What people type into forms, made ready to be kept. */
public final class Fields {
  /** RFC 5321 allows no longer mail address. */
  public static final int LONGEST_EMAIL = 254;

  /** No longer name of a person is taken. */
  public static final int LONGEST_NAME = 200;

  private Fields() {}

  /** One line without control characters and without space around it; never null. */
  public static String line(@Nullable String typed) {
    if (typed == null) {
      return "";
    }
    var line = new StringBuilder(typed.length());
    typed
        .codePoints()
        .map(c -> Character.isISOControl(c) ? ' ' : c)
        .filter(c -> c < 0xD800 || c > 0xDFFF) // Half a character cannot be kept.
        .forEach(line::appendCodePoint);
    return line.toString().strip();
  }

  /** The same, cut where it is longer than so many characters. */
  public static String line(@Nullable String typed, int longest) {
    return cut(line(typed), longest);
  }

  /**
   * What was typed, line ends and all, without space around it and without the one character that
   * no table keeps; cut where it is longer than so many characters.
   */
  public static String text(String typed, int longest) {
    return cut(typed.replace('\0', ' ').strip(), longest);
  }

  /** Never in the midst of a character that takes two. */
  private static String cut(String text, int longest) {
    if (text.length() <= longest) {
      return text;
    }
    return text.substring(
        0, Character.isHighSurrogate(text.charAt(longest - 1)) ? longest - 1 : longest);
  }

  /**
   * Several lines without other control characters, without halves of characters and without space
   * around them.
   *
   * @param most how many characters are kept, of which each may take two of Java's
   */
  public static String lines(String typed, int most) {
    StringBuilder kept = new StringBuilder();
    typed
        .codePoints()
        .filter(c -> c == '\n' || !Character.isISOControl(c))
        .filter(c -> c < 0xD800 || c > 0xDFFF)
        .limit(most)
        .forEach(kept::appendCodePoint);
    return kept.toString().strip();
  }

  /** What has to be said and not at any length: empty if nothing was typed, or too much. */
  public static Optional<String> reason(@Nullable String typed, int longest) {
    String reason = typed == null ? "" : typed.strip();
    return reason.isEmpty() || reason.length() > longest ? Optional.empty() : Optional.of(reason);
  }

  /** Whether this can be a person's name. */
  public static boolean isName(String text) {
    return !text.isBlank() && text.length() <= LONGEST_NAME;
  }

  /**
   * Whether this can be a mail address, so that what writes letters takes it; whether it is one,
   * only a letter would tell.
   */
  public static boolean isEmail(String text) {
    return text.length() <= LONGEST_EMAIL
        && text.indexOf('@') == text.lastIndexOf('@')
        && MailAddress.isOne(text);
  }
}
