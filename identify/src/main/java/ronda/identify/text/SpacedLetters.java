package ronda.identify.text;

/**
 * Joins letters that were set apart: {@code A L E X I S 1 7}, {@code g-a-c-o-r}, {@code [p][u][l]}.
 *
 * <p>At least three letters, one to three characters between each two. Not joined: numbers alone
 * (phones, dates, sums), the alphabet in order (the choices of a question), one letter again and
 * again, and three letters with dots, which are initials or an abbreviation.
 */
final class SpacedLetters {
  private static final int FEWEST = 3;
  private static final int FEWEST_WITH_DOTS = 4;

  /** From how many letters on the gaps between them may differ. */
  private static final int FEWEST_WITH_UNLIKE_GAPS = 5;

  private static final int MOST_LETTERS = 48;
  private static final int LONGEST_NUMBER = 4;

  /** Names may begin with a number: 123vegas. Longer ones are the end of a phone number. */
  private static final int LONGEST_FIRST_NUMBER = 3;

  private final PlainText text;
  private final Readings readings;

  SpacedLetters(PlainText text, Readings readings) {
    this.text = text;
    this.readings = readings;
  }

  /**
   * Reads the run of single letters that begins with word {@code i}, and returns the word after it.
   */
  int read(int i) {
    if (!isSingle(i)) {
      return i + 1;
    }
    int end = i + 1;
    while (end < text.words()
        && end - i < MOST_LETTERS
        && isSingle(end)
        && Gap.isNarrow(text, end - 1)) {
      end++;
    }
    int first = i;
    while (first < end && isDigit(first)) {
      first++; // a list's number, or the end of a phone number
    }
    if (end - first >= FEWEST) {
      boolean maybeOfTheName =
          first > i && first - i <= LONGEST_FIRST_NUMBER && end - first > FEWEST;
      if (maybeOfTheName && hasLikeGaps(i, end)) {
        join(i, end);
      }
      join(first, end);
      joinPieces(first, end);
    }
    return end;
  }

  /** Where gaps differ, the pieces with like gaps: {@code G A C O R M A X W I N}. */
  private void joinPieces(int first, int end) {
    int from = first;
    for (int i = first + 1; i < end; i++) {
      if (i == end - 1 || !Gap.same(text, i - 1, i)) {
        int to = i + 1;
        if (to - from >= FEWEST && to - from < end - first) {
          join(from, to);
        }
        from = to;
        i++;
      }
    }
  }

  private void join(int from, int to) {
    int letters = 0;
    for (int i = from; i < to; i++) {
      letters += isDigit(i) ? 0 : 1;
    }
    if (letters < FEWEST || saysNothing(from, to)) {
      return;
    }
    boolean dots = Gap.hasDot(text, from);
    boolean unlike = !hasLikeGaps(from, to);
    if (unlike && (dots || letters < FEWEST_WITH_UNLIKE_GAPS)
        || dots && to - from < FEWEST_WITH_DOTS) {
      return;
    }
    boolean numbered =
        to < text.words() && Gap.isNarrow(text, to - 1) && isNumber(to) && !isDigit(to - 1);
    readings.addJoined(text, from, numbered ? to + 1 : to);
  }

  /** One letter again and again, or the alphabet in order. */
  private boolean saysNothing(int from, int to) {
    boolean same = true;
    boolean inOrder = true;
    for (int i = from + 1; i < to; i++) {
      int step = letter(i) - letter(i - 1);
      boolean number = isDigit(i);
      same &= step == 0 || number;
      inOrder &= step == 1 || number;
    }
    return same || inOrder;
  }

  private boolean hasLikeGaps(int from, int to) {
    for (int i = from + 1; i < to - 1; i++) {
      if (!Gap.same(text, i - 1, i)) {
        return false;
      }
    }
    return true;
  }

  private boolean isNumber(int i) {
    int from = text.wordStart(i);
    int to = text.wordEnd(i);
    boolean digits = to - from > 1 && to - from <= LONGEST_NUMBER;
    for (int at = from; at < to && digits; at++) {
      digits = Characters.isDigit(text.bytes()[at]);
    }
    return digits;
  }

  /** Whether word {@code i} is one ASCII letter or digit, and was so, or was disguised. */
  private boolean isSingle(int i) {
    int from = text.wordStart(i);
    if (text.wordEnd(i) - from != 1) {
      return false;
    }
    // Lone letters with accents come from texts that were decoded wrongly: Ã, Ù, ð.
    return (text.wordSpelling(i) & Spelling.DISGUISES) != 0
        || text.original().charAt(text.originalSpan(from, from + 1).start()) < 0x80;
  }

  private boolean isDigit(int i) {
    return Characters.isDigit(letter(i));
  }

  private int letter(int i) {
    return text.bytes()[text.wordStart(i)];
  }
}
