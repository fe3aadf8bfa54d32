package ronda.identify.post;

import java.util.Locale;
import java.util.Optional;

/**
 * What kind of harm (kategori). Codes are stable; they stand in files, policies and other people's
 * programs. Criticism of government is not among them, and never will be.
 */
public enum Category {
  GAMBLING,
  PROSTITUTION,
  PORNOGRAPHY,
  SEXTORTION,
  SCAM,
  ILLEGAL_LENDING,
  ILLEGAL_TRADE,
  HATE,
  ABUSE,
  HOAX;

  private final String code = name().toLowerCase(Locale.ROOT).replace('_', '-');

  /** The stable code, such as {@code illegal-lending}. */
  public String code() {
    return code;
  }

  /** The category with this code, if there is one. */
  public static Optional<Category> ofCode(String code) {
    for (Category category : values()) {
      if (category.code.equals(code)) {
        return Optional.of(category);
      }
    }
    return Optional.empty();
  }
}
