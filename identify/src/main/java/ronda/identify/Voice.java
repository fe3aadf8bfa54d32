package ronda.identify;

/** Whose words a post holds (suara). */
sealed interface Voice {
  /** The writer's own, as far as can be seen. */
  record Own() implements Voice {}

  /** Somebody else's: a cue says so, and nobody can be reached by the writer's own words. */
  record Retold() implements Voice {}

  /**
   * Both: something stands between quotation marks, and nobody can be reached by the rest.
   *
   * @param own the rest
   */
  record Quoting(String own) implements Voice {}
}
