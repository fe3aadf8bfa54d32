package ronda.store.backup;

/** A backup could not be written, read or restored; the message says why and what holds now. */
public final class BackupRefused extends RuntimeException {
  BackupRefused(String reason) {
    super(reason);
  }

  BackupRefused(String reason, Throwable cause) {
    super(reason, cause);
  }
}
