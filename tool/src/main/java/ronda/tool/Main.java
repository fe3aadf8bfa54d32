package ronda.tool;

import ronda.tool.command.Commands;
import ronda.tool.command.Streams;

/** Where {@code ./ronda} begins. */
public final class Main {
  private Main() {}

  /** Runs the subcommand that {@code arguments} name, and ends the process with its exit code. */
  public static void main(String... arguments) {
    System.exit(Commands.run(Streams.ofProcess(), arguments));
  }
}
