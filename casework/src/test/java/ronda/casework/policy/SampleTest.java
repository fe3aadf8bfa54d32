package ronda.casework.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import ronda.casework.policy.Sample.Harmless;
import ronda.identify.post.Origin;
import ronda.identify.post.Post;
import ronda.identify.post.Span;
import ronda.identify.signal.EntityFound;
import ronda.identify.signal.EntityKind;

class SampleTest {
  private static final Instant NOON = Instant.parse("2026-11-22T05:30:00Z");
  private static final Instant HOUR = Instant.parse("2026-11-22T05:00:00Z");

  private final InMemorySamplePosts posts = new InMemorySamplePosts();

  private static Sample sample(double share, int mostAnHour) {
    return new Sample(
        new Sample.Rule(share, Duration.ofDays(7), mostAnHour),
        new Random(7)::nextDouble,
        UUID::randomUUID);
  }

  private static Harmless post(String text, String author) {
    Origin origin =
        new Origin(
            author,
            "x",
            "https://x.example/" + author,
            Optional.of(NOON),
            "32.71",
            List.of(),
            List.of());
    return new Harmless(new Post("77", text, origin), List.of());
  }

  @Test
  void draws_about_the_share_that_was_asked_for() {
    Sample sample = sample(0.005, 10);

    assertThat(IntStream.range(0, 100_000).filter(i -> sample.draws()).count())
        .isBetween(430L, 570L);
    assertThat(IntStream.range(0, 1_000).anyMatch(i -> sample(0, 10).draws())).isFalse();
  }

  @Test
  void counts_all_and_keeps_the_drawn_ones_without_their_author() {
    sample(1, 10).keep(400, List.of(post("Halo dari Budi77, @budi77!", "@budi77")), posts, NOON);

    assertThat(posts.offeredIn(HOUR)).isEqualTo(400);
    assertThat(posts.all())
        .singleElement()
        .satisfies(
            kept -> {
              assertThat(kept.text()).isEqualTo("Halo dari ******, @******!");
              assertThat(kept.platform()).isEqualTo("x");
              assertThat(kept.region().code()).isEqualTo("32.71");
              assertThat(kept.toString()).doesNotContain("budi77").doesNotContain("example");
            });
  }

  @Test
  void hides_identity_numbers() {
    Harmless post =
        new Harmless(
            Post.of("1", "NIK 3271010101900001 ya"),
            List.of(
                new EntityFound(EntityKind.NIK, "3271************", new Span(4, 20), Map.of())));

    sample(1, 10).keep(1, List.of(post), posts, NOON);

    assertThat(posts.all().getFirst().text()).isEqualTo("NIK **************** ya");
  }

  @Test
  void a_flood_is_counted_whole_and_kept_up_to_the_hours_most() {
    Sample sample = sample(1, 3);
    List<Harmless> two = List.of(post("satu", "a"), post("dua", "b"));

    sample.keep(2, two, posts, NOON);
    sample.keep(2, two, posts, NOON);
    sample.keep(2, two, posts, NOON);

    assertThat(posts.all()).hasSize(3);
    assertThat(posts.offeredIn(HOUR)).isEqualTo(6);
  }

  @Test
  void forgets_after_the_time_and_remembers_how_many_there_were() {
    Sample sample = sample(1, 10);
    sample.keep(9, List.of(post("satu", "a")), posts, NOON);

    assertThat(sample.forget(posts, NOON.plus(Duration.ofDays(6)))).isZero();
    assertThat(sample.forget(posts, NOON.plus(Duration.ofDays(8)))).isEqualTo(1);
    assertThat(posts.all()).isEmpty();
    assertThat(posts.offeredIn(HOUR)).isEqualTo(9);
  }
}
