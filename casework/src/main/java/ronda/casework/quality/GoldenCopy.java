package ronda.casework.quality;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import ronda.casework.intake.FoundPost;
import ronda.casework.review.Hold;
import ronda.casework.review.Job;
import ronda.casework.review.Judgement;
import ronda.identify.post.Origin;
import ronda.identify.post.Post;

/**
 * A golden item in one reviewer's hands. It stands in no queue, counts as no job and opens no case.
 *
 * @param answer what the reviewer said; empty until then
 */
public record GoldenCopy(
    UUID id, GoldenItem item, UUID officer, Instant plantedAt, Optional<Judgement> answer) {

  /** How long before the planting the copy claims to have been seen first. */
  private static final Duration LEAST_AGE = Duration.ofMinutes(20);

  private static final int AGES = 100;

  public boolean isAnswered() {
    return answer.isPresent();
  }

  /** Whether the answer is right; empty while there is none, or it was no verdict. */
  public Optional<Boolean> isRight() {
    return answer.flatMap(said -> item.isRight(said.verdict()));
  }

  /**
   * What the reviewer is shown: the original as it was before anybody judged it, moved in time, so
   * that its age does not tell.
   */
  public Job shown(Job original, Instant now) {
    Duration moved = moved(original);
    Optional<Hold> hold = isAnswered() ? Optional.empty() : Optional.of(Hold.by(officer, now));
    return new Job(
        id,
        original.category(),
        original.stance(),
        original.severity(),
        original.score(),
        original.region(),
        original.excerpt(),
        original.platform(),
        original.posts(),
        original.accounts(),
        original.firstSeen().plus(moved),
        original.lastSeen().plus(moved),
        original.needsTwo(),
        hold,
        answer.stream().toList(),
        original.suspected(),
        original.forgotten(),
        Set.of());
  }

  /** The original's posts, moved in time as the job is. */
  public List<FoundPost> shown(Job original, List<FoundPost> posts) {
    Duration moved = moved(original);
    List<FoundPost> shown = new ArrayList<>(posts.size());
    for (FoundPost found : posts) {
      Post post = found.post();
      Origin origin = post.origin();
      Origin later =
          new Origin(
              origin.author(),
              origin.platform(),
              origin.url(),
              origin.postedAt().map(at -> at.plus(moved)),
              origin.region(),
              origin.links(),
              origin.images());
      shown.add(
          new FoundPost(
              found.id(),
              new Post(post.id(), post.text(), later),
              found.findings(),
              found.entities(),
              found.receivedAt().plus(moved)));
    }
    return shown;
  }

  /** The last post came in twenty minutes to two hours before the planting, by the copy's id. */
  private Duration moved(Job original) {
    long extra = Math.floorMod(id.getLeastSignificantBits(), AGES);
    Instant last = plantedAt.minus(LEAST_AGE).minus(Duration.ofMinutes(extra));
    return Duration.between(original.lastSeen(), last);
  }
}
