package ronda.server.desk;

import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What people keep asking of the queue, under a name of their own. */
final class SavedViews {
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

  /** Keeps a question; one of the same name is replaced. A name of nothing keeps nothing. */
  boolean keep(UUID officer, String name, String address) {
    if (name.isEmpty()) {
      return false;
    }
    jdbc.sql(
            """
            INSERT INTO saved_views (officer, name, query) VALUES (:officer, :name, :query)
            ON CONFLICT (officer, name) DO UPDATE SET query = excluded.query
            """)
        .param("officer", officer)
        .param("name", name.substring(0, Math.min(name.length(), LONGEST_NAME)))
        .param("query", address)
        .update();
    return true;
  }

  boolean forget(UUID officer, UUID view) {
    return jdbc.sql("DELETE FROM saved_views WHERE id = :id AND officer = :officer")
            .param("id", view)
            .param("officer", officer)
            .update()
        > 0;
  }
}
