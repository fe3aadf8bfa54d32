package ronda.identify.text;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/**
 * How each character outside ASCII is read: one int a character, on pages of 128 that alphabets
 * without a surprise share. Made from the Unicode consortium's data when Ronda is built; the layout
 * is told where it is made, in {@code ronda.tables.SpellingTable}.
 */
final class SpellingTable {
  static final int SYMBOL = 0;
  static final int SPACE = 1;
  static final int DROPPED = 2;
  static final int MARK = 3;
  static final int SCRIPT_MARK = 4;
  static final int LATIN = 5;
  static final int DIGIT = 6;
  static final int LOOKALIKE = 7;
  static final int LETTER = 8;
  static final int REGIONAL = 9;
  static final int SIGN = 10;

  private static final String RESOURCE = "spelling.table";
  private static final int PAGE_BITS = 7;
  private static final int PAGE = 1 << PAGE_BITS;
  private static final int PAGES = (Character.MAX_CODE_POINT + 1) / PAGE;
  private static final int FIRST_REGIONAL = 0x1F1E6;

  private final char[] index = new char[PAGES];
  private final int[] rows;
  private final byte[] pool;
  private final int[] flags = new int[26];

  private SpellingTable(DataInputStream in) throws IOException {
    rows = new int[in.readInt() * PAGE];
    for (int i = 0; i < PAGES; i++) {
      index[i] = in.readChar();
    }
    for (int i = 0; i < rows.length; i++) {
      rows[i] = in.readInt();
    }
    pool = in.readNBytes(in.readInt());
    for (int i = 0; i < flags.length; i++) {
      flags[i] = in.readInt();
    }
  }

  static SpellingTable load() {
    try (InputStream in = SpellingTable.class.getResourceAsStream(RESOURCE)) {
      if (in == null) {
        throw new IllegalStateException(RESOURCE + " is missing: build the module tables first");
      }
      return new SpellingTable(new DataInputStream(new ByteArrayInputStream(in.readAllBytes())));
    } catch (IOException broken) {
      throw new UncheckedIOException("cannot read " + RESOURCE, broken);
    }
  }

  /** The row of a character; ask it with the functions below. */
  int row(int character) {
    return rows[(index[character >> PAGE_BITS] << PAGE_BITS) + (character & PAGE - 1)];
  }

  static int kind(int row) {
    return row & 15;
  }

  /** The low four bits of {@link Spelling}. */
  static int spelling(int row) {
    return row >> 4 & 15;
  }

  static boolean isCapital(int row) {
    return (row & 1 << 8) != 0;
  }

  /** Whether the character can only be a letter of its own script. */
  static boolean isForeign(int row) {
    return (row & 1 << 9) != 0;
  }

  static boolean isDisguised(int row) {
    return (row & 1 << 10) != 0;
  }

  /** How many plain bytes the character becomes; 0 when it stays itself, or goes. */
  static int plainLength(int row) {
    return row >> 11 & 31;
  }

  /** Copies the plain bytes to {@code target} and returns how many they are. */
  int copyPlain(int row, byte[] target, int at) {
    int length = plainLength(row);
    System.arraycopy(pool, row >>> 16, target, at, length);
    return length;
  }

  /** Copies a look-alike's form in its own script and returns how many bytes it has. */
  int copyOwn(int row, byte[] target, int at) {
    int where = (row >>> 16) + plainLength(row);
    int length = pool[where];
    System.arraycopy(pool, where + 1, target, at, length);
    return length;
  }

  /** Whether two regional indicators make a flag. */
  boolean isFlag(int first, int second) {
    return (flags[first - FIRST_REGIONAL] >> second - FIRST_REGIONAL & 1) != 0;
  }
}
