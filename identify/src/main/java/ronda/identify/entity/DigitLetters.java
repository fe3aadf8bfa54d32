package ronda.identify.entity;

/** Digits written in letters: {@code o} and {@code l} by their looks, {@code delapan} by name. */
final class DigitLetters {
  private static final String[] SPELLED = {
    "nol",
    "kosong",
    "zero",
    "satu",
    "dua",
    "tiga",
    "empat",
    "lima",
    "enam",
    "tujuh",
    "delapan",
    "lapan",
    "sembilan",
  };
  private static final String SPELLED_DIGITS = "0001234567889";

  private DigitLetters() {}

  /** The digit that the letter {@code b} resembles, or -1. */
  static int like(int b) {
    return switch (b) {
      case 'o' -> 0;
      case 'l', 'i' -> 1;
      default -> -1;
    };
  }

  /** The number of the digit's word that stands there, or -1. */
  static int wordAt(Reading reading, int at) {
    return switch (reading.at(at)) {
      case 'n', 'k', 'z', 's', 'd', 't', 'e', 'l' -> listedAt(reading, at);
      default -> -1;
    };
  }

  private static int listedAt(Reading reading, int at) {
    for (int i = 0; i < SPELLED.length; i++) {
      if (reading.holds(SPELLED[i], at)) {
        return i;
      }
    }
    return -1;
  }

  /** The digit that word number {@code word} names. */
  static int digit(int word) {
    return SPELLED_DIGITS.charAt(word) - '0';
  }

  /** How many letters word number {@code word} has. */
  static int length(int word) {
    return SPELLED[word].length();
  }
}
