package ronda.tables;

/**
 * How one character is read.
 *
 * @param kind what the character does in a text
 * @param spelling the disguise, as the low four bits of {@code ronda.identify.text.Spelling}
 * @param plain what it becomes, lower-case; empty when it stays itself or goes
 * @param own for a {@link Kind#LOOKALIKE}, what it is in its own script, lower-case
 * @param upper whether it is a capital
 * @param foreign whether it can only be a letter of its own script, and so speaks for that script
 * @param disguised whether it counts as a disguised letter
 */
record Row(
    Kind kind,
    int spelling,
    String plain,
    String own,
    boolean upper,
    boolean foreign,
    boolean disguised) {

  static final int FANCY = 1;
  static final int MARKED = 1 << 2;
  static final int INVISIBLE = 1 << 3;

  /** What a character does in a text. The order is part of the file's format. */
  enum Kind {
    /** Stays itself (or becomes ASCII punctuation), and ends a word. */
    SYMBOL,
    /** Becomes a space. */
    SPACE,
    /** Goes, and does not end a word. */
    DROPPED,
    /** A combining mark of no one script: goes, and belongs to the letter before it. */
    MARK,
    /** A combining mark of one script: stays after a letter of another script than Latin. */
    SCRIPT_MARK,
    /** Becomes Latin letters, wherever it stands. */
    LATIN,
    /** Becomes ASCII digits. */
    DIGIT,
    /** A letter of another script that looks like a Latin one: its company decides. */
    LOOKALIKE,
    /** A letter of another script. */
    LETTER,
    /** A regional indicator: half a flag, or a letter. */
    REGIONAL,
    /** A sign of a currency: a Latin letter in a word of letters, and itself elsewhere. */
    SIGN
  }

  static Row of(Kind kind, int spelling, String plain) {
    return new Row(kind, spelling, plain, "", false, false, false);
  }

  Row capital(boolean isCapital) {
    return new Row(kind, spelling, plain, own, isCapital, foreign, disguised);
  }

  Row speakingForItsScript(boolean speaks) {
    return new Row(kind, spelling, plain, own, upper, speaks, disguised);
  }

  Row counted(boolean isDisguised) {
    return new Row(kind, spelling, plain, own, upper, foreign, isDisguised);
  }
}
