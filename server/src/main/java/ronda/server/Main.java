package ronda.server;

import ronda.server.command.Commands;

/** Where the server's half of {@code ./ronda} begins: {@code up}, {@code token} and the like. */
public final class Main {
  private Main() {}

  /** Runs the subcommand that {@code arguments} name, and ends the process with its exit code. */
  public static void main(String... arguments) {
    System.exit(Commands.run(arguments));
  }
}
