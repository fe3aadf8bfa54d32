package ronda.identify.lexicon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import ronda.identify.Hostile;

class LiteralMatcherTest {
  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  private static List<String> matches(LiteralMatcher matcher, byte[] text) {
    List<String> found = new ArrayList<>();
    matcher.scan(text, 0, text.length, (literal, end) -> found.add(literal + "@" + end));
    found.sort(null);
    return found;
  }

  /** The slow, obvious way. */
  private static List<String> naive(List<byte[]> literals, byte[] text) {
    String all = new String(text, StandardCharsets.ISO_8859_1);
    List<String> found = new ArrayList<>();
    for (int i = 0; i < literals.size(); i++) {
      String literal = new String(literals.get(i), StandardCharsets.ISO_8859_1);
      for (int at = all.indexOf(literal); at >= 0; at = all.indexOf(literal, at + 1)) {
        found.add(i + "@" + (at + literal.length()));
      }
    }
    found.sort(null);
    return found;
  }

  @Test
  void overlapping_occurrences_are_all_found() {
    LiteralMatcher matcher = LiteralMatcher.of(List.of(bytes("anan"), bytes("nana")));

    assertThat(matches(matcher, bytes("banananas"))).containsExactly("0@5", "0@7", "1@6", "1@8");
  }

  @Test
  void equal_literals_are_each_told() {
    LiteralMatcher matcher = LiteralMatcher.of(List.of(bytes("slot"), bytes("slot")));

    assertThat(matches(matcher, bytes("slot"))).containsExactly("0@4", "1@4");
  }

  @Test
  void nothing_outside_the_asked_stretch_is_found() {
    LiteralMatcher matcher = LiteralMatcher.of(List.of(bytes("slot")));
    List<Integer> ends = new ArrayList<>();

    matcher.scan(bytes("slotslotslot"), 1, 11, (literal, end) -> ends.add(end));

    assertThat(ends).containsExactly(8);
  }

  @Test
  void no_literals_find_nothing() {
    assertThat(matches(LiteralMatcher.of(List.of()), bytes("slot gacor hari ini"))).isEmpty();
  }

  @Test
  void a_literal_that_is_too_short_is_refused() {
    assertThatThrownBy(() -> LiteralMatcher.of(List.of(bytes("bo"))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("4 bytes");
  }

  @Test
  void finds_what_a_naive_search_finds() {
    Hostile.tries(
        1_000,
        LiteralMatcherTest::search,
        search -> {
          List<byte[]> literals =
              search.literals().stream().map(LiteralMatcherTest::bytes).toList();
          byte[] text = bytes(search.text());

          assertThat(matches(LiteralMatcher.of(literals), text)).isEqualTo(naive(literals, text));
        });
  }

  @Test
  void literals_that_share_every_gram_are_still_told_apart() {
    List<byte[]> literals = new ArrayList<>();
    for (int length = 4; length < 60; length++) {
      literals.add(bytes("a".repeat(length) + "b"));
    }
    LiteralMatcher matcher = LiteralMatcher.of(literals);
    byte[] hostile = bytes(("a".repeat(70) + "b").repeat(20));

    assertThat(matches(matcher, hostile)).isEqualTo(naive(literals, hostile));
  }

  private record Search(List<String> literals, String text) {}

  /** Three letters only, so that literals occur, overlap and share their grams. */
  private static Search search(SplittableRandom random) {
    int shortest = Hostile.between(random, 4, 9);
    return new Search(
        Hostile.list(random, 1, 60, of -> Hostile.of(of, "ab\u00e9", shortest, shortest + 8)),
        Hostile.of(random, "ab\u00e9", 0, 500));
  }
}
