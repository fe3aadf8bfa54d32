package ronda.casework.referral;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The letters of one office that are on their way out (kotak keluar). Each method is one change.
 */
public interface Outbox {
  /**
   * The letter that is due first, for the caller alone until the lease ends; empty if none is due.
   * It counts as one more attempt. What is to wait for longer than anybody waits was put off by a
   * clock that has been set back since ({@link Sending#latestDue}): it is due.
   */
  Optional<Sending> claim(Instant now, Duration lease);

  /**
   * From here on nobody can know whether the other side has it. False if the lease has ended and
   * somebody else may have it: then it must not be handed over.
   */
  boolean handOver(UUID id, int attempt, Instant now);

  /** The other side has taken it. */
  void sent(UUID id, String words);

  /**
   * Nobody was reached, or the other side asked to come again. Nothing happens if this attempt is
   * not the last one any more, or if the letter was stopped meanwhile: whoever has it now says what
   * becomes of it. The same holds for the two below.
   */
  void again(UUID id, int attempt, Instant due, String words);

  /** The other side does not want it. */
  void refused(UUID id, int attempt, String words);

  /** Nobody knows whether the other side has it. */
  void doubtful(UUID id, int attempt, String words);

  /**
   * What has been in somebody's hands for longer than {@code longest} and never came to an end: the
   * program was ended. All of it becomes doubtful. So does what seems to be in their hands only in
   * the future: the clock has been set back.
   */
  List<Sending> abandoned(Instant now, Duration longest);

  /**
   * A person decides about a doubtful or refused letter: send it again, or not. False if it was
   * neither.
   */
  boolean decide(UUID id, boolean again, Instant now);

  /** A waiting letter is not to be sent. False if it was not waiting. */
  boolean cancel(UUID id);

  Optional<Sending> byId(UUID id);

  /** What was sent of a referral, in an order that stays whatever is put off. */
  List<Sending> ofReferral(UUID referral);
}
