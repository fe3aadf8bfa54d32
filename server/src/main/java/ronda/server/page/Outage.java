package ronda.server.page;

import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLTransientConnectionException;
import java.util.Optional;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;

/** Tells a database that does not answer from everything else that breaks. */
final class Outage {
  /** A cause may name itself as its cause's cause; nothing sensible is deeper. */
  private static final int DEEPEST = 20;

  /** SQLSTATE classes: connection exception, and the server is going down or coming up. */
  private static final String CONNECTION = "08";

  private static final String SHUTDOWN = "57P";

  private Outage() {}

  /** What the driver said, if the database does not answer. */
  static Optional<String> in(Throwable broken) {
    Throwable cause = broken;
    for (int depth = 0; cause != null && depth < DEEPEST; depth++) {
      if (isOne(cause)) {
        return Optional.of(String.valueOf(cause.getMessage()));
      }
      cause = cause.getCause();
    }
    return Optional.empty();
  }

  private static boolean isOne(Throwable cause) {
    return cause instanceof CannotGetJdbcConnectionException
        || cause instanceof CannotCreateTransactionException
        || cause instanceof TransactionSystemException
        || cause instanceof DataAccessResourceFailureException
        || cause instanceof SQLTransientConnectionException
        || cause instanceof SQLNonTransientConnectionException
        || cause instanceof java.sql.SQLException refused && isState(refused.getSQLState());
  }

  private static boolean isState(@org.jspecify.annotations.Nullable String state) {
    return state != null && (state.startsWith(CONNECTION) || state.startsWith(SHUTDOWN));
  }
}
