package ronda.casework.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** What an item of evidence is called. */
class ItemNameTest {
  private static final LocalDate DAY = LocalDate.parse("2026-11-22");

  @Test
  void a_name_says_case_place_kind_and_day() {
    assertThat(new ItemName("2026-000123", 3, Item.Kind.CAPTURE, DAY).text())
        .isEqualTo("2026-000123_bukti-03_tangkapan_2026-11-22");
  }

  @Test
  void one_part_has_the_items_name_and_each_of_several_its_own_beside_it() {
    var name = new ItemName("2026-000123", 12, Item.Kind.POST, DAY);
    assertThat(name.file("post.json", true))
        .isEqualTo("2026-000123_bukti-12_unggahan_2026-11-22.json");
    assertThat(name.file("screenshot.png", false))
        .isEqualTo("2026-000123_bukti-12_unggahan_2026-11-22_screenshot.png");
    assertThat(name.file("page", true)).isEqualTo("2026-000123_bukti-12_unggahan_2026-11-22");
  }

  @Test
  void whatever_a_case_is_numbered_by_makes_no_folder_and_no_command() {
    for (Item.Kind kind : Item.Kind.values()) {
      assertThat(new ItemName("../K/1 \"x\"\n", 100, kind, DAY).file("a.png", true))
          .matches("[a-z0-9][a-z0-9_-]+\\.png");
    }
  }
}
