package ronda.casework.review;

import java.time.Instant;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import ronda.casework.intake.FoundPost;
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
 * @param suspected every category that any finding of any of its posts names, on trial or in force
 * @param forgotten when its posts were forgotten because their time was over; empty while they are
 *     kept
 * @param told who was shown what another said of it while two were to judge it blind: none of them
 *     gives the second word any more, whatever is taken back
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
    List<Judgement> judgements,
    Set<Category> suspected,
    Optional<Instant> forgotten,
    Set<UUID> told) {
  /** How much of a text an excerpt shows, in UTF-16 units. */
  public static final int EXCERPT = 280;

  public Job {
    judgements = List.copyOf(judgements);
    suspected = Set.copyOf(suspected);
    told = Set.copyOf(told);
    if (!suspected.contains(category)) {
      throw new IllegalArgumentException("job " + id + " is suspected of its own category too");
    }
  }

  /** A job of one category, whose posts are kept. */
  public Job(
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
    this(
        id,
        category,
        stance,
        severity,
        score,
        region,
        excerpt,
        platform,
        posts,
        accounts,
        firstSeen,
        lastSeen,
        needsTwo,
        hold,
        judgements,
        Set.of(category),
        Optional.empty(),
        Set.of());
  }

  /** What its posts may hold: whatever a machine suspected, and whatever a person confirmed. */
  public Set<Category> mayShow() {
    Set<Category> all = EnumSet.copyOf(suspected);
    for (Judgement judgement : judgements) {
      if (judgement.verdict() instanceof Verdict.Confirmed confirmed) {
        all.add(confirmed.category());
      }
    }
    return all;
  }

  public boolean isForgotten() {
    return forgotten.isPresent();
  }

  public Standing standing() {
    return Standing.of(judgements, needsTwo);
  }

  /** Whether an objection was upheld against what was said of it. */
  public boolean isOverruled() {
    return !judgements.isEmpty() && judgements.getLast().overrules();
  }

  /** The verdict that counts; empty while undecided. */
  public Optional<Verdict> decided() {
    return standing().isDecided() ? Optional.of(judgements.getLast().verdict()) : Optional.empty();
  }

  /** Whether it was decided to be the same as that one. */
  public boolean isDuplicateOf(UUID original) {
    return decided().equals(Optional.of(new Verdict.DuplicateOf(original)));
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
   * Whether {@code officer} has said what it is, and that stands: who asked for a second person has
   * not.
   */
  public boolean hasVerdictOf(UUID officer) {
    return judgements.stream()
        .anyMatch(
            judgement ->
                judgement.officer().equals(officer)
                    && !(judgement.verdict() instanceof Verdict.NeedsSecond));
  }

  /**
   * Whether it waits for {@code officer}: who asked for a second person lets another go first, and
   * who knows the first word lets another give the second.
   */
  public boolean waitsFor(UUID officer) {
    return !isShutTo(officer)
        && (!wasJudgedBy(officer)
            || !hasVerdictOf(officer)
                && judgements.stream().anyMatch(judgement -> !judgement.officer().equals(officer)));
  }

  /** Whether the second word is awaited, and {@code officer} knows the first. */
  public boolean isShutTo(UUID officer) {
    return standing() == Standing.AWAITS_SECOND
        && told.contains(officer)
        && judgements.stream()
            .anyMatch(judgement -> !(judgement.verdict() instanceof Verdict.NeedsSecond));
  }

  /** The same job, of which these were shown what others said. */
  public Job toldTo(Collection<UUID> officers) {
    Set<UUID> all = new HashSet<>(told);
    all.addAll(officers);
    return with(needsTwo, hold, judgements, all);
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

  /**
   * The same job, having grown by these posts, which brought so many new accounts. What is never
   * one person's to decide makes it a job for two, as it would have made its own: if one person
   * alone had decided, a second is asked.
   */
  public Job grown(List<FoundPost> more, int newAccounts) {
    Set<Category> all = EnumSet.copyOf(suspected);
    boolean two = needsTwo || more.stream().anyMatch(SecondLook::isAboveOne);
    Instant first = firstSeen;
    Instant last = lastSeen;
    for (FoundPost post : more) {
      all.addAll(post.categories());
      first = post.seenAt().isBefore(first) ? post.seenAt() : first;
      last = post.seenAt().isAfter(last) ? post.seenAt() : last;
    }
    return new Job(
        id,
        category,
        stance,
        severity,
        score,
        region,
        excerpt,
        platform,
        posts + more.size(),
        accounts + newAccounts,
        first,
        last,
        two,
        hold,
        judgements,
        all,
        forgotten,
        told);
  }

  /** The same job, of which this was said. */
  public Job saying(List<Judgement> said) {
    return with(hold, said);
  }

  Job with(Optional<Hold> held, List<Judgement> said) {
    return with(needsTwo, held, said, told);
  }

  /** The same job, which two people judge: one word that was said is then not enough. */
  public Job forTwo() {
    return with(true, hold, judgements, told);
  }

  private Job with(boolean two, Optional<Hold> held, List<Judgement> said, Set<UUID> knowing) {
    return new Job(
        id, category, stance, severity, score, region, excerpt, platform, posts, accounts,
        firstSeen, lastSeen, two, held, said, suspected, forgotten, knowing);
  }

  /** The same job without what its posts said (masa simpan lewat). Nobody holds it any more. */
  public Job forgotten(Instant now) {
    return new Job(
        id,
        category,
        stance,
        severity,
        score,
        region,
        "",
        platform,
        posts,
        accounts,
        firstSeen,
        lastSeen,
        needsTwo,
        Optional.empty(),
        judgements,
        suspected,
        Optional.of(now),
        told);
  }
}
