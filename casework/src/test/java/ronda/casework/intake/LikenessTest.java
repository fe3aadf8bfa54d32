package ronda.casework.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LikenessTest {
  private static final String ADVERT = "Main di CONTOH88 pasti gacor, bonus new member tiap hari";

  @Test
  void disguise_spaces_and_numbers_make_no_difference() {
    assertThat(
            Likeness.of(ADVERT)
                .isCopyOf(
                    Likeness.of(
                        "M4in di CONTOH-77... PASTI g a c o r, bonus new member tiap hari!!")))
        .isTrue();
  }

  @Test
  void a_short_text_is_no_copy_even_of_itself() {
    assertThat(Likeness.of("gacor").isCopyOf(Likeness.of("gacor"))).isFalse();
  }

  @Test
  void another_text_with_the_same_few_words_is_no_copy() {
    assertThat(
            Likeness.of(ADVERT)
                .isCopyOf(Likeness.of("Hati-hati, jangan main di CONTOH88, saya rugi besar")))
        .isFalse();
  }

  @Test
  void the_short_way_agrees_with_counting_every_shingle() {
    Random random = new Random(20261122);
    int copies = 0;
    for (int i = 0; i < 4_000; i++) {
      String one = letters(random, 20 + random.nextInt(200));
      String other = changed(one, random);
      boolean copy = new Likeness(one).isCopyOf(new Likeness(other));
      assertThat(copy).as(one + " / " + other).isEqualTo(shared(one, other) >= Likeness.COPY);
      copies += copy ? 1 : 0;
    }
    assertThat(copies).as("both kinds of pairs were tried").isBetween(400, 3_600);
  }

  @Test
  void how_much_two_texts_share_is_counted_over_all_their_shingles() {
    Random random = new Random(20261123);
    for (int i = 0; i < 1_000; i++) {
      String one = letters(random, 20 + random.nextInt(200));
      String other = changed(one, random);
      assertThat(new Likeness(one).shared(new Likeness(other)))
          .as(one + " / " + other)
          .isEqualTo(shared(one, other));
    }
    assertThat(Likeness.of(ADVERT).shared(Likeness.of(ADVERT))).isEqualTo(1);
    assertThat(Likeness.of("gacor").shared(Likeness.of("gacor"))).as("too little").isZero();
  }

  private static String letters(Random random, int length) {
    StringBuilder letters = new StringBuilder(length);
    for (int i = 0; i < length; i++) {
      letters.append((char) ('a' + random.nextInt(26)));
    }
    return letters.toString();
  }

  /** The same with up to a tenth of its letters changed, and a few more at its end. */
  private static String changed(String text, Random random) {
    StringBuilder changed = new StringBuilder(text);
    for (int i = random.nextInt(1 + text.length() / 25); i > 0; i--) {
      changed.setCharAt(random.nextInt(text.length()), (char) ('a' + random.nextInt(26)));
    }
    return changed.append(letters(random, random.nextInt(5))).toString();
  }

  private static double shared(String one, String other) {
    Set<String> all = shingles(one);
    all.addAll(shingles(other));
    Set<String> both = shingles(one);
    both.retainAll(shingles(other));
    return both.size() / (double) all.size();
  }

  private static Set<String> shingles(String text) {
    Set<String> shingles = new HashSet<>();
    for (int i = 0; i + 5 <= text.length(); i++) {
      shingles.add(text.substring(i, i + 5));
    }
    return shingles;
  }
}
