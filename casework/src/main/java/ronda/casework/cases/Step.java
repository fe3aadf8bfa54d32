package ronda.casework.cases;

import java.time.Instant;
import java.util.UUID;
import ronda.identify.decide.Severity;
import ronda.identify.post.Category;
import ronda.identify.post.Stance;

/**
 * One thing that happened to a case (langkah). It never unhappens: what turns out wrong is answered
 * by a further step.
 *
 * <p>Evidence, referral, answers and objections add kinds of their own here; whatever switches over
 * steps then has to say what it makes of them.
 */
public sealed interface Step {
  /** A review ended in a confirmation, and the case began. */
  record Opened(UUID job, Category category, Stance stance, Severity severity) implements Step {}

  /** More posts of the same kind came in. */
  record PostsJoined(int posts, String reason) implements Step {}

  /** A further confirmed job was put into this case. */
  record JobJoined(UUID job) implements Step {}

  /** Somebody wrote something down. */
  record Noted(String text) implements Step {}

  /** A way of working from the catalogue was recognised. */
  record ModusLinked(UUID modus, String title) implements Step {}

  /** An account on the watchlist belongs to this case. */
  record AccountLinked(UUID account, String name) implements Step {}

  /** Nothing more is to be done. */
  record Closed(String outcome) implements Step {}

  /** It is taken up again. */
  record Reopened(String reason) implements Step {}

  /** The judgement it rested on was taken back. */
  record Withdrawn(String reason) implements Step {}

  /** The stable code of this kind of step, such as {@code posts-joined}. */
  default String code() {
    return switch (this) {
      case Opened opened -> "opened";
      case PostsJoined joined -> "posts-joined";
      case JobJoined joined -> "job-joined";
      case Noted noted -> "noted";
      case ModusLinked linked -> "modus-linked";
      case AccountLinked linked -> "account-linked";
      case Closed closed -> "closed";
      case Reopened reopened -> "reopened";
      case Withdrawn withdrawn -> "withdrawn";
    };
  }

  /**
   * A step in its place.
   *
   * @param by who did it, by name
   */
  record Taken(Instant at, String by, Step step) {}
}
