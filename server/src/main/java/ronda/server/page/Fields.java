package ronda.server.page;

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
