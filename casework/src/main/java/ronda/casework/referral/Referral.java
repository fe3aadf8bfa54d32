package ronda.casework.referral;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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
            case Happening.Replied replied -> state;
            case Happening.NoAnswerYet none -> state;
            case Happening.Concluded concluded -> State.CONCLUDED;
            case Happening.Recalled recalled -> State.RECALLED;
          };
    }
    boolean settled = state == State.CONCLUDED || state == State.RECALLED;
    return settled || answers().isEmpty() ? state : State.REPLIED;
  }

  /** The replies that count: nobody said of them that they answer nothing yet. */
  public Set<UUID> answers() {
    Set<UUID> answers = new LinkedHashSet<>();
    for (Happening.Taken taken : history) {
      switch (taken.what()) {
        case Happening.Replied replied -> answers.add(replied.reply());
        case Happening.NoAnswerYet none -> answers.remove(none.reply());
        case Happening.Sent sent -> {}
        case Happening.Discarded discarded -> {}
        case Happening.Chased chased -> {}
        case Happening.Concluded concluded -> {}
        case Happening.Recalled recalled -> {}
      }
    }
    return answers;
  }

  /** When the letter first left. */
  public Optional<Instant> sentAt() {
    return history.stream()
        .filter(taken -> taken.what() instanceof Happening.Sent)
        .map(Happening.Taken::at)
        .findFirst();
  }

  /** When the recipient first wrote back with something that counts as an answer. */
  public Optional<Instant> repliedAt() {
    Set<UUID> answers = answers();
    return history.stream()
        .filter(
            taken ->
                taken.what() instanceof Happening.Replied replied
                    && answers.contains(replied.reply()))
        .map(Happening.Taken::at)
        .findFirst();
  }

  /** Until when an answer is wanted; empty until the letter leaves. */
  public Optional<Instant> dueAt(WorkingDays calendar) {
    return sentAt().map(sent -> target.after(sent, calendar));
  }

  /**
   * The first year that the due date was counted through without its holidays, which are not known:
   * then it comes too early. Empty for a target by the clock.
   */
  public Optional<Integer> countedBlindly(WorkingDays calendar) {
    return switch (target) {
      case Target.Hours hours -> Optional.empty();
      case Target.Working working ->
          sentAt()
              .flatMap(
                  sent ->
                      calendar.firstUnknown(
                          LocalDate.ofInstant(sent, calendar.zone()),
                          LocalDate.ofInstant(target.after(sent, calendar), calendar.zone())));
    };
  }

  /** Whether an answer is wanted and the target has passed. */
  public boolean isOverdue(Instant now, WorkingDays calendar) {
    return state() == State.WAITING
        && sentAt().filter(sent -> target.hasPassed(sent, now, calendar)).isPresent();
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
