package ronda.letters.mail;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;

/**
 * Whether letters can be addressed so (alamat surel): asked of the very parser that writes the
 * mail, so that what it would refuse is refused where it is typed in.
 */
public final class MailAddress {
  private MailAddress() {}

  /**
   * Whether a mail can be written to or from {@code text}: one bare address, with no name, comment
   * or list around it. Whether anybody reads it, only a letter would tell.
   */
  public static boolean isOne(String text) {
    if (!text.chars().allMatch(c -> c > ' ' && c < 0x7F)) {
      return false; // A mail server that knows other letters in addresses is still rare.
    }
    try {
      return new InternetAddress(text, true).getAddress().equals(text);
    } catch (AddressException refused) {
      return false;
    }
  }
}
