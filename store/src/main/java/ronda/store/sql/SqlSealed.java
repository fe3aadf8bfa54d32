package ronda.store.sql;

import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
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
   * How many begin with none of these, by office; offices with none of them are not named.
   *
   * @param beginnings each as long as the first
   */
  public Map<UUID, Long> others(Place place, List<byte[]> beginnings) {
    Map<UUID, Long> others = new HashMap<>();
    jdbc.sql(
            """
            SELECT office_id, count(*) AS others FROM %1$s WHERE length(%2$s) > 0
              AND encode(substring(%2$s FROM 1 FOR :length), 'hex') NOT IN (:beginnings)
            GROUP BY office_id
            """
                .formatted(place.table, place.bytes))
        .param("length", beginnings.getFirst().length)
        .param("beginnings", beginnings.stream().map(HexFormat.of()::formatHex).toList())
        .query(
            row -> {
              others.put(row.getObject("office_id", UUID.class), row.getLong("others"));
            });
    return others;
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
