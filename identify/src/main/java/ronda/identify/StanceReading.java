package ronda.identify;

import java.util.List;
import java.util.OptionalDouble;
import ronda.identify.post.Category;
import ronda.identify.post.Stance;
import ronda.identify.signal.TermFound;

/** How a post stands to a category, read from the models and from listed cues. */
final class StanceReading {
  /** Below it a post has too little to do with the category to stand anywhere. */
  private static final double CONCERNS = 0.05;

  private StanceReading() {}

  static Stance of(
      Category category, OptionalDouble score, List<TermFound> terms, float[] sure, Labels labels) {
    double promotes = 0;
    double mentions = 0;
    boolean spokenOf = score.isPresent() && score.getAsDouble() >= CONCERNS;
    for (TermFound term : terms) {
      if (term.concerns(category) && !term.isWeightless()) {
        spokenOf |= term.category().isPresent();
        switch (term.stance()) {
          case PROMOTES -> promotes += term.weight();
          case MENTIONS -> mentions += Math.abs(term.weight());
          case NONE -> {}
        }
      }
    }
    if (!spokenOf) {
      return Stance.NONE;
    }
    if (labels.promotes() >= 0 && labels.mentions() >= 0) {
      return sure[labels.promotes()] >= sure[labels.mentions()] ? Stance.PROMOTES : Stance.MENTIONS;
    }
    return mentions > promotes ? Stance.MENTIONS : Stance.PROMOTES;
  }
}
