package ronda.identify.classify;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import ronda.identify.Hostile;
import ronda.identify.post.Category;
import ronda.identify.post.Span;
import ronda.identify.post.Stance;
import ronda.identify.signal.TermFound;
import ronda.identify.text.Fold;
import ronda.identify.text.Spelling;

class FeaturesTest {
  @Test
  void whatever_the_token_its_features_fit() {
    Hostile.tries(
        1_000,
        random -> new Token(Hostile.bytes(random, 80), (int) Hostile.anyLong(random)),
        token -> {
          byte[] bytes = token.bytes();
          long[] room = new long[Features.MOST_PER_WORD];

          assertThat(Features.ofToken(bytes, 0, bytes.length, token.spelling(), room)).isPositive();
          assertThat(Features.ofToken(bytes, 0, bytes.length, Features.GAP, room)).isPositive();
        });
  }

  private record Token(byte[] bytes, int spelling) {
    @Override
    public String toString() {
      return "spelling " + spelling + " of " + Arrays.toString(bytes);
    }
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

  @Test
  void what_a_post_only_speaks_of_changes_no_feature() {
    TermFound topic = term(Stance.NONE, 0);

    assertThat(ofPost(List.of(topic))).isEqualTo(ofPost(List.of()));
    assertThat(ofPost(List.of(term(Stance.NONE, 0.5)))).isNotEqualTo(ofPost(List.of()));
  }

  private static TermFound term(Stance stance, double weight) {
    return new TermFound(
        "presiden", Optional.of(Category.HATE), stance, false, new Span(0, 8), weight);
  }

  private static List<Long> ofPost(List<TermFound> terms) {
    long[] room = new long[Features.MOST_PER_POST];
    int noted = Features.ofPost(Fold.plain("presiden datang"), 0, terms, List.of(), room);
    return Arrays.stream(room, 0, noted).boxed().toList();
  }

  @Test
  void a_hash_is_noted_once() {
    Hostile.tries(1_000, FeaturesTest::hashes, FeaturesTest::checkNotedOnce);
  }

  /** Few different numbers, so that they come again, or any. */
  private static List<Long> hashes(SplittableRandom random) {
    int most = Hostile.between(random, 1, 300);
    return random.nextBoolean()
        ? Hostile.list(random, 0, 300, Hostile::anyLong)
        : Hostile.list(random, 0, 300, of -> (long) of.nextInt(most));
  }

  private static void checkNotedOnce(List<Long> hashes) {
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
