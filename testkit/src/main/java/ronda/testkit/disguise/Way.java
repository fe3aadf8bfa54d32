package ronda.testkit.disguise;

/**
 * A way of writing a word so that people still read it and word lists do not.
 *
 * <p>Eleven ways are <em>seen</em>: the fold was built with them in view. Four are <em>unseen</em>:
 * with {@link #DOUBLED} they were drawn by lot from a list of eight, before the fold's list of
 * fancy letters was written, and no rule was written or changed for their sake; they were measured
 * before the last changes to the leet rules. {@code DOUBLED} was unseen and never found, until a
 * rule was written for it. (Letters upside down were drawn too, and passed over, because turned
 * letters were to be read; accents on each letter, and one sign that cuts a word in two, were not
 * drawn.) That is weaker than "nobody knew them": who drew them knew the fold's rules. Five ways
 * that were unseen before, and were measured, have become forms of seen ones.
 */
public enum Way {
  /**
   * Bold, italic, script, Gothic, typewriter or wide letters; one style, or one for each letter.
   */
  MATHEMATICAL(true),
  /** Letters in circles or squares, or of regional indicators. */
  ENCLOSED(true),
  /** Small capitals or raised letters, such as {@code ɢᴀᴄᴏʀ} and {@code ᵍᵃᶜᵒʳ}. */
  SMALL_CAPITALS(true),
  /** One to three combining marks over, under or through each letter. */
  MARKS(true),
  /** Invisible characters between letters. */
  INVISIBLES(true),
  /** Some letters from the Cyrillic or Greek alphabet. */
  LOOKALIKES(true),
  /** Letters set apart by spaces, dots, dashes, emoji or line breaks. */
  SPACED(true),
  /** One or two letters inside the word as digits or signs. */
  LEET(true),
  /** One or two letters drawn out. */
  REPEATED(true),
  /** Alphabets of fancy text generators: hooks, syllabics, Cherokee, signs of currencies, Yi. */
  GENERATED(true),

  /** Mathematical letters, set apart. */
  TWO_AT_ONCE(false),
  /** Only the number of the name in digits of another kind: {@code mega⑧⑧}. */
  FANCY_DIGITS(false),
  /** Every letter twice: {@code ggaaccoorr}. Here, because the order is part of what is drawn. */
  DOUBLED(true),
  /** Each letter in brackets of its own: {@code 【g】【a】}. */
  FRAMED(false),
  /** Each letter from another alphabet, as in a ransom note. */
  RANSOM(false);

  private final boolean seen;

  Way(boolean seen) {
    this.seen = seen;
  }

  /** Whether the fold was built with this way in view. */
  public boolean isSeen() {
    return seen;
  }
}
