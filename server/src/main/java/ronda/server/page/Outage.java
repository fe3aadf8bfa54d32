package ronda.server.page;

import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLTransientConnectionException;
import java.util.Optional;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;

/** Tells a database that does not answer, or a full disk, from everything else that breaks. */
final class Outage {
  /** What failed, as the world outside is told. */
  enum Kind {
    DATABASE(503),
    DISK_FULL(507);

    private final int status;

    Kind(int status) {
      this.status = status;
    }

    int status() {
      return status;
    }
  }

  /**
   * What failed.
   *
   * @param words of the driver or the system
   */
  record Failure(Kind kind, String words) {}

  /** A cause may name itself as its cause's cause; nothing sensible is deeper. */
  private static final int DEEPEST = 20;

  /** SQLSTATE classes: connection exception, and the server is going down or coming up. */
  private static final String CONNECTION = "08";

  private static final String SHUTDOWN = "57P";

  /** SQLSTATE: the disk of the database is full. */
  private static final String FULL = "53100";

  /** As Linux says it of the server's own files, such as an upload. */
  private static final String NO_SPACE = "No space left on device";

  private Outage() {}

  /** What failed outside, if it was that. */
  static Optional<Failure> in(Throwable broken) {
    Throwable cause = broken;
    for (int depth = 0; cause != null && depth < DEEPEST; depth++) {
      String words = String.valueOf(cause.getMessage());
      if (isFull(cause, words)) {
        return Optional.of(new Failure(Kind.DISK_FULL, words));
      }
      if (isOne(cause)) {
        return Optional.of(new Failure(Kind.DATABASE, words));
      }
      cause = cause.getCause();
    }
    return Optional.empty();
  }

  private static boolean isFull(Throwable cause, String words) {
    return cause instanceof java.sql.SQLException refused && FULL.equals(refused.getSQLState())
        || cause instanceof java.io.IOException && words.endsWith(NO_SPACE);
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
