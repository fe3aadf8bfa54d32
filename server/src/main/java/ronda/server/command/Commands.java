package ronda.server.command;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The commands of the server's half of {@code ./ronda}. */
@Command(
    name = "ronda",
    mixinStandardHelpOptions = true,
    subcommands = {
      UpCommand.class,
      OfficeCommand.class,
      LinkCommand.class,
      TokenCommand.class,
      BackupCommand.class,
      RestoreCommand.class,
      ResealCommand.class
    },
    description = "The desk: a console an office works in.")
public final class Commands {
  private Commands() {}

  /** Runs the subcommand that {@code arguments} name and answers its exit code. */
  public static int run(String... arguments) {
    return new CommandLine(new Commands())
        .setParameterExceptionHandler(
            (failure, given) -> {
              CommandLine command = failure.getCommandLine();
              command.getErr().println(failure.getMessage());
              return Failures.WRONG_USAGE;
            })
        .setExecutionExceptionHandler(
            (failure, command, given) -> Failures.tell(failure, command.getErr()))
        .execute(arguments);
  }
}
