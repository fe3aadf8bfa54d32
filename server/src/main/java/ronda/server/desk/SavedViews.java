package ronda.server.desk;

import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import ronda.server.page.Fields;

/** What people keep asking of the queue, under a name of their own. */
final class SavedViews {
  /** So many one person may keep: they stand in one row. */
  static final int MOST = 20;

  private static final int LONGEST_NAME = 60;

  private final JdbcClient jdbc;

  SavedViews(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** A question with a name. */
  public record View(UUID id, String name, String address) {}

  List<View> of(UUID officer) {
    return jdbc.sql(
            "SELECT id, name, query FROM saved_views WHERE officer = :officer ORDER BY name")
        .param("officer", officer)
        .query(
            (row, n) ->
                new View(
                    row.getObject("id", UUID.class), row.getString("name"), row.getString("query")))
        .list();
  }

  /** What came of keeping a question. */
  enum Kept {
    YES,
    NO_NAME,
    TOO_MANY
  }

  /** Keeps a question; one of the same name is replaced. */
  Kept keep(UUID officer, String typed, String address) {
    String name = cut(Fields.line(typed));
    if (name.isEmpty()) {
      return Kept.NO_NAME;
    }
    List<View> before = of(officer);
    if (before.size() >= MOST && before.stream().noneMatch(view -> view.name().equals(name))) {
      return Kept.TOO_MANY;
    }
    jdbc.sql(
            """
            INSERT INTO saved_views (officer, name, query) VALUES (:officer, :name, :query)
            ON CONFLICT (officer, name) DO UPDATE SET query = excluded.query
            """)
        .param("officer", officer)
        .param("name", name)
        .param("query", address)
        .update();
    return Kept.YES;
  }

  /** Never in the midst of a character. */
  private static String cut(String name) {
    return name.codePoints()
        .limit(LONGEST_NAME)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString()
        .strip();
  }

  boolean forget(UUID officer, UUID view) {
    return jdbc.sql("DELETE FROM saved_views WHERE id = :id AND officer = :officer")
            .param("id", view)
            .param("officer", officer)
            .update()
        > 0;
  }
}
