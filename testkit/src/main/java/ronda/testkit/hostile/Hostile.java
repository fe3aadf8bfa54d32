package ronda.testkit.hostile;

import java.util.HexFormat;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Cases that nobody would write, for what must hold whatever comes. Case {@code i} of a run is
 * drawn from its seed plus {@code i}, and a failing case tells its own: {@code -Dronda.fuzz.seed=…}
 * begins with it. {@code -Dronda.fuzz.seconds=600} goes on for so long in each test.
 */
public final class Hostile {
  /** What is easily forgotten in a text; checked before any text is drawn. */
  private static final List<String> TEXTS =
      List.of(
          "",
          "\0",
          "\"",
          "\\",
          "\b\f\n\r\t",
          "\u001F\u007F\u0080\u009F",
          "\u2028\u2029",
          "\uD800",
          "\uDBFF",
          "\uDC00",
          "\uDFFF",
          "\uDC00\uD800",
          "a\uD83D",
          "\uD83Da",
          "\uDBFF\uDFFF",
          "\uFFFF",
          "\uFEFFa",
          "e\u0301",
          "\0".repeat(10_000),
          "\"".repeat(10_000),
          "a".repeat(100_000),
          "a" + "\u0336".repeat(10_000),
          "\uD83D".repeat(10_000),
          "\uDE00\uD83D".repeat(10_000),
          "😀".repeat(10_000));

  /** Pieces that stand badly beside others. */
  private static final List<String> PIECES =
      List.of(
          "\0",
          "\n",
          "\"",
          "\\",
          "\\u",
          "/",
          "\u001F",
          "\u007F",
          "\u0080",
          "\u07FF",
          "\u0800",
          "\u2028",
          "\uFEFF",
          "\uFFFD",
          "\uFFFF",
          "é",
          "e\u0301",
          "中",
          "\uD800",
          "\uDBFF",
          "\uDC00",
          "\uDFFF",
          "😀",
          "\uDBFF\uDFFF");

  private Hostile() {}

  /** Checks the texts that are easily forgotten, then {@code tries} drawn ones. */
  public static void texts(int tries, Consumer<String> check) {
    each(TEXTS, check);
    tries(tries, Hostile::text, check);
  }

  /** Checks cases that are always tried. */
  public static <T> void each(List<T> cases, Consumer<? super T> check) {
    cases.forEach(always -> run("always tried", always, check));
  }

  /** Checks {@code tries} cases, from another seed in every run. */
  public static <T> void tries(
      int tries, Function<SplittableRandom, T> draw, Consumer<? super T> check) {
    forSeconds(0, tries, draw, check);
  }

  /** Checks {@code tries} cases and goes on for {@code seconds} unless told how long. */
  public static <T> void forSeconds(
      long seconds, int tries, Function<SplittableRandom, T> draw, Consumer<? super T> check) {
    long start = System.nanoTime();
    long seed = Long.getLong("ronda.fuzz.seed", start);
    long least = Long.getLong("ronda.fuzz.seconds", seconds) * 1_000_000_000;
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

  /** A text of up to 255 UTF-16 units: of one kind, or of every kind in one. */
  public static String text(SplittableRandom random) {
    int kind = random.nextInt(6);
    int length = random.nextInt(random.nextInt(256) + 1);
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

  public static <T> T oneOf(SplittableRandom random, List<T> things) {
    return things.get(random.nextInt(things.size()));
  }
}
