package ronda.casework.evidence;

import ronda.casework.chain.Hash;

/**
 * One file of an item of evidence (bagian).
 *
 * @param name what it is called within the item: letters, digits, {@code . _ -}, at most 60
 * @param type the media type, such as {@code image/png}
 * @param size in bytes
 */
public record Part(String name, String type, long size, Hash sha256) {
  private static final int LONGEST_NAME = 60;

  public Part {
    if (!isName(name)) {
      throw new IllegalArgumentException("'" + name + "' cannot be the name of a part");
    }
    if (size < 0) {
      throw new IllegalArgumentException("a part has a size, was " + size);
    }
  }

  /** Whether a part may be called so. */
  public static boolean isName(String name) {
    return !name.isEmpty()
        && name.length() <= LONGEST_NAME
        && name.charAt(0) != '.'
        && name.chars().allMatch(Part::isPlain);
  }

  private static boolean isPlain(int c) {
    return c >= 'a' && c <= 'z'
        || c >= 'A' && c <= 'Z'
        || c >= '0' && c <= '9'
        || c == '.'
        || c == '_'
        || c == '-';
  }
}
