package ronda.identify.entity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import ronda.identify.signal.EntityFound;
import ronda.identify.text.Fold;

class EntitiesTest {
  private static final Entities ENTITIES = new Entities();

  @Test
  void finds_everything_in_the_order_of_the_text() {
    String text = "Slot gacor di contoh88.xyz, WA 0812-3456-7890, depo 25rb BCA 1234567890";
    assertThat(found(text))
        .extracting(EntityFound::value)
        .containsExactly("contoh88.xyz", "+6281234567890", "IDR 25000", "1234567890");
  }

  @Test
  void points_at_the_writing_in_the_original_text() {
    String text = "🔥 wa 𝟎𝟖𝟏𝟐-𝟑𝟒𝟓𝟔-𝟕𝟖𝟗𝟎 🔥";
    assertThat(found(text))
        .singleElement()
        .satisfies(
            phone -> {
              assertThat(phone.value()).isEqualTo("+6281234567890");
              assertThat(phone.span().of(text)).isEqualTo("𝟎𝟖𝟏𝟐-𝟑𝟒𝟓𝟔-𝟕𝟖𝟗𝟎");
            });
  }

  @Test
  void finds_nothing_in_plain_talk() {
    assertThat(
            found("Menang 2-1 tadi malam, jam 19.30 lewat. Tanggal 17-08-2025 main lagi di Bogor"))
        .isEmpty();
  }

  private static List<EntityFound> found(String text) {
    return ENTITIES.in(Fold.plain(text));
  }
}
