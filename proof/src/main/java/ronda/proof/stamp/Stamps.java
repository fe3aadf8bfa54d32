package ronda.proof.stamp;

import ronda.casework.chain.Hash;

/** An authority that says when something was there already (otoritas stempel waktu). */
public interface Stamps {
  /**
   * Asks for a stamp of this hash. It may talk to another host for some seconds: never within a
   * transaction.
   */
  Answer stamp(Hash sha256);

  /** What came of asking. */
  sealed interface Answer {
    /** The stamp, which verifies. */
    record Stamped(Stamp stamp) implements Answer {}

    /** There is none, and why. */
    record Refused(String reason) implements Answer {}
  }
}
