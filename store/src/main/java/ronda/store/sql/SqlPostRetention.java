package ronda.store.sql;

import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import ronda.casework.retention.RecordKind;

/**
 * How long one office keeps mails that belong to nothing, and addresses that the police have,
 * within one transaction of that office ({@link InOffice}).
 */
final class SqlPostRetention {
  /** Rows of {@code police_lane} whose address goes; a hold on its job or its case keeps it. */
  private static final String HANDED =
      """
      l.handed_at < :HANDED_ADDRESSES AND length(l.address) > 0
      AND NOT EXISTS (SELECT FROM legal_holds h WHERE h.lifted_at IS NULL AND (h.subject = l.job_id
        OR h.subject IN (SELECT cj.case_id FROM case_jobs cj WHERE cj.job_id = l.job_id)))\
      """;

  /** Entries of the police lane whose address goes. */
  static final String ADDRESSES = "SELECT l.id, l.job_id FROM police_lane l WHERE " + HANDED;

  /** Mails that go: those that still wait for a person are none of them. */
  static final String MAILS =
      """
      SELECT id FROM replies
      WHERE referral_id IS NULL AND set_aside AND forgotten_at IS NULL AND at < :UNMATCHED_REPLIES\
      """;

  private record Handed(UUID entry, Optional<UUID> job) {}

  private final JdbcClient jdbc;

  SqlPostRetention(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Empties at most {@code most} of each kind and answers how many of which. What somebody changes
   * just now is left to the next round.
   *
   * @param bounds by the name of each kind, before when it is over
   */
  Map<RecordKind, Integer> forget(Map<String, Object> bounds, Instant now, int most) {
    Map<RecordKind, Integer> counts = new EnumMap<>(RecordKind.class);
    int mails = mails(bounds, now, most);
    if (mails > 0) {
      counts.put(RecordKind.UNMATCHED_REPLIES, mails);
    }
    int addresses = addresses(bounds, most);
    if (addresses > 0) {
      counts.put(RecordKind.HANDED_ADDRESSES, addresses);
    }
    return counts;
  }

  private int mails(Map<String, Object> bounds, Instant now, int most) {
    return jdbc.sql(
            """
            UPDATE replies SET sender = '', subject = '', text = '', attachments = '{}',
              forgotten_at = :now
            WHERE id IN (%s ORDER BY at, id LIMIT :most FOR UPDATE SKIP LOCKED)
            """
                .formatted(MAILS))
        .params(bounds)
        .param("now", Times.at(now))
        .param("most", most)
        .update();
  }

  private int addresses(Map<String, Object> bounds, int most) {
    List<Handed> candidates =
        jdbc.sql(ADDRESSES + " LIMIT :most")
            .params(bounds)
            .param("most", most)
            .query(
                (row, n) ->
                    new Handed(
                        row.getObject("id", UUID.class),
                        Optional.ofNullable(row.getObject("job_id", UUID.class))))
            .list();
    if (candidates.isEmpty()) {
      return 0;
    }
    // Whoever places a hold locks the job first: asked once more, now that nobody can.
    List<UUID> locked =
        jdbc.sql("SELECT id FROM jobs WHERE id = ANY (:jobs) ORDER BY id FOR UPDATE SKIP LOCKED")
            .param(
                "jobs",
                candidates.stream()
                    .flatMap(one -> one.job().stream())
                    .distinct()
                    .toArray(UUID[]::new))
            .query((row, n) -> row.getObject("id", UUID.class))
            .list();
    return jdbc.sql(
            "UPDATE police_lane l SET address = ''::bytea WHERE l.id = ANY (:entries)"
                + " AND (l.job_id IS NULL OR l.job_id = ANY (:locked)) AND "
                + HANDED)
        .params(bounds)
        .param("entries", candidates.stream().map(Handed::entry).toArray(UUID[]::new))
        .param("locked", locked.toArray(UUID[]::new))
        .update();
  }
}
