package ronda.tool.command;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import ronda.identify.classify.Classifier;
import ronda.identify.classify.Classifiers;
import ronda.sources.files.Row;
import ronda.tool.report.Verdicts.Verdict;

/** A model alone: a label is given from the threshold that the model chose when it was trained. */
record ModelJudge(String name, Classifier classifier, Seen.Eyes eyes) implements Judge {

  /** The model in this folder. */
  static ModelJudge load(Path folder, Seen.Eyes eyes) {
    return new ModelJudge("the model in " + folder + " alone", Classifiers.load(folder), eyes);
  }

  @Override
  public List<String> labels() {
    return classifier.labels();
  }

  @Override
  public Verdict judge(Row row) {
    Seen seen = eyes.look(row.post().text());
    float[] scores = classifier.scores(seen.text(), seen.terms(), seen.entities());
    Set<String> said = new HashSet<>();
    for (int label = 0; label < scores.length; label++) {
      if (scores[label] >= classifier.threshold(label)) {
        said.add(labels().get(label));
      }
    }
    return new Verdict(
        row.source(), Set.copyOf(row.labels()), Set.of(), said, scores, row.stance(), "");
  }
}
