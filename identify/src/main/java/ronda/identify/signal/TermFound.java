package ronda.identify.signal;

import ronda.identify.post.Category;
import ronda.identify.post.Span;
import ronda.identify.post.Stance;

/**
 * A listed term or name stood in the text.
 *
 * @param term the term as the lexicon lists it
 * @param category what it hints at
 * @param stance what it says of the post's stance
 * @param needsConfirmation true where only the strong reading saw it, or the lexicon asks for
 *     company: alone it is no reason
 */
public record TermFound(
    String term,
    Category category,
    Stance stance,
    boolean needsConfirmation,
    Span span,
    double weight)
    implements Signal {
  @Override
  public String kind() {
    return "term";
  }
}
