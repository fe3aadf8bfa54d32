package ronda.store.sql;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import ronda.casework.chain.Hash;
import ronda.casework.intake.ChildHint;
import ronda.casework.intake.FoundPost;

/**
 * Suspected material with children on its way to the police (jalur polisi), within one transaction
 * of one office: hashes, and an address that is sealed. Nothing else of a post is kept.
 */
public final class SqlPoliceLane {
  private final JdbcClient jdbc;

  public SqlPoliceLane(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * One post in the lane.
   *
   * @param way {@code PERSON} if somebody said so, {@code MACHINE} if its words did
   * @param text the hash of its text
   * @param url the hash of its address
   */
  public record Entry(
      UUID id, UUID job, Instant at, String actor, String way, Hash text, Hash url) {}

  /** Puts a post into the lane. */
  public void add(Entry entry, byte[] sealedAddress) {
    jdbc.sql(
            """
            INSERT INTO police_lane (id, job_id, at, actor, way, sha256, url_sha256, address)
            VALUES (:id, :job, :at, :actor, :way, :text, :url, :address)
            """)
        .param("id", entry.id())
        .param("job", entry.job())
        .param("at", Times.at(entry.at()))
        .param("actor", entry.actor())
        .param("way", entry.way())
        .param("text", entry.text().hex())
        .param("url", entry.url().hex())
        .param("address", sealedAddress)
        .update();
  }

  /** The job of a found post; empty if the post was known already and not kept again. */
  public Optional<UUID> jobOf(UUID found) {
    return jdbc.sql("SELECT job_id FROM found_posts WHERE id = :id")
        .param("id", found)
        .query(UUID.class)
        .optional();
  }

  /** What the police have not been given yet, the oldest first. */
  public List<Entry> waiting(int limit) {
    return jdbc.sql(
            "SELECT * FROM police_lane WHERE handed_at IS NULL ORDER BY at, id LIMIT :limit")
        .param("limit", limit)
        .query((row, n) -> entry(row))
        .list();
  }

  /** What the police were given, the latest first. */
  public List<Entry> handedOver(int limit) {
    return jdbc.sql(
            """
            SELECT * FROM police_lane WHERE handed_at IS NOT NULL
            ORDER BY handed_at DESC, id LIMIT :limit
            """)
        .param("limit", limit)
        .query((row, n) -> entry(row))
        .list();
  }

  /** An entry, whether the police have it or not. */
  public Optional<Entry> byId(UUID id) {
    return jdbc.sql("SELECT * FROM police_lane WHERE id = :id")
        .param("id", id)
        .query((row, n) -> entry(row))
        .optional();
  }

  private static Entry entry(ResultSet row) throws SQLException {
    return new Entry(
        row.getObject("id", UUID.class),
        row.getObject("job_id", UUID.class),
        Times.of(row, "at"),
        row.getString("actor"),
        row.getString("way"),
        new Hash(row.getString("sha256")),
        new Hash(row.getString("url_sha256")));
  }

  /**
   * Somebody read an entry's address, to put it on the police form.
   *
   * @param to whom the form is for
   */
  public record Opening(Instant at, String by, String why, String to) {}

  /** Writes down, before it is done, that an address is opened. */
  public void open(UUID entry, Opening opening) {
    jdbc.sql(
            """
            INSERT INTO police_lane_openings (entry, at, actor, why, recipient)
            VALUES (:entry, :at, :by, :why, :to)
            """)
        .param("entry", entry)
        .param("at", Times.at(opening.at()))
        .param("by", opening.by())
        .param("why", opening.why())
        .param("to", opening.to())
        .update();
  }

  /** Who opened an entry's address, the first first. */
  public List<Opening> openings(UUID entry) {
    return jdbc.sql("SELECT * FROM police_lane_openings WHERE entry = :entry ORDER BY at, id")
        .param("entry", entry)
        .query(
            (row, n) ->
                new Opening(
                    Times.of(row, "at"),
                    row.getString("actor"),
                    row.getString("why"),
                    row.getString("recipient")))
        .list();
  }

  /** Whom an entry was given to, and when; empty while it waits. */
  public Optional<Handing> handing(UUID entry) {
    return jdbc.sql("SELECT * FROM police_lane WHERE id = :id AND handed_at IS NOT NULL")
        .param("id", entry)
        .query(
            (row, n) ->
                new Handing(
                    Times.of(row, "handed_at"),
                    row.getString("handed_by"),
                    row.getString("handed_to")))
        .optional();
  }

  /** That an entry was given to the police. */
  public record Handing(Instant at, String by, String to) {}

  /** How many wait. */
  public long countHandedOver() {
    return jdbc.sql("SELECT count(*) FROM police_lane WHERE handed_at IS NOT NULL")
        .query(Long.class)
        .single();
  }

  public long countWaiting() {
    return jdbc.sql("SELECT count(*) FROM police_lane WHERE handed_at IS NULL")
        .query(Long.class)
        .single();
  }

  /** The sealed address of an entry, for the police form. */
  public Optional<byte[]> address(UUID entry) {
    return jdbc.sql("SELECT address FROM police_lane WHERE id = :id")
        .param("id", entry)
        .query((row, n) -> row.getBytes("address"))
        .optional();
  }

  /** Writes down to whom an entry was given; false if it was given before. */
  public boolean handOver(UUID entry, Instant at, String by, String to) {
    return jdbc.sql(
                """
                UPDATE police_lane SET handed_at = :at, handed_by = :by, handed_to = :to
                WHERE id = :id AND handed_at IS NULL
                """)
            .param("at", Times.at(at))
            .param("by", by)
            .param("to", to)
            .param("id", entry)
            .update()
        == 1;
  }

  /**
   * Takes every word of a job's posts out of the tables: texts, accounts, addresses, links,
   * numbers, reasons, the excerpt, what was kept of them as evidence, and the letters about them
   * with their answers. Hashes stay.
   *
   * @return the posts as they were, for the lane; the caller lets go of them
   */
  public List<FoundPost> erase(UUID job) {
    SqlFoundPosts posts = new SqlFoundPosts(jdbc);
    List<FoundPost> erased = new ArrayList<>();
    for (FoundPost found : posts.ofJob(job, Integer.MAX_VALUE)) {
      if (!found.post().text().startsWith("sha256:")) {
        erase(ChildHint.withoutWords(found));
        erased.add(found);
      }
    }
    jdbc.sql("DELETE FROM post_traits WHERE job_id = :job").param("job", job).update();
    jdbc.sql(
            """
            UPDATE jobs SET excerpt = '', likeness = '', platform = '', severity = 3 WHERE id = :job
            """)
        .param("job", job)
        .update();
    jdbc.sql(
            """
            UPDATE evidence_parts SET sealed = ''::bytea
            WHERE item_id IN (SELECT id FROM evidence_items WHERE case_id IN
              (SELECT case_id FROM case_jobs WHERE job_id = :job))
            """)
        .param("job", job)
        .update();
    jdbc.sql(
            """
            DELETE FROM picture_looks
            WHERE item_id IN (SELECT id FROM evidence_items WHERE case_id IN
              (SELECT case_id FROM case_jobs WHERE job_id = :job))
            """)
        .param("job", job)
        .update();
    jdbc.sql(
            """
            DELETE FROM evidence_bundles WHERE case_id IN
              (SELECT case_id FROM case_jobs WHERE job_id = :job)
            """)
        .param("job", job)
        .update();
    jdbc.sql(
            """
            DELETE FROM evidence_captures WHERE case_id IN
              (SELECT case_id FROM case_jobs WHERE job_id = :job)
            """)
        .param("job", job)
        .update();
    new SqlLetters(jdbc).erase(job);
    return erased;
  }

  private void erase(FoundPost bare) {
    jdbc.sql(
            """
            UPDATE found_posts SET post_id = :hash, text = :hash, plain = '', author = '',
              platform = '', url = '', links = '{}', images = '{}', entities = '[]'::jsonb,
              findings = :findings::jsonb
            WHERE id = :id
            """)
        .param("hash", bare.post().text())
        .param("findings", FoundJson.findings(bare.findings()).toString())
        .param("id", bare.id())
        .update();
  }
}
