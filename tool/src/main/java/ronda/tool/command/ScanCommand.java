package ronda.tool.command;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import ronda.tool.scan.Accepted;
import ronda.tool.scan.BillOfMaterials;
import ronda.tool.scan.Flaw;
import ronda.tool.scan.KnownFlaws;
import ronda.tool.scan.Library;
import ronda.tool.scan.Unreachable;

/** {@code ./ronda scan}: which libraries that Ronda is built with have known flaws. */
@Command(
    name = "scan",
    mixinStandardHelpOptions = true,
    description = {
      "Asks OSV, over the network, what is known of the libraries that Ronda is built with. Their",
      "names and versions are sent and nothing else. `./ronda check` writes the list of them.",
      "Exit codes: 0 nothing that weighs, 1 a flaw that is critical, high or of unknown severity and",
      "that nobody has accepted, 66 a file cannot be read, 69 the service cannot be asked."
    })
final class ScanCommand implements Callable<Integer> {
  private static final int LONGEST_SUMMARY = 60;

  private final Streams streams;
  private final InstantSource clock;

  @Parameters(
      paramLabel = "FILE",
      arity = "0..1",
      description = "A bill of materials in CycloneDX's JSON; target/bom.json if none is named.")
  private Path bill = Root.path().resolve("target/bom.json");

  @Option(
      names = "--accepted",
      paramLabel = "FILE",
      description = {
        "Flaws that somebody has looked at and found not to matter here, one a line: flaw, library,",
        "date, person, reason. A line holds for 90 days. .ci/accepted-flaws.txt if none is named."
      })
  private Path accepted = Root.path().resolve(".ci/accepted-flaws.txt");

  @Option(
      names = "--service",
      paramLabel = "ADDRESS",
      defaultValue = "https://api.osv.dev",
      description = "Who is asked: OSV, or a copy of it. ${DEFAULT-VALUE} if none is named.")
  private URI service = URI.create("https://api.osv.dev");

  ScanCommand(Streams streams, InstantSource clock) {
    this.streams = streams;
    this.clock = clock;
  }

  @Override
  public Integer call() throws IOException {
    if (!List.of("http", "https").contains(String.valueOf(service.getScheme()))) {
      streams.say(service + " is no address such as https://api.osv.dev");
      return Exit.USAGE;
    }
    List<Library> libraries;
    Accepted lines;
    try {
      if (!Files.exists(bill)) {
        streams.say(bill + ": there is no such list of libraries; ./ronda check writes one");
        return Exit.NO_INPUT;
      }
      libraries = BillOfMaterials.read(bill);
      lines = Accepted.read(accepted);
    } catch (IOException unreadable) {
      streams.say("cannot read " + unreadable.getMessage());
      return Exit.NO_INPUT;
    }
    try {
      return tell(new KnownFlaws(service).of(libraries), libraries.size(), lines);
    } catch (Unreachable silent) {
      streams.say(service + " could not be asked, so nothing is known: " + silent.getMessage());
      return Exit.UNAVAILABLE;
    }
  }

  private int tell(List<Flaw> flaws, int libraries, Accepted lines) throws IOException {
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    List<String[]> rows = new ArrayList<>();
    rows.add(new String[] {"severity", "library", "version", "flaw", "gone in", "what"});
    int weigh = 0;
    for (Flaw flaw : flaws) {
      Optional<Accepted.Line> line = lines.of(flaw, today);
      weigh += flaw.severity().weighs() && line.isEmpty() ? 1 : 0;
      rows.add(row(flaw, line));
    }
    StringBuilder text = new StringBuilder();
    if (!flaws.isEmpty()) {
      table(rows, text);
    }
    text.append(
        "%d libraries, as listed on %s: %d known flaws, %d of them must be dealt with.%n"
            .formatted(libraries, listed(), flaws.size(), weigh));
    streams.out().write(text.toString().getBytes(StandardCharsets.UTF_8));
    return weigh > 0 ? Exit.FLAWED : Exit.FINE;
  }

  /** An old list says nothing of a library that came since. */
  private LocalDate listed() throws IOException {
    return LocalDate.ofInstant(Files.getLastModifiedTime(bill).toInstant(), ZoneOffset.UTC);
  }

  private static String[] row(Flaw flaw, Optional<Accepted.Line> line) {
    String severity = flaw.severity().name().toLowerCase(Locale.ROOT);
    String what =
        line.map(by -> "accepted %s by %s: %s".formatted(by.reviewed(), by.by(), by.reason()))
            .orElse(flaw.summary());
    return new String[] {
      severity,
      flaw.library().name(),
      flaw.library().version(),
      plain(flaw.id()),
      flaw.fixedIn().isEmpty() ? "no version" : plain(String.join(", ", flaw.fixedIn())),
      plain(what)
    };
  }

  /** One line of a terminal, and no more: the words come from outside. */
  private static String plain(String words) {
    StringBuilder plain = new StringBuilder();
    words
        .codePoints()
        .limit(LONGEST_SUMMARY)
        .forEach(c -> plain.appendCodePoint(Character.isISOControl(c) ? ' ' : c));
    return plain.length() < words.length() ? plain + "…" : plain.toString();
  }

  private static void table(List<String[]> rows, StringBuilder text) {
    int columns = rows.getFirst().length;
    for (String[] row : rows) {
      for (int c = 0; c < columns; c++) {
        int column = c;
        int width = rows.stream().mapToInt(other -> other[column].length()).max().orElse(1);
        text.append(row[c]);
        text.append(c == columns - 1 ? "\n" : " ".repeat(width - row[c].length() + 2));
      }
    }
    text.append('\n');
  }
}
