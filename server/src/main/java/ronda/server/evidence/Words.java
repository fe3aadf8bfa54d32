package ronda.server.evidence;

/** What somebody wrote into a form. */
final class Words {
  private static final int LONGEST = 2_000;

  private Words() {}

  /** As it may be kept: without blanks around it, at most 2,000 characters. */
  static String of(String text) {
    String words = text.strip().replace('\0', ' ');
    return words.substring(0, Math.min(words.length(), LONGEST));
  }
}
