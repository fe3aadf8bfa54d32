package ronda.casework.review;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What may become of a job: taking it, judging it, giving it back, taking a judgement back. Pure:
 * the answer is a new job, or a refusal with its reason.
 */
public final class Reviewing {
  /** How long a judgement can be taken back by the one who gave it. */
  public static final Duration UNDO = Duration.ofMinutes(10);

  private Reviewing() {}

  /** What came of an attempt. */
  public sealed interface Answer {
    /** The job as it is now. */
    record Done(Job job) implements Answer {}

    /** It may not be, and why. */
    record Refused(Refusal reason) implements Answer {}
  }

  /** Why a job cannot be taken or judged. */
  public enum Refusal {
    /** There is no such job, or not for this person. */
    NO_SUCH_JOB,
    /** Another person works on it. */
    HELD_BY_ANOTHER,
    /** One must take it first. */
    NOT_HELD,
    /** It is decided already. */
    DECIDED,
    /** A second look must come from a second person. */
    SAME_PERSON,
    /** A second look is blind, and this person was shown what the first said. */
    NOT_BLIND,
    /** A job cannot be the duplicate of itself, or of one that is a duplicate. */
    NO_SUCH_ORIGINAL,
    /** There is nothing of one's own to take back. */
    NOTHING_TO_UNDO,
    /** Somebody has judged since, or the ten minutes are over. */
    TOO_LATE,
    /** It was decided in answer to an objection. */
    OVERRULED
  }

  /** {@code officer} takes the job into hand, or keeps it there for longer. */
  public static Answer take(Job job, UUID officer, Instant now) {
    return whyNotWork(job, officer, now)
        .<Answer>map(Answer.Refused::new)
        .orElseGet(() -> done(job, Optional.of(Hold.by(officer, now)), job.judgements()));
  }

  /** {@code officer} gives the job back undecided. */
  public static Answer release(Job job, UUID officer, Instant now) {
    return isIn(officer, job, now)
        ? done(job, Optional.empty(), job.judgements())
        : refused(Refusal.NOT_HELD);
  }

  /** The holder judges the job and lets go of it. */
  public static Answer judge(Job job, Judgement judgement) {
    Optional<Refusal> refusal = whyNotWork(job, judgement.officer(), judgement.at());
    if (refusal.isPresent()) {
      return refused(refusal.get());
    }
    if (!isIn(judgement.officer(), job, judgement.at())) {
      return refused(Refusal.NOT_HELD);
    }
    if (judgement.verdict() instanceof Verdict.NeedsSecond
        && job.wasJudgedBy(judgement.officer())) {
      return refused(Refusal.SAME_PERSON);
    }
    if (judgement.verdict() instanceof Verdict.DuplicateOf same && same.job().equals(job.id())) {
      return refused(Refusal.NO_SUCH_ORIGINAL);
    }
    List<Judgement> said = new ArrayList<>(job.judgements());
    said.add(judgement);
    return done(weighs(judgement.verdict()) ? job.forTwo() : job, Optional.empty(), said);
  }

  /**
   * Whatever it was raised as: who finds hate in it, or a hoax, does not find it alone; and who
   * asks for a second person is not answered by one person alone.
   */
  private static boolean weighs(Verdict verdict) {
    return switch (verdict) {
      case Verdict.Confirmed confirmed -> SecondLook.weighs(confirmed.category());
      case Verdict.NeedsSecond second -> true;
      case Verdict.NotHarmful not -> false;
      case Verdict.DuplicateOf same -> false;
    };
  }

  /**
   * {@code officer} takes back what was said last, if that was by the same person and just now.
   * Where two had judged, each was shown the other's word: neither gives the second one any more,
   * and a third person is asked.
   */
  public static Answer undo(Job job, UUID officer, Instant now) {
    if (!job.wasJudgedBy(officer)) {
      return refused(Refusal.NOTHING_TO_UNDO);
    }
    Judgement last = job.judgements().getLast();
    if (last.overrules()) {
      return refused(Refusal.OVERRULED);
    }
    // A judgement of a time to come was given before the clock was put back: nobody knows when.
    boolean justNow = !now.isAfter(last.at().plus(UNDO)) && !now.isBefore(last.at().minus(UNDO));
    if (!last.officer().equals(officer) || !justNow) {
      return refused(Refusal.TOO_LATE);
    }
    List<Judgement> said = job.judgements().subList(0, job.judgements().size() - 1);
    Job left = whoJudged(job).with(Optional.empty(), said);
    return left.isShutTo(officer)
        ? new Answer.Done(left)
        : done(left, Optional.of(Hold.by(officer, now)), said);
  }

  /** The job, of which those who judged it know what the others said, if they were shown it. */
  private static Job whoJudged(Job job) {
    List<UUID> judges =
        job.judgements().stream()
            .filter(judgement -> !(judgement.verdict() instanceof Verdict.NeedsSecond))
            .map(Judgement::officer)
            .toList();
    return judges.size() > 1 ? job.toldTo(judges) : job;
  }

  /**
   * The job after an objection was upheld: not harmful, whatever was said before. What was said is
   * kept, for whoever said it is not asked to decide the next objection.
   */
  public static Job overrule(Job job, UUID officer, String reason, Instant now) {
    List<Judgement> said = new ArrayList<>(job.judgements());
    said.add(new Judgement(officer, now, new Verdict.NotHarmful(), reason, true));
    return job.with(Optional.empty(), said);
  }

  private static Optional<Refusal> whyNotWork(Job job, UUID officer, Instant now) {
    if (job.standing().isDecided()) {
      return Optional.of(Refusal.DECIDED);
    }
    if (job.holder(now).filter(holder -> !holder.equals(officer)).isPresent()) {
      return Optional.of(Refusal.HELD_BY_ANOTHER);
    }
    if (job.isShutTo(officer)) {
      return Optional.of(Refusal.NOT_BLIND);
    }
    return job.hasVerdictOf(officer) ? Optional.of(Refusal.SAME_PERSON) : Optional.empty();
  }

  private static boolean isIn(UUID officer, Job job, Instant now) {
    return job.holder(now).filter(officer::equals).isPresent();
  }

  private static Answer done(Job job, Optional<Hold> hold, List<Judgement> said) {
    return new Answer.Done(job.with(hold, said));
  }

  private static Answer refused(Refusal reason) {
    return new Answer.Refused(reason);
  }
}
