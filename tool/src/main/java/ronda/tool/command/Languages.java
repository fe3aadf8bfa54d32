package ronda.tool.command;

import java.util.Set;

/** The languages that reports for people are written in. */
final class Languages {
  private static final Set<String> KNOWN = Set.of("id", "en");

  private Languages() {}

  static void check(String command, String language) {
    if (!KNOWN.contains(language)) {
      throw new Failures.Ended(Exit.USAGE, command + ": --lang must be id or en, was " + language);
    }
  }
}
