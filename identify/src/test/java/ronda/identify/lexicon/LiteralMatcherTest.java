package ronda.identify.lexicon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

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

  @Property(tries = 1000)
  void finds_what_a_naive_search_finds(
      @ForAll("literals") List<byte[]> literals, @ForAll("texts") byte[] text) {
    assertThat(matches(LiteralMatcher.of(literals), text)).isEqualTo(naive(literals, text));
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

  /** Two letters only, so that literals occur, overlap and share their grams. */
  @Provide
  Arbitrary<List<byte[]>> literals() {
    return Arbitraries.integers()
        .between(4, 9)
        .flatMap(
            shortest ->
                Arbitraries.strings()
                    .withChars('a', 'b', '\u00e9')
                    .ofMinLength(shortest)
                    .ofMaxLength(shortest + 8)
                    .map(LiteralMatcherTest::bytes)
                    .list()
                    .ofMinSize(1)
                    .ofMaxSize(60));
  }

  @Provide
  Arbitrary<byte[]> texts() {
    return Arbitraries.strings()
        .withChars('a', 'b', '\u00e9')
        .ofMaxLength(500)
        .map(LiteralMatcherTest::bytes);
  }
}
