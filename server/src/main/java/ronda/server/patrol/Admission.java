package ronda.server.patrol;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import ronda.casework.chain.AuditLog;
import ronda.casework.policy.Breaker;
import ronda.casework.policy.Sample;
import ronda.identify.decide.Finding;
import ronda.store.sql.InOffice;
import ronda.store.sql.SqlPolicyDays;
import ronda.store.sql.SqlSamplePosts;

/**
 * What intake asks before posts reach the desk: whether a finding still fits under its policy's
 * daily limit, and which harmless posts are kept as a sample. Call both late in the batch's
 * transaction, {@link #admit} first: they hold rows that other batches wait for.
 */
public final class Admission {
  private final InOffice tables;
  private final AuditLog log;
  private final Sample sample;
  private final ZoneId zone;

  /**
   * @param zone where the office is: its midnight ends the day
   */
  public Admission(InOffice tables, AuditLog log, Sample sample, ZoneId zone) {
    this.tables = tables;
    this.log = log;
    this.sample = sample;
    this.zone = zone;
  }

  /**
   * Counts the findings of a batch and marks those above a daily limit as on trial. A post all of
   * whose findings come back on trial is to be treated as one on which nothing was found.
   *
   * @param found the findings of each post
   * @param limits of the patrol that found them ({@link Dressed#limits})
   * @return the findings of each post, in the same order
   */
  public List<List<Finding>> admit(
      UUID office, List<List<Finding>> found, Map<String, Integer> limits, Instant now) {
    return tables.write(
        office,
        jdbc ->
            new Breaker(new SqlPolicyDays(jdbc), entry -> log.add(office, entry))
                .admit(found, limits, day(now), now));
  }

  /** Whether a harmless post is drawn for the sample. Ask for each; costs one random number. */
  public boolean draws() {
    return sample.draws();
  }

  /**
   * Counts posts on which nothing was found, and keeps those that were drawn without their authors.
   *
   * @param offered how many there were, drawn or not
   */
  public void keep(UUID office, long offered, List<Sample.Harmless> drawn, Instant now) {
    tables.run(office, jdbc -> sample.keep(offered, drawn, new SqlSamplePosts(jdbc), now));
  }

  /** The day it is where the office is. */
  public LocalDate day(Instant now) {
    return LocalDate.ofInstant(now, zone);
  }
}
