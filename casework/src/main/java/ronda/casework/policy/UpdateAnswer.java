package ronda.casework.policy;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * What an office made of one version of a policy that came with Ronda (jawaban atas pembaruan).
 *
 * @param policy the policy's name
 * @param shipped the version's number as Ronda's own file names it, from 1; 0 where the office has
 *     the policy from a time when nobody kept which version it was. An office counts its own
 *     versions by itself: the two numbers have nothing to do with each other
 * @param by who answered, as it shall be read in ten years
 * @param why the reason that was given, never blank
 */
public record UpdateAnswer(
    String policy, int shipped, Made made, String by, Instant at, String why) {

  /** What was made of it. */
  public enum Made {
    /** The office began with it. */
    BEGUN("begun"),
    /** It became a version of the office's own. */
    TAKEN("taken"),
    /** It did not. */
    DECLINED("declined");

    private final String code;

    Made(String code) {
      this.code = code;
    }

    /** Stable, for tables. */
    public String code() {
      return code;
    }

    /**
     * That of a code.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static Made ofCode(String code) {
      for (Made made : values()) {
        if (made.code.equals(code)) {
          return made;
        }
      }
      throw new IllegalArgumentException("no answer to an update: " + code);
    }
  }

  public UpdateAnswer {
    if (shipped < 0 || shipped == 0 && made != Made.BEGUN) {
      throw new IllegalArgumentException("nobody answers version " + shipped + " with " + made);
    }
    if (by.isBlank() || !PolicyChanges.isReason(why)) {
      throw new IllegalArgumentException("an answer says who gave it, and why");
    }
    at = at.truncatedTo(ChronoUnit.MICROS);
  }
}
