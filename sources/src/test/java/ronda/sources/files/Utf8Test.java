package ronda.sources.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import ronda.testkit.hostile.Hostile;

class Utf8Test {
  /** Bytes at the borders of what may begin and go on. */
  private static final List<Integer> BORDERS =
      List.of(
          0x00, 0x7F, 0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xBF, 0xC0, 0xC1, 0xC2, 0xDF, 0xE0, 0xE1, 0xEC,
          0xED, 0xEE, 0xEF, 0xF0, 0xF1, 0xF3, 0xF4, 0xF5, 0xFF);

  @Test
  void agrees_with_the_platform_on_what_is_well_formed() {
    Hostile.tries(20_000, Utf8Test::bytes, Utf8Test::checkAgreement);
    Hostile.tries(20_000, Utf8Test::damagedText, Utf8Test::checkAgreement);
  }

  @Test
  void accepts_every_text() {
    Hostile.texts(
        1_000,
        text -> {
          byte[] bytes = text.getBytes(StandardCharsets.UTF_8);

          assertThat(Utf8.firstError(bytes, 0, bytes.length)).isNegative();
        });
  }

  private static void checkAgreement(byte[] bytes) {
    assertThat(Utf8.firstError(bytes, 0, bytes.length) < 0).isEqualTo(isWellFormed(bytes));
  }

  private static byte[] bytes(SplittableRandom random) {
    byte[] bytes = new byte[random.nextInt(13)];
    boolean any = random.nextInt(4) == 0;
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) (any ? random.nextInt() : Hostile.oneOf(random, BORDERS));
    }
    return bytes;
  }

  private static byte[] damagedText(SplittableRandom random) {
    byte[] bytes = Hostile.text(random).getBytes(StandardCharsets.UTF_8);
    if (bytes.length > 0) {
      bytes[random.nextInt(bytes.length)] = Hostile.oneOf(random, BORDERS).byteValue();
    }
    return bytes;
  }

  private static boolean isWellFormed(byte[] bytes) {
    try {
      StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
      return true;
    } catch (CharacterCodingException malformed) {
      return false;
    }
  }
}
