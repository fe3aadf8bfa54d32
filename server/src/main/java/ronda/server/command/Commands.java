package ronda.server.command;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The commands of the server's half: {@code up}, {@code token}. */
@Command(
    name = "ronda",
    mixinStandardHelpOptions = true,
    subcommands = {UpCommand.class},
    description = "The desk: a console an office works in.")
public final class Commands {
  /** Wrong usage, as in sysexits.h. */
  private static final int WRONG_USAGE = 64;

  private Commands() {}

  /** Runs the subcommand that {@code arguments} name and answers its exit code. */
  public static int run(String... arguments) {
    return new CommandLine(new Commands())
        .setExitCodeExceptionMapper(failure -> 1)
        .setParameterExceptionHandler(
            (failure, given) -> {
              CommandLine command = failure.getCommandLine();
              command.getErr().println(failure.getMessage());
              command.getErr().println("See: ./ronda help");
              return WRONG_USAGE;
            })
        .execute(arguments);
  }
}
