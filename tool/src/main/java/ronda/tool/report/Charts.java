package ronda.tool.report;

import java.util.ArrayList;
import java.util.List;

/** The charts of an evaluation: one small one for each label that some row has. */
public final class Charts {
  /** More points than this make a file heavy and a line no smoother. */
  private static final int MOST_POINTS = 200;

  private Charts() {}

  /** How precise the answers are, for how much they find. */
  public static String precisionRecall(Verdicts verdicts) {
    Svg svg = new Svg("recall", "precision");
    for (String label : met(verdicts)) {
      List<Answers.Point> curve = verdicts.about(label).curve();
      List<Svg.Dot> dots = new ArrayList<>();
      int step = Math.max(1, curve.size() / MOST_POINTS);
      for (int i = 0; i < curve.size(); i += step) {
        dots.add(new Svg.Dot(curve.get(i).recall(), curve.get(i).precision(), 0));
      }
      svg.chart(label, dots, false);
    }
    return svg.drawing("Precision against recall, one chart a label");
  }

  /** How often posts with a score have the label; on the diagonal, the score says just that. */
  public static String calibration(Verdicts verdicts) {
    Svg svg = new Svg("score", "share with label");
    for (String label : met(verdicts)) {
      List<Svg.Dot> dots =
          verdicts.about(label).bins().stream()
              .map(bin -> new Svg.Dot(bin.score(), bin.share(), 1 + Math.log10(bin.posts())))
              .toList();
      svg.chart(label, dots, true);
    }
    return svg.drawing("Share of posts with the label against their score, one chart a label");
  }

  private static List<String> met(Verdicts verdicts) {
    return verdicts.labels().stream()
        .filter(label -> verdicts.known().contains(label))
        .filter(label -> verdicts.measures(label).support() > 0)
        .toList();
  }
}
