package ronda.tool.door;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;

class Utf8Test {
  @Property
  void agrees_with_the_platform_on_what_is_well_formed(@ForAll @Size(max = 12) byte[] bytes) {
    assertThat(Utf8.firstError(bytes, 0, bytes.length) < 0).isEqualTo(isWellFormed(bytes));
  }

  @Property
  void accepts_every_text(@ForAll String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);

    assertThat(Utf8.firstError(bytes, 0, bytes.length)).isNegative();
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
