package ronda.server.page;

/**
 * A line of the start page: something that needs this person now.
 *
 * @param order small numbers stand first
 * @param message the key of its words; they are given the count as {@code {0}}
 * @param count how many; a line of zero is not shown
 * @param path where one deals with it
 * @param urgency how it is marked
 */
public record StartItem(int order, String message, long count, String path, Urgency urgency) {
  /** How soon. It is said in words as well as shown. */
  public enum Urgency {
    CALM,
    TODAY,
    NOW
  }
}
