package ronda.identify.lexicon;

import java.util.List;
import ronda.identify.signal.TermFound;
import ronda.identify.text.PlainText;

/** Listed words worth a second look (kamus), found in one pass. Immutable and safe to share. */
public final class Lexicon {
  /** Every listed term found in {@code text}, in the order of the text. */
  public List<TermFound> in(PlainText text) {
    throw new UnsupportedOperationException("sketch");
  }
}
