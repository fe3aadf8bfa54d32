package ronda.identify.signal;

import java.util.Optional;
import ronda.identify.post.Category;
import ronda.identify.post.Span;
import ronda.identify.post.Stance;

/**
 * A listed term or name stood in the text.
 *
 * @param term the term as the lexicon lists it
 * @param category what it hints at; empty for a cue of stance that is good for every category, such
 *     as {@code ditangkap polisi}
 * @param stance what it says of the post's stance
 * @param needsConfirmation true where only the strong reading saw it, or the lexicon asks for
 *     company: alone it is no reason
 * @param weight how much it counts; 0 for a {@linkplain #isTopic topic}, a {@linkplain #isRetelling
 *     retelling} and an {@linkplain #isInvitation invitation}
 */
public record TermFound(
    String term,
    Optional<Category> category,
    Stance stance,
    boolean needsConfirmation,
    Span span,
    double weight)
    implements Signal {

  /** True where this term has something to say about {@code other}. */
  public boolean concerns(Category other) {
    return category.isEmpty() || category.get() == other;
  }

  /** True where this is listed as a word of {@code other} that does not merely mention it. */
  public boolean speaksFor(Category other) {
    return category.isPresent()
        && category.get() == other
        && stance != Stance.MENTIONS
        && weight > 0;
  }

  /** True where this only tells what the post speaks of (pokok bahasan), and counts for nothing. */
  public boolean isTopic() {
    return weight == 0 && category.isPresent();
  }

  /**
   * True where this says that somebody else's words are near ({@code isinya}, {@code dapat SMS}),
   * and counts for nothing by itself (isyarat menuturkan).
   */
  public boolean isRetelling() {
    return weight == 0 && category.isEmpty() && stance == Stance.MENTIONS;
  }

  /**
   * True where this asks the reader to get in touch ({@code langsung japri}), and counts for
   * nothing by itself (ajakan).
   */
  public boolean isInvitation() {
    return weight == 0 && category.isEmpty() && stance == Stance.PROMOTES;
  }

  /** True where this speaks neither for nor against any category. */
  public boolean isWeightless() {
    return weight == 0;
  }

  @Override
  public TermFound movedBy(int units) {
    return new TermFound(term, category, stance, needsConfirmation, span.movedBy(units), weight);
  }

  @Override
  public String kind() {
    return "term";
  }
}
