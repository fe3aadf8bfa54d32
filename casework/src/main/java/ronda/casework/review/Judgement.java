package ronda.casework.review;

import java.time.Instant;
import java.util.UUID;

/**
 * One person's word on a job, with the reason (penilaian).
 *
 * @param reason never blank: that something is not harmful is a decision too, and needs one
 * @param overrules whether it was said in answer to an objection: it ends what was said before, and
 *     is not taken back as a slip
 */
public record Judgement(
    UUID officer, Instant at, Verdict verdict, String reason, boolean overrules) {
  /** How long a reason may be, in characters. */
  public static final int LONGEST_REASON = 2_000;

  /** An ordinary judgement. */
  public Judgement(UUID officer, Instant at, Verdict verdict, String reason) {
    this(officer, at, verdict, reason, false);
  }

  public Judgement {
    if (reason.isBlank()) {
      throw new IllegalArgumentException("a judgement gives its reason");
    }
    if (reason.length() > LONGEST_REASON) {
      throw new IllegalArgumentException(
          "a reason has at most %,d characters, was %,d"
              .formatted(LONGEST_REASON, reason.length()));
    }
  }
}
