package ronda.store.sql;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import ronda.casework.chain.Hash;

/** The time stamps of items; within one transaction of one office. */
public final class SqlStamps {
  private final JdbcClient jdbc;

  public SqlStamps(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** An item without a stamp, and its case. */
  public record Unstamped(UUID item, UUID file, Hash hash) {}

  /** What is to be said of an item's stamp. */
  public record Stamped(UUID item, Instant at, String authority, boolean independent) {}

  /** Items that have none yet, the oldest first. */
  public List<Unstamped> lacking(int limit) {
    return jdbc.sql(
            """
            SELECT id, case_id, hash FROM evidence_items WHERE stamp IS NULL AND disposal_id IS NULL
            ORDER BY id LIMIT :limit
            """)
        .param("limit", limit)
        .query(
            (row, n) ->
                new Unstamped(
                    row.getObject("id", UUID.class),
                    row.getObject("case_id", UUID.class),
                    new Hash(row.getString("hash"))))
        .list();
  }

  /** Keeps a stamp; false if the item has one already. */
  public boolean write(
      UUID item, byte[] response, Instant at, String authority, boolean independent) {
    return jdbc.sql(
                """
                UPDATE evidence_items SET stamp = :stamp, stamped_at = :at, authority = :authority,
                  independent = :independent
                WHERE id = :id AND stamp IS NULL
                """)
            .param("stamp", response)
            .param("at", Times.at(at))
            .param("authority", authority)
            .param("independent", independent)
            .param("id", item)
            .update()
        == 1;
  }

  /** The stamps of a case's items, by item. */
  public Map<UUID, Stamped> ofCase(UUID file) {
    return jdbc
        .sql("SELECT * FROM evidence_items WHERE case_id = :case AND stamp IS NOT NULL")
        .param("case", file)
        .query(
            (row, n) ->
                new Stamped(
                    row.getObject("id", UUID.class),
                    Times.of(row, "stamped_at"),
                    row.getString("authority"),
                    row.getBoolean("independent")))
        .list()
        .stream()
        .collect(Collectors.toMap(Stamped::item, stamped -> stamped));
  }

  /** An item's stamp as the authority gave it. */
  public Optional<byte[]> response(UUID item) {
    return jdbc.sql("SELECT stamp FROM evidence_items WHERE id = :id AND stamp IS NOT NULL")
        .param("id", item)
        .query((row, n) -> row.getBytes("stamp"))
        .optional();
  }
}
