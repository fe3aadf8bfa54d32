package ronda.casework.office;

import java.util.Arrays;
import ronda.identify.entity.Provinces;

/**
 * A place by its official code (wilayah): province {@code 32}, regency or city {@code 32.71},
 * district {@code 32.71.01}, village {@code 32.71.01.1001} (Permendagri 137/2017).
 *
 * @param code empty where the place is not known
 */
public record Region(String code) {
  /** Nobody knows where. */
  public static final Region UNKNOWN = new Region("");

  public Region {
    if (!isCode(code)) {
      throw new IllegalArgumentException(
          "a region has a code such as 32, 32.71, 32.71.01 or 32.71.01.1001, was '" + code + "'");
    }
  }

  /** True where {@code text} has the form of a region's code, or is empty. */
  public static boolean isCode(String text) {
    if (text.isEmpty()) {
      return true;
    }
    String[] parts = text.split("\\.", -1);
    if (parts.length > 4) {
      return false;
    }
    for (int i = 0; i < parts.length; i++) {
      if (parts[i].length() != (i == 3 ? 4 : 2) || !parts[i].chars().allMatch(Region::isDigit)) {
        return false;
      }
    }
    return true;
  }

  /**
   * Whether {@code text} can be the code of a place: it has the form, its province is one that
   * there is, and no part of it is zero. Whether the regency is one, no list here tells.
   */
  public static boolean isPlace(String text) {
    return !text.isEmpty()
        && isCode(text)
        && Provinces.has(Integer.parseInt(text.substring(0, 2)))
        && Arrays.stream(text.split("\\.")).allMatch(part -> Integer.parseInt(part) > 0);
  }

  private static boolean isDigit(int c) {
    return c >= '0' && c <= '9';
  }

  public boolean isKnown() {
    return !code.isEmpty();
  }

  /** Whether {@code other} is this place or lies in it. The unknown place holds every other. */
  public boolean holds(Region other) {
    return code.isEmpty() || other.code.equals(code) || other.code.startsWith(code + ".");
  }

  @Override
  public String toString() {
    return code;
  }
}
