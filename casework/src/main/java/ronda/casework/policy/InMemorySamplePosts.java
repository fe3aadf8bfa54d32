package ronda.casework.policy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Sampled posts in memory. For one thread. */
public final class InMemorySamplePosts implements SamplePosts {
  private final Map<Instant, Long> offered = new TreeMap<>();
  private final Map<Instant, Long> kept = new TreeMap<>();
  private final List<SamplePost> posts = new ArrayList<>();

  @Override
  public long keptIn(Instant hour) {
    return kept.getOrDefault(hour, 0L);
  }

  @Override
  public void add(Instant hour, long more, List<SamplePost> moreKept) {
    offered.merge(hour, more, Long::sum);
    kept.merge(hour, (long) moreKept.size(), Long::sum);
    posts.addAll(moreKept);
  }

  @Override
  public int forgetBefore(Instant moment) {
    int before = posts.size();
    posts.removeIf(post -> post.receivedAt().isBefore(moment));
    return before - posts.size();
  }

  /** What is kept, for tests. */
  public List<SamplePost> all() {
    return List.copyOf(posts);
  }

  /** How many posts of this hour had no finding, kept or not, for tests. */
  public long offeredIn(Instant hour) {
    return offered.getOrDefault(hour, 0L);
  }
}
