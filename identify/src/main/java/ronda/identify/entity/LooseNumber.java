package ronda.identify.entity;

import static ronda.identify.entity.Reading.isAlphanumeric;
import static ronda.identify.entity.Reading.isDigit;
import static ronda.identify.entity.Reading.isLetter;

/**
 * A long number as people write and disguise it: {@code 0812-3456.7890}, {@code O8I2 3456}, {@code
 * nol delapan 12}. Groups of digits with short gaps between them, which each finder then weighs.
 *
 * <p>At most {@value #MOST} digits and {@value #WIDEST_GAP} bytes of gap are read, so reading costs
 * the same whatever the text.
 */
final class LooseNumber {
  static final int MOST = 24;
  private static final int WIDEST_GAP = 8;
  private static final int WIDE = 256;

  /** A dash with a blank on each side, which counts as one gap. */
  private static final int SPACED_DASH = 257;

  private static final int LONGEST_TOKEN = 96;

  private final int anchor;
  private int start;
  private int count;
  private int groups;
  private boolean overlong;

  /** How many of the digits were written as letters. */
  private int letters;

  private boolean gluedBefore;
  private boolean gluedAfter;
  private boolean bracketed;

  private final byte[] digits = new byte[MOST];
  private final int[] ends = new int[MOST];

  /**
   * The byte between group {@code i} and the one before; {@link #SPACED_DASH}, or {@link #WIDE}
   * where there are more.
   */
  private final int[] gaps = new int[MOST];

  /** The number of the group each digit belongs to. */
  private final int[] group = new int[MOST];

  private LooseNumber(int anchor) {
    this.anchor = anchor;
  }

  /**
   * Whether more than a short number can begin at the digit {@code at}; a quick look that spares
   * most numbers, such as {@code 2 hari}, the long one.
   */
  static boolean mayBeLong(Reading reading, int at) {
    int end = at + 1;
    while (end - at < 7 && isDigit(reading.at(end))) {
      end++;
    }
    int gap = end;
    while (gap - end < WIDEST_GAP && reading.at(gap) != '\n' && !isAlphanumeric(reading.at(gap))) {
      gap++;
    }
    int b = reading.at(gap);
    return end - at >= 7
        || isDigit(b)
        || DigitLetters.wordAt(reading, gap) >= 0
        || DigitLetters.like(b) >= 0;
  }

  /** Reads on from {@code anchor}, a digit or the first letter of a spelled digit. */
  static LooseNumber read(Reading reading, int anchor) {
    LooseNumber number = new LooseNumber(anchor);
    number.start = number.firstByte(reading);
    int gap = number.start;
    int at = number.start;
    while (at >= 0) {
      int before = number.groups;
      int end = number.takeToken(reading, at);
      if (before > 0 && number.groups > before) {
        number.gaps[before] = gapOf(reading, gap, at);
        number.bracketed |=
            before == 1 && number.isClosedAt(reading, gap) && isShort(reading, gap, at);
      }
      gap = end;
      at = end < 0 ? -1 : number.takeGap(reading, end);
    }
    return number;
  }

  private static int gapOf(Reading reading, int from, int to) {
    if (to - from == 1) {
      return reading.at(from);
    }
    return to - from == 3 && reading.holds(" - ", from) ? SPACED_DASH : WIDE;
  }

  /** Whether the bracket that opens before the number, and before its plus sign, closes there. */
  private boolean isClosedAt(Reading reading, int at) {
    int opening = reading.at(beforeBracket(reading));
    return (opening == '(' && reading.at(at) == ')') || (opening == '[' && reading.at(at) == ']');
  }

  /** Whether but a blank or a dash stands between the closing bracket and {@code to}. */
  private static boolean isShort(Reading reading, int closing, int to) {
    int b = reading.at(closing + 1);
    return to == closing + 1 || (to == closing + 2 && (b == ' ' || b == '-'));
  }

  private int beforeBracket(Reading reading) {
    return reading.at(start - 1) == '+' ? start - 2 : start - 1;
  }

  /** Steps back over an {@code o}, {@code l} or {@code i} that stands for a digit. */
  private int firstByte(Reading reading) {
    int from = anchor;
    while (from > 0 && anchor - from < 3 && DigitLetters.like(reading.at(from - 1)) >= 0) {
      from--;
    }
    if (isAlphanumeric(reading.at(from - 1))) {
      gluedBefore = true;
      return anchor;
    }
    return from;
  }

  /** Takes one group of digits; answers where it ends, or -1 where the number is over. */
  private int takeToken(Reading reading, int from) {
    int to = reading.tokenEnd(from, LONGEST_TOKEN);
    int before = count;
    int lettersBefore = letters;
    int at = from;
    while (at < to) {
      int b = reading.at(at);
      int size = 1;
      int digit = isDigit(b) ? b - '0' : -1;
      if (digit < 0) {
        int word = DigitLetters.wordAt(reading, at);
        if (word >= 0) {
          digit = DigitLetters.digit(word);
          size = DigitLetters.length(word);
        } else if (standsForDigit(reading, from, at, to)) {
          digit = DigitLetters.like(b);
        }
        if (digit < 0) {
          break;
        }
      }
      if (count == MOST) {
        overlong = true;
        return -1;
      }
      letters += isDigit(b) ? 0 : 1;
      digits[count] = (byte) digit;
      group[count] = groups;
      at += size;
      ends[count++] = at;
    }
    int end = endOfToken(reading, from, before, at, to);
    if (count == before) {
      letters = lettersBefore;
    }
    return end;
  }

  private int endOfToken(Reading reading, int from, int before, int at, int to) {
    if (at < to) {
      if (groups > 0 && isLetter(reading.at(from))) {
        count = before; // a word that only begins like a number
        return -1;
      }
      while (count > before && !isDigit(reading.at(ends[count - 1] - 1)) && count > 1) {
        count--; // "0812345678oke": the o belongs to the word
        letters--;
      }
      gluedAfter = true;
      groups += count > before ? 1 : 0;
      return -1;
    }
    if (count == before) {
      return -1;
    }
    groups++;
    return at;
  }

  /** A look-alike letter counts only in a group that holds digits and nothing but look-alikes. */
  private static boolean standsForDigit(Reading reading, int from, int at, int to) {
    if (DigitLetters.like(reading.at(at)) < 0) {
      return false;
    }
    int next = at + 1;
    while (next < to && next - at < 3 && DigitLetters.like(reading.at(next)) >= 0) {
      next++;
    }
    return (next < to && isDigit(reading.at(next))) || (next == to && at > from);
  }

  /** Steps over a gap; answers where the next group may begin, or -1 where the number is over. */
  private int takeGap(Reading reading, int from) {
    int at = from;
    while (at - from < WIDEST_GAP) {
      int b = reading.at(at);
      if (b < 0) {
        int size = symbolAt(reading, at);
        if (size == 0) {
          return -1;
        }
        at += size;
      } else if (isAlphanumeric(b)) {
        return at;
      } else if (separates(b) && !reading.endsLine(at)
          || b == ']' && groups == 1 && isClosedAt(reading, at)) {
        at++;
      } else {
        return -1;
      }
    }
    return -1;
  }

  private static boolean separates(int b) {
    return switch (b) {
      case ' ', '.', '-', '(', ')', '_', '/', '*', ',', ':', '~', '=', '|', '+', '\'', '"' -> true;
      default -> false;
    };
  }

  /** How long the dot, dash, bullet or picture at {@code at} is; 0 where it is a letter. */
  private static int symbolAt(Reading reading, int at) {
    int b = reading.at(at) & 0xFF;
    if (b == 0xC2) {
      return 2;
    }
    if (b == 0xE2) {
      return 3;
    }
    return b == 0xF0 && (reading.at(at + 1) & 0xFF) == 0x9F ? 4 : 0;
  }

  /** The byte that the reading was asked for. */
  int anchor() {
    return anchor;
  }

  /** Where the first digit begins. */
  int start() {
    return start;
  }

  /** Where the first {@code digits} digits begin with their plus sign and their bracket. */
  int writtenFrom(Reading reading, int digits) {
    if (bracketed && groups(digits) > 1) {
      return beforeBracket(reading);
    }
    return reading.at(start - 1) == '+' ? start - 1 : start;
  }

  int count() {
    return count;
  }

  int digit(int i) {
    return digits[i];
  }

  /** Where the first {@code digits} digits end. */
  int end(int digits) {
    return ends[digits - 1];
  }

  /** How many digits end at or before {@code place}. */
  int digitsUpTo(int place) {
    int digits = 0;
    while (digits < count && ends[digits] <= place) {
      digits++;
    }
    return digits;
  }

  /** Whether a group ends after the first {@code digits} digits. */
  boolean endsGroup(int digits) {
    return digits == count ? !overlong : digits > 0 && group[digits] != group[digits - 1];
  }

  /** How many groups the first {@code digits} digits form. */
  int groups(int digits) {
    return digits == 0 ? 0 : group[digits - 1] + 1;
  }

  /** How many of the first {@code digits} digits stand in group {@code i}. */
  int sizeOfGroup(int i, int digits) {
    int size = 0;
    for (int d = 0; d < digits; d++) {
      size += group[d] == i ? 1 : 0;
    }
    return size;
  }

  /**
   * Whether every gap within the first {@code digits} is the same single byte, as in {@code
   * 0812-3456}, or the same dash between blanks. What follows a first group in brackets, as in
   * {@code (0812) 3456-7890}, or one that is a country's code, is free.
   */
  boolean evenGaps(int digits) {
    int first = bracketed || (beginsWithCountry() && gaps[1] != WIDE) ? 2 : 1;
    for (int i = first; i < groups(digits); i++) {
      if (gaps[i] == WIDE || gaps[i] != gaps[first]) {
        return false;
      }
    }
    return true;
  }

  /** Whether the first group is Indonesia's code and nothing else: {@code 62 812 3456 7890}. */
  boolean beginsWithCountry() {
    return begins("62") && count > 2 && group[2] == 1;
  }

  /** Whether blanks stand about the dashes between the first {@code digits}. */
  boolean hasSpacedDashes(int digits) {
    return gaps[groups(digits) - 1] == SPACED_DASH;
  }

  /** Whether the first {@code digits} are cut as amounts are: {@code 62.812.500.000}. */
  boolean isCutAsAmount(int digits) {
    for (int i = 1; i < groups(digits); i++) {
      if (sizeOfGroup(i, digits) != 3) {
        return gaps[1] == '.' || gaps[1] == ',';
      }
    }
    return true;
  }

  /** The byte of the first gap; beyond 255 where it is wider, 0 where there is none. */
  int gapByte() {
    return gaps[1];
  }

  /** Whether letters stood for digits. */
  boolean disguised() {
    return letters > 0;
  }

  /** Whether a letter or digit stands right before the first digit. */
  boolean gluedBefore() {
    return gluedBefore;
  }

  /** Whether a letter follows right after the first {@code digits} digits. */
  boolean gluedAfter(int digits) {
    return gluedAfter && digits == count;
  }

  boolean begins(String prefix) {
    if (count < prefix.length()) {
      return false;
    }
    for (int i = 0; i < prefix.length(); i++) {
      if (digits[i] != prefix.charAt(i) - '0') {
        return false;
      }
    }
    return true;
  }

  /** Digits {@code from} to {@code to} as text. */
  String text(int from, int to) {
    StringBuilder text = new StringBuilder(to - from);
    for (int i = from; i < to; i++) {
      text.append((char) ('0' + digits[i]));
    }
    return text.toString();
  }
}
