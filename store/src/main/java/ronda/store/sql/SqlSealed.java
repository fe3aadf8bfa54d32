package ronda.store.sql;

import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * All that lies sealed in the tables, whichever office's it is (yang tersegel), within one
 * transaction over all of them. What was erased, and is empty, is not counted.
 */
public final class SqlSealed {
  private final JdbcClient jdbc;

  public SqlSealed(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Where something sealed lies. */
  public enum Place {
    PARTS("evidence_parts", "item_id", "name", "sealed"),
    BUNDLES("evidence_bundles", "id", "''", "sealed"),
    LANE("police_lane", "id", "''", "address");

    private final String table;
    private final String id;
    private final String name;
    private final String bytes;

    Place(String table, String id, String name, String bytes) {
      this.table = table;
      this.id = id;
      this.name = name;
      this.bytes = bytes;
    }

    public String table() {
      return table;
    }
  }

  /**
   * Something sealed.
   *
   * @param name of the part; empty elsewhere
   */
  public record Box(Place place, UUID id, String name, byte[] sealed) {}

  private static final String OTHERS =
      "length(%s) > 0 AND substring(%s FROM 1 FOR length(:beginning)) <> :beginning";

  /** How many do not begin so. */
  public long count(Place place, byte[] beginning) {
    return jdbc.sql(
            "SELECT count(*) FROM %s WHERE %s"
                .formatted(place.table, OTHERS.formatted(place.bytes, place.bytes)))
        .param("beginning", beginning)
        .query(Long.class)
        .single();
  }

  /**
   * The next one that does not begin so, in the order of ids; nobody else changes it before the
   * transaction ends.
   */
  public Optional<Box> next(Place place, byte[] beginning, UUID afterId, String afterName) {
    return jdbc.sql(
            """
            SELECT %1$s AS id, %2$s AS name, %3$s AS sealed FROM %4$s
            WHERE %5$s AND (%1$s, %2$s) > (:id, :name)
            ORDER BY 1, 2 LIMIT 1 FOR UPDATE
            """
                .formatted(
                    place.id,
                    place.name,
                    place.bytes,
                    place.table,
                    OTHERS.formatted(place.bytes, place.bytes)))
        .param("beginning", beginning)
        .param("id", afterId)
        .param("name", afterName)
        .query(
            (row, n) ->
                new Box(
                    place,
                    row.getObject("id", UUID.class),
                    row.getString("name"),
                    row.getBytes("sealed")))
        .optional();
  }

  /** Puts other bytes where these lay. */
  public void put(Box box, byte[] sealed) {
    jdbc.sql(
            "UPDATE %s SET %s = :sealed WHERE %s = :id AND %s = :name"
                .formatted(box.place.table, box.place.bytes, box.place.id, box.place.name))
        .param("sealed", sealed)
        .param("id", box.id)
        .param("name", box.name)
        .update();
  }
}
