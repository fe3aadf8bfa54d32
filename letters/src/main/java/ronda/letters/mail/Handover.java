package ronda.letters.mail;

/** What came of handing a letter over (penyerahan). */
public sealed interface Handover {
  /**
   * What the other side said, or why it could not be asked ({@link OurWords}); short, and never a
   * secret.
   */
  String words();

  /** It has the letter. */
  record Taken(String words) implements Handover {}

  /** It does not have the letter, and may want it later. */
  record Later(String words) implements Handover {}

  /** It does not have the letter and does not want it. */
  record Refused(String words) implements Handover {}

  /** Nobody knows whether it has the letter. */
  record Unknown(String words) implements Handover {}

  /** Somebody else has the letter in hand: nothing was said. */
  record NotOurs(String words) implements Handover {}
}
