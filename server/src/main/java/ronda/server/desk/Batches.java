package ronda.server.desk;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import ronda.casework.office.Officer;
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
              rejected, key_owner, idempotency_key, heard_at)
            VALUES (:id, :at, :sender, :officer, :way, :name, 0, 0, 0, 0, 0, :owner, :key, :at)
            """)
        .param("id", id)
        .param("at", at.atOffset(ZoneOffset.UTC))
        .param("sender", sending.sender())
        .param("officer", sending.officer().map(Officer::id).orElse(null))
        .param("way", sending.way().name())
        .param("name", sending.name())
        .param("owner", sending.key().map(Intake.Key::owner).orElse(null))
        .param("key", sending.key().map(Intake.Key::words).orElse(null))
        .update();
  }

  /**
   * A batch as it was sent with a key before.
   *
   * @param run the latest reading of it, from 1
   * @param heardAt when that reading last counted something
   * @param sent its bytes; empty before it was read to its end, and where nobody measured them
   */
  record Earlier(Batch batch, int run, Instant heardAt, Optional<Measured.Measure> sent) {}

  /**
   * The batch that this sender sent with this key. Within a change, nobody else can begin it
   * meanwhile. Batches of before are known by the name of who sent them.
   */
  Optional<Earlier> withKey(Intake.Key key, String sender) {
    jdbc.sql("SELECT pg_advisory_xact_lock(hashtextextended(:key, 21))")
        .param("key", key.owner() + " " + key.words())
        .query()
        .singleRow();
    return jdbc.sql(
            """
            SELECT * FROM batches WHERE idempotency_key = :key
              AND (key_owner = :owner OR key_owner IS NULL AND sender = :sender)
            ORDER BY key_owner NULLS LAST LIMIT 1 FOR UPDATE
            """)
        .param("key", key.words())
        .param("owner", key.owner())
        .param("sender", sender)
        .query((row, n) -> earlier(row))
        .optional();
  }

  private static Earlier earlier(ResultSet row) throws SQLException {
    Batch batch = batch(row);
    long bytes = row.getLong("bytes");
    return new Earlier(
        batch,
        row.getInt("run"),
        Optional.ofNullable(row.getObject("heard_at", OffsetDateTime.class))
            .map(OffsetDateTime::toInstant)
            .orElse(batch.at()),
        Optional.ofNullable(row.getString("digest"))
            .map(digest -> new Measured.Measure(bytes, digest)));
  }

  /**
   * Says that a reading of a batch goes on, and keeps others from taking it up until the change
   * ends. False if a later reading has begun: then this one must count nothing any more.
   */
  boolean goesOn(UUID id, int run, Instant now) {
    return jdbc.sql("UPDATE batches SET heard_at = :now WHERE id = :id AND run = :run")
            .param("now", now.atOffset(ZoneOffset.UTC))
            .param("id", id)
            .param("run", run)
            .update()
        == 1;
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

  /** Begins a further reading of a batch; those before it count nothing any more. */
  void restart(UUID id, Instant at) {
    jdbc.sql(
            """
            UPDATE batches SET at = :at, heard_at = :at, run = run + 1,
              posts = 0, found = 0, known = 0, begun = 0, rejected = 0
            WHERE id = :id
            """)
        .param("at", at.atOffset(ZoneOffset.UTC))
        .param("id", id)
        .update();
    jdbc.sql("DELETE FROM rejects WHERE batch = :id").param("id", id).update();
  }

  /**
   * Says that a batch was read to its end.
   *
   * @param sent its bytes, where it may be sent again
   */
  void finish(UUID id, Optional<Measured.Measure> sent) {
    jdbc.sql(
            """
            UPDATE batches SET finished = true, bytes = :bytes, digest = :digest WHERE id = :id
            """)
        .param("bytes", sent.map(Measured.Measure::count).orElse(null))
        .param("digest", sent.map(Measured.Measure::digest).orElse(null))
        .param("id", id)
        .update();
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

  /** Many at once, in no order; an id that is none is passed over. */
  List<Batch> these(Collection<UUID> ids) {
    return ids.isEmpty()
        ? List.of()
        : jdbc.sql("SELECT * FROM batches WHERE id IN (:ids)")
            .param("ids", ids)
            .query((row, n) -> batch(row))
            .list();
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

  /** The lines of a batch that could not be read and are kept, in their order. */
  List<Refusal> rejectsOf(UUID batch, int limit) {
    return rejects(batch, "input", limit);
  }

  /** The same without what stood there, for whoever has the lines: a thousand may weigh 64 MB. */
  List<Refusal> reasonsOf(UUID batch, int limit) {
    return rejects(batch, "''", limit);
  }

  private List<Refusal> rejects(UUID batch, String input, int limit) {
    return jdbc.sql(
            "SELECT line, error, %s AS input FROM rejects WHERE batch = :batch ORDER BY line LIMIT :limit"
                .formatted(input))
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

  /** How many of the lines that could not be read are kept; others were only counted. */
  long keptRejects(UUID batch) {
    return jdbc.sql("SELECT count(*) FROM rejects WHERE batch = :batch")
        .param("batch", batch)
        .query(Long.class)
        .single();
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
