package ronda.identify.lexicon;

import java.util.Locale;
import java.util.Optional;

/** Where a term may stand in a word of the text. */
public enum Boundary {
  /** The term is whole words. */
  WORD,
  /** The term begins a word: {@code tombol} in {@code tombolnya}. */
  PREFIX,
  /** The term ends a word: {@code toto} in {@code agustoto}. */
  SUFFIX,
  /** The term may stand inside a word: {@code openbo} in {@code openbojogja}. */
  ANYWHERE;

  private final String code = name().toLowerCase(Locale.ROOT);

  /** The stable code that stands in lexicon files. */
  public String code() {
    return code;
  }

  /** The boundary with this code, if there is one. */
  public static Optional<Boundary> ofCode(String code) {
    for (Boundary boundary : values()) {
      if (boundary.code.equals(code)) {
        return Optional.of(boundary);
      }
    }
    return Optional.empty();
  }

  /** True where a letter or digit may stand directly before the term. */
  boolean openBefore() {
    return this == SUFFIX || this == ANYWHERE;
  }

  /** True where a letter or digit may stand directly behind the term. */
  boolean openBehind() {
    return this == PREFIX || this == ANYWHERE;
  }
}
