package ronda.identify.text;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.SplittableRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import ronda.identify.post.Span;

/** Both passes must say the same of ASCII, and of words what anybody would say. */
class AsciiPassTest {
  @Test
  void ascii_reads_alike_by_itself_and_as_part_of_other_text() {
    var random = new SplittableRandom(20261122);
    for (int i = 0; i < 20_000; i++) {
      var text = new StringBuilder();
      for (int length = random.nextInt(40); length > 0; length--) {
        text.append(
            (char) (random.nextInt(4) > 0 ? 'A' + random.nextInt(58) : random.nextInt(128)));
      }
      assertAlike(text.toString());
    }
  }

  @Test
  void words_are_runs_of_letters_and_digits_and_bear_how_they_were_written() {
    var random = new SplittableRandom(20261123);
    for (int i = 0; i < 20_000; i++) {
      var text = new StringBuilder(i % 2 == 0 ? "" : "€");
      for (int length = random.nextInt(40); length > 0; length--) {
        int kind = random.nextInt(9);
        text.append(
            kind == 0 ? ' ' : kind == 1 ? '€' : SIGNS.charAt(random.nextInt(SIGNS.length())));
      }
      assertWords(text.toString());
    }
  }

  private static final String SIGNS = "aZbYzA09M5k{@[`/:~";

  private static void assertWords(String text) {
    PlainText plain = Fold.plain(text);
    Matcher word = Pattern.compile("[A-Za-z0-9]+").matcher(text);
    int w = 0;
    for (; word.find(); w++) {
      String letters = word.group().replaceAll("[0-9]", "");
      boolean loud = letters.length() >= 2 && letters.equals(letters.toUpperCase(Locale.ROOT));
      boolean both = !letters.isEmpty() && letters.length() < word.group().length();
      int spelling = (loud ? Spelling.CAPITALS : 0) | (both ? Spelling.LETTERS_AND_DIGITS : 0);
      assertThat(plain.wordSpelling(w)).as(text).isEqualTo(spelling);
      assertThat(plain.originalSpan(plain.wordStart(w), plain.wordEnd(w)))
          .as(text)
          .isEqualTo(new Span(word.start(), word.end()));
    }
    assertThat(plain.words()).as(text).isEqualTo(w);
    assertThat(Texts.string(plain)).isEqualTo(text.toLowerCase(Locale.ROOT));
  }

  private static void assertAlike(String text) {
    PlainText fast = Fold.plain(text);
    PlainText slow = new FoldPass(text, text.getBytes(UTF_8)).run();
    assertThat(Texts.string(fast)).isEqualTo(Texts.string(slow));
    assertThat(fast.words()).as(text).isEqualTo(slow.words());
    for (int i = 0; i < fast.words(); i++) {
      assertThat(fast.wordStart(i)).isEqualTo(slow.wordStart(i));
      assertThat(fast.wordEnd(i)).isEqualTo(slow.wordEnd(i));
      assertThat(fast.wordSpelling(i)).as(text).isEqualTo(slow.wordSpelling(i));
    }
    assertThat(fast.recovered()).isEqualTo(slow.recovered());
  }
}
