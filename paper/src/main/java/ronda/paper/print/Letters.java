package ronda.paper.print;

/** Which letters of a hostile text get onto paper. */
final class Letters {
  private Letters() {}

  /**
   * {@code text} without what has no place on paper: half characters, control characters, and the
   * marks that turn the reading direction, which could make an address read as another one.
   */
  static String printable(String text) {
    StringBuilder kept = new StringBuilder(text.length());
    text.codePoints()
        .forEach(
            letter -> {
              if (letter == '\t') {
                kept.append(' ');
              } else if (hasPlace(letter)) {
                kept.appendCodePoint(letter);
              }
            });
    return kept.toString();
  }

  private static boolean hasPlace(int letter) {
    return switch (Character.getType(letter)) {
      case Character.CONTROL -> letter == '\n';
      case Character.SURROGATE, Character.UNASSIGNED, Character.FORMAT -> false;
      default -> letter != 0xFFFE && letter != 0xFFFF;
    };
  }
}
