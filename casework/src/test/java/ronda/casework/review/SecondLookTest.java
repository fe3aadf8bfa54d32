package ronda.casework.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import ronda.casework.intake.PublicLife;
import ronda.identify.post.Category;

class SecondLookTest {
  private static final UUID JOB = new UUID(1, 99);

  @Test
  void hate_and_hoaxes_are_always_judged_by_two() {
    assertThat(SecondLook.isNeeded(Category.HATE, "contoh", JOB, 0)).isTrue();
    assertThat(SecondLook.isNeeded(Category.HOAX, "contoh", JOB, 0)).isTrue();
  }

  @Test
  void so_is_anything_about_officials_or_an_election() {
    assertThat(SecondLook.isNeeded(Category.SCAM, "Bansos dari Bupati, klik", JOB, 0)).isTrue();
    assertThat(SecondLook.isNeeded(Category.SCAM, "Wali  Kota bagi pulsa", JOB, 0)).isTrue();
    assertThat(SecondLook.isNeeded(Category.SCAM, "pilkada: tebak dan menang", JOB, 0)).isTrue();
  }

  @Test
  void a_word_that_only_contains_one_of_them_is_none() {
    assertThat(PublicLife.isNamedIn("kualitas dinasti pns123 camatan")).isFalse();
  }

  @Test
  void of_the_rest_a_share_is_drawn() {
    long drawn =
        LongStream.range(0, 10_000)
            .filter(i -> SecondLook.isNeeded(Category.SCAM, "contoh", new UUID(0, i * 7919), 5))
            .count();
    assertThat(drawn / 10_000.0).isCloseTo(0.05, within(0.01));
  }
}
