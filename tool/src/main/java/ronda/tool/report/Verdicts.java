package ronda.tool.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What was said of many posts, beside what people said of them.
 *
 * @param labels every label that was asked about or that a row has, in a fixed order
 * @param known which of them whoever judged knows at all
 */
public record Verdicts(List<String> labels, Set<String> known, List<Verdict> rows) {
  public Verdicts {
    labels = List.copyOf(labels);
    known = Set.copyOf(known);
    rows = List.copyOf(rows);
  }

  /**
   * What was said of one post.
   *
   * @param source where the row was collected
   * @param truth the labels people gave it
   * @param unasked labels that whoever labelled the row did not look for: it counts neither for nor
   *     against them
   * @param said the labels it was given
   * @param scores how sure, 0 to 1, in the order of {@code asked}
   * @param trueStance the stance people gave it; empty where the file does not say
   * @param stance the stance it was given; empty where nobody was asked
   */
  public record Verdict(
      String source,
      Set<String> truth,
      Set<String> unasked,
      Set<String> said,
      float[] scores,
      String trueStance,
      String stance) {}

  /**
   * Puts verdicts together.
   *
   * @param asked the labels that scores were given for, in their order
   */
  public static Verdicts of(List<String> asked, List<Verdict> rows) {
    Set<String> more = new TreeSet<>();
    rows.forEach(row -> more.addAll(row.truth()));
    asked.forEach(more::remove);
    List<String> labels = new ArrayList<>(asked);
    labels.addAll(more);
    return new Verdicts(labels, Set.copyOf(asked), rows);
  }

  /** The verdicts on the rows of one source. */
  public Verdicts from(String source) {
    return new Verdicts(
        labels, known, rows.stream().filter(row -> row.source().equals(source)).toList());
  }

  /** Every source, in alphabetical order. */
  public List<String> sources() {
    return rows.stream().map(Verdict::source).distinct().sorted().toList();
  }

  /** The share of rows that were given any label, 0 to 1; 0 where there are no rows. */
  public double flagged() {
    long flagged = rows.stream().filter(row -> !row.said().isEmpty()).count();
    return rows.isEmpty() ? 0 : (double) flagged / rows.size();
  }

  /** How good what was said about one label is; all 0 where the judge does not know it. */
  public Measures measures(String label) {
    Answers answers = about(label);
    Measures of = answers.measures();
    return known.contains(label) ? of : new Measures(of.support(), 0, 0, 0, 0, 0, 0);
  }

  /** The plain mean over the labels that the judge knows and some row has. */
  public Measures macro() {
    return Measures.macro(labels.stream().filter(known::contains).map(this::measures).toList());
  }

  /** What was said about one label. */
  public Answers about(String label) {
    int at = known.contains(label) ? labels.indexOf(label) : -1;
    List<Verdict> asked = rows.stream().filter(row -> !row.unasked().contains(label)).toList();
    int count = asked.size();
    float[] scores = new float[count];
    boolean[] said = new boolean[count];
    boolean[] truth = new boolean[count];
    for (int i = 0; i < count; i++) {
      Verdict row = asked.get(i);
      scores[i] = at < 0 ? 0 : row.scores()[at];
      said[i] = row.said().contains(label);
      truth[i] = row.truth().contains(label);
    }
    return new Answers(scores, said, truth);
  }
}
