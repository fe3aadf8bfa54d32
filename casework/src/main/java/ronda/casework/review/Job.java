package ronda.casework.review;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import ronda.casework.office.Region;
import ronda.identify.decide.Severity;
import ronda.identify.post.Category;
import ronda.identify.post.Stance;

/**
 * What a reviewer decides at one time (tugas tinjau): one post, or many that belong together.
 *
 * @param category what the weightiest finding says; people may decide otherwise
 * @param stance what the machine read
 * @param excerpt the beginning of the first post's text
 * @param platform where the first post stood; empty where nobody knows
 * @param posts how many posts are in it
 * @param accounts how many different accounts posted them
 * @param needsTwo a second person judges it blind, whatever the first says
 * @param judgements what people said, oldest first; what was undone is not among them
 */
public record Job(
    UUID id,
    Category category,
    Stance stance,
    Severity severity,
    double score,
    Region region,
    String excerpt,
    String platform,
    int posts,
    int accounts,
    Instant firstSeen,
    Instant lastSeen,
    boolean needsTwo,
    Optional<Hold> hold,
    List<Judgement> judgements) {
  /** How much of a text an excerpt shows, in UTF-16 units. */
  public static final int EXCERPT = 280;

  public Job {
    judgements = List.copyOf(judgements);
  }

  public Standing standing() {
    return Standing.of(judgements, needsTwo);
  }

  /** The verdict that counts; empty while undecided. */
  public Optional<Verdict> decided() {
    return standing().isDecided() ? Optional.of(judgements.getLast().verdict()) : Optional.empty();
  }

  /** Who holds it now; empty if nobody does, or the time is over. */
  public Optional<UUID> holder(Instant now) {
    return hold.filter(held -> !held.isOver(now)).map(Hold::officer);
  }

  /** Whether {@code officer} has already said something of it that stands. */
  public boolean wasJudgedBy(UUID officer) {
    return judgements.stream().anyMatch(judgement -> judgement.officer().equals(officer));
  }

  /**
   * What {@code viewer} may know of the others' judgements: nothing while a blind second look is
   * open, all once it is decided or disputed.
   */
  public List<Judgement> judgementsShownTo(UUID viewer) {
    return switch (standing()) {
      case WAITING, AWAITS_SECOND ->
          judgements.stream().filter(judgement -> judgement.officer().equals(viewer)).toList();
      case DISPUTED, CONFIRMED, DISMISSED, DUPLICATE -> judgements;
    };
  }

  /** The same job, having grown. */
  public Job grown(int morePosts, int moreAccounts, Instant first, Instant last) {
    return new Job(
        id,
        category,
        stance,
        severity,
        score,
        region,
        excerpt,
        platform,
        morePosts,
        moreAccounts,
        first,
        last,
        needsTwo,
        hold,
        judgements);
  }

  /** The same job, of which this was said. */
  public Job saying(List<Judgement> said) {
    return with(hold, said);
  }

  Job with(Optional<Hold> held, List<Judgement> said) {
    return new Job(
        id, category, stance, severity, score, region, excerpt, platform, posts, accounts,
        firstSeen, lastSeen, needsTwo, held, said);
  }
}
