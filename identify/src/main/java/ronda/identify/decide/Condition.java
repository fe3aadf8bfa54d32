package ronda.identify.decide;

import java.util.Set;
import ronda.identify.post.Category;
import ronda.identify.signal.EntityKind;

/**
 * What a policy asks of a post (syarat). Kept as an interface so that no expression language lives
 * here.
 */
public interface Condition {
  /**
   * Asks it of one post's facts. Never throws: what cannot be answered is {@link Answer#SILENT}.
   */
  Answer of(Facts facts);

  /** The kinds of entity it asks after: where it holds, they are among the finding's reasons. */
  default Set<EntityKind> asksAfter() {
    return Set.of();
  }

  /** The categories whose scores it asks for: where no model knows one, it stays silent. */
  default Set<Category> asksScoresOf() {
    return Set.of();
  }

  /** How often it could not be answered because evaluating it failed. */
  default Failures failures() {
    return Failures.NONE;
  }

  /** A missing signal makes a policy silent, never true. */
  enum Answer {
    HOLDS,
    FAILS,
    SILENT
  }
}
