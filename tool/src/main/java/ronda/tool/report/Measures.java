package ronda.tool.report;

import java.util.Collection;
import java.util.function.ToDoubleFunction;

/**
 * How good answers about one label are. A share of nothing counts as 0, as in scikit-learn's
 * reports.
 *
 * @param support how many posts have the label
 * @param precision the share of those given the label that have it
 * @param recall the share of those with the label that were given it
 * @param f1 the harmonic mean of the two
 * @param falsePositiveRate the share of those without the label that were given it
 * @param recallAtFpr001 the recall of the threshold that keeps the false-positive rate at .001
 * @param calibrationError how far scores lie from shares, on average; 15 bins
 */
public record Measures(
    int support,
    double precision,
    double recall,
    double f1,
    double falsePositiveRate,
    double recallAtFpr001,
    double calibrationError) {

  /** The plain mean over labels that some post has: every label counts the same. */
  public static Measures macro(Collection<Measures> all) {
    Collection<Measures> met = all.stream().filter(one -> one.support() > 0).toList();
    return new Measures(
        met.stream().mapToInt(Measures::support).sum(),
        mean(met, Measures::precision),
        mean(met, Measures::recall),
        mean(met, Measures::f1),
        mean(met, Measures::falsePositiveRate),
        mean(met, Measures::recallAtFpr001),
        mean(met, Measures::calibrationError));
  }

  private static double mean(Collection<Measures> all, ToDoubleFunction<Measures> of) {
    return all.stream().mapToDouble(of).average().orElse(0);
  }

  static double ratio(double part, double whole) {
    return whole == 0 ? 0 : part / whole;
  }
}
