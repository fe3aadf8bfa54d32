package ronda.casework;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import ronda.casework.review.Job;
import ronda.casework.review.Jobs;
import ronda.casework.review.Verdict;

/**
 * Which jobs people said are the same (sama dengan), over as many steps as they said it in. Nothing
 * is the duplicate of a duplicate when it is said, but an original may become one later.
 */
final class Duplicates {
  private final Jobs jobs;

  Duplicates(Jobs jobs) {
    this.jobs = jobs;
  }

  /** The job that this one is the same as in the end; itself if it is no duplicate. */
  Job rootOf(Job job) {
    Set<UUID> passed = new HashSet<>();
    Job root = job;
    while (passed.add(root.id())
        && root.decided().orElse(null) instanceof Verdict.DuplicateOf same) {
      root = jobs.byId(same.job()).orElse(root);
    }
    return root;
  }

  /** Whether {@code job} is {@code original}, or was said to be the same as it. */
  boolean leadsTo(UUID job, UUID original) {
    return jobs.byId(job).filter(found -> rootOf(found).id().equals(original)).isPresent();
  }

  /** The job, and then all that are the same as it. */
  List<Job> with(Job job) {
    Map<UUID, Job> found = new LinkedHashMap<>();
    found.put(job.id(), job);
    Deque<UUID> open = new ArrayDeque<>(List.of(job.id()));
    while (!open.isEmpty()) {
      for (Job same : jobs.duplicatesOf(open.remove())) {
        if (found.putIfAbsent(same.id(), same) == null) {
          open.add(same.id());
        }
      }
    }
    return List.copyOf(found.values());
  }

  /** All that are the same as this job, without it. */
  List<Job> of(UUID job) {
    return jobs.byId(job).map(this::with).stream()
        .flatMap(List::stream)
        .filter(same -> !same.id().equals(job))
        .toList();
  }
}
