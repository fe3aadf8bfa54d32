package ronda.identify.text;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FoldTest {
  @ParameterizedTest
  @CsvSource({
    "𝑺𝑼𝑯𝑼𝟑𝟐𝟖, suhu328",
    "【✌ 𝑨𝑳𝑬𝑿𝑰𝑺17 ✌】, alexis17",
    "𝐏𝐑1𝐁𝐄𐊗𝟖𝟓𝟓, pr1bet855",
    "💏𝐀ЕR𝙊88, aero88",
    "P͓̽U͓̽L͓̽A͓̽U͓̽W͓̽I͓̽N͓̽, pulauwin",
    "ρüℓAυ777, pulau777",
  })
  void disguised_letters_become_plain_ones(String disguised, String plain) {
    assertThat(plain(disguised)).contains(plain);
  }

  @Test
  void a_russian_sentence_stays_russian() {
    assertThat(plain("Привет мир и я")).isEqualTo("привет мир и я");
  }

  @Test
  void flags_stay_flags() {
    assertThat(plain("Merdeka 🇮🇩🇲🇾")).isEqualTo("merdeka 🇮🇩🇲🇾");
  }

  private static String plain(String text) {
    PlainText plain = Fold.plain(text);
    return new String(plain.bytes(), 0, plain.length(), UTF_8);
  }
}
