package ronda.identify.lexicon;

import java.util.List;

/** A lexicon file that cannot be used, with everything that is wrong with it. */
public final class BrokenLexicon extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final List<String> complaints;

  BrokenLexicon(List<String> complaints) {
    super(String.join("\n", complaints));
    this.complaints = List.copyOf(complaints);
  }

  /** One line for each thing wrong, such as {@code gambling.tsv:12: unknown stance "promote"…}. */
  @SuppressWarnings("NonApiType")
  public List<String> complaints() {
    return complaints;
  }
}
