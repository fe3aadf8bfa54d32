package ronda.identify.text;

import static ronda.identify.text.Eight.TOPS;
import static ronda.identify.text.Eight.between;

import java.util.Arrays;

/** One walk over a text that is not all ASCII. Used once. */
final class FoldPass {
  private static final SpellingTable TABLE = SpellingTable.load();

  /** The most plain bytes one character becomes, with room to spare. */
  private static final int ROOM = 36;

  private final String original;
  private final char[] text;

  /** The text in UTF-8, which ASCII is read from. */
  private final byte[] bytes;

  private final Company company;
  private final Offsets offsets = new Offsets();
  private byte[] plain;
  private int length;

  private int[] bounds;
  private short[] spellings;
  private int words;
  private int disguisedLetters;
  private int hints;

  // The word being written, if there is one.
  private boolean inWord;
  private boolean ofNoResemblance;
  private int wordFrom;
  private int kinds;
  private int letters;
  private int spelling;
  private boolean somethingInvisible;

  // The last character written.
  private boolean keptItsScript;
  private boolean countedAsDisguised;
  private int marks;

  FoldPass(String original, byte[] bytes) {
    this.original = original;
    this.bytes = bytes;
    text = original.toCharArray();
    company = new Company(TABLE, text);
    plain = new byte[text.length + (text.length >> 1) + ROOM];
    bounds = new int[text.length / 2 + 16];
    spellings = new short[bounds.length / 2];
  }

  PlainText run() {
    int at = 0;
    int inBytes = 0;
    while (at < text.length) {
      if (plain.length - length < ROOM) {
        plain = Arrays.copyOf(plain, plain.length + (plain.length >> 1) + ROOM);
      }
      int from = at;
      char c = text[at];
      if (c < 0x80) {
        at = ascii(at, inBytes);
        inBytes += at - from;
      } else {
        at = Character.isSurrogate(c) ? surrogate(at) : other(c, at, at + 1);
        inBytes += Utf8.length(text, from, at);
      }
    }
    endWord();
    return PlainText.of(
        original,
        plain,
        length,
        bounds,
        spellings,
        words,
        offsets.trimmed(),
        disguisedLetters,
        hints | Ascii.repeats(plain, length));
  }

  /** Takes all ASCII up to the next other character, as far as there is room. */
  private int ascii(int from, int inBytes) {
    int first = length;
    // Eight bytes are written at once, wanted or not.
    int limit = Math.min(text.length, from + plain.length - length - Long.BYTES);
    int ahead = inBytes - from;
    int at = from;
    while (at < limit) {
      byte c = bytes[at + ahead];
      if (c < 0 || Ascii.KIND[c] == Ascii.CONTROL) {
        break;
      }
      if (Ascii.KIND[c] == Ascii.OTHER) {
        endWord();
        plain[length++] = Ascii.PLAIN[c];
        at++;
      } else {
        startWord(at, false);
        at = asciiWord(at, ahead, limit);
      }
    }
    if (at > from) {
      offsets.even(first, from, at - from);
      written(false, false);
      return at;
    }
    somethingInvisible = inWord;
    return from + 1;
  }

  /**
   * Takes letters and digits up to the next other character.
   *
   * @param ahead how much further on a character stands in the bytes
   */
  private int asciiWord(int from, int ahead, int limit) {
    int at = from;
    int taken = Long.BYTES;
    while (taken == Long.BYTES && at < limit) {
      long eight = Eight.from(bytes, at + ahead);
      long low = eight & ~TOPS;
      long capitals = between(low, 'A', 'Z');
      long small = low | capitals >>> 2;
      long letter = between(small, 'a', 'z');
      long digit = between(low, '0', '9');
      long end = ~(letter | digit) & TOPS | eight & TOPS;
      taken = Math.min(Eight.before(end), limit - at);
      long all = Eight.first(taken);
      kinds |=
          ((letter & ~capitals & all) != 0 ? Ascii.SMALL : 0)
              | ((capitals & all) != 0 ? Ascii.CAPITAL : 0)
              | ((digit & all) != 0 ? Ascii.DIGIT : 0);
      letters += Long.bitCount(letter & all);
      Eight.set(plain, length, small);
      length += taken;
      at += taken;
    }
    return at;
  }

  private int surrogate(int at) {
    if (at + 1 < text.length && Character.isSurrogatePair(text[at], text[at + 1])) {
      return other(Character.toCodePoint(text[at], text[at + 1]), at, at + 2);
    }
    endWord();
    offsets.even(length, at, 1);
    plain[length++] = '?';
    written(false, false);
    return at + 1;
  }

  private int other(int c, int at, int end) {
    int row = TABLE.row(c);
    switch (SpellingTable.kind(row)) {
      case SpellingTable.SPACE -> {
        endWord();
        note(at, end, 1);
        plain[length++] = ' ';
        written(false, false);
      }
      case SpellingTable.DROPPED -> drop(row, end);
      case SpellingTable.MARK -> mark(row, end);
      case SpellingTable.SCRIPT_MARK -> scriptMark(c, row, at, end);
      case SpellingTable.LATIN, SpellingTable.DIGIT -> latin(row, 0, at, end);
      case SpellingTable.LOOKALIKE -> lookalike(c, row, at, end);
      case SpellingTable.LETTER -> {
        startWord(at, !SpellingTable.isForeign(row));
        letter(row);
        symbol(c, row, at, end);
        written(true, false);
      }
      case SpellingTable.REGIONAL -> {
        return regionals(at);
      }
      case SpellingTable.SIGN -> sign(c, row, at, end);
      default -> {
        endWord();
        symbol(c, row, at, end);
        written(false, false);
      }
    }
    return end;
  }

  private void drop(int row, int end) {
    if (SpellingTable.spelling(row) == 0) {
      offsets.extendLast(length, end); // a variation selector belongs to what it varies
    } else {
      somethingInvisible = inWord;
    }
  }

  private void mark(int row, int end) {
    offsets.extendLast(length, end);
    if (!inWord) {
      return;
    }
    marks++;
    spelling |= SpellingTable.spelling(row);
    if (marks > 1) {
      spelling |= Spelling.MARKED;
    }
    boolean disguise = marks > 1 || (SpellingTable.spelling(row) & Spelling.MARKED) != 0;
    if (disguise && !countedAsDisguised) {
      disguisedLetters++;
      countedAsDisguised = true;
    }
  }

  private void scriptMark(int c, int row, int at, int end) {
    if (inWord && keptItsScript) {
      symbol(c, row, at, end);
    } else {
      mark(row, end);
    }
  }

  private void latin(int row, int more, int at, int end) {
    startWord(at, false);
    spelling |= SpellingTable.spelling(row) | more;
    note(at, end, SpellingTable.plainLength(row));
    int from = length;
    length += TABLE.copyPlain(row, plain, length);
    for (int i = from; i < length; i++) {
      boolean digit = Ascii.KIND[plain[i]] == Ascii.DIGIT;
      kinds |= digit ? Ascii.DIGIT : SpellingTable.isCapital(row) ? Ascii.CAPITAL : Ascii.SMALL;
      letters += digit ? 0 : 1;
    }
    boolean disguised = SpellingTable.isDisguised(row);
    disguisedLetters += disguised ? 1 : 0;
    written(false, disguised);
  }

  private void lookalike(int c, int row, int at, int end) {
    startWord(at, false);
    if (company.isLatin(wordFrom, at)) {
      latin(row, Spelling.MIXED_SCRIPT, at, end);
      return;
    }
    letter(row);
    int from = length;
    length += TABLE.copyOwn(row, plain, length);
    offsets.uneven(from, at, end);
    written(true, false);
  }

  private void sign(int c, int row, int at, int end) {
    if (company.isLetter(inWord ? wordFrom : at, at)) {
      latin(row, 0, at, end);
      return;
    }
    endWord();
    symbol(c, 0, at, end);
    written(false, false);
  }

  /** Flags stay flags; other runs of regional indicators are letters. */
  private int regionals(int at) {
    int end = company.endOfRegionals(at);
    boolean flags = company.areFlags(at, end);
    hints |= flags ? Hints.FLAGS : 0;
    for (int i = at; i < end; i += 2) {
      int c = Character.toCodePoint(text[i], text[i + 1]);
      if (plain.length - length < ROOM) {
        plain = Arrays.copyOf(plain, plain.length + (plain.length >> 1) + ROOM);
      }
      if (flags) {
        endWord();
        symbol(c, 0, i, i + 2);
        written(false, false);
      } else {
        latin(TABLE.row(c), 0, i, i + 2);
      }
    }
    return end;
  }

  private void letter(int row) {
    kinds |= SpellingTable.isCapital(row) ? Ascii.CAPITAL : Ascii.SMALL;
    letters++;
  }

  /** Writes what the row says, or the character as it is, in UTF-8. */
  private void symbol(int c, int row, int at, int end) {
    int bytes = SpellingTable.plainLength(row);
    if (bytes > 0) {
      note(at, end, bytes);
      length += TABLE.copyPlain(row, plain, length);
      return;
    }
    offsets.uneven(length, at, end);
    length = Utf8.write(c, plain, length);
  }

  private void note(int at, int end, int bytes) {
    if (bytes == 1 && end - at == 1) {
      offsets.even(length, at, 1);
    } else {
      offsets.uneven(length, at, end);
    }
  }

  private void written(boolean itsScriptWasKept, boolean wasCounted) {
    keptItsScript = itsScriptWasKept;
    countedAsDisguised = wasCounted;
    marks = 0;
  }

  /**
   * Begins a word, or goes on with it. A script of no resemblance to Latin ends a Latin word, and
   * the other way round, because emoji broken into such letters stick to names.
   */
  private void startWord(int at, boolean noResemblance) {
    if (inWord && ofNoResemblance != noResemblance) {
      endWord();
    }
    if (inWord) {
      spelling |= somethingInvisible ? Spelling.INVISIBLE : 0;
      somethingInvisible = false;
      return;
    }
    inWord = true;
    ofNoResemblance = noResemblance;
    wordFrom = at;
    if (2 * words + 1 >= bounds.length) {
      bounds = Arrays.copyOf(bounds, bounds.length * 2);
      spellings = Arrays.copyOf(spellings, bounds.length / 2);
    }
    bounds[2 * words] = length;
  }

  private void endWord() {
    if (inWord) {
      bounds[2 * words + 1] = length;
      if ((kinds & Ascii.DIGIT) != 0) {
        hints |= letters > 0 ? Hints.DIGITS | Hints.DIGIT_THEN_LETTER : Hints.DIGITS;
      }
      spellings[words] = (short) (spelling | Spelling.ofWord(kinds, letters));
      words++;
      inWord = false;
      kinds = 0;
      letters = 0;
      spelling = 0;
      somethingInvisible = false;
    }
  }
}
