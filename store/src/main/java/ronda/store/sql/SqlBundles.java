package ronda.store.sql;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import ronda.casework.chain.Hash;

/** The bundles that were made of a case, sealed; within one transaction of one office. */
public final class SqlBundles {
  private final JdbcClient jdbc;

  public SqlBundles(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * A bundle, without its bytes.
   *
   * @param file the case's id
   * @param withheld how many parts are not in it
   * @param size of the file, in bytes
   */
  public record Made(
      UUID id, UUID file, Instant at, String by, int items, int withheld, long size, Hash sha256) {}

  /** Keeps a bundle. */
  public void keep(Made made, byte[] sealed) {
    jdbc.sql(
            """
            INSERT INTO evidence_bundles
              (id, case_id, made_at, made_by, items, withheld, size, sha256, sealed)
            VALUES (:id, :case, :at, :by, :items, :withheld, :size, :sha256, :sealed)
            """)
        .param("id", made.id())
        .param("case", made.file())
        .param("at", Times.at(made.at()))
        .param("by", made.by())
        .param("items", made.items())
        .param("withheld", made.withheld())
        .param("size", made.size())
        .param("sha256", made.sha256().hex())
        .param("sealed", sealed)
        .update();
  }

  /** The bundles of a case, the latest first. */
  public List<Made> ofCase(UUID file, int limit) {
    return made("WHERE case_id = :id ORDER BY made_at DESC, id LIMIT " + limit, file);
  }

  /** How many bundles were made of a case. */
  public int countOf(UUID file) {
    return jdbc.sql("SELECT count(*) FROM evidence_bundles WHERE case_id = :id")
        .param("id", file)
        .query(Integer.class)
        .single();
  }

  /** A bundle. */
  public Optional<Made> byId(UUID id) {
    return made("WHERE id = :id", id).stream().findFirst();
  }

  private List<Made> made(String which, UUID id) {
    return jdbc.sql(
            "SELECT id, case_id, made_at, made_by, items, withheld, size, sha256"
                + " FROM evidence_bundles "
                + which)
        .param("id", id)
        .query(
            (row, n) ->
                new Made(
                    row.getObject("id", UUID.class),
                    row.getObject("case_id", UUID.class),
                    Times.of(row, "made_at"),
                    row.getString("made_by"),
                    row.getInt("items"),
                    row.getInt("withheld"),
                    row.getLong("size"),
                    new Hash(row.getString("sha256"))))
        .list();
  }

  /** The sealed bytes of a bundle. */
  public Optional<byte[]> sealed(UUID id) {
    return jdbc.sql("SELECT sealed FROM evidence_bundles WHERE id = :id")
        .param("id", id)
        .query((row, n) -> row.getBytes("sealed"))
        .optional();
  }
}
