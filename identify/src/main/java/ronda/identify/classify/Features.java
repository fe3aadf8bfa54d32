package ronda.identify.classify;

import java.util.List;
import ronda.identify.signal.EntityFound;
import ronda.identify.signal.TermFound;
import ronda.identify.text.PlainText;
import ronda.identify.text.Spelling;

/**
 * What a text shows a model: features, each a 64-bit hash that a model maps to one of its rows.
 *
 * <p>Three sorts. A <em>word's</em> features depend on the word's bytes and spelling alone, so that
 * their sum can be remembered per word. A <em>pair's</em> feature joins two neighbouring words. The
 * <em>post's</em> features tell of the whole: how much is disguised, what was found. A model is
 * bound to {@link #VERSION}: change any hash here and old models are refused.
 */
final class Features {
  /** Which reading of a text this is; models remember it. */
  static final int VERSION = 3;

  /** Marks a token that is the signs between two words, beside the bits of {@link Spelling}. */
  static final int GAP = 1 << 30;

  /** Marks a word that only the strong reading sees, beside the bits of {@link Spelling}. */
  static final int RECOVERED = 1 << 29;

  /** Room for all features of one word. */
  static final int MOST_PER_WORD = 160;

  /** Words longer than this many bytes are read by their first bytes only. */
  static final int LONGEST_WORD = 28;

  /** Room for all features of one post as a whole. */
  static final int MOST_PER_POST = 96;

  private static final int LONGEST_GRAM = 5;

  private static final long WORD = 0x9E3779B97F4A7C15L;
  private static final long GRAM = 0xC2B2AE3D27D4EB4FL;
  private static final long SHAPE = 0x165667B19E3779F9L;
  private static final long SPELT = 0x27D4EB2F165667C5L;
  private static final long STEM = 0x85EBCA77C2B2AE63L;
  private static final long PAIR = 0xFF51AFD7ED558CCDL;
  private static final long TOKEN = 0xD6E8FEB86659FD93L;
  private static final long SIGNS = 0x94D049BB133111EBL;
  private static final long POST = 0xC4CEB9FE1A85EC53L;

  private Features() {}

  /** Spreads a hash over all 64 bits (the finisher of MurmurHash3, public domain). */
  static long mix(long h) {
    h ^= h >>> 33;
    h *= 0xFF51AFD7ED558CCDL;
    h ^= h >>> 33;
    h *= 0xC4CEB9FE1A85EC53L;
    return h ^ (h >>> 33);
  }

  /** The same word gives the same identity however it was spelt; neighbours are paired by it. */
  static long identity(byte[] bytes, int from, int to) {
    int length = Math.min(to - from, LONGEST_WORD);
    long low = Letters.upToEight(bytes, from, length);
    long high = Letters.upToEight(bytes, from + 8, length - 8);
    long h = identity(low, high, length);
    for (int i = 16; i < length; i += 8) {
      h = mix(h ^ Letters.upToEight(bytes, from + i, length - i));
    }
    return h;
  }

  /** The identity of a word of up to sixteen bytes, given as {@link Letters} reads them. */
  static long identity(long low, long high, int length) {
    return mix(low * WORD ^ Long.rotateLeft(high * GRAM, 32) ^ length * SPELT);
  }

  /** A token: an identity in one spelling. */
  static long token(long identity, int spelling) {
    return mix(identity + spelling * TOKEN);
  }

  /** Whether a token is paired with the one before it: only words of the light reading are. */
  static boolean pairs(int spelling) {
    return (spelling & (GAP | RECOVERED)) == 0;
  }

  /** The feature of two neighbouring words. */
  static long pair(long left, long right) {
    return mix(left * 31 + Long.rotateLeft(right, 17) ^ PAIR);
  }

  /** Writes a token's features to {@code out} and answers how many there are. */
  static int ofToken(byte[] bytes, int from, int to, int spelling, long[] out) {
    return (spelling & GAP) != 0
        ? ofGap(bytes, from, to, out)
        : ofWord(bytes, from, to, spelling, out);
  }

  private static int ofWord(byte[] bytes, int from, int to, int spelling, long[] out) {
    int end = Math.min(to, from + LONGEST_WORD);
    int n = 0;
    out[n++] = identity(bytes, from, to);
    n = grams(bytes, from, end, out, n);
    long shape = shape(bytes, from, end);
    out[n++] = mix(shape ^ SHAPE);
    int disguise = spelling & ~Spelling.LETTERS_AND_DIGITS;
    if (disguise != 0) {
      out[n++] = mix(disguise * SPELT);
      out[n++] = mix(shape * 31 + disguise ^ SPELT);
    }
    if ((spelling & Spelling.LETTERS_AND_DIGITS) != 0) {
      n = stem(bytes, from, end, out, n);
    }
    return n;
  }

  /** Signs between words: all together, and each kind of sign with how often it repeats. */
  private static int ofGap(byte[] bytes, int from, int to, long[] out) {
    int end = Math.min(to, from + LONGEST_WORD);
    int n = 0;
    out[n++] = mix(identity(bytes, from, end) ^ SIGNS);
    for (int i = from; i < end; ) {
      int next = i + 1;
      long sign = bytes[i] & 0xFF;
      while (next < end && (bytes[next] & 0xC0) == 0x80) {
        sign = sign << 8 | bytes[next++] & 0xFF;
      }
      int run = 1;
      if (next == i + 1) {
        while (next < end && bytes[next] == bytes[i] && run < 4) {
          next++;
          run++;
        }
      }
      if (sign != ' ') {
        out[n++] = mix(sign * 8 + run ^ SIGNS);
      }
      i = next;
    }
    return n;
  }

  /** Letter runs of two to five, the word's edges marked. */
  private static int grams(byte[] bytes, int from, int end, long[] out, int n) {
    for (int start = from - 1; start < end; start++) {
      long h = GRAM;
      for (int i = start; i <= end && i < start + LONGEST_GRAM; i++) {
        int letter = i < from || i == end ? 0x100 : bytes[i] & 0xFF;
        h = (h ^ letter) * 0x100000001B3L;
        if (i > start) {
          out[n++] = mix(h);
        }
      }
    }
    return n;
  }

  /**
   * Letters and digits as runs with their lengths: {@code pluto88} and {@code suhu77} are alike.
   */
  private static long shape(byte[] bytes, int from, int end) {
    long shape = 0;
    int run = 0;
    int kind = -1;
    for (int i = from; i <= end; i++) {
      int now = i == end ? -1 : kindOf(bytes[i]);
      if (now != kind) {
        if (kind >= 0) {
          shape = shape * 61 + kind * 16 + (kind == 1 ? Math.min(run, 7) : Math.min(run, 12) / 2);
        }
        kind = now;
        run = 0;
      }
      run++;
    }
    return shape;
  }

  private static int kindOf(byte b) {
    if (b >= '0' && b <= '9') {
      return 1;
    }
    return b < 0 ? 2 : 0;
  }

  /** The letters before a trailing number, and the number, each by itself. */
  private static int stem(byte[] bytes, int from, int end, long[] out, int n) {
    int cut = end;
    while (cut > from && kindOf(bytes[cut - 1]) == 1) {
      cut--;
    }
    if (cut > from && cut < end) {
      out[n++] = mix(identity(bytes, from, cut) ^ STEM);
      out[n++] = mix(identity(bytes, cut, end) * STEM);
    }
    return n;
  }

  /**
   * Writes the features of the post as a whole to {@code out} and answers how many there are.
   *
   * @param spellings all the spellings of the text's tokens, their bits together
   */
  static int ofPost(
      PlainText text,
      int spellings,
      List<TermFound> terms,
      List<EntityFound> entities,
      long[] out) {
    int n = 0;
    int disguised = text.disguisedLetters();
    out[n++] = post(1, step(disguised));
    out[n++] = post(2, step(text.words()));
    out[n++] = post(3, disguised * 16 / Math.max(1, text.length()));
    out[n++] = post(4, step(disguised) * 16 + step(text.words()));
    for (int bit = 0; bit < 10; bit++) {
      if ((spellings >>> bit & 1) != 0) {
        out[n++] = post(5, bit);
      }
    }
    return ofFindings(terms, entities, out, n);
  }

  private static int ofFindings(
      List<TermFound> terms, List<EntityFound> entities, long[] out, int n) {
    long kinds = 0;
    for (EntityFound entity : entities) {
      kinds |= 1L << entity.entityKind().ordinal();
    }
    for (; kinds != 0; kinds &= kinds - 1) {
      out[n++] = post(6, Long.numberOfTrailingZeros(kinds));
    }
    long hints = 0;
    for (TermFound term : terms) {
      if (!term.isWeightless()) {
        int category = term.category().isPresent() ? term.category().get().ordinal() : NO_CATEGORY;
        hints |= 1L << (category * 3 + term.stance().ordinal());
      }
    }
    for (; hints != 0; hints &= hints - 1) {
      out[n++] = post(7, Long.numberOfTrailingZeros(hints));
    }
    return n;
  }

  /** Terms that speak for every category stand behind the categories; 20 fit, 3 stances each. */
  private static final int NO_CATEGORY = 20;

  private static long post(int question, int answer) {
    return mix(POST * question + answer);
  }

  /** A count by its order of size: 0, 1, 2, 3–4, 5–8, and so on, up to 12. */
  private static int step(int count) {
    return count <= 0 ? 0 : Math.min(12, 33 - Integer.numberOfLeadingZeros(count - 1));
  }
}
