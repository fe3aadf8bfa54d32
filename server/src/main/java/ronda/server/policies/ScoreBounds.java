package ronda.server.policies;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Comparisons that say nothing: a score goes from 0 to 1, and what is compared with 9.0 is never
 * reached, or always. The text is sound all the same: it is a warning, and no mistake.
 */
final class ScoreBounds {
  private static final Pattern COMPARED =
      Pattern.compile("\\bscore {0,9}[<>=!]=? {0,9}([0-9]{1,9}(?:\\.[0-9]{1,9})?)");

  private ScoreBounds() {}

  /** Those of a policy's text, as they are written there. */
  static List<String> beyond(String text) {
    return text.lines()
        .filter(line -> !line.stripLeading().startsWith("#"))
        .flatMap(line -> COMPARED.matcher(line).results())
        .filter(found -> Double.parseDouble(found.group(1)) > 1)
        .map(MatchResult::group)
        .distinct()
        .toList();
  }
}
