package ronda.store.sql;

import org.springframework.jdbc.core.simple.JdbcClient;

/** What one change of an office does at a time (giliran). In PostgreSQL. */
public final class SqlTurns {
  private SqlTurns() {}

  /**
   * Waits until no other change of this office is at it, and keeps others from it until this change
   * ends: for what is compared and then written, where there may be no row yet to lock.
   *
   * @param what a word for it, such as {@code retention}
   */
  public static void take(String what, JdbcClient jdbc) {
    jdbc.sql(
            """
            SELECT pg_advisory_xact_lock(
              hashtextextended(current_setting('ronda.office') || ' ' || :what, 26))
            """)
        .param("what", what)
        .query()
        .singleRow();
  }
}
