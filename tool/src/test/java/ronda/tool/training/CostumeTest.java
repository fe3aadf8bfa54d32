package ronda.tool.training;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import ronda.identify.text.Fold;
import ronda.identify.text.PlainText;

class CostumeTest {
  @Test
  void dresses_a_name_so_that_the_plain_reading_still_has_it() {
    for (int style = 0; style < Costume.STYLED; style++) {
      String dressed = Costume.styled("CONTOH", style);

      assertThat(dressed).isNotEqualTo("CONTOH");
      PlainText plain = Fold.plain(dressed);
      assertThat(
              new String(plain.bytes(), 0, plain.length(), java.nio.charset.StandardCharsets.UTF_8))
          .isEqualTo("contoh");
    }
  }

  @Test
  void dresses_differently_each_time() {
    Dice dice = Dice.of(1, "test");

    assertThat(Costume.dress("contoh88", dice)).isNotEqualTo(Costume.dress("contoh88", dice));
  }
}
