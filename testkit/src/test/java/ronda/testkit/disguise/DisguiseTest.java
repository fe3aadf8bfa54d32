package ronda.testkit.disguise;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import ronda.identify.text.Fold;
import ronda.identify.text.PlainText;
import ronda.identify.text.Recovered;

class DisguiseTest {
  private static final List<String> WORDS =
      List.of("gacor", "maxwin", "scatter", "mega88", "pulauwin", "jackpot", "hokibet77", "togel");

  static Stream<Way> seen() {
    return Arrays.stream(Way.values()).filter(Way::isSeen);
  }

  @Test
  void has_eleven_seen_ways_and_four_unseen() {
    assertThat(seen()).hasSize(11);
    assertThat(Way.values()).hasSize(15);
  }

  @Test
  void gives_the_same_disguise_for_the_same_seed() {
    for (Way way : Way.values()) {
      assertThat(Disguise.of("maxwin", way, 7)).isEqualTo(Disguise.of("maxwin", way, 7));
    }
  }

  /** One in twenty may be missed: me and ga are flags, so 🇲🇪🇬🇦 stays two flags. */
  @ParameterizedTest
  @MethodSource("seen")
  void the_fold_sees_through_each_seen_way(Way way) {
    var missed = new ArrayList<String>();
    for (String word : WORDS) {
      for (int seed = 0; seed < 50; seed++) {
        String disguised = Disguise.of(word, way, seed);
        if (!isRead(word, "ayo main " + disguised + " sekarang")) {
          missed.add(disguised);
        }
      }
    }
    assertThat(missed).hasSizeLessThanOrEqualTo(WORDS.size() * 50 / 20);
  }

  private static boolean isRead(String word, String text) {
    PlainText plain = Fold.plain(text);
    return new String(plain.bytes(), 0, plain.length(), UTF_8).contains(word)
        || plain.recovered().stream().map(Recovered::plain).anyMatch(word::equals);
  }
}
