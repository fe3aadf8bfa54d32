package ronda.identify.text;

/**
 * Knows which words are listed somewhere, without finding them in a text. Some readings are so
 * often wrong that only a listed word makes them worth a thought. Must be safe to share.
 */
public interface Listed {
  /**
   * Whether {@link #holds} may say yes: one look, which says no to nearly every word.
   *
   * @param head the word's first eight bytes, the first one lowest, 0 where it has fewer
   */
  boolean mayHold(long head, int length);

  /**
   * Whether the word {@code 0..length} is part of a listed phrase, or goes on from one that may go
   * on.
   *
   * @param beyond how many letters such a beginning must have more than
   */
  boolean holds(byte[] word, int length, int beyond);

  /** Whether the first word and the second stand side by side in a listed phrase. */
  boolean holdsPair(byte[] first, int firstLength, byte[] second, int secondLength);
}
