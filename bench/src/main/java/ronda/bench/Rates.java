package ronda.bench;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/** Rates of several rounds, of which the median is quoted. */
final class Rates {
  private final List<Double> rates = new ArrayList<>();

  void add(double perSecond) {
    rates.add(perSecond);
  }

  int rounds() {
    return rates.size();
  }

  double median() {
    return quantile(0.5);
  }

  /** Minimum, median and maximum, with thousands separators. */
  String spread() {
    return String.format(
        Locale.ROOT, "%,.0f … **%,.0f** … %,.0f", quantile(0), quantile(0.5), quantile(1));
  }

  private double quantile(double q) {
    List<Double> sorted = new ArrayList<>(rates);
    Collections.sort(sorted);
    return sorted.get((int) Math.round(q * (sorted.size() - 1)));
  }
}
