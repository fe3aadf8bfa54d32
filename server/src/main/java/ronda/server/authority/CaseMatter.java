package ronda.server.authority;

import java.time.ZoneId;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import ronda.casework.ReferralGuard.Matter;
import ronda.casework.ReferralGuard.Part;
import ronda.casework.cases.CaseFile;
import ronda.store.sql.SqlJobs;

/** A case with its jobs and posts, as the referral guard asks for it. */
public final class CaseMatter {
  /** How many posts of a job are looked at. */
  private static final int MOST_POSTS = 200;

  private CaseMatter() {}

  /** What is known of this case, within one look or change. */
  public static Matter of(CaseFile file, ZoneId zone, JdbcClient jdbc) {
    SqlJobs jobs = new SqlJobs(jdbc);
    List<Part> parts =
        jobs.ofCase(file.id()).stream()
            .map(job -> new Part(job, jobs.postsOf(job.id(), MOST_POSTS)))
            .toList();
    return new Matter(file, parts, zone);
  }
}
