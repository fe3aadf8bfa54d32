package ronda.identify;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Cases that nobody would write, for what must hold whatever comes. Case {@code i} of a run is
 * drawn from its seed plus {@code i}, and a failing case tells its own: {@code -Dronda.fuzz.seed=…}
 * begins with it. {@code -Dronda.fuzz.seconds=600} goes on for so long in each test.
 *
 * <p>The other modules have a {@code Hostile} in testkit. This room cannot use it, because testkit
 * stands on identify; and what is hostile to a text is not what is hostile to a document.
 */
public final class Hostile {
  /** What is easily forgotten in a text; checked before any text is drawn. */
  private static final List<String> TEXTS =
      List.of(
          "",
          "\0",
          " ",
          "\r\n",
          "\uD800",
          "\uDBFF",
          "\uDC00",
          "\uDFFF",
          "\uDC00\uD800",
          "a\uD83D",
          "\uD83Da",
          "\uFFFF",
          "\uFEFFa",
          "\u0301",
          "e\u0301",
          "\u202Ea\u202C",
          "👨‍👩‍👧",
          "\uDBFF\uDFFF",
          "\0".repeat(10_000),
          "a".repeat(100_000),
          "a ".repeat(50_000),
          "a" + "\u0336".repeat(10_000),
          "\uD83D".repeat(10_000),
          "\uDE00\uD83D".repeat(10_000),
          "\u200B".repeat(10_000),
          "ﷺ".repeat(10_000),
          "𝟬𝟴𝟭𝟮".repeat(10_000));

  /** Pieces that stand badly beside others. */
  private static final List<String> PIECES =
      List.of(
          "\0",
          "\n",
          " ",
          "\"",
          "\\",
          "\u007F",
          "\u0080",
          "é",
          "e\u0301",
          "\u0336",
          "\u0301\u0302\u0303",
          "\u200B",
          "\u200D",
          "\u202E",
          "\uFE0F",
          "\uFEFF",
          "\uFFFD",
          "\uFFFF",
          "\uD800",
          "\uDBFF",
          "\uDC00",
          "\uDFFF",
          "😀",
          "\uDBFF\uDFFF",
          "ﷺ",
          "İ",
          "ß",
          "𝗚",
          "🅰",
          "ا",
          "中");

  private Hostile() {}

  /** Checks the texts that are easily forgotten, then {@code tries} drawn ones. */
  public static void texts(int tries, Consumer<String> check) {
    TEXTS.forEach(text -> run("always tried", text, check));
    tries(tries, random -> text(random, 255), check);
  }

  /** Checks {@code tries} cases, from another seed in every run. */
  public static <T> void tries(
      int tries, Function<SplittableRandom, T> draw, Consumer<? super T> check) {
    triesFrom(System.nanoTime(), tries, draw, check);
  }

  /** Checks {@code tries} cases, the same in every run unless a seed is asked for. */
  public static <T> void triesFrom(
      long ownSeed, int tries, Function<SplittableRandom, T> draw, Consumer<? super T> check) {
    long seed = Long.getLong("ronda.fuzz.seed", ownSeed);
    long start = System.nanoTime();
    long least = Long.getLong("ronda.fuzz.seconds", 0) * 1_000_000_000;
    for (int i = 0; i < tries || System.nanoTime() - start < least; i++) {
      T drawn = draw.apply(new SplittableRandom(seed + i));
      run("-Dronda.fuzz.seed=" + (seed + i), drawn, check);
    }
  }

  private static <T> void run(String origin, T drawn, Consumer<? super T> check) {
    try {
      check.accept(drawn);
    } catch (RuntimeException | Error wrong) {
      throw new AssertionError(origin + ": " + shown(drawn) + "\n" + wrong, wrong);
    }
  }

  private static String shown(Object drawn) {
    String plain =
        drawn instanceof byte[] bytes ? HexFormat.of().formatHex(bytes) : drawn.toString();
    var shown = new StringBuilder();
    for (int i = 0; i < Math.min(plain.length(), 4_000); i++) {
      char c = plain.charAt(i);
      shown.append(c >= ' ' && c <= '~' ? String.valueOf(c) : "\\u%04X".formatted((int) c));
    }
    return plain.length() > 4_000 ? shown + "… of " + plain.length() : shown.toString();
  }

  /** A text of up to {@code most} UTF-16 units: of one kind, or of every kind in one. */
  public static String text(SplittableRandom random, int most) {
    int kind = random.nextInt(6);
    int length = between(random, 0, most);
    var text = new StringBuilder();
    while (text.length() < length) {
      switch (kind < 4 ? kind : random.nextInt(4)) {
        case 0 -> text.append((char) random.nextInt(0x80));
        case 1 -> text.append((char) random.nextInt(0x10000));
        case 2 -> text.appendCodePoint(random.nextInt(Character.MAX_CODE_POINT + 1));
        default -> text.append(oneOf(random, PIECES));
      }
    }
    text.setLength(length); // May cut a pair in two, which is welcome.
    return text.toString();
  }

  /** A string of {@code least} to {@code most} of the given letters. */
  public static String of(SplittableRandom random, String letters, int least, int most) {
    var text = new StringBuilder();
    for (int left = between(random, least, most); left > 0; left--) {
      text.append(letters.charAt(random.nextInt(letters.length())));
    }
    return text.toString();
  }

  /** Up to {@code most} bytes: any, or few that are many times repeated. */
  public static byte[] bytes(SplittableRandom random, int most) {
    byte[] bytes = new byte[between(random, 0, most)];
    boolean any = random.nextInt(4) > 0;
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) (any ? random.nextInt() : oneOf(random, List.of(0, 1, 0x7F, 0x80, 0xFF)));
    }
    return bytes;
  }

  /** {@code least} to {@code most} things. */
  public static <T> List<T> list(
      SplittableRandom random, int least, int most, Function<SplittableRandom, T> draw) {
    List<T> things = new ArrayList<>();
    for (int left = between(random, least, most); left > 0; left--) {
      things.add(draw.apply(random));
    }
    return things;
  }

  public static <T> T oneOf(SplittableRandom random, List<T> things) {
    return things.get(random.nextInt(things.size()));
  }

  /** A number from {@code least} to {@code most}: often one of the ends, and more often small. */
  public static int between(SplittableRandom random, int least, int most) {
    return switch (random.nextInt(12)) {
      case 0 -> least;
      case 1 -> most;
      case 2, 3, 4, 5 -> random.nextInt(least, most + 1);
      default -> least + random.nextInt(random.nextInt(most - least + 1) + 1);
    };
  }

  /** Any number: often 0, the smallest, the largest, one of their neighbours or a power of two. */
  public static long anyLong(SplittableRandom random) {
    return switch (random.nextInt(4)) {
      case 0 -> random.nextLong(-2, 3);
      case 1 -> Long.MAX_VALUE + random.nextLong(-2, 3);
      case 2 -> 1L << random.nextInt(64);
      default -> random.nextLong();
    };
  }
}
