package ronda.identify.entity;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import ronda.identify.signal.EntityFound;
import ronda.identify.signal.EntityKind;

class QrisTest {
  private static final String PAYLOAD =
      "00020101021126600013ID.CONTOH.WWW01189360000000000000010210CONTOH00010303UMI51440014ID.CO."
          + "QRIS.WWW0215ID10200000000010303UMI5204549953033605802ID5917TOKO CONTOH RONDA6005BOGOR"
          + "6105161116304C379";

  @Test
  void checksum_gives_the_published_check_value() {
    assertThat(Qris.crc16("123456789".getBytes(US_ASCII))).isEqualTo(0x29B1);
  }

  @Test
  void payload_is_found_and_read() {
    String text = "Bayar di sini: " + PAYLOAD + " makasih";
    EntityFound found = Seen.entities(text).getFirst();
    assertThat(found.entityKind()).isEqualTo(EntityKind.QRIS);
    assertThat(found.value()).isEqualTo("ID1020000000001");
    assertThat(found.span().of(text)).isEqualTo(PAYLOAD);
    assertThat(found.details())
        .containsAllEntriesOf(
            Map.of(
                "nmid", "ID1020000000001",
                "merchant", "TOKO CONTOH RONDA",
                "city", "BOGOR",
                "acquirer", "ID.CONTOH.WWW",
                "use", "many"));
  }

  @Test
  void payload_with_an_amount_tells_it() {
    assertThat(Seen.detail(sealed(PAYLOAD.replace("5802ID", "5405250005802ID")), "amount"))
        .isEqualTo("25000");
  }

  @Test
  void payload_with_a_wrong_checksum_is_none() {
    assertThat(Seen.in(PAYLOAD.replace("BOGOR", "BOGOS"))).noneMatch(e -> e.startsWith("qris"));
  }

  @Test
  void payload_that_breaks_off_is_none() {
    for (int length = 0; length < PAYLOAD.length(); length++) {
      assertThat(Seen.in(PAYLOAD.substring(0, length))).noneMatch(e -> e.startsWith("qris"));
    }
  }

  @Test
  void payload_of_another_country_is_none() {
    assertThat(Seen.in(sealed(PAYLOAD.replace("5802ID", "5802MY"))))
        .noneMatch(e -> e.startsWith("qris"));
  }

  private static String sealed(String payload) {
    String open = payload.substring(0, payload.length() - 4);
    return open + "%04X".formatted(Qris.crc16(open.getBytes(US_ASCII)));
  }
}
