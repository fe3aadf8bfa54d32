package ronda.identify.post;

/**
 * A public message as it was collected (unggahan): its text as it stood, and where it came from.
 */
public record Post(String id, String text, Origin origin) {

  /** A post of which only the text is known. */
  public static Post of(String id, String text) {
    return new Post(id, text, Origin.UNKNOWN);
  }
}
