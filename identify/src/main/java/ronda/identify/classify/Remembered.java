package ronda.identify.classify;

/**
 * What a short token's features add up to, kept so that they are looked up once. The token itself
 * is kept too, whole, so that one token is never mistaken for another.
 *
 * <p>All fields are final: a reader in another thread sees a complete object or none.
 */
final class Remembered {
  final long low;
  final long high;

  /** Length and spelling, so that {@code Bo} and {@code bo} in fancy letters differ. */
  final long kind;

  /** The word's identity, by which neighbours are paired. */
  final long identity;

  /** The word in this spelling, by which a text's tokens are told apart. */
  final long token;

  /** For each model its row's numbers, added up over the token's features. */
  final int[] sums;

  Remembered(long low, long high, long kind, long identity, long token, int[] sums) {
    this.low = low;
    this.high = high;
    this.kind = kind;
    this.identity = identity;
    this.token = token;
    this.sums = sums;
  }

  /** Whether this is what is remembered of just that token. */
  boolean is(long otherLow, long otherHigh, long otherKind) {
    return low == otherLow && high == otherHigh && kind == otherKind;
  }
}
