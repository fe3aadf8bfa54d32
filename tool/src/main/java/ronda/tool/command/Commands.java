package ronda.tool.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** Which subcommands there are. Only the one that is asked for is loaded: start-up stays short. */
public final class Commands {
  private static final String OVERVIEW =
      """
      Ronda walks the public digital street, and says what it found and why.

        ./ronda up                          the desk, in a browser: begins with made-up posts
        ./ronda token NAME --role ROLE      a bearer token for a program that talks to the desk
        ./ronda office NAME --region CODE --person NAME --mail ADDRESS
                                           a further office in this installation
        ./ronda link MAIL                   a one-time sign-in for somebody whom nobody else can let in
        ./ronda backup FILE | restore FILE  all that the desk keeps, in one file
        ./ronda reseal                      all evidence under the new key, after it was changed
        ./ronda identify [FILE…|-]          what do these posts contain, and why do we think so?
        ./ronda evaluate --data FILE…       how good is that, on posts that people have labelled?
        ./ronda train --data FILE… --out DIR   learn a model from labelled posts
        ./ronda verify FILE [--anchor FILE] was a byte of this evidence, a word of this record changed?
        ./ronda bench NAME                  how fast is it?
        ./ronda scan                        have the libraries that Ronda is built with known flaws?
        ./ronda check | fix                 for those who work on Ronda
        ./ronda help [COMMAND]              this page, or a command's own

      Exit codes: 0 fine, 1 a record was altered or a library has a flaw, 2 some lines were rejected, 64 wrong usage,
      66 a file cannot be opened, 69 the database or a service cannot be used, 70 a fault in Ronda itself, 74 writing failed,
      78 a setting, key, model, lexicon or policy cannot be used, 141 whoever read the output stopped reading.
      """;

  /** What the launcher does by itself, told here because nobody else would. */
  private static final Map<String, String> OF_THE_LAUNCHER =
      Map.of(
          "bench",
          """
          ./ronda bench NAME [--posts FILE[:N]]… [--train FILE]… [--rounds N] [--out FILE]

          Builds the measurements and runs one: identify, pages, files, start, lexicon, obfuscation, hidden, desk or stages.
          Figures of an earlier run stand in bench/reports.
          """,
          "check",
          """
          ./ronda check

          Everything that is held here: formats, compiler checks, tests, also in a real browser, coverage, bill of materials.
          Beside the JDK it needs chromium, openssl, python3 and curl, and installs them where it runs as root with apt-get.
          """,
          "fix",
          """
          ./ronda fix

          Formats the sources, and then does what ./ronda check does.
          """);

  private Commands() {}

  /** Runs a subcommand and says how it ended (see {@link Exit}). */
  public static int run(Streams streams, String... arguments) {
    return run(streams, InstantSource.system(), arguments);
  }

  /** The same, at the time that {@code clock} tells. */
  static int run(Streams streams, InstantSource clock, String... arguments) {
    String name = arguments.length == 0 ? "help" : arguments[0];
    String[] rest = Arrays.copyOfRange(arguments, Math.min(1, arguments.length), arguments.length);
    return switch (name) {
      case "identify" -> identify(streams, rest);
      case "evaluate" -> run(name, new EvaluateCommand(streams), streams, rest);
      case "verify" -> run(name, new VerifyCommand(streams), streams, rest);
      case "scan" -> run(name, new ScanCommand(streams, clock), streams, rest);
      case "train" -> run(name, new TrainCommand(streams), streams, rest);
      case "help", "--help", "-h" -> help(streams, rest);
      case "--version", "-V" -> print(streams, "Ronda " + version() + "\n");
      default -> {
        streams.say("there is no command \"" + name + "\". See ./ronda help");
        yield Exit.USAGE;
      }
    };
  }

  private static int identify(Streams streams, String... arguments) {
    IdentifyCommand identify = new IdentifyCommand(streams);
    if (!identify.takes(arguments)) {
      return run("identify", new IdentifyCommand(streams), streams, arguments);
    }
    try {
      return identify.call();
    } catch (IOException | RuntimeException | Error failed) {
      return Failures.of(failed, streams);
    }
  }

  private static int help(Streams streams, String... topic) {
    if (topic.length == 0) {
      return print(streams, OVERVIEW);
    }
    return OF_THE_LAUNCHER.containsKey(topic[0])
        ? print(streams, OF_THE_LAUNCHER.get(topic[0]))
        : run(streams, topic[0], "--help");
  }

  static String version() {
    String version = Commands.class.getPackage().getImplementationVersion();
    return version == null ? "(not packaged)" : version;
  }

  private static int print(Streams streams, String text) {
    try {
      streams.out().write(text.getBytes(StandardCharsets.UTF_8));
      return Exit.FINE;
    } catch (IOException broken) {
      return Failures.ofWriting(broken, "standard output", streams);
    }
  }

  private static int run(
      String name, Callable<Integer> command, Streams streams, String... arguments) {
    PrintWriter err = new PrintWriter(streams.err(), true, StandardCharsets.UTF_8);
    CommandLine line =
        new CommandLine(command)
            .setOut(new PrintWriter(streams.out(), true, StandardCharsets.UTF_8))
            .setErr(err)
            .setUsageHelpWidth(100)
            // A misspelt option after `--data FILE…` is not one more file.
            .setUnmatchedOptionsAllowedAsOptionParameters(false)
            .setParameterExceptionHandler((wrong, args) -> usage(name, wrong, streams))
            .setExecutionExceptionHandler((failed, at, args) -> Failures.of(failed, streams));
    try {
      return line.execute(arguments);
    } catch (Error severe) {
      return Failures.of(severe, streams);
    }
  }

  private static int usage(String name, ParameterException wrong, Streams streams) {
    streams.say(name + ": " + wrong.getMessage() + ". See ./ronda help " + name);
    return Exit.USAGE;
  }
}
