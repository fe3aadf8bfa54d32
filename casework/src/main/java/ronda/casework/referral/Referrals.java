package ronda.casework.referral;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The referrals of one office. */
public interface Referrals {
  /** How many letters were numbered in this year, this one included: 1 for the first. */
  int nextCount(int year);

  /** A referral whose letter was written just now. */
  void begin(Referral referral);

  /** One more happening, the last of {@code referral}'s history. */
  void add(Referral referral);

  /** The referral as it is now. Within a change, nobody else can change it meanwhile. */
  Optional<Referral> forChange(UUID id);

  /** The referral as it is now, for a look only. */
  Optional<Referral> byId(UUID id);

  /** The referral whose letter bears this number. */
  Optional<Referral> byLetter(String number);

  /** Those of a case, the oldest first. */
  List<Referral> ofCase(String caseNumber);

  /** Those of this state, the one written last first; all of them if it is empty. */
  List<Referral> latest(Optional<Referral.State> state, int from, int limit);

  long count(Optional<Referral.State> state);

  /**
   * Those of which an answer is wanted and the target has passed, the one written first first. Only
   * their ids, and all of them: whoever waits longest must not be the one who is left out.
   */
  List<UUID> overdue(Instant now, WorkingDays calendar);

  /** These referrals, in this order; without those that are not there. */
  List<Referral> these(List<UUID> ids);

  /** Those whose letters were written on this day or later, the oldest first. */
  List<Referral> since(LocalDate day, int limit);

  /** How many times this one chased somebody after that moment, whatever came of it. */
  long chasedBy(String who, Instant after);
}
