package ronda.store.postgres;

/**
 * There is no database to work with. The message is one sentence for the person who started Ronda:
 * what stands in the way and what to do. It holds no password.
 */
public final class DatabaseUnavailable extends RuntimeException {
  public DatabaseUnavailable(String reason) {
    super(reason);
  }

  public DatabaseUnavailable(String reason, Throwable cause) {
    super(reason, cause);
  }
}
