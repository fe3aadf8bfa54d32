package ronda.server.desk;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import ronda.sources.files.Refusal;

/** The batches of one office and their rejected lines, within one transaction. */
final class Batches {
  private final JdbcClient jdbc;

  Batches(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void begin(UUID id, Instant at, Intake.Sending sending) {
    jdbc.sql(
            """
            INSERT INTO batches (id, at, sender, sent_by, way, name, posts, found, known, begun,
              rejected, idempotency_key)
            VALUES (:id, :at, :sender, :officer, :way, :name, 0, 0, 0, 0, 0, nullif(:key, ''))
            """)
        .param("id", id)
        .param("at", at.atOffset(ZoneOffset.UTC))
        .param("sender", sending.sender())
        .param("officer", sending.officer().orElse(null))
        .param("way", sending.way().name())
        .param("name", sending.name())
        .param("key", sending.key())
        .update();
  }

  /** The batch that was sent with this key. Within a change, nobody else can begin it meanwhile. */
  Optional<Batch> withKey(String key) {
    return jdbc.sql("SELECT * FROM batches WHERE idempotency_key = :key FOR UPDATE")
        .param("key", key)
        .query((row, n) -> batch(row))
        .optional();
  }

  void count(UUID id, long posts, long found, long known, long begun, long rejected) {
    jdbc.sql(
            """
            UPDATE batches SET posts = posts + :posts, found = found + :found,
              known = known + :known, begun = begun + :begun, rejected = rejected + :rejected
            WHERE id = :id
            """)
        .param("posts", posts)
        .param("found", found)
        .param("known", known)
        .param("begun", begun)
        .param("rejected", rejected)
        .param("id", id)
        .update();
  }

  void restart(UUID id, Instant at) {
    jdbc.sql(
            """
            UPDATE batches SET at = :at, posts = 0, found = 0, known = 0, begun = 0, rejected = 0
            WHERE id = :id
            """)
        .param("at", at.atOffset(ZoneOffset.UTC))
        .param("id", id)
        .update();
    jdbc.sql("DELETE FROM rejects WHERE batch = :id").param("id", id).update();
  }

  void finish(UUID id) {
    jdbc.sql("UPDATE batches SET finished = true WHERE id = :id").param("id", id).update();
  }

  void reject(UUID batch, List<Refusal> refusals) {
    for (Refusal refusal : refusals) {
      jdbc.sql(
              """
              INSERT INTO rejects (batch, line, error, input) VALUES (:batch, :line, :error, :input)
              ON CONFLICT DO NOTHING
              """)
          .param("batch", batch)
          .param("line", refusal.line())
          .param("error", StoredWhy.write(refusal.why()))
          .param("input", storable(refusal.input()))
          .update();
    }
  }

  /** PostgreSQL's text knows no NUL. */
  private static String storable(String text) {
    return text.replace('\0', '\uFFFD');
  }

  Optional<Batch> byId(UUID id) {
    return jdbc.sql("SELECT * FROM batches WHERE id = :id")
        .param("id", id)
        .query((row, n) -> batch(row))
        .optional();
  }

  /** The latest that are {@linkplain Batch#isFor for} this person. */
  List<Batch> latest(UUID reader, int limit) {
    return jdbc.sql(
            """
            SELECT * FROM batches WHERE way <> 'PASTE' OR sent_by = :reader
            ORDER BY at DESC, id DESC LIMIT :limit
            """)
        .param("reader", reader)
        .param("limit", limit)
        .query((row, n) -> batch(row))
        .list();
  }

  /** The lines of a batch that could not be read, in their order. */
  List<Refusal> rejectsOf(UUID batch, int limit) {
    return jdbc.sql("SELECT * FROM rejects WHERE batch = :batch ORDER BY line LIMIT :limit")
        .param("batch", batch)
        .param("limit", limit)
        .query(
            (row, n) ->
                new Refusal(
                    row.getLong("line"),
                    StoredWhy.read(row.getString("error")),
                    row.getString("input"),
                    row.getString("input").length()))
        .list();
  }

  private static Batch batch(ResultSet row) throws SQLException {
    return new Batch(
        row.getObject("id", UUID.class),
        row.getObject("at", OffsetDateTime.class).toInstant(),
        row.getString("sender"),
        Optional.ofNullable(row.getObject("sent_by", UUID.class)),
        Batch.Way.valueOf(row.getString("way").toUpperCase(Locale.ROOT)),
        row.getString("name"),
        row.getLong("posts"),
        row.getLong("found"),
        row.getLong("known"),
        row.getLong("begun"),
        row.getLong("rejected"),
        row.getBoolean("finished"));
  }
}
