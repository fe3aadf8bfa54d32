package ronda.store.sql;

import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import ronda.casework.policy.SamplePosts;

/**
 * Sampled posts in PostgreSQL, within one transaction of one office ({@link InOffice}); forgetting
 * works over all offices too.
 */
public final class SqlSamplePosts implements SamplePosts {
  private final JdbcClient jdbc;

  public SqlSamplePosts(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public long keptIn(Instant hour) {
    jdbc.sql(
            """
            INSERT INTO sample_hours (hour, offered, kept) VALUES (:hour, 0, 0)
            ON CONFLICT DO NOTHING
            """)
        .param("hour", Times.at(hour))
        .update();
    return jdbc.sql("SELECT kept FROM sample_hours WHERE hour = :hour FOR UPDATE")
        .param("hour", Times.at(hour))
        .query(Long.class)
        .single();
  }

  @Override
  public void add(Instant hour, long offered, List<SamplePost> kept) {
    jdbc.sql(
            """
            INSERT INTO sample_hours (hour, offered, kept) VALUES (:hour, :offered, :kept)
            ON CONFLICT (office_id, hour) DO UPDATE
            SET offered = sample_hours.offered + excluded.offered,
                kept = sample_hours.kept + excluded.kept
            """)
        .param("hour", Times.at(hour))
        .param("offered", offered)
        .param("kept", kept.size())
        .update();
    for (SamplePost post : kept) {
      jdbc.sql(
              """
              INSERT INTO sample_posts (id, text, platform, region, received_at)
              VALUES (:id, :text, :platform, :region, :receivedAt)
              """)
          .param("id", post.id())
          .param("text", post.text())
          .param("platform", post.platform())
          .param("region", post.region().code())
          .param("receivedAt", Times.at(post.receivedAt()))
          .update();
    }
  }

  @Override
  public int forgetBefore(Instant moment) {
    return jdbc.sql("DELETE FROM sample_posts WHERE received_at < :moment")
        .param("moment", Times.at(moment))
        .update();
  }
}
