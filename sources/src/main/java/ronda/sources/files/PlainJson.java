package ronda.sources.files;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads the common line without a parser: one object of strings, numbers and lists of strings. It
 * gives up at the first thing that is not just so (a nested object, a mistake, a field that stands
 * twice) and says nothing then: the parser reads the line again, and what it says counts. So this
 * never refuses a line, and a test holds what it takes to what the parser takes.
 */
final class PlainJson {
  /** A longer line is the parser's: it knows the limits of names, strings and numbers. */
  private static final int LONGEST_LINE = 256 << 10;

  private static final int LONGEST_NAME = 1_000;
  private static final int MOST_DIGITS = 18;

  /** What {@link #next} answers behind the last byte. */
  private static final int END = -1;

  private static final byte[] ID = ascii("id");
  private static final byte[] TEXT = ascii("text");
  private static final byte[] AUTHOR = ascii("author");
  private static final byte[] PLATFORM = ascii("platform");
  private static final byte[] URL = ascii("url");
  private static final byte[] POSTED_AT = ascii("postedAt");
  private static final byte[] REGION = ascii("region");
  private static final byte[] LINKS = ascii("links");
  private static final byte[] IMAGES = ascii("images");

  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final long ONES = 0x0101010101010101L;
  private static final long TOPS = ONES << 7;

  private final byte[] bytes;
  private final int to;
  private final Fields fields = new Fields(Naming.OURS);
  private int at;

  private PlainJson(byte[] bytes, int from, int to) {
    this.bytes = bytes;
    this.at = from;
    this.to = to;
  }

  /** The fields of a line in our own naming, without labels; null where it is not a common one. */
  static @Nullable Fields read(byte[] bytes, int from, int to) {
    if (to - from > LONGEST_LINE || Utf8.firstError(bytes, from, to) >= 0) {
      return null;
    }
    PlainJson line = new PlainJson(bytes, from, to);
    return line.object() && line.fields.text != null ? line.fields : null;
  }

  private boolean object() {
    if (at == to || bytes[at++] != '{') {
      return false;
    }
    do {
      if (!member()) {
        return false;
      }
    } while (take(','));
    return take('}') && next() == END;
  }

  private boolean member() {
    if (!take('"')) {
      return false;
    }
    int from = at;
    int end = plainEnd();
    if (end < 0 || end - from > LONGEST_NAME || bytes[end] != '"') {
      return false;
    }
    at = end + 1;
    return take(':') && value(from, end);
  }

  /** Reads the value of the field whose name stands from {@code from} up to {@code end}. */
  private boolean value(int from, int end) {
    if (is(TEXT, from, end)) {
      return fields.text == null && (fields.text = string()) != null;
    }
    if (is(ID, from, end)) {
      return fields.id == null && (isNull() || (fields.id = stringOrNumber()) != null);
    }
    if (is(AUTHOR, from, end)) {
      return fields.author == null && (isNull() || (fields.author = string()) != null);
    }
    if (is(PLATFORM, from, end)) {
      return fields.platform == null && (isNull() || (fields.platform = string()) != null);
    }
    if (is(URL, from, end)) {
      return fields.url == null && (isNull() || (fields.url = string()) != null);
    }
    if (is(POSTED_AT, from, end)) {
      return fields.postedAt == null && (isNull() || (fields.postedAt = string()) != null);
    }
    if (is(REGION, from, end)) {
      return fields.region == null && (isNull() || (fields.region = string()) != null);
    }
    if (is(LINKS, from, end)) {
      return fields.links == null && (isNull() || (fields.links = strings()) != null);
    }
    if (is(IMAGES, from, end)) {
      return fields.images == null && (isNull() || (fields.images = strings()) != null);
    }
    return isSkipped();
  }

  private boolean is(byte[] name, int from, int end) {
    return end - from == name.length && Arrays.equals(bytes, from, end, name, 0, name.length);
  }

  /** The next byte that is no blank, which is not taken; {@link #END} where there is none. */
  private int next() {
    while (at < to) {
      byte b = bytes[at];
      if (b != ' ' && b != '\t' && b != '\r') {
        return b;
      }
      at++;
    }
    return END;
  }

  private boolean take(char sign) {
    if (next() != sign) {
      return false;
    }
    at++;
    return true;
  }

  /** Takes a {@code null}, if that is next. */
  private boolean isNull() {
    return next() == 'n' && isWord("null");
  }

  /** Takes the word, or nothing: what follows {@code null} is no value of its own. */
  private boolean isWord(String word) {
    int length = word.length();
    if (to - at < length) {
      return false;
    }
    for (int i = 0; i < length; i++) {
      if (bytes[at + i] != word.charAt(i)) {
        return false;
      }
    }
    at += length;
    if (!endsHere()) {
      at -= length;
      return false;
    }
    return true;
  }

  /** Whether what was just taken is at its end: the parser wants a sign or a blank behind it. */
  private boolean endsHere() {
    int b = at < to ? bytes[at] : END;
    return b == ',' || b == '}' || b == ']' || b == ' ' || b == '\t';
  }

  /** Passes over the value of a field that nobody asks for, if it is a simple one. */
  private boolean isSkipped() {
    return switch (next()) {
      case '"' -> string() != null;
      case '[' -> strings() != null;
      case 'n' -> isWord("null");
      case 't' -> isWord("true");
      case 'f' -> isWord("false");
      default -> isNumber();
    };
  }

  /** Takes a whole number without a sign, or one with a fraction. */
  private boolean isNumber() {
    return isDigits() && (bytes[at] != '.' || isFraction()) && endsHere();
  }

  /** Takes digits; no 0 stands before others, and something follows them. */
  private boolean isDigits() {
    int from = at;
    while (at < to && bytes[at] >= '0' && bytes[at] <= '9') {
      at++;
    }
    int digits = at - from;
    return digits > 0 && digits <= MOST_DIGITS && at < to && (digits == 1 || bytes[from] != '0');
  }

  private boolean isFraction() {
    int from = ++at;
    while (at < to && bytes[at] >= '0' && bytes[at] <= '9') {
      at++;
    }
    return at > from && at - from <= MOST_DIGITS;
  }

  private @Nullable String stringOrNumber() {
    if (next() == '"') {
      return string();
    }
    int from = at;
    return isDigits() && endsHere()
        ? new String(bytes, from, at - from, StandardCharsets.US_ASCII)
        : null;
  }

  private @Nullable List<String> strings() {
    if (!take('[')) {
      return null;
    }
    List<String> all = new ArrayList<>();
    if (take(']')) {
      return all;
    }
    do {
      String one = all.size() < Limits.LISTED ? string() : null;
      if (one == null) {
        return null;
      }
      all.add(one);
    } while (take(','));
    return take(']') ? all : null;
  }

  /** Takes a string; null where there is none, or one that only the parser can judge. */
  private @Nullable String string() {
    if (!take('"')) {
      return null;
    }
    int from = at;
    int end = plainEnd();
    if (end < 0) {
      return null;
    }
    if (bytes[end] == '"') {
      at = end + 1;
      return new String(bytes, from, end - from, StandardCharsets.UTF_8);
    }
    return escaped(from, end);
  }

  /** Where the quote or backslash stands that comes next; -1 where a control character does. */
  private int plainEnd() {
    int i = at;
    for (; i + 8 <= to; i += 8) {
      long eight = (long) LONGS.get(bytes, i);
      // The lowest top bit that is set is right; borrows can only set false ones above it.
      long stop = (zero(eight ^ ONES * '"') | zero(eight ^ ONES * '\\') | below(eight)) & TOPS;
      if (stop != 0) {
        i += Long.numberOfTrailingZeros(stop) >>> 3;
        return bytes[i] >= 0 && bytes[i] < ' ' ? -1 : i;
      }
    }
    for (; i < to; i++) {
      byte b = bytes[i];
      if (b == '"' || b == '\\') {
        return i;
      }
      if (b >= 0 && b < ' ') {
        return -1;
      }
    }
    return -1;
  }

  private static long zero(long eight) {
    return eight - ONES & ~eight;
  }

  private static long below(long eight) {
    return eight - ONES * ' ' & ~eight;
  }

  private @Nullable String escaped(int from, int backslash) {
    StringBuilder text = new StringBuilder(Math.min(to - from, 1024));
    int end = backslash;
    int begin = from;
    while (true) {
      text.append(new String(bytes, begin, end - begin, StandardCharsets.UTF_8));
      at = end + 1;
      if (bytes[end] == '"') {
        return text.toString();
      }
      int letter = letter();
      if (letter < 0) {
        return null;
      }
      text.append((char) letter);
      begin = at;
      end = plainEnd();
      if (end < 0) {
        return null;
      }
    }
  }

  /** The UTF-16 unit that the escape behind a backslash stands for; -1 where it is none. */
  private int letter() {
    if (at == to) {
      return -1;
    }
    byte b = bytes[at++];
    return switch (b) {
      case '"', '\\', '/' -> b;
      case 'b' -> '\b';
      case 'f' -> '\f';
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      case 'u' -> unit();
      default -> -1;
    };
  }

  private int unit() {
    if (to - at < 4) {
      return -1;
    }
    int unit = 0;
    for (int i = 0; i < 4; i++) {
      int digit = bytes[at] < 0 ? -1 : Character.digit(bytes[at], 16);
      if (digit < 0) {
        return -1;
      }
      unit = unit << 4 | digit;
      at++;
    }
    return unit;
  }

  private static byte[] ascii(String name) {
    return name.getBytes(StandardCharsets.US_ASCII);
  }
}
