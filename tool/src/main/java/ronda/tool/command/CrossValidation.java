package ronda.tool.command;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.zip.CRC32C;
import ronda.identify.classify.Classifier;
import ronda.identify.classify.Classifiers;
import ronda.identify.classify.Example;
import ronda.identify.classify.Settings;
import ronda.identify.classify.Trainer;
import ronda.tool.report.Verdicts;
import ronda.tool.report.Verdicts.Verdict;

/**
 * Measures a way of training on the data it is given: each part is judged by a model that learnt,
 * calibrated and chose its thresholds on the others. Texts with the same letters stay together
 * ({@link Example#together}), because bots repeat themselves. What stands in one part alone counts
 * as missed: nothing could be learnt of it without itself.
 *
 * @param folds into how many parts the data is cut; 0 measures nothing
 */
record CrossValidation(Settings settings, int folds, Consumer<String> progress) {

  /** What the models said of the rows they never saw, in the order of the rows. */
  Verdicts of(List<Lesson> lessons) {
    List<String> labels =
        List.copyOf(
            new TreeSet<>(lessons.stream().flatMap(l -> l.example().labels().stream()).toList()));
    if (folds == 0) {
      return Verdicts.of(labels, List.of());
    }
    Verdict[] verdicts = new Verdict[lessons.size()];
    int[] part = lessons.stream().mapToInt(lesson -> part(lesson.example())).toArray();
    for (int fold = 0; fold < folds; fold++) {
      progress.accept("measuring: part %d of %d".formatted(fold + 1, folds));
      measure(lessons, part, fold, labels, verdicts);
    }
    return Verdicts.of(labels, Arrays.stream(verdicts).filter(java.util.Objects::nonNull).toList());
  }

  private void measure(
      List<Lesson> lessons, int[] part, int fold, List<String> labels, Verdict[] verdicts) {
    List<Example> others = new ArrayList<>();
    for (int i = 0; i < part.length; i++) {
      if (part[i] != fold) {
        others.add(lessons.get(i).example());
      }
    }
    Optional<Classifier> classifier =
        others.stream().allMatch(example -> example.labels().isEmpty())
            ? Optional.empty()
            : Optional.of(Classifiers.of(Trainer.train("part-" + fold, others, settings)));
    for (int i = 0; i < part.length; i++) {
      if (part[i] == fold) {
        verdicts[i] = judge(lessons.get(i), classifier, labels);
      }
    }
  }

  private static Verdict judge(Lesson lesson, Optional<Classifier> trained, List<String> labels) {
    Example example = lesson.example();
    float[] scores = new float[labels.size()];
    Set<String> said = new HashSet<>();
    trained.ifPresent(classifier -> judge(example, classifier, labels, scores, said));
    return new Verdict(lesson.source(), example.labels(), example.unknown(), said, scores, "", "");
  }

  private static void judge(
      Example example,
      Classifier classifier,
      List<String> labels,
      float[] scores,
      Set<String> said) {
    float[] known = classifier.scores(example.text(), example.terms(), example.entities());
    for (int label = 0; label < known.length; label++) {
      scores[labels.indexOf(classifier.labels().get(label))] = known[label];
      if (known[label] >= classifier.threshold(label)) {
        said.add(classifier.labels().get(label));
      }
    }
  }

  /** A group stays in one part; what stands alone goes by its own letters, copies together. */
  private int part(Example example) {
    CRC32C sum = new CRC32C();
    sum.update(example.together());
    return (int) Long.remainderUnsigned(sum.getValue() + settings.seed(), folds);
  }
}
