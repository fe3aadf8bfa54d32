package ronda.server.evidence;

import ronda.server.page.Fields;

/** What somebody wrote into a form. */
final class Words {
  private static final int LONGEST = 2_000;

  private Words() {}

  /** As it may be kept: without blanks around it, at most 2,000 characters. */
  static String of(String text) {
    return Fields.text(text, LONGEST);
  }
}
