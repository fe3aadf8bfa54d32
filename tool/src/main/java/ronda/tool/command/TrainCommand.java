package ronda.tool.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import ronda.identify.classify.Classifiers;
import ronda.identify.classify.Model;
import ronda.identify.classify.Settings;
import ronda.identify.classify.Trainer;
import ronda.tool.report.EvaluationJson;
import ronda.tool.report.EvaluationText;
import ronda.tool.report.ModelCard;
import ronda.tool.report.Verdicts;

/** {@code ./ronda train}: learns a model of any labels from posts that people have labelled. */
@Command(
    name = "train",
    mixinStandardHelpOptions = true,
    description =
        "Learns a model from labelled posts and writes it with its card and its measures. The same"
            + " data and seed give the same model.")
final class TrainCommand implements Callable<Integer> {
  /** The name that a model takes from whatever folder it is read from. */
  private static final String NAMED_BY_FOLDER = "";

  private final Streams streams;

  @Option(
      names = "--data",
      arity = "1..*",
      paramLabel = "FILE",
      description = "Labelled posts: JSON Lines or CSV; gzip too.")
  private List<String> data = List.of();

  @Option(
      names = "--recipe",
      paramLabel = "FILE",
      description =
          "In place of --data: what a model is made of, as models/README.md tells. Its seed and its"
              + " labels hold.")
  private @Nullable Path recipe;

  @Option(
      names = "--data-dir",
      paramLabel = "DIR",
      description = "Where the public data sets are that the recipe names.")
  private Path dataFolder = Path.of(".");

  @Option(
      names = "--out",
      required = true,
      paramLabel = "DIR",
      description =
          "Where the model goes. An older model there is replaced once this one is whole.")
  private @Nullable Path out;

  @Option(
      names = "--labels",
      paramLabel = "FIELD",
      description = "Which field holds a row's labels (default: ${DEFAULT-VALUE}).")
  private String labels = "categories";

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "Where the shuffling starts (default: ${DEFAULT-VALUE}).")
  private long seed = 1;

  @Option(
      names = "--folds",
      paramLabel = "N",
      description =
          "How many parts to cut the data into, to measure each by a model that never saw it"
              + " (default: ${DEFAULT-VALUE}; 0 measures nothing and takes a quarter of the time).")
  private int folds = 4;

  TrainCommand(Streams streams) {
    this.streams = streams;
  }

  @Override
  public Integer call() throws IOException {
    if (folds < 0 || folds == 1 || folds > 20) {
      throw new Failures.Ended(
          Exit.USAGE, "train: --folds must be 0 or lie in 2..20, was " + folds);
    }
    Path folder = Objects.requireNonNull(out);
    if (data.isEmpty() == (recipe == null)) {
      throw new Failures.Ended(Exit.USAGE, "train: give either --data or --recipe");
    }
    Replacement.check(folder);
    if (recipe != null) {
      return RecipeTraining.train(recipe, dataFolder, folder, streams);
    }
    Seen.Eyes eyes = new Seen.Eyes(Root.path());
    LabelledRows.Read<Lesson> read = lessons(eyes);
    List<Lesson> lessons = read.rows();
    long labelled = lessons.stream().filter(l -> !l.example().labels().isEmpty()).count();
    if (labelled == 0) {
      throw new Failures.Ended(
          Exit.USAGE,
          "train: no row has a label in the field \"%s\" (%,d rows read); see --labels"
              .formatted(labels, lessons.size()));
    }
    checkLabels(lessons);
    streams.say(
        "%,d rows, %,d with a label, %,d rejected"
            .formatted(lessons.size(), labelled, read.refused()));
    Settings standard = Settings.standard();
    Settings settings =
        new Settings(
            standard.rowBits(), seed, standard.strictness(), standard.rounds(), standard.folds());
    Verdicts unseen = new CrossValidation(settings, folds, streams::say).of(lessons);
    Model model =
        Trainer.train(
            NAMED_BY_FOLDER,
            lessons.stream().map(Lesson::example).toList(),
            settings,
            streams::say);
    write(model, unseen, lessons, folder);
    Outlet.print(folds == 0 ? "" : EvaluationText.tables(unseen), streams);
    streams.say("the model is in " + folder);
    return read.refused() == 0 ? Exit.FINE : Exit.REFUSED;
  }

  private static void checkLabels(List<Lesson> lessons) {
    TreeSet<String> labels = new TreeSet<>();
    lessons.forEach(lesson -> labels.addAll(lesson.example().labels()));
    try {
      Trainer.checkLabels(labels);
    } catch (IllegalArgumentException refused) {
      throw new Failures.Ended(Exit.USAGE, "train: " + refused.getMessage());
    }
  }

  private LabelledRows.Read<Lesson> lessons(Seen.Eyes eyes) throws IOException {
    return LabelledRows.of(data, labels, row -> Lesson.of(row, eyes), streams);
  }

  /** All or nothing: whoever reads the folder finds the old model or the new one, whole. */
  private void write(Model model, Verdicts unseen, List<Lesson> lessons, Path folder)
      throws IOException {
    try {
      Path whole = folder.toAbsolutePath();
      Files.createDirectories(whole.getParent());
      Path fresh = Replacement.begin(whole);
      Classifiers.save(model, fresh);
      Files.write(fresh.resolve("metrics.json"), EvaluationJson.of(unseen).toBytes());
      Files.writeString(fresh.resolve("card.md"), card(model, unseen, lessons));
      Replacement.put(fresh, whole);
    } catch (IOException broken) {
      throw new Failures.CannotWrite(folder.toString(), broken);
    }
  }

  private String card(Model model, Verdicts unseen, List<Lesson> lessons) {
    return new ModelCard(model.labels(), model.trainedOn(), command(), lessons.size(), folds)
        .text(unseen);
  }

  private String command() {
    return "./ronda train --data %s --out DIR --labels %s --seed %d --folds %d"
        .formatted(String.join(" ", data), labels, seed, folds);
  }
}
