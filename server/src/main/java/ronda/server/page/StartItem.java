package ronda.server.page;

/**
 * A line of the start page: something that needs this person now.
 *
 * @param order small numbers stand first
 * @param message the key of its words; they are given the count as {@code {0}}
 * @param count how many there are where the path leads; a line of zero is not shown
 * @param path where one deals with it
 * @param urgency how it is marked
 * @param more whether there are more than {@code count}, and nobody counted on
 */
public record StartItem(
    int order, String message, long count, String path, Urgency urgency, boolean more) {
  public StartItem(int order, String message, long count, String path, Urgency urgency) {
    this(order, message, count, path, urgency, false);
  }

  /** A line whose number was counted up to {@code most}, which means that there are more. */
  public static StartItem countedUpTo(
      long most, int order, String message, long counted, String path, Urgency urgency) {
    return new StartItem(
        order, message, Math.min(counted, most - 1), path, urgency, counted >= most);
  }

  /** How soon. It is said in words as well as shown. */
  public enum Urgency {
    /** It waits for others; this person is only told. */
    OTHERS,
    CALM,
    TODAY,
    NOW
  }
}
