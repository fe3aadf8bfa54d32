package ronda.identify.text;

import java.util.Set;

/**
 * Joins names that were cut in pieces: a name and its number ({@code ALEXIS⭐17}, {@code 𝗦𝗚𝗜𝟴
 * 𝟴}), and disguised letters in short pieces ({@code ＧＡ Ｒ Ｕ ＤＡ ＨＯ ＫＩ}).
 *
 * <p>A word before a number is ordinary (pasal 27, Dewa 19), so there must be something else: a
 * disguise, an emoji between the two, or a capital name before one of the numbers that gambling
 * sites choose.
 */
final class SplitNames {
  static final int LONGEST_NUMBER = 3;
  private static final int LONGEST_NAME = 24;
  private static final int LONGEST_PIECE = 3;
  private static final int MOST_PIECES = 16;
  private static final int FEWEST_PIECES = 3;
  private static final int FEWEST_LETTERS = 5;

  /** How many words before a disguised number may belong to the name. */
  private static final int MOST_WORDS = 3;

  private static final Set<Integer> LUCKY = Set.of(138, 168, 188, 303, 368, 388, 898);

  private final PlainText text;
  private final Readings readings;

  SplitNames(PlainText text, Readings readings) {
    this.text = text;
    this.readings = readings;
  }

  /** Joins the number that word {@code i} is, if it is one, to the name before it. */
  void readNumber(int i) {
    if (i == 0 || !isDigits(i) || length(i) > LONGEST_NUMBER || !isName(i - 1)) {
      return;
    }
    boolean lucky = isLucky(i);
    if (!lucky && text.isAscii() || !Gap.isNarrow(text, i - 1)) {
      return; // without a disguise and without an emoji, luck is needed
    }
    int end = endOfNumber(i);
    if (end < 0) {
      return;
    }
    boolean disguised = isDisguised(i - 1) || isDisguised(i);
    boolean nextTo = text.wordStart(i) - text.wordEnd(i - 1) == 1;
    boolean loud = (text.wordSpelling(i - 1) & Spelling.CAPITALS) != 0 && length(i - 1) >= 3;
    boolean starred = Gap.hasFancySign(text, i - 1) && (loud || !Gap.hasSpace(text, i - 1));
    if (disguised || starred || nextTo && loud && lucky) {
      readings.addJoined(text, i - 1, end);
      for (int from = i - 2; from > i - 1 - MOST_WORDS && belongs(from); from--) {
        readings.addJoined(text, from, end);
      }
    }
  }

  /** Joins the run of short disguised pieces that begins with word {@code i}; returns its end. */
  int readPieces(int i) {
    int end = i;
    int letters = 0;
    while (end < text.words()
        && end - i < MOST_PIECES
        && isDisguised(end)
        && length(end) <= LONGEST_PIECE
        && isAscii(end)
        && (end == i || Gap.isNarrow(text, end - 1))) {
      letters += length(end);
      end++;
    }
    int pieces = end - i;
    boolean short_ = letters * 10 <= pieces * 22;
    if (pieces >= FEWEST_PIECES && letters >= FEWEST_LETTERS && letters > pieces && short_) {
      readings.addJoined(text, i, end);
    }
    return Math.max(end, i + 1);
  }

  /** Whether word {@code i} stands disguised, as a name's part, right before the next. */
  private boolean belongs(int i) {
    return i >= 0
        && isDisguised(i)
        && isAscii(i)
        && !isDigits(i)
        && length(i) <= LONGEST_NAME
        && Gap.characters(text, i, 1) <= 1;
  }

  /**
   * Where the number ends that begins with word {@code i}, which may be two or three single digits;
   * below 0 if it is part of something longer: a phone number, a sum, a time.
   */
  private int endOfNumber(int i) {
    int end = i + 1;
    while (end < text.words() && isDigits(end) && Gap.isNarrow(text, end - 1)) {
      boolean singles = length(end) == 1 && length(end - 1) == 1;
      if (!singles || end - i == LONGEST_NUMBER || Gap.hasTimeOrSum(text, end - 1)) {
        return -1;
      }
      end++;
    }
    boolean digitAlone = end == i + 1 && length(i) == 1;
    boolean goesOn = Characters.isDigit(text.bytes()[text.wordEnd(i - 1) - 1]);
    return digitAlone && !goesOn ? -1 : end; // "no 1" is no name, "sgi8 8" is
  }

  private boolean isName(int i) {
    return isAscii(i) && !isDigits(i) && length(i) >= 2 && length(i) <= LONGEST_NAME;
  }

  private boolean isLucky(int i) {
    int number = 0;
    boolean same = length(i) > 1;
    byte first = text.bytes()[text.wordStart(i)];
    for (int at = text.wordStart(i); at < text.wordEnd(i); at++) {
      byte digit = text.bytes()[at];
      same &= digit == first;
      number = 10 * number + digit - '0';
    }
    return same || LUCKY.contains(number);
  }

  private boolean isDisguised(int i) {
    return (text.wordSpelling(i) & Spelling.DISGUISES) != 0;
  }

  private boolean isDigits(int i) {
    for (int at = text.wordStart(i); at < text.wordEnd(i); at++) {
      if (!Characters.isDigit(text.bytes()[at])) {
        return false;
      }
    }
    return true;
  }

  private boolean isAscii(int i) {
    for (int at = text.wordStart(i); at < text.wordEnd(i); at++) {
      if (text.bytes()[at] < 0) {
        return false;
      }
    }
    return true;
  }

  private int length(int i) {
    return text.wordEnd(i) - text.wordStart(i);
  }
}
