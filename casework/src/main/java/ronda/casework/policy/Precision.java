package ronda.casework.policy;

/**
 * How often officers agreed with what a policy raised (ketepatan), as far as they have judged it.
 *
 * @param policy its name, all versions together
 * @param confirmed jobs that were confirmed in the category it named
 * @param judged jobs that were decided, copies left out
 */
public record Precision(String policy, long confirmed, long judged) {
  public Precision {
    if (confirmed < 0 || confirmed > judged) {
      throw new IllegalArgumentException(confirmed + " of " + judged + " cannot be confirmed");
    }
  }

  /** From 0 to 1; not a number while nothing is judged. */
  public double share() {
    return confirmed / (double) judged;
  }

  /** The same, in whole hundredths. */
  public long percent() {
    return Math.round(100 * share());
  }
}
