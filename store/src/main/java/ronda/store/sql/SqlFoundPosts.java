package ronda.store.sql;

import java.nio.charset.StandardCharsets;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import ronda.casework.chain.Hash;
import ronda.casework.intake.FoundPost;
import ronda.casework.intake.Trait;
import ronda.casework.review.Jobs.Joined;
import ronda.identify.post.Origin;
import ronda.identify.post.Post;
import ronda.identify.text.Fold;
import ronda.identify.text.PlainText;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The found posts of the jobs, and what they have in common. */
final class SqlFoundPosts {
  private final JdbcClient jdbc;

  SqlFoundPosts(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Optional<UUID> holding(Hash print) {
    return jdbc.sql(
            "SELECT job_id FROM found_posts WHERE %s AND print = :print".formatted(OwnOffice.ROWS))
        .param("print", print.hex())
        .query(UUID.class)
        .optional();
  }

  Set<Hash> known(Set<Hash> prints) {
    // Prints are compared as what the column holds: compared as text, no index would be used.
    return jdbc.sql(
            "SELECT print FROM found_posts WHERE %s AND print = ANY (:prints::bpchar[])"
                .formatted(OwnOffice.ROWS))
        .param("prints", prints.stream().map(Hash::hex).toArray(String[]::new))
        .query((row, n) -> new Hash(row.getString("print")))
        .set();
  }

  void add(List<Joined> posts) {
    ArrayNode rows = JsonMapper.shared().createArrayNode();
    ArrayNode traits = JsonMapper.shared().createArrayNode();
    for (Joined joined : posts) {
      row(joined, rows.addObject());
      for (Trait trait : Trait.of(joined.post())) {
        traits
            .addObject()
            .put("post", joined.post().id().toString())
            .put("job_id", joined.job().toString())
            .put("kind", trait.kind())
            .put("value", trait.value());
      }
    }
    jdbc.sql(
            """
            INSERT INTO found_posts (id, job_id, join_reason, print, post_id, text, author, platform,
              url, posted_at, region, links, images, received_at, findings, entities, plain)
            SELECT id, job_id, join_reason, print, post_id, text, author, platform,
              url, %s, region, links, images, %s, findings, entities, plain
            FROM jsonb_to_recordset(:rows::jsonb) AS rows (id uuid, job_id uuid, join_reason text,
              print text, post_id text, text text, author text, platform text, url text,
              posted_at bigint, region text, links text[], images text[], received_at bigint,
              findings jsonb, entities jsonb, plain text)
            """
                .formatted(Times.moment("posted_at"), Times.moment("received_at")))
        .param("rows", rows.toString())
        .update();
    jdbc.sql(
            """
            INSERT INTO post_traits (post, job_id, kind, value)
            SELECT post, job_id, kind, value FROM jsonb_to_recordset(:rows::jsonb)
              AS rows (post uuid, job_id uuid, kind text, value text)
            """)
        .param("rows", traits.toString())
        .update();
  }

  private static void row(Joined joined, ObjectNode row) {
    FoundPost found = joined.post();
    Post post = found.post();
    Origin origin = post.origin();
    row.put("id", found.id().toString())
        .put("job_id", joined.job().toString())
        .put("join_reason", joined.reason())
        .put("print", found.print().hex())
        .put("post_id", post.id())
        .put("text", post.text())
        .put("author", origin.author())
        .put("platform", origin.platform())
        .put("url", origin.url())
        .put("region", origin.region())
        .put("received_at", Times.micros(found.receivedAt()))
        .put("plain", plain(post.text()));
    origin.postedAt().ifPresent(at -> row.put("posted_at", Times.micros(at)));
    origin.links().forEach(row.putArray("links")::add);
    origin.images().forEach(row.putArray("images")::add);
    row.set("findings", FoundJson.findings(found.findings()));
    row.set("entities", FoundJson.entities(found.entities()));
  }

  /**
   * How many accounts these posts add to each job: those of which the job has no post yet. Asked
   * account by account ({@code OFFSET 0} is not merged into the join): on a table of which nothing
   * is known yet, in its first minute, PostgreSQL would read all traits of the office each time.
   */
  Map<UUID, Integer> newAccounts(List<Joined> posts) {
    ArrayNode rows = JsonMapper.shared().createArrayNode();
    for (Joined joined : posts) {
      Trait.of(joined.post()).stream()
          .filter(Trait::isAccount)
          .forEach(
              account ->
                  rows.addObject()
                      .put("job_id", joined.job().toString())
                      .put("kind", account.kind())
                      .put("value", account.value()));
    }
    Map<UUID, Integer> counts = new HashMap<>();
    jdbc.sql(
            """
            SELECT job_id, count(*) AS accounts
            FROM (SELECT DISTINCT job_id, kind, value
              FROM jsonb_to_recordset(:rows::jsonb) AS rows (job_id uuid, kind text, value text)) AS added
            WHERE NOT EXISTS (SELECT FROM (SELECT job_id FROM post_traits
                WHERE %s AND kind = added.kind AND value = added.value OFFSET 0) AS known
              WHERE known.job_id = added.job_id)
            GROUP BY job_id
            """
                .formatted(OwnOffice.ROWS))
        .param("rows", rows.toString())
        .query(
            row -> {
              counts.put(row.getObject("job_id", UUID.class), row.getInt("accounts"));
            });
    return counts;
  }

  private static String plain(String text) {
    PlainText plain = Fold.plain(text);
    return new String(plain.bytes(), 0, plain.length(), StandardCharsets.UTF_8);
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

  static FoundPost found(ResultSet row) throws SQLException {
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
