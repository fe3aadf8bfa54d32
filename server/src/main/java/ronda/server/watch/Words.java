package ronda.server.watch;

/** What people typed, as far as it is kept. */
final class Words {
  private Words() {}

  /**
   * The text without blanks around it and without what no database keeps: NUL and halves of
   * surrogate pairs become U+FFFD. Line ends become one kind.
   */
  static String clean(String text) {
    StringBuilder clean = new StringBuilder(text.length());
    text.replace("\r\n", "\n")
        .codePoints()
        .map(c -> c == 0 || Character.getType(c) == Character.SURROGATE ? 0xFFFD : c)
        .forEach(clean::appendCodePoint);
    return clean.toString().strip();
  }

  /** The same, and not longer than so many characters: for what comes from a filter. */
  static String clean(String text, int longest) {
    String clean = clean(text);
    return clean.length() <= longest ? clean : clean.substring(0, longest);
  }
}
