package ronda.casework.intake;

import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import ronda.casework.intake.RecentJobs.Told;

/**
 * The slow and obvious grouping: a copy of a text joins the job of that text, decided or not; a
 * post that shares an account, a number, a link or a wallet joins a job that is still undecided.
 *
 * <p>A post joins only where the same people are shown both ({@link Eyes}).
 *
 * <p>A decided job takes copies only: that an account was once judged harmful says nothing of its
 * next post. Where one person alone decided, it takes not even a copy that names officials; and no
 * decided job takes what an officer raised. They begin jobs for two.
 */
public final class PlainGrouping implements Grouping {
  /** How long a text is remembered after its last copy. */
  private static final Duration REMEMBERED = Duration.ofDays(14);

  private final Eyes eyes;

  public PlainGrouping(Eyes eyes) {
    this.eyes = eyes;
  }

  @Override
  public Optional<Joining> jobFor(FoundPost post, RecentJobs recent) {
    Likeness likeness = Likeness.of(post.post().text());
    if (likeness.isTelling()) {
      for (Told told : recent.lately(post.category(), post.seenAt().minus(REMEMBERED))) {
        if (likeness.isCopyOf(told.likeness())
            && !isAboveOne(told, post)
            && eyes.areTheSameOn(told.region(), post.region())) {
          return Optional.of(new Joining(told.job(), "text"));
        }
      }
    }
    Set<Trait> traits =
        Trait.of(post).stream()
            .filter(Trait::groups)
            .collect(Collectors.toCollection(LinkedHashSet::new));
    return recent.undecidedWith(traits, post.category()).stream()
        .filter(sharing -> eyes.areTheSameOn(sharing.region(), post.region()))
        .map(RecentJobs.Sharing::joining)
        .findFirst();
  }

  private static boolean isAboveOne(Told told, FoundPost post) {
    return told.byOne() && PublicLife.isNamedIn(post.post())
        || told.decided() && ByHand.is(post.first());
  }
}
