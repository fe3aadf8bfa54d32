package ronda.server.command;

import java.util.Optional;
import org.springframework.boot.web.server.PortInUseException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import ronda.proof.vault.VaultRefused;
import ronda.store.backup.BackupRefused;
import ronda.store.postgres.DatabaseUnavailable;
import ronda.store.schema.SchemaRefused;

/** The commands of the server's half of {@code ./ronda}. */
@Command(
    name = "ronda",
    mixinStandardHelpOptions = true,
    subcommands = {
      UpCommand.class,
      OfficeCommand.class,
      TokenCommand.class,
      BackupCommand.class,
      RestoreCommand.class,
      ResealCommand.class
    },
    description = "The desk: a console an office works in.")
public final class Commands {
  /** As in sysexits.h. */
  private static final int WRONG_USAGE = 64;

  private static final int UNAVAILABLE = 69;

  private Commands() {}

  /** Runs the subcommand that {@code arguments} name and answers its exit code. */
  public static int run(String... arguments) {
    return new CommandLine(new Commands())
        .setParameterExceptionHandler(
            (failure, given) -> {
              CommandLine command = failure.getCommandLine();
              command.getErr().println(failure.getMessage());
              return WRONG_USAGE;
            })
        .setExecutionExceptionHandler(
            (failure, command, given) -> {
              inWords(failure)
                  .ifPresentOrElse(
                      words -> command.getErr().println(words),
                      () -> failure.printStackTrace(command.getErr()));
              return UNAVAILABLE;
            })
        .execute(arguments);
  }

  /** A refusal says in its own words what happened and what to do; a stack trace would bury it. */
  private static Optional<String> inWords(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof DatabaseUnavailable
          || cause instanceof SchemaRefused
          || cause instanceof BackupRefused
          || cause instanceof VaultRefused) {
        return Optional.of(String.valueOf(cause.getMessage()));
      }
      if (cause instanceof PortInUseException taken) {
        return Optional.of(
            "Port %d is taken by another program. Choose one with --port N, or --port 0 for any free one."
                .formatted(taken.getPort()));
      }
    }
    return Optional.empty();
  }
}
