package ronda.casework.objection;

import java.util.Locale;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * A code that a person reads from a letter and types in (kode publik). Nobody can guess it; its
 * last symbol is computed from the others, so that a slip is noticed without asking whether the
 * code exists.
 *
 * @param text its symbols, without the hyphens that are shown between them
 */
public record PublicCode(String text) {
  /** How many symbols the code of a case has: 29^11 of them are 53 bits. */
  public static final int OF_CASE = 12;

  /** How many symbols a receipt has. */
  public static final int OF_RECEIPT = 8;

  /** How many symbols the word has that opens an answer: 72 bits. */
  public static final int OF_SECRET = 16;

  /** No 0 and O, no 1, I and L, no U and V that look alike, and their number is prime. */
  private static final String SYMBOLS = "23456789ABCDEFGHJKMNPQRSTVWXY";

  private static final int GROUP = 4;

  public PublicCode {
    if (!isSound(text)) {
      throw new IllegalArgumentException("not a code");
    }
  }

  /** A new one of so many symbols. */
  public static PublicCode random(int length, RandomGenerator random) {
    StringBuilder text = new StringBuilder(length);
    for (int i = 0; i < length - 1; i++) {
      text.append(SYMBOLS.charAt(random.nextInt(SYMBOLS.length())));
    }
    return new PublicCode(text.append(check(text)).toString());
  }

  /** What somebody typed, with or without hyphens, blanks and capitals; empty if it has a slip. */
  public static Optional<PublicCode> typed(String typed, int length) {
    if (typed.length() > 4 * length) {
      return Optional.empty();
    }
    StringBuilder text = new StringBuilder(length);
    String upper = typed.toUpperCase(Locale.ROOT);
    for (int i = 0; i < upper.length(); i++) {
      if (Character.isLetterOrDigit(upper.charAt(i))) {
        text.append(upper.charAt(i));
      }
    }
    return text.length() == length && isSound(text.toString())
        ? Optional.of(new PublicCode(text.toString()))
        : Optional.empty();
  }

  private static boolean isSound(String text) {
    return text.length() > 1
        && text.chars().allMatch(c -> SYMBOLS.indexOf(c) >= 0)
        && text.charAt(text.length() - 1) == check(text.substring(0, text.length() - 1));
  }

  /** Each place weighs differently and the modulus is prime: one slip or one swap changes it. */
  private static char check(CharSequence text) {
    int sum = 0;
    for (int i = 0; i < text.length(); i++) {
      sum += (i + 1) * SYMBOLS.indexOf(text.charAt(i));
    }
    return SYMBOLS.charAt(sum % SYMBOLS.length());
  }

  /** As it is printed: {@code K7QM-2XHP-9RTB}. */
  public String shown() {
    StringBuilder shown = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      shown.append(i > 0 && i % GROUP == 0 ? "-" : "").append(text.charAt(i));
    }
    return shown.toString();
  }

  /** Keeps it out of logs. */
  @Override
  public String toString() {
    return "PublicCode[…]";
  }
}
