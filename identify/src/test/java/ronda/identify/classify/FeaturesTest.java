package ronda.identify.classify;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import ronda.identify.text.Spelling;

class FeaturesTest {
  @Property
  void whatever_the_token_its_features_fit(
      @ForAll @Size(max = 80) byte[] bytes, @ForAll int spelling) {
    long[] room = new long[Features.MOST_PER_WORD];

    assertThat(Features.ofToken(bytes, 0, bytes.length, spelling, room)).isPositive();
    assertThat(Features.ofToken(bytes, 0, bytes.length, Features.GAP, room)).isPositive();
  }

  @Test
  void names_that_were_never_seen_share_their_shape_and_number_with_known_ones() {
    Set<Long> shared = of("pluto88", Spelling.LETTERS_AND_DIGITS);

    shared.retainAll(of("gmnqz88", Spelling.LETTERS_AND_DIGITS));

    assertThat(shared).hasSizeGreaterThanOrEqualTo(4);
  }

  @Test
  void a_disguise_adds_features_and_takes_none() {
    assertThat(of("gacor", Spelling.FANCY)).containsAll(of("gacor", 0));
    assertThat(of("gacor", Spelling.FANCY)).hasSizeGreaterThan(of("gacor", 0).size());
  }

  @Property
  void a_hash_is_noted_once(@ForAll @Size(max = 300) List<Long> hashes) {
    Distinct distinct = new Distinct();
    Set<Long> seen = new HashSet<>();
    for (long hash : hashes) {
      assertThat(distinct.add(hash)).isEqualTo(seen.add(hash));
    }
  }

  private static Set<Long> of(String word, int spelling) {
    byte[] bytes = word.getBytes(StandardCharsets.UTF_8);
    long[] room = new long[Features.MOST_PER_WORD];
    int count = Features.ofToken(bytes, 0, bytes.length, spelling, room);
    return Arrays.stream(room, 0, count).boxed().collect(Collectors.toSet());
  }
}
