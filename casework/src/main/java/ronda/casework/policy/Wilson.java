package ronda.casework.policy;

/**
 * The range of a share that was seen in a sample (rentang Wilson), after E. B. Wilson, "Probable
 * inference, the law of succession, and statistical inference", JASA 22 (1927), 209–212. Unlike the
 * plain range it stays sensible when nothing, or everything, was seen.
 */
public final class Wilson {
  /** 95 times of 100. */
  private static final double Z = 1.959964;

  private Wilson() {}

  /** The lower end, 0 to 1; 0 where nothing was tried. */
  public static double lower(long seen, long tried) {
    return tried == 0 ? 0 : Math.max(0, middle(seen, tried) - half(seen, tried));
  }

  /** The upper end, 0 to 1; 1 where nothing was tried. */
  public static double upper(long seen, long tried) {
    return tried == 0 ? 1 : Math.min(1, middle(seen, tried) + half(seen, tried));
  }

  private static double middle(long seen, long tried) {
    double share = seen / (double) tried;
    return (share + Z * Z / (2 * tried)) / (1 + Z * Z / tried);
  }

  private static double half(long seen, long tried) {
    double share = seen / (double) tried;
    return Z
        / (1 + Z * Z / tried)
        * Math.sqrt(share * (1 - share) / tried + Z * Z / (4.0 * tried * tried));
  }
}
