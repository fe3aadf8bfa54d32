package ronda.identify.entity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ronda.identify.Hostile;

class NiksTest {
  private static final String NIK = "3271010101900001";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "NIK 3271010101900001",
        "nik: 3271 0101 0190 0001 atas nama Budi",
        "3271-0101-0190-0001",
        "3271.0101.0190.0001",
        "KTP3271010101900001",
        "𝟯𝟮𝟳𝟭𝟬𝟭𝟬𝟭𝟬𝟭𝟵𝟬𝟬𝟬𝟬𝟭",
      })
  void are_found_and_masked(String text) {
    assertThat(Seen.in(text)).containsExactly("nik 3271xxxxxxxx0001");
  }

  @Test
  void of_women_have_forty_added_to_the_day() {
    assertThat(Seen.in("3271014101900001")).containsExactly("nik 3271xxxxxxxx0001");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0171010101900001", // no such province
        "3271013201900001", // day 32
        "3271010113900001", // month 13
        "3271013002900001", // 30 February
        "3271010101900000", // serial number 0
        "32710101019000011", // seventeen digits
        "2:18 2:19 2:20 2:22 2:23 21:11",
      })
  void are_not_seen_in_other_digits(String text) {
    assertThat(Seen.in(text)).noneMatch(found -> found.startsWith("nik"));
  }

  @Test
  void are_masked_inside_links_and_other_finds_too() {
    String text =
        "https://contoh.com/cek?nik=" + NIK + " bca " + NIK + " nik" + NIK + "@contoh.com";
    assertThat(Seen.entities(text).toString()).doesNotContain(NIK).contains("contoh.com/cek");
  }

  @Test
  void are_never_handed_out_whole() {
    Hostile.tries(
        1_000,
        NiksTest::hidden,
        hidden -> assertThat(Seen.entities(hidden.text()).toString()).doesNotContain(hidden.nik()));
  }

  private record Hidden(String nik, String text) {}

  private static Hidden hidden(SplittableRandom random) {
    String nik =
        String.format(
            Locale.ROOT,
            "337402%02d%02d85%04d",
            Hostile.between(random, 1, 28),
            Hostile.between(random, 1, 12),
            Hostile.between(random, 1, 9999));
    String text =
        switch (random.nextInt(6)) {
          case 0 -> nik;
          case 1 -> "wa.me/" + nik;
          case 2 -> "BTN " + nik;
          case 3 -> "@a" + nik;
          case 4 -> "michat id: a_" + nik;
          default -> "contoh" + nik + ".com/" + nik;
        };
    return new Hidden(nik, text);
  }
}
