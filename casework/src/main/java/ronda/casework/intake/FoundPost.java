package ronda.casework.intake;

import java.time.Instant;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import ronda.casework.chain.Hash;
import ronda.casework.office.Region;
import ronda.identify.decide.Finding;
import ronda.identify.post.Category;
import ronda.identify.post.Origin;
import ronda.identify.post.Post;
import ronda.identify.signal.EntityFound;

/**
 * A post with at least one finding in force (unggahan bertemuan): what the desk keeps. A post
 * without a finding never becomes one.
 *
 * @param post as it was collected; digits of identity numbers are hidden, see {@link Discretion}
 * @param findings never empty, the one that weighs most first
 */
public record FoundPost(
    UUID id, Post post, List<Finding> findings, List<EntityFound> entities, Instant receivedAt) {

  private static final Comparator<Finding> BY_WEIGHT =
      Comparator.comparing(Finding::shadow)
          .thenComparing(Finding::severity, Comparator.reverseOrder())
          .thenComparing(Finding::score, Comparator.reverseOrder())
          .thenComparing(Finding::category);

  public FoundPost {
    if (findings.stream().allMatch(Finding::shadow)) {
      throw new IllegalArgumentException("post " + post.id() + " has no finding in force");
    }
    findings = findings.stream().sorted(BY_WEIGHT).toList();
    entities = List.copyOf(entities);
  }

  /** The finding that weighs most: it names the job's category. */
  public Finding first() {
    return findings.getFirst();
  }

  public Category category() {
    return first().category();
  }

  /** Where it belongs; unknown where its origin names no place. */
  public Region region() {
    String code = post.origin().region();
    return Region.isCode(code) ? new Region(code) : Region.UNKNOWN;
  }

  /** Every category that a finding names, those on trial among them. */
  public Set<Category> categories() {
    return findings.stream()
        .map(Finding::category)
        .collect(Collectors.toCollection(() -> EnumSet.noneOf(Category.class)));
  }

  /**
   * When it was posted, or else received. A post that says it is of a day to come is of the day on
   * which it was received: otherwise there would always be time left for it.
   */
  public Instant seenAt() {
    return postedAt().orElse(receivedAt);
  }

  /** Whether it is known when it was posted: it said so, and not of a day to come. */
  public boolean isDated() {
    return postedAt().isPresent();
  }

  private Optional<Instant> postedAt() {
    return post.origin().postedAt().filter(at -> at.isBefore(receivedAt));
  }

  /**
   * What makes it this very post: the same account, address, id and text. A file that is sent twice
   * counts once.
   */
  public Hash print() {
    Origin origin = post.origin();
    return Hash.of(
        String.join(
            "\u0000", origin.platform(), origin.author(), origin.url(), post.id(), post.text()));
  }
}
