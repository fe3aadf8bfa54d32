package ronda.identify.signal;

import ronda.identify.post.Category;
import ronda.identify.post.Span;

/**
 * The wording resembles posts that people confirmed, above all in this place (kemiripan isi).
 *
 * @param model which model says so, with its version
 */
public record Resemblance(String model, Category category, Span span, double weight)
    implements Signal {
  @Override
  public Resemblance movedBy(int units) {
    return new Resemblance(model, category, span.movedBy(units), weight);
  }

  @Override
  public String kind() {
    return "resemblance";
  }
}
