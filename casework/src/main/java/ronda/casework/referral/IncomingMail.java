package ronda.casework.referral;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A mail that came in (surel masuk), as far as it is read.
 *
 * @param messageId without angle brackets; made up where the mail had none
 * @param to every address it names
 * @param references the Message-IDs it answers, the nearest first
 * @param attachments names and sizes; nothing of it is opened
 * @param automatic whether a machine wrote it: an absence note, a bounce
 */
public record IncomingMail(
    String messageId,
    String from,
    List<String> to,
    Instant at,
    String subject,
    List<String> references,
    String text,
    List<String> attachments,
    boolean automatic) {
  /** Longer subjects are cut before they are searched. */
  private static final int LONGEST_SUBJECT = 1_000;

  public IncomingMail {
    to = List.copyOf(to);
    references = List.copyOf(references);
    attachments = List.copyOf(attachments);
  }

  /** Which of these letter numbers stands in the subject: the longest, so that B-1 is not B-12. */
  public Optional<String> letterIn(List<String> numbers) {
    String where =
        subject.substring(0, Math.min(subject.length(), LONGEST_SUBJECT)).toLowerCase(Locale.ROOT);
    String best = "";
    for (String number : numbers) {
      if (number.length() > best.length() && stands(where, number.toLowerCase(Locale.ROOT))) {
        best = number;
      }
    }
    return best.isEmpty() ? Optional.empty() : Optional.of(best);
  }

  /** Whether it stands there by itself: no letter or digit touches it. */
  private static boolean stands(String where, String number) {
    for (int at = where.indexOf(number); at >= 0; at = where.indexOf(number, at + 1)) {
      int end = at + number.length();
      boolean before = at == 0 || !Character.isLetterOrDigit(where.charAt(at - 1));
      if (before && (end == where.length() || !Character.isLetterOrDigit(where.charAt(end)))) {
        return true;
      }
    }
    return false;
  }
}
