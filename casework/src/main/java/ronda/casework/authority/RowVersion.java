package ronda.casework.authority;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * One text of a row (versi baris): proposed by one, decided by another, never changed afterwards.
 *
 * @param number counts the versions of this row from 1
 * @param struck whether it strikes the row out
 * @param proposer empty where Ronda itself brought it
 * @param why what the change is for; never blank
 */
public record RowVersion(
    UUID id,
    Row row,
    int number,
    boolean struck,
    Optional<UUID> proposer,
    String by,
    Instant at,
    String why,
    Optional<Decision> decision) {
  /** How long a reason may be, in characters. */
  public static final int LONGEST_REASON = 2_000;

  /**
   * What a second person made of it.
   *
   * @param officer empty where Ronda itself brought the first text of a row
   */
  public record Decision(
      Optional<UUID> officer, String by, Instant at, boolean approved, String why) {}

  public RowVersion {
    if (number < 1 || why.isBlank() || why.length() > LONGEST_REASON) {
      throw new IllegalArgumentException(
          row.id() + " version " + number + " has no number or no reason");
    }
  }

  public boolean isWaiting() {
    return decision.isEmpty();
  }

  public boolean isApproved() {
    return decision.filter(Decision::approved).isPresent();
  }

  RowVersion decided(Decision made) {
    return new RowVersion(id, row, number, struck, proposer, by, at, why, Optional.of(made));
  }
}
