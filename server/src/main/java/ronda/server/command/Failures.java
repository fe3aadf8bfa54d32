package ronda.server.command;

import java.io.PrintWriter;
import java.nio.file.FileSystemException;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.boot.web.server.PortInUseException;
import ronda.identify.classify.ModelRefused;
import ronda.identify.lexicon.BrokenLexicon;
import ronda.policies.cel.PoliciesRefused;
import ronda.policies.outfit.OutfitRefused;
import ronda.proof.vault.VaultRefused;
import ronda.server.door.SettingRefused;
import ronda.store.backup.BackupRefused;
import ronda.store.postgres.DatabaseUnavailable;
import ronda.store.schema.SchemaRefused;

/**
 * Turns what broke into one line for a person, and an exit code for a script: those of sysexits.h,
 * the same as the command line's.
 */
final class Failures {
  /** The command was given wrongly. */
  static final int WRONG_USAGE = 64;

  /** The database, a port or another service cannot be had. */
  static final int UNAVAILABLE = 69;

  /** A fault in Ronda itself. */
  static final int FAULT = 70;

  /** A file cannot be written or read. */
  static final int INPUT_OUTPUT = 74;

  /** A setting, a key, a lexicon, a model or a policy cannot be used. */
  static final int CONFIGURATION = 78;

  private Failures() {}

  private record Told(int code, String words) {}

  /** Says what happened and what to do, where a stack trace would bury it, and how to end. */
  static int tell(Throwable failure, PrintWriter err) {
    Optional<Told> told = causes(failure).flatMap(cause -> told(cause).stream()).findFirst();
    if (told.isPresent()) {
      err.println(told.get().words());
      return told.get().code();
    }
    Throwable root = causes(failure).reduce(failure, (outer, inner) -> inner);
    err.println("A fault in Ronda itself, please report it (RONDA_DEBUG=1 shows where): " + root);
    if (System.getenv("RONDA_DEBUG") != null) {
      failure.printStackTrace(err);
    }
    return FAULT;
  }

  private static Stream<Throwable> causes(Throwable failure) {
    return Stream.iterate(failure, cause -> cause != null, Throwable::getCause);
  }

  private static Optional<Told> told(Throwable cause) {
    String words = String.valueOf(cause.getMessage());
    return switch (cause) {
      case SettingRefused refused -> Optional.of(new Told(CONFIGURATION, words));
      case VaultRefused refused ->
          Optional.of(new Told(CONFIGURATION, "The keys of evidence cannot be used: " + words));
      case BrokenLexicon refused -> Optional.of(new Told(CONFIGURATION, words));
      case ModelRefused refused -> Optional.of(new Told(CONFIGURATION, words));
      case PoliciesRefused refused -> Optional.of(new Told(CONFIGURATION, words));
      case OutfitRefused refused -> Optional.of(new Told(CONFIGURATION, words));
      case DatabaseUnavailable gone -> Optional.of(new Told(UNAVAILABLE, words));
      case SchemaRefused refused -> Optional.of(new Told(UNAVAILABLE, words));
      case BackupRefused refused -> Optional.of(new Told(UNAVAILABLE, words));
      case PortInUseException taken ->
          Optional.of(
              new Told(
                  UNAVAILABLE,
                  "Port %d is taken by another program. Choose one with --port N, or --port 0 for any free one."
                      .formatted(taken.getPort())));
      case FileSystemException broken ->
          Optional.of(new Told(INPUT_OUTPUT, "This file cannot be used: " + words));
      default -> Optional.empty();
    };
  }
}
