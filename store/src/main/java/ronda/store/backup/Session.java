package ronda.store.backup;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** Settings of the transaction in which a backup is written or restored. */
final class Session {
  private Session() {}

  /** Rows of all offices, and dates and numbers in the one notation that is read back exactly. */
  static void prepare(Connection connection) throws SQLException {
    execute(
        connection,
        """
        SELECT set_config('ronda.everything', 'yes', true),
               set_config('datestyle', 'ISO, YMD', true),
               set_config('intervalstyle', 'postgres', true),
               set_config('timezone', 'UTC', true),
               set_config('extra_float_digits', '1', true),
               set_config('statement_timeout', '0', true),
               set_config('idle_in_transaction_session_timeout', '0', true)
        """);
  }

  static void execute(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
