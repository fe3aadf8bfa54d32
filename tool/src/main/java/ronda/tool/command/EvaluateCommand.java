package ronda.tool.command;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import ronda.policies.outfit.Outfit;
import ronda.tool.report.Charts;
import ronda.tool.report.EvaluationJson;
import ronda.tool.report.EvaluationText;
import ronda.tool.report.Verdicts;
import ronda.tool.report.Verdicts.Verdict;

/** {@code ./ronda evaluate}: how good findings are, on posts that people have labelled. */
@Command(
    name = "evaluate",
    mixinStandardHelpOptions = true,
    description =
        "Holds what Ronda, or one model, says of labelled posts against what people said:"
            + " precision, recall, F1, false positives and calibration for each label and each"
            + " source.")
final class EvaluateCommand implements Callable<Integer> {
  private final Streams streams;

  @Option(
      names = "--data",
      required = true,
      arity = "1..*",
      paramLabel = "FILE",
      description = "Labelled posts: JSON Lines or CSV; gzip too. A row's \"source\" tells whence.")
  private List<String> data = List.of();

  @Option(
      names = "--model",
      paramLabel = "DIR",
      description =
          "Judge by this model and its thresholds alone. By default the shipped models, lexicons"
              + " and policies judge together, and a label is given where there is a live finding.")
  private @Nullable Path model;

  @Option(
      names = "--labels",
      paramLabel = "FIELD",
      description = "Which field holds a row's labels (default: ${DEFAULT-VALUE}).")
  private String labels = "categories";

  @Option(names = "--json", description = "Print one JSON object in place of tables.")
  private boolean json;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Also write evaluation.md, evaluation.json and the charts into this folder.")
  private @Nullable Path out;

  EvaluateCommand(Streams streams) {
    this.streams = streams;
  }

  @Override
  public Integer call() throws IOException {
    Judge judge = judge();
    LabelledRows.Read<Verdict> read = LabelledRows.of(data, labels, judge::judge, streams);
    checkLabelled(read);
    Verdicts verdicts = Verdicts.of(judge.labels(), read.rows());
    if (out != null) {
      write(verdicts, judge, out);
    }
    String answer =
        json
            ? new String(EvaluationJson.of(verdicts).toBytes(), StandardCharsets.UTF_8)
            : EvaluationText.tables(verdicts);
    Outlet.print(answer, streams);
    streams.say("%,d rows, %,d rejected".formatted(read.rows().size(), read.refused()));
    return read.refused() == 0 ? Exit.FINE : Exit.REFUSED;
  }

  /** A misspelt field would measure every row as harmless. */
  private void checkLabelled(LabelledRows.Read<Verdict> read) {
    int without = read.rows().size() - read.labelled();
    if (without > 0 && read.labelled() == 0) {
      throw new Failures.Ended(
          Exit.USAGE,
          "evaluate: no row has the field \"%s\" (%,d rows read); see --labels"
              .formatted(labels, without));
    }
    if (without > 0) {
      streams.say(
          "%,d of %,d rows have no field \"%s\" and count as harmless"
              .formatted(without, read.rows().size(), labels));
    }
  }

  private Judge judge() throws IOException {
    if (model != null) {
      return ModelJudge.load(model, new Seen.Eyes(Root.path()));
    }
    Outfit outfit = Outfit.read(Root.path());
    Silent.tell(outfit, streams);
    return new PatrolJudge(outfit.patrol());
  }

  private void write(Verdicts verdicts, Judge judge, Path folder) throws IOException {
    try {
      Files.createDirectories(folder);
      Files.writeString(
          folder.resolve("evaluation.md"),
          EvaluationText.report(verdicts, command(), judge.name()));
      Files.write(folder.resolve("evaluation.json"), EvaluationJson.of(verdicts).toBytes());
      Files.writeString(folder.resolve("precision-recall.svg"), Charts.precisionRecall(verdicts));
      Files.writeString(folder.resolve("calibration.svg"), Charts.calibration(verdicts));
    } catch (IOException broken) {
      throw new Failures.CannotWrite(folder.toString(), broken);
    }
  }

  private String command() {
    return "./ronda evaluate --data "
        + String.join(" ", data)
        + (model == null ? "" : " --model " + model)
        + (labels.equals("categories") ? "" : " --labels " + labels);
  }
}
