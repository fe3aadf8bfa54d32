package ronda.tool.scan;

import java.util.List;

/**
 * A known flaw of a library (kerentanan).
 *
 * @param id such as {@code GHSA-…}
 * @param aliases other names of the same, such as {@code CVE-…}
 * @param fixedIn the versions in which it is gone, one a line of releases; empty if there is none
 */
public record Flaw(
    Library library,
    String id,
    List<String> aliases,
    Severity severity,
    List<String> fixedIn,
    String summary) {
  public Flaw {
    aliases = List.copyOf(aliases);
    fixedIn = List.copyOf(fixedIn);
  }

  /** How bad it is, in the words of GitHub's advisories; the worst first. */
  public enum Severity {
    CRITICAL,
    HIGH,
    /** Nobody has said: it counts as high until somebody has. */
    UNKNOWN,
    MODERATE,
    LOW;

    /** Whether a release must wait for it. */
    public boolean weighs() {
      return switch (this) {
        case CRITICAL, HIGH, UNKNOWN -> true;
        case MODERATE, LOW -> false;
      };
    }
  }
}
