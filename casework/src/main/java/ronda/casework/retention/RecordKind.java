package ronda.casework.retention;

import java.util.Locale;
import java.util.Optional;

/**
 * Kinds of record with a retention of their own (jenis catatan). The audit log and the histories of
 * cases are none of them: they are chains, and are kept.
 */
public enum RecordKind {
  /** Posts that people judged harmless, from the decision on. */
  JUDGED_HARMLESS(30),
  /** Posts of other decided jobs of which no case came, from the decision on. */
  WITHOUT_CASE(90),
  /** Posts that nobody decided on, since the last of them came in. */
  UNDECIDED(365),
  /** Posts of closed cases, since the last step. What happened to the case is kept. */
  CLOSED_CASES(1_825),
  /** Posts that reviewers practise on, since they were marked: never for less than their own. */
  GOLDEN_ITEMS(365),
  /** Lines that could not be read, as they were sent, since they came in. */
  REJECTED_LINES(7),
  /** Who was shown which job, for the reviewer's own sake. */
  LOOKS(7),
  /**
   * Accounts on the watchlist, since they were last seen and anybody last did anything with them.
   */
  WATCHED_ACCOUNTS(730),
  /** Accounts that nobody watches any more, since anybody last did anything with them. */
  RELEASED_ACCOUNTS(90),
  /**
   * Evidence, letters, replies and objections of a case that is over, since its last step (berkas
   * kasus). Nothing of it goes by itself: people decide, see {@link Disposal}.
   */
  CASE_PAPERS(3_650),
  /** Mails of which a person said that they belong to no referral, since they came. */
  UNMATCHED_REPLIES(90),
  /** Sealed addresses of the police lane, since the police were given them; the hashes stay. */
  HANDED_ADDRESSES(90);

  /** The longest time that can be set, in days. */
  public static final int MOST_DAYS = 36_500;

  private final int ordinaryDays;

  RecordKind(int ordinaryDays) {
    this.ordinaryDays = ordinaryDays;
  }

  /** How many days it is kept where the office has set nothing. */
  public int ordinaryDays() {
    return ordinaryDays;
  }

  /** The stable code, such as {@code judged-harmless}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public static Optional<RecordKind> ofCode(String code) {
    for (RecordKind kind : values()) {
      if (kind.code().equals(code)) {
        return Optional.of(kind);
      }
    }
    return Optional.empty();
  }
}
