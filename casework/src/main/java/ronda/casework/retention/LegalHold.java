package ronda.casework.retention;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * What forbids to forget a job, a case or a watched account (penangguhan pemusnahan), until
 * somebody lifts it. Both are acts of a person, with reason and legal basis.
 *
 * @param subject the id of what is held; a hold on a case holds the posts of all its jobs, the
 *     accounts that are linked with it, and its papers; one on a job holds its case's papers too
 */
public record LegalHold(UUID id, Subject kind, UUID subject, Act placed, Optional<Act> lifted) {
  /** No longer reason, and no longer legal basis, is taken: UTF-16 units. */
  public static final int LONGEST = 500;

  /** What is held. */
  public enum Subject {
    JOB,
    CASE,
    /** An account on the watchlist. */
    ACCOUNT
  }

  /**
   * Who did it, when and why.
   *
   * @param legalBasis the provision, court order or letter; as written by that person
   */
  public record Act(String by, Instant at, String reason, String legalBasis) {
    public Act {
      if (by.isBlank() || !isWords(reason) || !isWords(legalBasis)) {
        throw new IllegalArgumentException("a hold has a person, a reason and a legal basis");
      }
    }
  }

  /** Whether this can be a reason or a legal basis. */
  public static boolean isWords(String text) {
    return !text.isBlank() && text.length() <= LONGEST;
  }

  public boolean stands() {
    return lifted.isEmpty();
  }

  /** The same, lifted. */
  public LegalHold lifted(Act act) {
    if (!stands()) {
      throw new IllegalStateException("hold " + id + " was lifted before");
    }
    return new LegalHold(id, kind, subject, placed, Optional.of(act));
  }
}
