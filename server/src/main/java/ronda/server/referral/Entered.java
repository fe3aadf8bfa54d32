package ronda.server.referral;

import ronda.letters.pgp.RecipientKey;

/** What came of what somebody entered among the settings of letters. */
sealed interface Entered {
  /** It is kept. */
  record Kept() implements Entered {}

  /** Somebody else changed the same after the form was shown: nothing is kept. */
  record ChangedMeanwhile() implements Entered {}

  /** Nothing is kept. */
  record Refused(Wrong what) implements Entered {}

  /** Nothing is kept: no letter could be encrypted with this key. */
  record KeyRefused(RecipientKey.Why why) implements Entered {}

  /** What is wrong with it; each has words of its own. */
  enum Wrong {
    PATTERN,
    EMAIL,
    MOST,
    MANY,
    NAME,
    KIND,
    KIND_STAYS,
    ENDPOINT,
    TARGET
  }
}
