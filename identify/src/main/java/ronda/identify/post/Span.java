package ronda.identify.post;

/**
 * A stretch of an original text, in UTF-16 units (letak): from {@code start} up to, not including,
 * {@code end}.
 */
public record Span(int start, int end) {
  public Span {
    if (start < 0 || end < start) {
      throw new IllegalArgumentException(
          "a span must have 0 <= start <= end, was " + start + ".." + end);
    }
  }

  /** How many UTF-16 units the span covers. */
  public int length() {
    return end - start;
  }

  /** The same stretch of a text in front of which {@code units} more stand. */
  public Span movedBy(int units) {
    return new Span(start + units, end + units);
  }

  /** The stretch of {@code text} that this span covers. */
  public String of(String text) {
    return text.substring(start, end);
  }
}
