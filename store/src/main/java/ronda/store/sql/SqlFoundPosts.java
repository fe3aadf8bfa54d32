package ronda.store.sql;

import java.nio.charset.StandardCharsets;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import ronda.casework.intake.FoundPost;
import ronda.casework.intake.Trait;
import ronda.identify.post.Origin;
import ronda.identify.post.Post;
import ronda.identify.text.Fold;
import ronda.identify.text.PlainText;

/** The found posts of the jobs, and what they have in common. */
final class SqlFoundPosts {
  private final JdbcClient jdbc;

  SqlFoundPosts(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  boolean knows(FoundPost post) {
    return jdbc.sql("SELECT EXISTS (SELECT FROM found_posts WHERE print = :print)")
        .param("print", post.print().hex())
        .query(Boolean.class)
        .single();
  }

  void add(UUID job, FoundPost found, String reason) {
    Post post = found.post();
    Origin origin = post.origin();
    jdbc.sql(
            """
            INSERT INTO found_posts (id, job_id, join_reason, print, post_id, text, author, platform,
              url, posted_at, region, links, images, received_at, findings, entities, plain)
            VALUES (:id, :job, :reason, :print, :postId, :text, :author, :platform,
              :url, :postedAt, :region, :links, :images, :receivedAt, :findings::jsonb,
              :entities::jsonb, :plain)
            """)
        .param("id", found.id())
        .param("job", job)
        .param("reason", reason)
        .param("print", found.print().hex())
        .param("postId", post.id())
        .param("text", post.text())
        .param("author", origin.author())
        .param("platform", origin.platform())
        .param("url", origin.url())
        .param("postedAt", Times.at(origin.postedAt()))
        .param("region", origin.region())
        .param("links", origin.links().toArray(String[]::new))
        .param("images", origin.images().toArray(String[]::new))
        .param("receivedAt", Times.at(found.receivedAt()))
        .param("findings", FoundJson.findings(found.findings()))
        .param("entities", FoundJson.entities(found.entities()))
        .param("plain", plain(post.text()))
        .update();
    for (Trait trait : Trait.of(found)) {
      jdbc.sql(
              """
              INSERT INTO post_traits (post, job_id, kind, value) VALUES (:post, :job, :kind, :value)
              """)
          .param("post", found.id())
          .param("job", job)
          .param("kind", trait.kind())
          .param("value", trait.value())
          .update();
    }
  }

  private static String plain(String text) {
    PlainText plain = Fold.plain(text);
    return new String(plain.bytes(), 0, plain.length(), StandardCharsets.UTF_8);
  }

  int accountsOf(UUID job) {
    return jdbc.sql(
            """
            SELECT count(DISTINCT value) FROM post_traits WHERE job_id = :job AND kind = 'account'
            """)
        .param("job", job)
        .query(Integer.class)
        .single();
  }

  List<FoundPost> ofJob(UUID job, int limit) {
    return jdbc.sql(
            """
            SELECT * FROM found_posts WHERE job_id = :job
              AND EXISTS (SELECT FROM jobs WHERE id = :job AND forgotten_at IS NULL)
            ORDER BY received_at, id
            LIMIT :limit
            """)
        .param("job", job)
        .param("limit", limit)
        .query((row, n) -> found(row))
        .list();
  }

  /**
   * Leaves of these jobs' posts what the figures rest on: when they came, which policies raised
   * them, how sure they were. The print stays as well: a post that was judged harmless is not to be
   * raised again because it was forgotten.
   */
  void forget(List<UUID> jobs) {
    jdbc.sql(
            """
            UPDATE found_posts SET post_id = '', text = '', author = '', url = '', posted_at = NULL,
              links = '{}', images = '{}', entities = '[]', plain = '', join_reason = '',
              findings = (SELECT jsonb_agg(jsonb_set(one, '{reasons}', '[]') ORDER BY place)
                FROM jsonb_array_elements(findings) WITH ORDINALITY AS every (one, place))
            WHERE job_id IN (:jobs)
            """)
        .param("jobs", jobs)
        .update();
    jdbc.sql("DELETE FROM post_traits WHERE job_id IN (:jobs)").param("jobs", jobs).update();
  }

  private static FoundPost found(ResultSet row) throws SQLException {
    Origin origin =
        new Origin(
            row.getString("author"),
            row.getString("platform"),
            row.getString("url"),
            Times.ofNullable(row, "posted_at"),
            row.getString("region"),
            texts(row.getArray("links")),
            texts(row.getArray("images")));
    return new FoundPost(
        row.getObject("id", UUID.class),
        new Post(row.getString("post_id"), row.getString("text"), origin),
        FoundJson.findings(row.getString("findings")),
        FoundJson.entities(row.getString("entities")),
        Times.of(row, "received_at"));
  }

  private static List<String> texts(Array array) throws SQLException {
    return List.of((String[]) array.getArray());
  }
}
