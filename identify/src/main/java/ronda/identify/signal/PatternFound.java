package ronda.identify.signal;

import ronda.identify.post.Category;
import ronda.identify.post.Span;

/**
 * A shape stood in the text, such as a name with two digits in fancy letters.
 *
 * @param pattern the pattern's stable name
 */
public record PatternFound(String pattern, Category category, Span span, double weight)
    implements Signal {
  @Override
  public PatternFound movedBy(int units) {
    return new PatternFound(pattern, category, span.movedBy(units), weight);
  }

  @Override
  public String kind() {
    return "pattern";
  }
}
