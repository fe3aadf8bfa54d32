package ronda.store.sql;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.simple.JdbcClient;
import ronda.casework.chain.Hash;
import ronda.casework.chain.Link;
import ronda.casework.evidence.Item;
import ronda.casework.evidence.Items;
import ronda.casework.evidence.Look;
import ronda.casework.evidence.Part;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Evidence in PostgreSQL, within one transaction of one office ({@link InOffice}). The bytes of the
 * parts come and go sealed: {@link #keepPart} has to be called for each part of an item.
 */
public final class SqlItems implements Items {
  private static final TypeReference<Map<String, String>> WORDS = new TypeReference<>() {};
  private static final JsonMapper JSON = JsonMapper.shared();

  private final JdbcClient jdbc;

  public SqlItems(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public void keep(UUID file, Item item) {
    lock(file);
    jdbc.sql(
            """
            INSERT INTO evidence_items (id, case_id, place, kind, facts, hash)
            VALUES (:id, :case,
              (SELECT coalesce(max(place), 0) + 1 FROM evidence_items WHERE case_id = :case),
              :kind, :facts::jsonb, :hash)
            """)
        .param("id", item.id())
        .param("case", file)
        .param("kind", item.kind().code())
        .param("facts", JSON.writeValueAsString(new TreeMap<>(item.facts())))
        .param("hash", item.hash().hex())
        .update();
    for (int place = 0; place < item.parts().size(); place++) {
      addPart(item.id(), place, item.parts().get(place));
    }
  }

  private void addPart(UUID item, int place, Part part) {
    jdbc.sql(
            """
            INSERT INTO evidence_parts (item_id, place, name, type, size, sha256, sealed)
            VALUES (:item, :place, :name, :type, :size, :sha256, ''::bytea)
            """)
        .param("item", item)
        .param("place", place)
        .param("name", part.name())
        .param("type", part.type())
        .param("size", part.size())
        .param("sha256", part.sha256().hex())
        .update();
  }

  /** Two that touch a case's evidence at once wait for each other. */
  private void lock(UUID file) {
    jdbc.sql("SELECT id FROM cases WHERE id = :id FOR UPDATE")
        .param("id", file)
        .query()
        .listOfRows();
  }

  /** The sealed bytes of a part of an item that was just kept. */
  public void keepPart(UUID item, String name, byte[] sealed) {
    jdbc.sql("UPDATE evidence_parts SET sealed = :sealed WHERE item_id = :item AND name = :name")
        .param("sealed", sealed)
        .param("item", item)
        .param("name", name)
        .update();
  }

  /** The sealed bytes of a part. */
  public Optional<byte[]> sealed(UUID item, String name) {
    return jdbc.sql("SELECT sealed FROM evidence_parts WHERE item_id = :item AND name = :name")
        .param("item", item)
        .param("name", name)
        .query((row, n) -> row.getBytes("sealed"))
        .optional();
  }

  /** The names of those parts of an item whose bytes lie here; of the others only the hash does. */
  public Set<String> sealedParts(UUID item) {
    return Set.copyOf(
        jdbc.sql(
                "SELECT name FROM evidence_parts WHERE item_id = :item AND octet_length(sealed) > 0")
            .param("item", item)
            .query((row, n) -> row.getString(1))
            .list());
  }

  @Override
  public List<Item> ofCase(UUID file) {
    return jdbc.sql("SELECT * FROM evidence_items WHERE case_id = :case ORDER BY place")
        .param("case", file)
        .query((row, n) -> item(row))
        .list();
  }

  @Override
  public Optional<Kept> byId(UUID item) {
    return jdbc.sql("SELECT * FROM evidence_items WHERE id = :id")
        .param("id", item)
        .query((row, n) -> new Kept(row.getObject("case_id", UUID.class), item(row)))
        .optional();
  }

  @Override
  public List<UUID> casesWith(Hash part, int limit) {
    return jdbc.sql(
            """
            SELECT DISTINCT case_id FROM evidence_items
            JOIN evidence_parts ON item_id = evidence_items.id
            WHERE sha256 = :sha256 AND size > 0
            ORDER BY case_id LIMIT :limit
            """)
        .param("sha256", part.hex())
        .param("limit", limit)
        .query((row, n) -> row.getObject("case_id", UUID.class))
        .list();
  }

  @Override
  public void keepLooks(UUID item, String part, List<Look> looks) {
    if (looks.isEmpty() || looks.size() > MOST_LOOKS) {
      throw new IllegalArgumentException("a picture has looks, was " + looks.size());
    }
    for (int place = 0; place < looks.size(); place++) {
      jdbc.sql(
              """
              INSERT INTO picture_looks (item_id, part, place, look)
              VALUES (:item, :part, :place, CAST(:look AS bit(256)))
              """)
          .param("item", item)
          .param("part", part)
          .param("place", place)
          .param("look", "x" + looks.get(place).hex())
          .update();
    }
  }

  /** All looks of the office are walked through: of tens of thousands that takes milliseconds. */
  @Override
  public List<Alike> casesLike(List<Look> looks, int bitsApart, int limit) {
    String nearest =
        IntStream.range(0, Math.min(looks.size(), MOST_LOOKS))
            .mapToObj(n -> "bit_count(look # CAST(:look" + n + " AS bit(256)))")
            .collect(Collectors.joining(", ", "least(", ")"));
    JdbcClient.StatementSpec asked =
        jdbc.sql(
            """
            SELECT case_id, min(bits) AS bits
            FROM (SELECT item_id, %s AS bits FROM picture_looks) near
            JOIN evidence_items ON id = item_id
            WHERE bits <= :bits GROUP BY case_id ORDER BY bits, case_id LIMIT :limit
            """
                .formatted(nearest));
    for (int n = 0; n < Math.min(looks.size(), MOST_LOOKS); n++) {
      asked = asked.param("look" + n, "x" + looks.get(n).hex());
    }
    return asked
        .param("bits", bitsApart)
        .param("limit", limit)
        .query((row, n) -> new Alike(row.getObject("case_id", UUID.class), row.getInt("bits")))
        .list();
  }

  /** Forgets what pictures looked like of cases of which no job is remembered any more. */
  static void forgetLooks(List<UUID> jobs, JdbcClient jdbc) {
    jdbc.sql(
            """
            DELETE FROM picture_looks WHERE item_id IN (
              SELECT i.id FROM evidence_items i JOIN case_jobs mine ON mine.case_id = i.case_id
              WHERE mine.job_id IN (:jobs) AND NOT EXISTS (
                SELECT FROM case_jobs other JOIN jobs ON jobs.id = other.job_id
                WHERE other.case_id = i.case_id AND jobs.forgotten_at IS NULL))
            """)
        .param("jobs", jobs)
        .update();
  }

  private Item item(ResultSet row) throws SQLException {
    UUID id = row.getObject("id", UUID.class);
    Item item =
        new Item(
            id,
            Item.Kind.of(row.getString("kind")),
            JSON.readValue(row.getString("facts"), WORDS),
            partsOf(id));
    return row.getObject("disposal_id") == null
        ? item
        : item.shortenedFrom(new Hash(row.getString("hash")));
  }

  private List<Part> partsOf(UUID item) {
    return jdbc.sql("SELECT * FROM evidence_parts WHERE item_id = :item ORDER BY place")
        .param("item", item)
        .query(
            (row, n) ->
                new Part(
                    row.getString("name"),
                    row.getString("type"),
                    row.getLong("size"),
                    new Hash(row.getString("sha256"))))
        .list();
  }

  @Override
  public Link touch(UUID file, Link.Entry entry) {
    lock(file);
    List<Link> last = links("ORDER BY number DESC LIMIT 1", file);
    Link link = last.isEmpty() ? Link.first(entry) : last.getFirst().then(entry);
    jdbc.sql(
            """
            INSERT INTO custody (case_id, number, at, actor, act, subject, body, before, hash)
            VALUES (:case, :number, :at, :actor, :act, :subject, :body, :before, :hash)
            """)
        .param("case", file)
        .params(ChainRows.columns(link))
        .update();
    return link;
  }

  @Override
  public List<Link> custodyOf(UUID file) {
    return links("ORDER BY number", file);
  }

  private List<Link> links(String order, UUID file) {
    return jdbc.sql("SELECT * FROM custody WHERE case_id = :case " + order)
        .param("case", file)
        .query((row, n) -> ChainRows.link(row))
        .list();
  }
}
