package ronda.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** {@code ./ronda bench NAME}: runs one measurement and writes its report. */
public final class Main {
  private static final String USAGE =
      """
      usage: ./ronda bench NAME [--posts FILE[:N]]… [--train FILE]… [--rounds N] [--out FILE]

        identify      a post's whole walk in memory: one core, two cores, beside scikit-learn
        pages         1.2 million pages of 2 KB on two cores
        files         file to file, JSON Lines in and out, with the real command
        start         one post from the shell
        lexicon       terms alone, beside Vectorscan
        obfuscation   names and terms re-disguised in 15 ways
        hidden        offers (--train) put between other texts (--posts)
        desk          start, sustained intake (--rounds: minutes, 0 for none), twenty people with a
                      million jobs, the first page on a slow line
        stages        each room alone (JMH)

      --posts  posts to measure with (field `text`); default docs/samples/week.jsonl
      --train  labelled rows (fields `text`, `categories`): what the peer learns, or the offers to hide
      --out    also writes the report here, as Markdown
      """;

  private Main() {}

  /** Runs the measurement named first. */
  public static void main(String... arguments) throws Exception {
    Path root = Path.of(System.getProperty("ronda.root", "."));
    if (arguments.length % 2 == 0) { // a name, and then options with their values
      System.err.print(USAGE);
      System.exit(64);
    }
    List<String> posts = new ArrayList<>();
    List<String> train = new ArrayList<>();
    int rounds = 7;
    Path out = null;
    for (int i = 1; i + 1 < arguments.length; i += 2) {
      String value = arguments[i + 1];
      switch (arguments[i]) {
        case "--posts" -> posts.add(value);
        case "--train" -> train.add(value);
        case "--rounds" -> rounds = Integer.parseInt(value);
        case "--out" -> out = Path.of(value);
        default -> {
          System.err.print(USAGE);
          System.exit(64);
        }
      }
    }
    if (posts.isEmpty()) {
      posts.add(root.resolve("docs/samples/week.jsonl").toString());
    }
    List<String> report = measure(root, arguments[0], posts, train, rounds);
    if (out != null) {
      write(out, arguments, report);
    } else {
      report.forEach(System.out::println);
    }
  }

  private static List<String> measure(
      Path root, String name, List<String> posts, List<String> train, int rounds) throws Exception {
    return switch (name) {
      case "identify" -> new IdentifyBench(root, Posts.read(posts), train, rounds).run();
      case "pages" -> new PagesBench(root, Posts.read(posts)).run();
      case "files" -> new FilesBench(root, Posts.read(posts), rounds).run();
      case "start" -> new StartBench(root, rounds).run();
      case "desk" -> new DeskBench(root, Posts.read(posts), rounds).run();
      case "obfuscation" -> new ObfuscationBench(root, Posts.read(posts)).run();
      case "hidden" -> new HiddenBench(root, Posts.read(posts), train).run();
      default -> {
        System.err.print(USAGE);
        System.exit(64);
        yield List.of();
      }
    };
  }

  private static void write(Path out, String[] arguments, List<String> report) throws IOException {
    List<String> lines = new ArrayList<>();
    lines.add("# " + arguments[0]);
    lines.add("");
    lines.add(
        LocalDate.now(ZoneOffset.UTC)
            + ", "
            + Machine.describe()
            + ". Made by `./ronda bench "
            + String.join(" ", Arrays.asList(arguments))
            + "`.");
    lines.add("");
    lines.addAll(report);
    Files.createDirectories(out.toAbsolutePath().getParent());
    Files.write(out, lines);
    report.forEach(System.out::println);
  }
}
