package ronda.store.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.jdbc.core.simple.JdbcClient;
import ronda.casework.office.Region;
import ronda.casework.policy.Past;
import ronda.casework.policy.SamplePosts.SamplePost;
import ronda.store.postgres.EmbeddedDatabase;

/** The sample of harmless posts: counted, walked and forgotten. */
class SqlSamplePostsTest {
  @RegisterExtension static final EmbeddedDatabase DATABASE = new EmbeddedDatabase();

  private static final Instant NOON = Instant.parse("2026-11-22T05:00:00Z");

  private TwoOffices offices;

  @BeforeEach
  void enter() {
    offices = new TwoOffices(DATABASE.source());
  }

  @Test
  void the_sample_is_counted_by_the_hour_walked_newest_first_and_forgotten() {
    offices
        .tables()
        .run(
            offices.mine(),
            jdbc -> {
              SqlSamplePosts sample = new SqlSamplePosts(jdbc);
              sample.add(NOON, 300, List.of(sampled("satu", NOON)));
              sample.add(
                  NOON,
                  100,
                  List.of(
                      sampled("dua", NOON.plusSeconds(1)), sampled("tiga", NOON.plusSeconds(2))));
              assertThat(sample.keptIn(NOON)).isEqualTo(3);
              assertThat(offered(jdbc)).isEqualTo(400);

              List<Past.Sampled> walked = new ArrayList<>();
              new SqlPast(jdbc).sample(NOON, walked::add);
              assertThat(walked)
                  .extracting(Past.Sampled::text)
                  .containsExactly("tiga", "dua", "satu");
              assertThat(walked).extracting(Past.Sampled::weight).containsOnly(400 / 3.0);

              assertThat(sample.forgetBefore(NOON.plusSeconds(1))).isEqualTo(1);
              assertThat(kept(jdbc)).isEqualTo(2);
            });
  }

  @Test
  void a_walk_reads_page_after_page_and_stops_when_told() {
    offices
        .tables()
        .run(
            offices.mine(),
            jdbc -> {
              List<SamplePost> many =
                  IntStream.range(0, 1_203)
                      .mapToObj(i -> sampled("nomor " + i, NOON.plusMillis(i / 7)))
                      .toList();
              new SqlSamplePosts(jdbc).add(NOON, 1_203, many);

              List<String> all = new ArrayList<>();
              new SqlPast(jdbc).sample(NOON, post -> all.add(post.text()));
              assertThat(all).doesNotHaveDuplicates().hasSize(1_203);

              List<String> few = new ArrayList<>();
              new SqlPast(jdbc).sample(NOON, post -> few.add(post.text()) && few.size() < 600);
              assertThat(few).isEqualTo(all.subList(0, 600));
            });
  }

  /** How many posts without a finding came in, kept or not. */
  static long offered(JdbcClient jdbc) {
    return jdbc.sql("SELECT coalesce(sum(offered), 0)::bigint FROM sample_hours")
        .query(Long.class)
        .single();
  }

  static long kept(JdbcClient jdbc) {
    return jdbc.sql("SELECT count(*) FROM sample_posts").query(Long.class).single();
  }

  static SamplePost sampled(String text, Instant at) {
    return new SamplePost(UUID.randomUUID(), text, "x", new Region("32.71"), at);
  }
}
