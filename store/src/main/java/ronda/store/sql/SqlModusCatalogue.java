package ronda.store.sql;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import ronda.casework.modus.Modus;
import ronda.casework.modus.ModusCatalogue;
import ronda.identify.post.Category;

/** The catalogue in PostgreSQL, within one transaction of one office ({@link InOffice}). */
public final class SqlModusCatalogue implements ModusCatalogue {
  private final JdbcClient jdbc;

  public SqlModusCatalogue(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public void put(Modus modus) {
    jdbc.sql(
            """
            INSERT INTO modus (id, title, category) VALUES (:id, :title, :category)
            ON CONFLICT (id) DO UPDATE SET title = excluded.title, category = excluded.category
            """)
        .param("id", modus.id())
        .param("title", modus.title())
        .param("category", modus.category().code())
        .update();
    modus.versions().forEach(version -> put(modus.id(), version));
  }

  private void put(UUID modus, Modus.Version version) {
    Modus.Text text = version.text();
    jdbc.sql(
            """
            INSERT INTO modus_versions (modus_id, number, title, category, pattern, signals, advice,
              verified, why, actor, at)
            VALUES (:modus, :number, :title, :category, :pattern, :signals, :advice,
              :verified, :why, :actor, :at)
            ON CONFLICT (modus_id, number) DO NOTHING
            """)
        .param("modus", modus)
        .param("number", version.number())
        .param("title", text.title())
        .param("category", text.category().code())
        .param("pattern", text.pattern())
        .param("signals", text.signals().toArray(String[]::new))
        .param("advice", text.advice())
        .param("verified", version.verified())
        .param("why", version.why())
        .param("actor", version.by())
        .param("at", Times.at(version.at()))
        .update();
  }

  @Override
  public Optional<Modus> byId(UUID id) {
    return modi("SELECT id FROM modus WHERE id = :id", Map.of("id", id)).stream().findFirst();
  }

  /** Many at once, in no order; an id that is none is passed over. */
  public List<Modus> these(Collection<UUID> ids) {
    return ids.isEmpty()
        ? List.of()
        : modi("SELECT id FROM modus WHERE id IN (:ids)", Map.of("ids", ids));
  }

  @Override
  public Optional<Modus> forChange(UUID id) {
    return modi("SELECT id FROM modus WHERE id = :id FOR UPDATE", Map.of("id", id)).stream()
        .findFirst();
  }

  @Override
  public List<Modus> list(Optional<Category> category) {
    return modi(
        """
        SELECT id FROM modus WHERE :category = '' OR category = :category
        ORDER BY lower(title) COLLATE "C", id
        """,
        Map.of("category", category.map(Category::code).orElse("")));
  }

  /** The numbers of the cases in which it was recognised, the latest first. */
  public List<String> casesOf(UUID modus, int limit) {
    return jdbc.sql(
            """
            SELECT cases.number FROM case_steps JOIN cases ON cases.id = case_steps.case_id
            WHERE act = 'modus-linked' AND body::jsonb ->> 'modus' = :modus
            GROUP BY cases.number ORDER BY max(case_steps.at) DESC LIMIT :limit
            """)
        .param("modus", modus.toString())
        .param("limit", limit)
        .query((row, number) -> row.getString(1))
        .list();
  }

  @Override
  public long count() {
    return jdbc.sql("SELECT count(*) FROM modus").query(Long.class).single();
  }

  private List<Modus> modi(String sql, Map<String, ?> params) {
    List<UUID> ids =
        jdbc.sql(sql).params(params).query((row, n) -> row.getObject("id", UUID.class)).list();
    if (ids.isEmpty()) {
      return List.of();
    }
    Map<UUID, List<Modus.Version>> versions = new HashMap<>();
    jdbc.sql("SELECT * FROM modus_versions WHERE modus_id IN (:ids) ORDER BY number")
        .param("ids", ids)
        .query(
            row -> {
              versions
                  .computeIfAbsent(row.getObject("modus_id", UUID.class), id -> new ArrayList<>())
                  .add(version(row));
            });
    return ids.stream().map(id -> new Modus(id, versions.getOrDefault(id, List.of()))).toList();
  }

  private static Modus.Version version(ResultSet row) throws SQLException {
    return new Modus.Version(
        row.getInt("number"),
        new Modus.Text(
            row.getString("title"),
            Category.ofCode(row.getString("category")).orElseThrow(),
            row.getString("pattern"),
            List.of((String[]) row.getArray("signals").getArray()),
            row.getString("advice")),
        row.getBoolean("verified"),
        row.getString("why"),
        row.getString("actor"),
        Times.of(row, "at"));
  }
}
