package ronda.testkit.disguise;

/**
 * A way of writing a word so that people still read it and word lists do not.
 *
 * <p>Ten ways are <em>seen</em>: the fold was built with them in view. Five are <em>unseen</em>:
 * they were chosen after the fold's table was made from the Unicode data and before anything of the
 * strong reading was written, and no rule was written or changed for their sake. That is weaker
 * than "nobody knew them": superscripts and hooked letters are in the consortium's data, so a fold
 * made from that data should know them, and this measures whether it does.
 */
public enum Way {
  /** Bold, italic, script, Gothic or typewriter letters; one style, or another for each letter. */
  MATHEMATICAL(true),
  /** The wide letters of East Asian typewriting. */
  FULLWIDTH(true),
  /** Letters in circles or squares, or of regional indicators. */
  ENCLOSED(true),
  /** Small capitals, such as {@code ɢᴀᴄᴏʀ}. */
  SMALL_CAPITALS(true),
  /** One to three combining marks over, under or through each letter. */
  MARKS(true),
  /** Invisible characters between letters. */
  INVISIBLES(true),
  /** Some letters from the Cyrillic or Greek alphabet. */
  LOOKALIKES(true),
  /** Letters set apart by spaces, dots or dashes. */
  SPACED(true),
  /** One or two letters inside the word as digits or signs. */
  LEET(true),
  /** One or two letters drawn out. */
  REPEATED(true),

  /** Raised letters, such as {@code ᵍᵃᶜᵒʳ}. */
  SUPERSCRIPT(false),
  /** Letters with hooks, tails and strokes, of African and phonetic alphabets. */
  HOOKED(false),
  /** Letters from Canadian syllabics, such as {@code ᘜᗩᑕOᖇ}. */
  SYLLABIC(false),
  /** An emoji between every two letters. */
  EMOJI_BETWEEN(false),
  /** One letter on each line. */
  ONE_ON_A_LINE(false);

  private final boolean seen;

  Way(boolean seen) {
    this.seen = seen;
  }

  /** Whether the fold was built with this way in view. */
  public boolean isSeen() {
    return seen;
  }
}
