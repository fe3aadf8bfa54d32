package ronda.tool.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import ronda.identify.Examination;
import ronda.identify.Patrol;
import ronda.policies.outfit.Outfit;
import ronda.tool.report.WeekReport;
import ronda.tool.report.Wording;

/** {@code ./ronda up}: a first look at what Ronda does, with nothing to prepare. */
@Command(
    name = "up",
    mixinStandardHelpOptions = true,
    description =
        "Walks through the sample posts of one week, all of them made up, and reports what an officer"
            + " should look at and why.")
final class UpCommand implements Callable<Integer> {
  private final Streams streams;

  @Option(
      names = "--lang",
      paramLabel = "LANGUAGE",
      description = "id or en (default: ${DEFAULT-VALUE}).")
  private String language = "id";

  UpCommand(Streams streams) {
    this.streams = streams;
  }

  @Override
  public Integer call() throws IOException {
    Languages.check("up", language);
    Path samples = Root.path().resolve("docs/samples/week.jsonl");
    Patrol patrol = Outfit.patrol(Root.path());
    List<Walked> walked =
        LabelledRows.of(
                List.of(samples.toString()),
                "categories",
                row -> new Walked(patrol.examine(row.post()), !row.labels().isEmpty()),
                streams)
            .rows();
    Wording wording = Wording.in(language);
    List<Examination> examined = walked.stream().map(Walked::examined).toList();
    WeekReport report = new WeekReport(wording, streams.colourful(), examined);
    Outlet.print(report.text() + answers(walked, wording) + next(wording), streams);
    return Exit.FINE;
  }

  /** A post, what was found in it, and whether it was written to be harmful. */
  private record Walked(Examination examined, boolean harmful) {
    boolean isFound() {
      return examined.findings().stream().anyMatch(finding -> !finding.shadow());
    }
  }

  /** How the findings stand to what the writers of the samples meant. */
  private static String answers(List<Walked> walked, Wording wording) {
    long harmful = walked.stream().filter(Walked::harmful).count();
    long found = walked.stream().filter(post -> post.harmful() && post.isFound()).count();
    long wrong = walked.stream().filter(post -> !post.harmful() && post.isFound()).count();
    return "\n" + wording.of("up.answers", found, harmful, wrong, walked.size() - harmful) + "\n";
  }

  private static String next(Wording wording) {
    return """

        %s
          ./ronda identify FILE…           %s
          ./ronda evaluate --data FILE…    %s
          ./ronda help                     %s
        """
        .formatted(
            wording.of("up.next"),
            wording.of("up.next.identify"),
            wording.of("up.next.evaluate"),
            wording.of("up.next.help"));
  }
}
