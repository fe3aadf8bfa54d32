package ronda.casework.objection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PublicCodeTest {
  private final Random random = new Random(7);

  @Test
  void what_is_printed_is_understood_however_it_is_typed() {
    PublicCode code = PublicCode.random(PublicCode.OF_CASE, random);
    assertThat(code.shown()).matches("[2-9A-Y]{4}-[2-9A-Y]{4}-[2-9A-Y]{4}");
    assertThat(typed(code.shown())).isTrue();
    assertThat(
            PublicCode.typed(
                " " + code.shown().toLowerCase(Locale.ROOT).replace('-', ' ') + " ", 12))
        .contains(code);
    assertThat(PublicCode.typed(code.text(), 12)).contains(code);
  }

  @Test
  void every_single_slip_and_every_swap_of_neighbours_is_noticed() {
    for (int i = 0; i < 200; i++) {
      String text = PublicCode.random(PublicCode.OF_CASE, random).text();
      for (int at = 0; at < text.length(); at++) {
        for (char other : "23456789ABCDEFGHJKMNPQRSTVWXY".toCharArray()) {
          if (other != text.charAt(at)) {
            assertThat(typed(text.substring(0, at) + other + text.substring(at + 1))).isFalse();
          }
        }
      }
      for (int at = 0; at < text.length() - 2; at++) {
        if (text.charAt(at) != text.charAt(at + 1)) {
          String swapped =
              text.substring(0, at)
                  + text.charAt(at + 1)
                  + text.charAt(at)
                  + text.substring(at + 2);
          assertThat(typed(swapped)).as("%s as %s", text, swapped).isFalse();
        }
      }
    }
  }

  @Test
  void what_is_no_code_is_none() {
    assertThat(typed("")).isFalse();
    assertThat(typed("ABCD-2345")).isFalse();
    assertThat(typed("A".repeat(1_000_000))).isFalse();
    assertThat(typed("ÄÖÜ0-OIL1-ZZZZ")).isFalse();
  }

  @Test
  void codes_do_not_repeat_and_do_not_show_in_logs() {
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < 10_000; i++) {
      seen.add(PublicCode.random(PublicCode.OF_CASE, random).text());
    }
    assertThat(seen).hasSize(10_000);
    assertThat(PublicCode.random(12, random).toString()).isEqualTo("PublicCode[…]");
  }

  private static boolean typed(String text) {
    return PublicCode.typed(text, PublicCode.OF_CASE).isPresent();
  }
}
