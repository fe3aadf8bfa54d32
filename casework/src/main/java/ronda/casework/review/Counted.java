package ronda.casework.review;

import java.time.Instant;
import java.util.List;
import ronda.casework.intake.FoundPost;
import ronda.identify.decide.Finding;

/**
 * Which jobs stand behind one of the office's figures (tugas di balik angka), so that a number can
 * be followed down to them.
 */
public sealed interface Counted {
  /** Since when the office counts. */
  Instant since();

  /**
   * Whether a job stands behind the figure.
   *
   * @param posts its posts, the first one first; none if they were forgotten
   */
  boolean counts(Job job, List<FoundPost> posts);

  /** Of which something was said since then that stands. */
  record Judged(Instant since) implements Counted {
    @Override
    public boolean counts(Job job, List<FoundPost> posts) {
      return job.judgements().stream().anyMatch(said -> !said.at().isBefore(since));
    }
  }

  /**
   * The same, of jobs that a policy raised: a finding in force of their first post names it.
   *
   * @param confirmed only those that were confirmed in the category that the policy said
   */
  record Raised(Instant since, String policy, boolean confirmed) implements Counted {
    @Override
    public boolean counts(Job job, List<FoundPost> posts) {
      return new Judged(since).counts(job, posts)
          && !posts.isEmpty()
          && posts.getFirst().findings().stream()
              .anyMatch(finding -> isRaised(finding) && (!confirmed || isConfirmed(finding, job)));
    }

    private boolean isRaised(Finding finding) {
      return !finding.shadow() && finding.policy().split("@", -1)[0].equals(policy);
    }

    private static boolean isConfirmed(Finding finding, Job job) {
      return job.judgements().getLast().verdict() instanceof Verdict.Confirmed said
          && said.category() == finding.category();
    }
  }

  /**
   * Judged by two people, the second since then and without knowing what the first said.
   *
   * @param agreed only those of which both said the same
   */
  record Paired(Instant since, boolean agreed) implements Counted {
    @Override
    public boolean counts(Job job, List<FoundPost> posts) {
      List<Judgement> said =
          job.judgements().stream()
              .filter(judgement -> !(judgement.verdict() instanceof Verdict.NeedsSecond))
              .filter(judgement -> !judgement.overrules()) // Which is no blind second opinion.
              .toList();
      return job.needsTwo()
          && said.size() >= 2
          && !job.told().contains(said.get(1).officer())
          && !said.get(1).at().isBefore(since)
          && (!agreed || said.get(0).verdict().agreesWith(said.get(1).verdict()));
    }
  }
}
