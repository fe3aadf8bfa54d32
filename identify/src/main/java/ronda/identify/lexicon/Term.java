package ronda.identify.lexicon;

import static ronda.identify.post.Stance.PROMOTES;

import java.time.LocalDate;
import java.util.Optional;
import ronda.identify.post.Category;
import ronda.identify.post.Stance;

/**
 * A listed term (istilah).
 *
 * @param term the words, lower-case; any run of spaces and signs may stand between two of them
 * @param category what it hints at; empty for a cue of stance that is good for every category
 * @param stance what it says of the post's stance
 * @param weight how much it counts, -10 to 10, above 0 for the category; 0 for a topic, which only
 *     tells what a post speaks of, and, without a category, for a retelling (stance mentions) and
 *     an invitation (stance promotes)
 * @param boundary where it may stand in a word
 * @param needs what must stand beside it before it is a reason
 * @param unless what silences it
 * @param source where the term is known from
 * @param date when it was listed or last looked at
 */
public record Term(
    String term,
    Optional<Category> category,
    Stance stance,
    double weight,
    Boundary boundary,
    Company needs,
    Company unless,
    String source,
    LocalDate date) {
  public Term {
    if (!(weight >= -10 && weight <= 10)) {
      throw new IllegalArgumentException("a weight must lie in -10..10, was " + weight);
    }
    if (weight == 0 && category.isPresent() && stance != Stance.NONE) {
      throw new IllegalArgumentException("a topic (weight 0) has the stance none");
    }
    if (source.isBlank()) {
      throw new IllegalArgumentException("a term needs a source");
    }
    if (category.isEmpty() && stance != Stance.MENTIONS && !(weight == 0 && stance == PROMOTES)) {
      throw new IllegalArgumentException(
          "for any category may speak only a cue with stance mentions, or with stance promotes and"
              + " weight 0");
    }
    term = Phrase.canonical(term, boundary);
  }

  /** True where it is a cue of stance that is good for every category. */
  boolean isCue() {
    return category.isEmpty();
  }

  /** True where it speaks for its category, and not as somebody who merely mentions it. */
  boolean speaksForHarm() {
    return category.isPresent() && stance == PROMOTES && weight > 0;
  }

  /** True where it counts neither for nor against: a topic, a retelling, an invitation. */
  boolean isWeightless() {
    return weight == 0;
  }
}
