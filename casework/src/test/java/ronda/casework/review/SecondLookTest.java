package ronda.casework.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import ronda.identify.post.Category;
import ronda.identify.post.Post;

class SecondLookTest {
  private static final UUID JOB = new UUID(1, 99);

  @Test
  void hate_and_hoaxes_are_always_judged_by_two() {
    assertThat(isNeeded(Category.HATE, "contoh")).isTrue();
    assertThat(isNeeded(Category.HOAX, "contoh")).isTrue();
  }

  @Test
  void so_is_anything_about_officials_or_an_election() {
    assertThat(isNeeded(Category.SCAM, "Bansos dari Bupati, klik")).isTrue();
    assertThat(isNeeded(Category.SCAM, "Wali  Kota bagi pulsa")).isTrue();
    assertThat(isNeeded(Category.SCAM, "pilkada: tebak dan menang")).isTrue();
  }

  @Test
  void of_the_rest_a_share_is_drawn() {
    long drawn =
        LongStream.range(0, 10_000)
            .filter(
                i ->
                    SecondLook.isNeeded(
                        Category.SCAM, Post.of("1", "contoh"), new UUID(0, i * 7919), 5))
            .count();
    assertThat(drawn / 10_000.0).isCloseTo(0.05, within(0.01));
  }

  private static boolean isNeeded(Category category, String text) {
    return SecondLook.isNeeded(category, Post.of("1", text), JOB, 0);
  }
}
