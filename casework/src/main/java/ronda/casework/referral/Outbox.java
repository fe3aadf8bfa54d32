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
  /** One more letter to be sent. */
  void put(Sending sending);

  /**
   * The letter that is due first, for the caller alone until the lease ends; empty if none is due.
   * It counts as one more attempt.
   */
  Optional<Sending> claim(Instant now, Duration lease);

  /**
   * From here on nobody can know whether the other side has it. False if the lease has ended and
   * somebody else may have it: then it must not be handed over.
   */
  boolean handOver(UUID id, int attempt, Instant now);

  /** The other side has taken it. */
  void sent(UUID id, String words);

  /** Nobody was reached, or the other side asked to come again. */
  void again(UUID id, Instant due, String words);

  /** The other side does not want it. */
  void refused(UUID id, String words);

  /** Nobody knows whether the other side has it. */
  void doubtful(UUID id, String words);

  /**
   * What was being handed over before {@code since} and never came to an end: the program was
   * ended. All of it becomes doubtful.
   */
  List<Sending> abandoned(Instant since);

  /** What is doubtful, the oldest first. */
  List<Sending> doubtful();

  /**
   * A person decides about a doubtful or refused letter: send it again, or not. False if it was
   * neither.
   */
  boolean decide(UUID id, boolean again, Instant now);

  /** A waiting letter is not to be sent. False if it was not waiting. */
  boolean cancel(UUID id);

  Optional<Sending> byId(UUID id);

  List<Sending> ofReferral(UUID referral);
}
