package ronda.casework.policy;

import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Counts for one trial run, and keeps the first jobs of each number. For one thread. */
final class TrialCount {
  private final Map<TrialFigure, One> all = new EnumMap<>(TrialFigure.class);

  private static final class One {
    private final Set<UUID> jobs = new LinkedHashSet<>();
    private long posts;
    private boolean more;

    void add(UUID job) {
      posts++;
      if (jobs.size() < JobsBehind.MOST) {
        jobs.add(job);
      } else {
        more |= !jobs.contains(job);
      }
    }
  }

  void add(TrialFigure figure, Past.Found post) {
    all.computeIfAbsent(figure, none -> new One()).add(post.job());
  }

  /** Counts a post that the text tried raises. */
  void raised(Past.Found post, Past.Said said) {
    add(TrialFigure.RAISED, post);
    add(
        switch (said) {
          case CONFIRMED -> TrialFigure.CONFIRMED;
          case REJECTED -> TrialFigure.REJECTED;
          case NOT_JUDGED -> TrialFigure.NOT_JUDGED;
        },
        post);
  }

  /** Counts a post that the version in force raises. */
  void today(Past.Found post, Past.Said said) {
    add(TrialFigure.TODAY, post);
    add(
        switch (said) {
          case CONFIRMED -> TrialFigure.TODAY_CONFIRMED;
          case REJECTED -> TrialFigure.TODAY_REJECTED;
          case NOT_JUDGED -> TrialFigure.TODAY_NOT_JUDGED;
        },
        post);
  }

  TrialRun.Raised raised() {
    return new TrialRun.Raised(
        posts(TrialFigure.RAISED),
        posts(TrialFigure.CONFIRMED),
        posts(TrialFigure.REJECTED),
        posts(TrialFigure.NOT_JUDGED));
  }

  TrialRun.Raised today() {
    return new TrialRun.Raised(
        posts(TrialFigure.TODAY),
        posts(TrialFigure.TODAY_CONFIRMED),
        posts(TrialFigure.TODAY_REJECTED),
        posts(TrialFigure.TODAY_NOT_JUDGED));
  }

  private long posts(TrialFigure figure) {
    One one = all.get(figure);
    return one == null ? 0 : one.posts;
  }

  /** What stands behind each number that is not 0. */
  Map<TrialFigure, JobsBehind> behind() {
    return all.entrySet().stream()
        .collect(
            Collectors.toMap(
                Map.Entry::getKey,
                one ->
                    new JobsBehind(
                        one.getValue().posts,
                        one.getValue().jobs.stream().toList(),
                        one.getValue().more)));
  }
}
