package ronda.store.sql;

import org.springframework.jdbc.core.simple.JdbcClient;

/** Up to where the server has read its mailboxes. */
public final class SqlMailboxMarks {
  private final JdbcClient jdbc;

  public SqlMailboxMarks(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * @param validity the box's own mark
   * @param last the greatest number read
   */
  public record Mark(long validity, long last) {}

  public Mark of(String place) {
    return jdbc.sql("SELECT validity, last FROM mailbox_marks WHERE place = :place")
        .param("place", place)
        .query((row, n) -> new Mark(row.getLong("validity"), row.getLong("last")))
        .optional()
        .orElse(new Mark(0, 0));
  }

  public void put(String place, Mark mark) {
    jdbc.sql(
            """
            INSERT INTO mailbox_marks (place, validity, last) VALUES (:place, :validity, :last)
            ON CONFLICT (place) DO UPDATE SET validity = :validity, last = :last
            """)
        .param("place", place)
        .param("validity", mark.validity())
        .param("last", mark.last())
        .update();
  }
}
