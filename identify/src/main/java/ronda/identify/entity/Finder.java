package ronda.identify.entity;

/**
 * Knows one kind of thing, and looks for it at one place.
 *
 * <p>A finder is asked only where the walk of {@link Entities} met a byte that could begin its
 * kind. It looks a bounded way around that place, so that no text makes the walk slow.
 */
@FunctionalInterface
interface Finder {
  /** What {@link #find} answers when its kind does not stand there. */
  int NOTHING = -1;

  /**
   * Looks at the plain byte {@code at}, and adds what stands there to {@code finds}.
   *
   * @return where the walk goes on, beyond {@code at}; or {@link #NOTHING}
   */
  int find(Reading reading, int at, Finds finds);
}
