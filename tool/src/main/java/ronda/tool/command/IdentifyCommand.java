package ronda.tool.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import ronda.identify.Patrol;
import ronda.onnx.classify.OnnxOpinion;
import ronda.policies.outfit.Outfit;
import ronda.sources.files.Format;
import ronda.sources.files.InOrder;
import ronda.sources.files.Source;
import ronda.tool.report.Explanation;
import ronda.tool.report.Progress;
import ronda.tool.report.Tally;
import ronda.tool.report.Wording;

/** {@code ./ronda identify}: from files of posts to explained findings. */
@Command(
    name = "identify",
    mixinStandardHelpOptions = true,
    description =
        "Says what posts contain, and why. Reads JSON Lines, CSV with a header row, or text;"
            + " gzip too. Writes JSON Lines in the order of the input.",
    footer = {
      "",
      "Exit codes: 0 every line was read, 2 some were rejected, 64 wrong usage, 66 a file cannot"
          + " be",
      "opened, 70 a fault in Ronda itself, 74 writing failed, 78 a model, lexicon or policy cannot",
      "be used, 141 whoever read the output stopped reading."
    })
final class IdentifyCommand implements Callable<Integer> {
  private final Streams streams;

  @Parameters(paramLabel = "FILE", description = "What to read; - or nothing is standard input.")
  private List<String> files = List.of();

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = "jsonl, csv or text. By default the file's name says it; else jsonl.")
  private @Nullable String format;

  @Option(names = "--out", paramLabel = "FILE", description = "Where findings go, as JSON Lines.")
  private @Nullable Path out;

  @Option(
      names = "--rejects",
      paramLabel = "FILE",
      description = "Where lines go that cannot be read. By default: standard error.")
  private @Nullable Path rejects;

  @Option(
      names = "--explain",
      description =
          "A report for people instead: every post with a finding, its words marked, every reason."
              + " With --out, the JSON goes there as well.")
  private boolean explain;

  @Option(
      names = "--lang",
      paramLabel = "LANGUAGE",
      description = "The language of --explain: id or en (default: ${DEFAULT-VALUE}).")
  private String language = "id";

  @Option(
      names = "--threads",
      paramLabel = "N",
      description = "How many posts to examine at a time. By default: one a core.")
  private int threads = Runtime.getRuntime().availableProcessors();

  @Option(
      names = "--second",
      paramLabel = "FOLDER",
      description =
          "A second opinion where the models are unsure: a folder with an ONNX classifier, its"
              + " tokenizer.json and labels.json.")
  private @Nullable Path second;

  IdentifyCommand(Streams streams) {
    this.streams = streams;
  }

  /**
   * Takes files and options as most people write them, each option once and its value behind it.
   * Whatever else is left to picocli, whose setting up takes half as long as a post's whole walk
   * through a fresh process.
   *
   * @return whether these arguments were of that kind; if not, this command is of no use any more
   */
  boolean takes(String... arguments) {
    List<String> named = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < arguments.length; i++) {
      String argument = arguments[i];
      if (isPlain(argument)) {
        named.add(argument);
      } else if (!seen.add(argument)) {
        return false;
      } else if (argument.equals("--explain")) {
        explain = true;
      } else if (++i == arguments.length
          || !isPlain(arguments[i])
          || !takes(argument, arguments[i])) {
        return false;
      }
    }
    files = List.copyOf(named);
    return true;
  }

  /** Neither an option nor anything that picocli would read a meaning into. */
  private static boolean isPlain(String argument) {
    return argument.equals("-")
        || !argument.isEmpty() && argument.charAt(0) != '-' && argument.charAt(0) != '@';
  }

  private boolean takes(String option, String value) {
    switch (option) {
      case "--out" -> out = Path.of(value);
      case "--rejects" -> rejects = Path.of(value);
      case "--format" -> format = value;
      case "--lang" -> language = value;
      default -> {
        return false;
      }
    }
    return true;
  }

  @Override
  public Integer call() throws IOException {
    List<Source> sources = Sources.of(files);
    Optional<Format> stated = statedFormat();
    if (threads < 1 || threads > 1_000) {
      throw new Failures.Ended(
          Exit.USAGE, "identify: --threads must lie in 1..1000, was " + threads);
    }
    Languages.check("identify", language);
    checkOutputs(sources);
    Outfit outfit = Outfit.read(Root.path(), Root.prepared());
    Silent.tell(outfit, streams);
    try (Asked asked = Asked.of(outfit, second)) {
      int exit = walk(sources, stated, asked.patrol());
      Silent.tellFailed(outfit, streams);
      asked.opinion().ifPresent(opinion -> Silent.tellFailed(opinion, streams));
      Silent.tellRefused(outfit, streams);
      return exit;
    }
  }

  /** A patrol, and the second opinion that it asks, which holds memory outside the heap. */
  private record Asked(Patrol patrol, Optional<OnnxOpinion> opinion) implements AutoCloseable {
    static Asked of(Outfit outfit, @Nullable Path folder) {
      if (folder == null) {
        return new Asked(outfit.patrol(), Optional.empty());
      }
      OnnxOpinion opinion = OnnxOpinion.open(folder);
      return new Asked(outfit.patrol(opinion), Optional.of(opinion));
    }

    @Override
    public void close() {
      opinion.ifPresent(OnnxOpinion::close);
    }
  }

  private int walk(List<Source> sources, Optional<Format> stated, Patrol patrol)
      throws IOException {
    Reading reading = new Reading(sources, stated, "", streams.in());
    Optional<Explanation> explanation =
        explain
            ? Optional.of(new Explanation(Wording.in(language), streams.colourful()))
            : Optional.empty();
    Tally total = new Tally();
    // Findings that scroll past on the same terminal show well enough how far it is.
    boolean scrolls = streams.outIsTerminal() && (out == null || explain);
    Progress progress =
        new Progress(streams.err(), streams.errIsTerminal() && !scrolls, reading.size());
    try (reading;
        Outlet found = Outlet.of(Optional.ofNullable(out), "standard output", streams.out());
        Outlet refused =
            Outlet.of(Optional.ofNullable(rejects), "standard error", streams.rejects())) {
      InOrder.run(
          threads,
          reading::next,
          piece -> Done.of(piece, patrol, explanation),
          done -> {
            total.add(done.tally());
            if (done.tally().refused() > 0 && rejects == null) {
              progress.clear();
            }
            refused.write(done.rejects());
            if (!explain || out != null) {
              found.write(done.findings());
            }
            Outlet.print(done.explained(), streams);
            progress.at(total, reading.bytesRead());
          });
    }
    progress.clear();
    streams.say(total.summary(progress.taken()));
    return total.refused() == 0 ? Exit.FINE : Exit.REFUSED;
  }

  private Optional<Format> statedFormat() {
    String stated = format;
    if (stated == null) {
      return Optional.empty();
    }
    Optional<Format> known = Format.ofCode(stated);
    if (known.isEmpty()) {
      throw new Failures.Ended(
          Exit.USAGE, "identify: --format must be jsonl, csv or text, was " + stated);
    }
    return known;
  }

  /** Opening a file for writing empties it: never one that is about to be read. */
  private void checkOutputs(List<Source> sources) throws IOException {
    if (out != null && rejects != null && isSame(out, rejects)) {
      throw new Failures.Ended(
          Exit.USAGE, "identify: --out and --rejects are the same file: " + out);
    }
    for (Source source : sources) {
      for (Path output : new Path[] {out, rejects}) {
        if (output != null && source.path().isPresent() && isSame(output, source.path().get())) {
          throw new Failures.Ended(
              Exit.USAGE, "identify: " + output + " would be read and overwritten at once");
        }
      }
    }
  }

  /** Devices, such as {@code /dev/null}, may be written to twice. */
  private static boolean isSame(Path one, Path other) throws IOException {
    if (Files.exists(one) && !Files.isRegularFile(one)) {
      return false;
    }
    return one.toAbsolutePath().normalize().equals(other.toAbsolutePath().normalize())
        || Files.exists(one) && Files.exists(other) && Files.isSameFile(one, other);
  }
}
