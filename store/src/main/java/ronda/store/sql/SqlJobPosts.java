package ronda.store.sql;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import ronda.casework.chain.Hash;
import ronda.casework.intake.FoundPost;

/**
 * All posts of one job, a page at a time, within one transaction of one office. A job may have tens
 * of thousands of them, and most say the very same. Of a forgotten job there is nothing.
 */
public final class SqlJobPosts {
  /**
   * What makes two texts the same here: every character. A hash that nobody can meet on purpose, so
   * that no text hides behind another.
   */
  private static final String TEXT = "encode(sha256(convert_to(p.text, 'UTF8')), 'hex')";

  private static final String OF_JOB =
      """
      FROM found_posts p WHERE p.job_id = :job
        AND EXISTS (SELECT FROM jobs WHERE id = :job AND forgotten_at IS NULL)
      """;

  private static final String OF_ACCOUNT =
      """
      AND EXISTS (SELECT FROM post_traits t
        WHERE t.post = p.id AND t.kind = 'account' AND t.value = :account)
      """;

  private final JdbcClient jdbc;
  private final UUID job;

  public SqlJobPosts(UUID job, JdbcClient jdbc) {
    this.job = job;
    this.jdbc = jdbc;
  }

  /**
   * Posts that say the very same.
   *
   * @param text the hash of what they say
   * @param posts how many there are
   * @param latest the one that came last
   */
  public record Same(Hash text, long posts, FoundPost latest) {}

  /**
   * An account of which the job has posts.
   *
   * @param name what {@code Trait} calls it
   * @param handle as it stands on its latest post
   * @param posts how many of the job's posts are its
   */
  public record JobAccount(String name, String platform, String handle, long posts) {}

  /**
   * What the posts say, each text once, the one that came last first.
   *
   * @param account whose posts; empty for everybody's
   */
  public List<Same> texts(Optional<String> account, int skip, int limit) {
    return jdbc.sql(
            """
            WITH same AS (
              SELECT %s AS said, count(*) AS many, max(p.received_at) AS last,
                (array_agg(p.id ORDER BY p.received_at DESC, p.id DESC))[1] AS latest
              %s %s GROUP BY said ORDER BY last DESC, latest DESC LIMIT :limit OFFSET :skip)
            SELECT p.*, same.said, same.many FROM same JOIN found_posts p ON p.id = same.latest
            ORDER BY same.last DESC, same.latest DESC
            """
                .formatted(TEXT, OF_JOB, account.isPresent() ? OF_ACCOUNT : ""))
        .params(params(account, skip, limit))
        .query(
            (row, n) ->
                new Same(
                    new Hash(row.getString("said")), row.getLong("many"), SqlFoundPosts.found(row)))
        .list();
  }

  /** The posts that say this, the one that came last first. */
  public List<FoundPost> saying(Hash text, Optional<String> account, int skip, int limit) {
    return jdbc.sql(
            """
            SELECT p.* %s AND %s = :text %s
            ORDER BY p.received_at DESC, p.id DESC LIMIT :limit OFFSET :skip
            """
                .formatted(OF_JOB, TEXT, account.isPresent() ? OF_ACCOUNT : ""))
        .params(params(account, skip, limit))
        .param("text", text.hex())
        .query((row, n) -> SqlFoundPosts.found(row))
        .list();
  }

  /** How many posts say this. */
  public long countSaying(Hash text) {
    return jdbc.sql("SELECT count(*) %s AND %s = :text".formatted(OF_JOB, TEXT))
        .param("job", job)
        .param("text", text.hex())
        .query(Long.class)
        .single();
  }

  /** The accounts, those with most posts first. */
  public List<JobAccount> accounts(int skip, int limit) {
    return jdbc.sql(
            """
            WITH accounts AS (
              SELECT t.value, count(*) AS many, (array_agg(t.post ORDER BY t.post DESC))[1] AS latest
              FROM post_traits t WHERE t.job_id = :job AND t.kind = 'account'
              GROUP BY t.value ORDER BY many DESC, t.value LIMIT :limit OFFSET :skip)
            SELECT a.value, a.many, p.platform, p.author
            FROM accounts a JOIN found_posts p ON p.id = a.latest
            ORDER BY a.many DESC, a.value
            """)
        .params(params(Optional.empty(), skip, limit))
        .query(
            (row, n) ->
                new JobAccount(
                    row.getString("value"),
                    row.getString("platform"),
                    row.getString("author"),
                    row.getLong("many")))
        .list();
  }

  private Map<String, Object> params(Optional<String> account, int skip, int limit) {
    Map<String, Object> params = new HashMap<>();
    params.put("job", job);
    params.put("skip", skip);
    params.put("limit", limit);
    account.ifPresent(name -> params.put("account", name));
    return params;
  }
}
