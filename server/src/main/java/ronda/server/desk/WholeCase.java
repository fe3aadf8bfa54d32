package ronda.server.desk;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import ronda.casework.Desk;
import ronda.casework.cases.CaseFile;
import ronda.casework.office.Officer;
import ronda.casework.review.Job;
import ronda.store.sql.SqlJobs;

/**
 * The one question before anything is shown, or leaves, that may tell of every post of a case
 * (seluruh kasus): evidence, bundles, letters. A case may have grown by a job from elsewhere, or by
 * one that holds what its own category does not tell.
 */
public final class WholeCase {
  private WholeCase() {}

  /** Why somebody who may know of a case is not shown all of it. */
  public enum Reason {
    /** Some of its posts may hold the worst, and the person has not agreed to see such posts. */
    CONSENT,
    /** Some of its posts are from a place where the person does not serve. */
    PLACE
  }

  /** Someone who may know of the case asked for all of it, and may not have it. */
  public static final class Withheld extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient CaseFile file;

    Withheld(CaseFile file) {
      super("not all of " + file.number() + " is for this person", null, false, false);
      this.file = file;
    }

    CaseFile file() {
      return file;
    }
  }

  /**
   * The case, for somebody who may see all of it; empty if it is not there, or this person may not
   * even know of it.
   *
   * @throws Withheld if the person may know of it but not see all of it; the answer to the request
   *     says why, and whom to ask
   */
  public static Optional<CaseFile> of(Officer officer, Optional<CaseFile> found, JdbcClient jdbc) {
    Optional<CaseFile> known = found.filter(file -> Desk.isFor(officer, file));
    known
        .filter(file -> !isFor(officer, file, jdbc))
        .ifPresent(
            file -> {
              throw new Withheld(file);
            });
    return known;
  }

  /** Whether this person may see the case and the posts of all its jobs. */
  public static boolean isFor(Officer officer, CaseFile file, JdbcClient jdbc) {
    return Desk.isFor(officer, file, new SqlJobs(jdbc).ofCase(file.id()));
  }

  /** Which of these cases that is so of, by their numbers. */
  public static Set<String> among(Officer officer, List<CaseFile> files, JdbcClient jdbc) {
    Map<UUID, List<Job>> jobs =
        new SqlJobs(jdbc).ofCases(files.stream().map(CaseFile::id).toList());
    return files.stream()
        .filter(file -> Desk.isFor(officer, file, jobs.getOrDefault(file.id(), List.of())))
        .map(CaseFile::number)
        .collect(Collectors.toSet());
  }

  /** Why not; empty if this person may see all of it. */
  static Set<Reason> reasons(Officer officer, List<Job> jobs) {
    Set<Reason> reasons = EnumSet.noneOf(Reason.class);
    for (Job job : jobs) {
      if (!Desk.isHere(officer, job.region())) {
        reasons.add(Reason.PLACE);
      }
      if (!Desk.bears(officer, job)) {
        reasons.add(Reason.CONSENT);
      }
    }
    return reasons;
  }
}
