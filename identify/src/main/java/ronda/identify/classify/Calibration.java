package ronda.identify.classify;

/**
 * Turns margins into probabilities: of the texts scored 0.8, eight in ten shall be what the score
 * says (Platt 1999, with the stable Newton steps of Lin, Lin and Weng 2007).
 *
 * @param slope of the logistic curve
 * @param offset of the logistic curve
 * @param fitted whether it was fitted; if not, a margin above 0 says yes, and no score is honest
 */
record Calibration(float slope, float offset, boolean fitted) {
  private static final int MOST_STEPS = 100;

  /** What the curve says of margins. */
  double[] of(double[] margins) {
    double[] said = new double[margins.length];
    for (int i = 0; i < said.length; i++) {
      said[i] = Logistic.of(slope * margins[i] + offset);
    }
    return said;
  }

  /**
   * The curve that fits margins of texts not learnt; weights say how much each counts. Where these
   * speak the other way round, as they do of a handful of texts, nothing can be fitted.
   */
  static Calibration fit(double[] margins, boolean[] truth, double[] weights) {
    double positives = 0;
    double negatives = 0;
    for (int i = 0; i < truth.length; i++) {
      if (truth[i]) {
        positives += weights[i];
      } else {
        negatives += weights[i];
      }
    }
    double high = (positives + 1) / (positives + 2);
    double low = 1 / (negatives + 2);
    double[] target = new double[truth.length];
    for (int i = 0; i < target.length; i++) {
      target[i] = truth[i] ? high : low;
    }
    double share = StrictMath.log((positives + 1) / (negatives + 1));
    Calibration fitted = newton(margins, target, weights, share);
    return fitted.slope > 0 ? fitted : new Calibration(1, 0, false);
  }

  private static Calibration newton(
      double[] margins, double[] target, double[] weights, double start) {
    double a = 1;
    double b = start;
    double loss = loss(margins, target, weights, a, b);
    for (int step = 0; step < MOST_STEPS; step++) {
      double ga = 0, gb = 0, haa = 1e-9, hab = 0, hbb = 1e-9;
      for (int i = 0; i < margins.length; i++) {
        double p = probability(a * margins[i] + b);
        double difference = weights[i] * (p - target[i]);
        double curve = weights[i] * p * (1 - p);
        ga += difference * margins[i];
        gb += difference;
        haa += curve * margins[i] * margins[i];
        hab += curve * margins[i];
        hbb += curve;
      }
      if (Math.abs(ga) < 1e-7 && Math.abs(gb) < 1e-7) {
        break;
      }
      double determinant = haa * hbb - hab * hab;
      double da = -(hbb * ga - hab * gb) / determinant;
      double db = -(haa * gb - hab * ga) / determinant;
      double size = 1;
      double next = loss(margins, target, weights, a + da, b + db);
      while (size > 1e-8 && next > loss + 1e-4 * size * (ga * da + gb * db)) {
        size /= 2;
        next = loss(margins, target, weights, a + size * da, b + size * db);
      }
      if (size <= 1e-8) {
        break;
      }
      a += size * da;
      b += size * db;
      loss = next;
    }
    return new Calibration((float) a, (float) b, true);
  }

  private static double loss(
      double[] margins, double[] target, double[] weights, double a, double b) {
    double loss = 0;
    for (int i = 0; i < margins.length; i++) {
      double x = a * margins[i] + b;
      double softened = Math.max(x, 0) + StrictMath.log1p(StrictMath.exp(-Math.abs(x)));
      loss += weights[i] * (softened - target[i] * x);
    }
    return loss;
  }

  private static double probability(double x) {
    return x >= 0 ? 1 / (1 + StrictMath.exp(-x)) : 1 - 1 / (1 + StrictMath.exp(x));
  }
}
