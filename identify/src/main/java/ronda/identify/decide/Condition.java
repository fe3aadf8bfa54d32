package ronda.identify.decide;

/** What a policy asks of a post. Kept as an interface so that no expression language lives here. */
public interface Condition {
  /** Asks it of one post's facts. */
  Answer of(Facts facts);

  /** A missing signal makes a policy silent, never true. */
  enum Answer {
    HOLDS,
    FAILS,
    SILENT
  }
}
