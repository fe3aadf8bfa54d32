package ronda.identify.text;

import static org.assertj.core.api.Assertions.assertThat;
import static ronda.identify.text.Texts.plain;
import static ronda.identify.text.Texts.recovered;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Fourteen disguises of gambling names and terms as they stood in public comments. */
class GamblingNamesTest {
  @ParameterizedTest
  @CsvSource({
    "𝑺𝑼𝑯𝑼𝟑𝟐𝟖, suhu328",
    "【✌ 𝑨𝑳𝑬𝑿𝑰𝑺17 ✌】, alexis17",
    "𝐏𝐑1𝐁𝐄𐊗𝟖𝟓𝟓, pr1bet855",
    "💏𝐀ЕR𝙊88, aero88",
    "P͓̽U͓̽L͓̽A͓̽U͓̽W͓̽I͓̽N͓̽, pulauwin",
    "ρüℓAυ777, pulau777",
  })
  void the_light_reading_sees(String disguised, String name) {
    assertThat(plain(disguised)).contains(name);
  }

  @ParameterizedTest
  @CsvSource({
    "🔥𝗣 𝗟 𝗨 𝗧 𝗢 𝟴 𝟴🔥, pluto88",
    "[̲̅P][̲̅U][̲̅L], pul",
    "ＧＡ Ｒ Ｕ ＤＡ ＨＯ ＫＩ, garudahoki",
    "⭐ A L E X I S 1 7 ⭐, alexis17",
    "g4c0r, gacor",
    "sc4tt3r, scatter",
    "cu4n, cuan",
    "𝙈@𝘯𝐝𝘼LIK𝘼7𝟟, mandalika77",
  })
  void the_strong_reading_sees(String disguised, String name) {
    assertThat(recovered(disguised)).contains(name);
  }
}
