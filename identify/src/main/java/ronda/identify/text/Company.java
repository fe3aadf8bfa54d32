package ronda.identify.text;

/**
 * Whether letters of another script that look Latin were meant as Latin: the company they keep
 * decides. A Russian word in a Russian sentence stays Russian.
 *
 * <p>In a word that also has Latin letters, and more of them than of letters that cannot be Latin,
 * they are Latin. A word of nothing but look-alikes is Latin when the post has Latin letters and no
 * letter that could only belong to such another alphabet. Each word, and the post, is looked at
 * once.
 */
final class Company {
  private final SpellingTable table;
  private final char[] text;

  private int decidedUntil;
  private boolean wordIsLatin;

  private boolean postWasRead;
  private boolean postIsLatin;

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

  private void decide(int from) {
    int latin = 0;
    int unmistakable = 0;
    int at = from;
    while (at < text.length) {
      int c = Character.codePointAt(text, at);
      int kind = kind(c);
      if (kind == SpellingTable.REGIONAL) {
        int end = endOfRegionals(at);
        if (areFlags(at, end)) {
          break;
        }
        latin++;
        at = end;
        continue;
      }
      if (kind == SpellingTable.SYMBOL || kind == SpellingTable.SPACE) {
        break;
      }
      latin += kind == SpellingTable.LATIN ? 1 : 0;
      unmistakable += kind == SpellingTable.LETTER ? 1 : 0;
      at += Character.charCount(c);
    }
    decidedUntil = at;
    wordIsLatin = latin > 0 ? latin > unmistakable : unmistakable == 0 && postIsLatin();
  }

  private boolean postIsLatin() {
    if (!postWasRead) {
      postWasRead = true;
      postIsLatin = readPost();
    }
    return postIsLatin;
  }

  private boolean readPost() {
    boolean latin = false;
    for (int at = 0; at < text.length; ) {
      int c = Character.codePointAt(text, at);
      int kind = kind(c);
      if (c >= 0x80 && SpellingTable.isForeign(table.row(c))) {
        return false;
      }
      latin |= kind == SpellingTable.LATIN;
      if (kind == SpellingTable.REGIONAL) {
        int end = endOfRegionals(at);
        latin |= !areFlags(at, end);
        at = end;
      } else {
        at += Character.charCount(c);
      }
    }
    return latin;
  }

  private int kind(int c) {
    if (c >= 0x80) {
      return SpellingTable.kind(table.row(c));
    }
    return switch (Ascii.KIND[c]) {
      case Ascii.SMALL, Ascii.CAPITAL -> SpellingTable.LATIN;
      case Ascii.DIGIT -> SpellingTable.DIGIT;
      case Ascii.CONTROL -> SpellingTable.DROPPED;
      default -> SpellingTable.SYMBOL;
    };
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
