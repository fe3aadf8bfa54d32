package ronda.casework.referral;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import ronda.casework.authority.Recipient;
import ronda.identify.post.Category;

/**
 * A case handed to whoever may act (rujukan): one letter to one addressee, and what happened to it
 * since. Its state is computed.
 *
 * @param caseNumber the case it is about
 * @param addressee the addressee's name as it stood on the letter
 * @param letter the letter's number
 * @param writtenBy the signature of whoever wrote it
 * @param history the oldest first; empty until the letter leaves
 */
public record Referral(
    UUID id,
    String caseNumber,
    Category category,
    Recipient to,
    UUID addresseeId,
    String addressee,
    String letter,
    Instant writtenAt,
    String writtenBy,
    Target target,
    List<Happening.Taken> history) {
  public Referral {
    history = List.copyOf(history);
  }

  /** How far a referral has come (keadaan rujukan). */
  public enum State {
    /** The letter has not left. */
    WRITTEN,
    /** The letter did not leave and will not; its number stays used. */
    DISCARDED,
    WAITING,
    /** There is a reply; nobody has said yet what came of it. */
    REPLIED,
    CONCLUDED,
    /** The recipient was told to set it aside. */
    RECALLED
  }

  public State state() {
    State state = State.WRITTEN;
    for (Happening.Taken taken : history) {
      state =
          switch (taken.what()) {
            case Happening.Sent sent ->
                state == State.WRITTEN || state == State.DISCARDED ? State.WAITING : state;
            case Happening.Discarded discarded -> state == State.WRITTEN ? State.DISCARDED : state;
            case Happening.Chased chased -> state;
            case Happening.Replied replied ->
                state == State.CONCLUDED || state == State.RECALLED ? state : State.REPLIED;
            case Happening.Concluded concluded -> State.CONCLUDED;
            case Happening.Recalled recalled -> State.RECALLED;
          };
    }
    return state;
  }

  /** When the letter first left. */
  public Optional<Instant> sentAt() {
    return first(Happening.Sent.class);
  }

  /** When the recipient first wrote back. */
  public Optional<Instant> repliedAt() {
    return first(Happening.Replied.class);
  }

  private Optional<Instant> first(Class<? extends Happening> kind) {
    return history.stream()
        .filter(taken -> kind.isInstance(taken.what()))
        .map(Happening.Taken::at)
        .findFirst();
  }

  /** Until when an answer is wanted; empty until the letter leaves. */
  public Optional<Instant> dueAt(WorkingDays calendar) {
    return sentAt().map(sent -> target.after(sent, calendar));
  }

  /** Whether an answer is wanted and the target has passed. */
  public boolean isOverdue(Instant now, WorkingDays calendar) {
    return state() == State.WAITING && dueAt(calendar).filter(now::isAfter).isPresent();
  }

  /** How long the recipient took to write back; never negative, whatever clocks said. */
  public Optional<Duration> answerTime() {
    return sentAt()
        .flatMap(
            sent ->
                repliedAt()
                    .map(came -> Duration.between(sent, came))
                    .map(took -> took.isNegative() ? Duration.ZERO : took));
  }

  /** How many times somebody was chased for it. */
  public int chases() {
    return (int) history.stream().filter(t -> t.what() instanceof Happening.Chased).count();
  }

  /** What came of it, as said last. */
  public Optional<Happening.Concluded> conclusion() {
    return history.reversed().stream()
        .map(Happening.Taken::what)
        .filter(Happening.Concluded.class::isInstance)
        .map(Happening.Concluded.class::cast)
        .findFirst();
  }

  /** The same referral with one more happening. Whether it may happen, the caller asks before. */
  public Referral after(Happening.Taken taken) {
    List<Happening.Taken> longer = new ArrayList<>(history);
    longer.add(taken);
    return new Referral(
        id,
        caseNumber,
        category,
        to,
        addresseeId,
        addressee,
        letter,
        writtenAt,
        writtenBy,
        target,
        longer);
  }
}
