package ronda.identify.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import ronda.identify.post.Span;

/**
 * Folds texts that nobody would write. {@code -Dronda.fuzz.seconds=600} makes it longer, {@code
 * -Dronda.fuzz.seed=…} repeats a run.
 */
class FoldFuzzTest {
  /** Pieces that go through different doors of the fold, and meet badly. */
  private static final String[] PIECES = {
    "gacor",
    "MAXWIN",
    "a",
    "7",
    "88",
    "0812",
    " ",
    "  ",
    ".",
    "-",
    "@",
    "!",
    "][",
    "\n",
    "\0",
    "é",
    "e\u0301",
    "\u0336",
    "\u20E3",
    "\uFE0F",
    "\u200B",
    "\u200D",
    "𝗚",
    "𝟴",
    "ｇ",
    "🅰",
    "🆎",
    "Ⓐ",
    "🇮🇩",
    "🇬",
    "🇦",
    "о",
    "Я",
    "ж",
    "СССР",
    "α",
    "ω",
    "Ѳ",
    "퐀",
    "하",
    "이",
    "ᆢ",
    "中",
    "ا",
    "َ",
    "ꦲ",
    "ꦸ",
    "ก",
    "๋",
    "ﷺ",
    "ﬁ",
    "㎏",
    "½",
    "…",
    "“",
    "🔥",
    "👍🏽",
    "👨‍👩‍👧",
    "\uD800",
    "\uDC00",
    "\uFFFF",
    "yg",
    "g4c0r",
    "https://a.id/",
    "xxxx",
    "○",
    "İ",
    "ß",
    "K"
  };

  @Test
  void every_text_folds_to_itself_with_spans_inside_it() {
    long seed = Long.getLong("ronda.fuzz.seed", System.nanoTime());
    System.out.println("FoldFuzzTest: -Dronda.fuzz.seed=" + seed);
    var random = new SplittableRandom(seed);
    Instant end = Instant.now().plus(Duration.ofSeconds(Long.getLong("ronda.fuzz.seconds", 5)));
    while (Instant.now().isBefore(end)) {
      for (int i = 0; i < 200; i++) {
        check(text(random));
      }
    }
  }

  private static String text(SplittableRandom random) {
    var text = new StringBuilder();
    boolean ascii = random.nextInt(4) == 0;
    for (int pieces = random.nextInt(40); pieces > 0; pieces--) {
      switch (random.nextInt(8)) {
        case 0 -> text.append((char) random.nextInt(ascii ? 0x80 : 0x10000));
        case 1 -> text.appendCodePoint(random.nextInt(ascii ? 0x80 : 0x20000));
        default -> text.append(PIECES[random.nextInt(ascii ? 15 : PIECES.length)]);
      }
    }
    return text.toString();
  }

  private static void check(String text) {
    PlainText plain = Fold.plain(text);
    String once = Texts.string(plain);
    assertThat(Texts.plain(once)).as(() -> escaped(text)).isEqualTo(once);
    checkWords(text, plain);
    for (int from = 0; from < plain.length(); from += 3) {
      checkSpan(text, plain.originalSpan(from, Math.min(plain.length(), from + 2)));
    }
    for (Recovered word : plain.recovered()) {
      checkSpan(text, plain.originalSpan(word.from(), word.to()));
    }
  }

  private static void checkWords(String text, PlainText plain) {
    int last = -1;
    for (int i = 0; i < plain.words(); i++) {
      boolean inOrder = plain.wordStart(i) > last && plain.wordEnd(i) > plain.wordStart(i);
      assertThat(inOrder && plain.wordEnd(i) <= plain.length()).as(() -> escaped(text)).isTrue();
      last = plain.wordEnd(i) - 1;
      plain.wordSpelling(i);
      checkSpan(text, plain.originalSpan(plain.wordStart(i), plain.wordEnd(i)));
    }
  }

  private static void checkSpan(String text, Span span) {
    assertThat(span.end()).as(() -> escaped(text)).isLessThanOrEqualTo(text.length());
    assertThat(splitsPair(text, span.start()) || splitsPair(text, span.end()))
        .as(() -> escaped(text))
        .isFalse();
  }

  private static boolean splitsPair(String text, int at) {
    return at > 0
        && at < text.length()
        && Character.isSurrogatePair(text.charAt(at - 1), text.charAt(at));
  }

  private static String escaped(String text) {
    var escaped = new StringBuilder();
    text.chars().forEach(c -> escaped.append("\\u%04X".formatted(c)));
    return escaped.toString();
  }
}
