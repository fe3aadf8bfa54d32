package ronda.identify.text;

/**
 * Whether letters of another script that look Latin were meant as Latin: the company they keep
 * decides. A Russian word in a Russian sentence stays Russian.
 *
 * <p>In a word that also has Latin letters, and more of them than of letters that cannot be Latin,
 * they are Latin. A word of nothing but look-alikes is Latin when the post has Latin letters, and
 * either the word ends in a number, as names do, or no other word of the post speaks for such
 * another alphabet: has a letter that could only be of that alphabet, two letters at least, and
 * nothing Latin. A post without any Latin letter is read so too, where such a word is of the
 * alphabets that generators of fancy text draw from and nobody here writes. Hangul, which
 * mathematical letters become when a program cuts them to 16 bits, needs four letters or Latin
 * company.
 *
 * <p>Each word is read once, and the post at most once more.
 */
final class Company {
  /** Fewer letters of Hangul alone are taken for Korean: a laugh, a name. */
  private static final int FEWEST_CUT_LETTERS = 4;

  private static final int FEWEST_WITH_SIGNS = 4;

  /** Fewer letters of Cherokee, Canadian syllables or Yi alone may be a word of theirs. */
  private static final int FEWEST_OF_FANCY_ALPHABETS = 4;

  /** Where the mathematical digits begin that were cut to 16 bits. */
  private static final int FIRST_CUT_DIGIT = 0xD7CE;

  private final SpellingTable table;
  private final char[] text;

  private int decidedUntil;
  private boolean wordIsLatin;

  private int signsDecidedFrom;
  private int signsDecidedUntil;
  private boolean signsAreLetters;

  private boolean postWasRead;
  private boolean postIsLatin;
  private boolean postSpeaksForeign;

  // What the word last read is made of, and where it ends.
  private int latin;
  private int unmistakable;
  private int foreign;
  private int digits;
  private int hangul;
  private int fancy;
  private int start;
  private int letters;
  private int end;

  Company(SpellingTable table, char[] text) {
    this.table = table;
    this.text = text;
  }

  /** Whether the look-alike at {@code at}, in the word that begins at {@code from}, is Latin. */
  boolean isLatin(int from, int at) {
    if (at >= decidedUntil) {
      decide(from);
    }
    return wordIsLatin;
  }

  /** Whether the sign at {@code at}, in the word that begins at {@code from}, is a letter. */
  boolean isLetter(int from, int at) {
    if (at < signsDecidedFrom || at >= signsDecidedUntil) {
      decideSigns(from);
    }
    return signsAreLetters;
  }

  /**
   * Signs of currencies are letters among letters, four together at least. One alone beside a digit
   * is a sum: ₱50. Decided once for a stretch without spaces and other signs, and the same again
   * when its letters have been read.
   */
  private void decideSigns(int from) {
    int others = 0;
    int signs = 0;
    boolean besideDigit = false;
    int before = SpellingTable.SYMBOL;
    int at = from;
    while (at < text.length) {
      int c = Character.codePointAt(text, at);
      int kind = kindOf(c);
      int endOfRun = kind == SpellingTable.REGIONAL ? endOfRegionals(at) : at;
      if (kind == SpellingTable.SYMBOL
          || kind == SpellingTable.SPACE
          || endOfRun > at && areFlags(at, endOfRun)) {
        break;
      }
      signs += kind == SpellingTable.SIGN ? 1 : 0;
      others += endOfRun > at ? (endOfRun - at) / 2 : lettersOf(c, kind);
      besideDigit |=
          kind == SpellingTable.SIGN && before == SpellingTable.DIGIT
              || kind == SpellingTable.DIGIT && before == SpellingTable.SIGN;
      before = goes(kind) ? before : kind;
      at = endOfRun > at ? endOfRun : at + Character.charCount(c);
    }
    signsDecidedFrom = from;
    signsDecidedUntil = at;
    signsAreLetters =
        others > 0 && others + signs >= FEWEST_WITH_SIGNS && (signs > 1 || !besideDigit);
  }

  private int lettersOf(int c, int kind) {
    return switch (kind) {
      case SpellingTable.LATIN -> c < 0x80 ? 1 : SpellingTable.plainLength(table.row(c));
      case SpellingTable.LOOKALIKE -> 1;
      default -> 0;
    };
  }

  private static boolean goes(int kind) {
    return kind == SpellingTable.DROPPED
        || kind == SpellingTable.MARK
        || kind == SpellingTable.SCRIPT_MARK;
  }

  private int kindOf(int c) {
    if (c >= 0x80) {
      return isHangul(c) && c >= FIRST_CUT_DIGIT
          ? SpellingTable.DIGIT
          : SpellingTable.kind(table.row(c));
    }
    return switch (Ascii.KIND[c]) {
      case Ascii.SMALL, Ascii.CAPITAL -> SpellingTable.LATIN;
      case Ascii.DIGIT -> SpellingTable.DIGIT;
      case Ascii.CONTROL -> SpellingTable.DROPPED;
      default -> SpellingTable.SYMBOL;
    };
  }

  private void decide(int from) {
    readWord(from);
    decidedUntil = end;
    if (latin > 0) {
      wordIsLatin = latin > unmistakable;
    } else if (unmistakable > 0 || hangul > 0 && hangul < FEWEST_CUT_LETTERS) {
      wordIsLatin = false;
    } else {
      // Names end in numbers (aero88); words of a language do not.
      wordIsLatin =
          postIsLatin()
              ? digits > 0 || !postSpeaksForeign
              : fancy >= FEWEST_OF_FANCY_ALPHABETS && fancy == letters && !postSpeaksForeign;
    }
  }

  /** Counts what the word that begins at {@code from} is made of, and finds its end. */
  private void readWord(int from) {
    latin = 0;
    unmistakable = 0;
    foreign = 0;
    digits = 0;
    hangul = 0;
    fancy = 0;
    letters = 0;
    start = from;
    end = from;
    while (end < text.length) {
      int c = Character.codePointAt(text, end);
      if (c < 0x80 ? !countAscii(c) : !countOther(c)) {
        return;
      }
      end += Character.charCount(c);
    }
  }

  private boolean countAscii(int c) {
    int kind = Ascii.KIND[c];
    latin += (kind & (Ascii.SMALL | Ascii.CAPITAL)) != 0 ? 1 : 0;
    digits += kind == Ascii.DIGIT ? 1 : 0;
    return kind != Ascii.OTHER;
  }

  private boolean countOther(int c) {
    int row = table.row(c);
    boolean speaks = SpellingTable.isForeign(row);
    foreign += speaks ? 1 : 0;
    switch (SpellingTable.kind(row)) {
      case SpellingTable.LATIN -> latin += SpellingTable.plainLength(row);
      case SpellingTable.DIGIT -> digits++;
      case SpellingTable.LOOKALIKE -> {
        letters++;
        hangul += isHangul(c) ? 1 : 0;
        fancy += isOfFancyAlphabet(c) ? 1 : 0;
      }
      case SpellingTable.LETTER -> {
        if (!speaks) {
          return false; // a script of no resemblance: another word begins
        }
        letters++;
        unmistakable++;
      }
      case SpellingTable.REGIONAL -> {
        int endOfRun = endOfRegionals(end);
        if (areFlags(end, endOfRun)) {
          return false;
        }
        latin += (endOfRun - end) / 2;
        end = endOfRun - 2; // the caller steps over the last one
      }
      case SpellingTable.SIGN -> {
        if (!isLetter(start, end)) {
          return false;
        }
        latin++;
      }
      case SpellingTable.SYMBOL, SpellingTable.SPACE -> {
        return false;
      }
      default -> {
        return true; // a mark, or something that goes
      }
    }
    return true;
  }

  private static boolean isHangul(int c) {
    return c >= 0xD400 && c <= 0xD7FF;
  }

  /** Cherokee, Canadian syllables, and Yi with what stands behind it. */
  private static boolean isOfFancyAlphabet(int c) {
    return c >= 0x13A0 && c <= 0x13FF
        || c >= 0x1400 && c <= 0x167F
        || c >= 0xA000 && c <= 0xA4FF
        || c >= 0xAB70 && c <= 0xABBF;
  }

  private boolean postIsLatin() {
    if (!postWasRead) {
      postWasRead = true;
      readPost();
    }
    return postIsLatin;
  }

  /** Reads every word of the post; what was counted of the word at hand is counted again. */
  private void readPost() {
    int wordEnd = end;
    int wordDigits = digits;
    int wordLetters = letters;
    int wordFancy = fancy;
    for (int at = 0; at < text.length; ) {
      readWord(at);
      postIsLatin |= latin > 0;
      postSpeaksForeign |= foreign > 0 && letters > 1 && latin == 0 && digits == 0;
      at = end < text.length ? afterSeparator(end) : end;
    }
    end = wordEnd;
    digits = wordDigits;
    letters = wordLetters;
    fancy = wordFancy;
  }

  /** Behind what ended a word: flags, or one character. */
  private int afterSeparator(int at) {
    int endOfRun = endOfRegionals(at);
    return endOfRun > at ? endOfRun : at + Character.charCount(Character.codePointAt(text, at));
  }

  /** Where the run of regional indicators that begins at {@code at} ends. */
  int endOfRegionals(int at) {
    int end = at;
    while (end + 1 < text.length
        && Character.isSurrogatePair(text[end], text[end + 1])
        && isRegional(Character.toCodePoint(text[end], text[end + 1]))) {
      end += 2;
    }
    return end;
  }

  private boolean isRegional(int c) {
    return SpellingTable.kind(table.row(c)) == SpellingTable.REGIONAL;
  }

  /** Whether the regional indicators of {@code at..end} are flags, one after the other. */
  boolean areFlags(int at, int end) {
    if ((end - at) % 4 != 0) {
      return false;
    }
    for (int i = at; i < end; i += 4) {
      int first = Character.toCodePoint(text[i], text[i + 1]);
      int second = Character.toCodePoint(text[i + 2], text[i + 3]);
      if (!table.isFlag(first, second)) {
        return false;
      }
    }
    return true;
  }
}
