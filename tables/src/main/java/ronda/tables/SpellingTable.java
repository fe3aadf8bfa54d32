package ronda.tables;

import com.ibm.icu.text.UnicodeSet;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import ronda.tables.Row.Kind;

/**
 * The table of how each character is read, for {@code ronda.identify.text}.
 *
 * <p>The file, big-endian: the number of pages as an int; for each 128 characters from U+0000 the
 * number of their page as an unsigned short; the pages, 128 ints each; the length of the pool as an
 * int, and the pool's bytes; 26 ints, one for each first letter of a flag, with bit n set when the
 * n-th letter completes it. A row's int holds, from the lowest bit: kind (4 bits), spelling (4),
 * capital (1), foreign (1), disguised (1), length of the plain bytes (5), where they stand in the
 * pool (16). A look-alike's plain bytes are followed by one byte with the length of its own form,
 * and that form. A length of 0 means that the character stays itself, or goes, as its kind says.
 */
final class SpellingTable implements Table {
  private static final int PAGE = 128;

  private final ByteArrayOutputStream pool = new ByteArrayOutputStream();
  private final Map<String, Integer> pooled = new LinkedHashMap<>();

  @Override
  public String path() {
    return "ronda/identify/text/spelling.table";
  }

  @Override
  public byte[] content() throws IOException {
    List<int[]> pages = new ArrayList<>();
    Map<String, Integer> numbers = new LinkedHashMap<>();
    int[] index = new int[(Character.MAX_CODE_POINT + 1) / PAGE];
    for (int page = 0; page < index.length; page++) {
      int[] rows = page(page * PAGE);
      Integer known = numbers.putIfAbsent(Arrays.toString(rows), pages.size());
      index[page] = known == null ? pages.size() : known;
      if (known == null) {
        pages.add(rows);
      }
    }
    return written(index, pages);
  }

  private int[] page(int first) {
    int[] rows = new int[PAGE];
    for (int i = 0; i < PAGE; i++) {
      int c = first + i;
      if (c >= 0x80 && !isSurrogate(c)) {
        Row row = Readings.of(c);
        refuseUnlessStable(c, row);
        rows[i] = packed(c, row);
      }
    }
    return rows;
  }

  private static boolean isSurrogate(int c) {
    return c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
  }

  /** Folding twice must give what folding once gave, so what a row yields must yield itself. */
  private static void refuseUnlessStable(int c, Row row) {
    String result = row.own().isEmpty() ? row.plain() : row.own();
    boolean stable =
        result
            .codePoints()
            .allMatch(x -> x < 0x80 ? !Character.isUpperCase(x) : yieldsItself(x, row.kind()));
    if (!stable) {
      throw new IllegalStateException(
          "U+%04X becomes %s, which does not stay so".formatted(c, result));
    }
  }

  private static boolean yieldsItself(int c, Kind kind) {
    Row row = Readings.of(c);
    String result = row.own().isEmpty() ? row.plain() : row.own();
    return row.kind() == kind && result.equals(Character.toString(c));
  }

  private int packed(int c, Row row) {
    boolean stays = row.own().isEmpty() && row.plain().equals(Character.toString(c));
    byte[] plain = stays ? new byte[0] : row.plain().getBytes(StandardCharsets.UTF_8);
    int where = plain.length == 0 ? 0 : pooled(row);
    if (plain.length > 31 || where > 0xFFFF) {
      throw new IllegalStateException("U+%04X does not fit its row".formatted(c));
    }
    return row.kind().ordinal()
        | row.spelling() << 4
        | bit(row.upper()) << 8
        | bit(row.foreign()) << 9
        | bit(row.disguised()) << 10
        | plain.length << 11
        | where << 16;
  }

  private static int bit(boolean set) {
    return set ? 1 : 0;
  }

  private int pooled(Row row) {
    return pooled.computeIfAbsent(
        row.plain() + '\n' + row.own(),
        key -> {
          int where = pool.size();
          pool.writeBytes(row.plain().getBytes(StandardCharsets.UTF_8));
          byte[] own = row.own().getBytes(StandardCharsets.UTF_8);
          if (own.length > 0) {
            pool.write(own.length);
            pool.writeBytes(own);
          }
          return where;
        });
  }

  private byte[] written(int[] index, List<int[]> pages) throws IOException {
    var bytes = new ByteArrayOutputStream();
    var out = new DataOutputStream(bytes);
    out.writeInt(pages.size());
    for (int page : index) {
      out.writeShort(page);
    }
    for (int[] page : pages) {
      for (int row : page) {
        out.writeInt(row);
      }
    }
    out.writeInt(pool.size());
    pool.writeTo(out);
    for (int row : flags()) {
      out.writeInt(row);
    }
    return bytes.toByteArray();
  }

  /** The flags that the consortium recommends for general interchange. */
  private static int[] flags() {
    int[] flags = new int[26];
    for (String flag : new UnicodeSet("[:RGI_Emoji_Flag_Sequence:]").strings()) {
      int first = flag.codePointAt(0) - 0x1F1E6;
      int second = flag.codePointAt(2) - 0x1F1E6;
      flags[first] |= 1 << second;
    }
    return flags;
  }
}
