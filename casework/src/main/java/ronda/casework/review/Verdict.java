package ronda.casework.review;

import java.util.UUID;
import ronda.identify.decide.Severity;
import ronda.identify.post.Category;
import ronda.identify.post.Stance;

/** What a reviewer makes of a job (putusan peninjau). */
public sealed interface Verdict {
  /** It is, as far as can be seen, harmful: <em>dugaan</em>, until a competent body decides. */
  record Confirmed(Category category, Stance stance, Severity severity) implements Verdict {}

  /** It harms nobody, or it is criticism, news, a warning or a victim's word. */
  record NotHarmful() implements Verdict {}

  /** One person should not decide this alone: two do, of whom who asks may be one. */
  record NeedsSecond() implements Verdict {}

  /**
   * It is the same as another job (sama dengan tugas lain), and what is decided there counts here.
   */
  record DuplicateOf(UUID job) implements Verdict {}

  /** Whether it may bring the job's posts into a case. */
  default boolean isFinding() {
    return this instanceof Confirmed || this instanceof DuplicateOf;
  }

  /** The stable code, such as {@code not-harmful}. */
  default String code() {
    return switch (this) {
      case Confirmed confirmed -> "confirmed";
      case NotHarmful not -> "not-harmful";
      case NeedsSecond second -> "needs-second";
      case DuplicateOf duplicate -> "duplicate";
    };
  }

  /** Whether two reviewers say the same. How severe it is may be seen differently. */
  default boolean agreesWith(Verdict other) {
    return switch (this) {
      case Confirmed mine ->
          other instanceof Confirmed theirs
              && mine.category() == theirs.category()
              && mine.stance() == theirs.stance();
      case NotHarmful not -> other instanceof NotHarmful;
      case NeedsSecond second -> false;
      case DuplicateOf mine -> mine.equals(other);
    };
  }
}
