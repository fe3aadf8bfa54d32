package ronda.tables;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpellingTableTest {
  @Test
  void is_the_same_byte_for_byte_each_time() throws IOException {
    assertThat(new SpellingTable().content()).isEqualTo(new SpellingTable().content());
  }

  @ParameterizedTest
  @CsvSource({
    "𝗚, LATIN, g",
    "Ⓖ, LATIN, g",
    "ɢ, LATIN, g",
    "é, LATIN, e",
    "æ, LATIN, ae",
    "ı, LATIN, i",
    "𝟴, DIGIT, 8",
    "٣, DIGIT, 3",
    "⑩, DIGIT, 10",
    "а, LOOKALIKE, a",
    "І, LOOKALIKE, i",
    "Ӏ, LOOKALIKE, l",
    "β, LOOKALIKE, b",
    "т, LOOKALIKE, t",
    "ж, LETTER, ж",
    "ا, LETTER, ا",
    "中, LETTER, 中",
    "“, SYMBOL, '\"'",
    "🔥, SYMBOL, 🔥",
    "™, SYMBOL, ™",
    "🇮, REGIONAL, i"
  })
  void reads_a_character(String character, Row.Kind kind, String plain) {
    Row row = Readings.of(character.codePointAt(0));
    assertThat(row.kind()).isEqualTo(kind);
    assertThat(row.plain()).isEqualTo(plain);
  }
}
