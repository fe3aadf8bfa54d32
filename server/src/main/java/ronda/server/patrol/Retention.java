package ronda.server.patrol;

import java.time.InstantSource;
import org.springframework.scheduling.annotation.Scheduled;
import ronda.casework.policy.Sample;
import ronda.store.sql.InOffice;
import ronda.store.sql.SqlSamplePosts;

/** Forgets sampled posts that were kept long enough (masa simpan). */
public final class Retention {
  private final InOffice tables;
  private final Sample sample;
  private final InstantSource clock;

  public Retention(InOffice tables, Sample sample, InstantSource clock) {
    this.tables = tables;
    this.sample = sample;
    this.clock = clock;
  }

  /** Goes through all offices; answers how many posts were forgotten. */
  @Scheduled(initialDelayString = "PT1M", fixedDelayString = "PT1H")
  public int round() {
    return tables.everywhere(jdbc -> sample.forget(new SqlSamplePosts(jdbc), clock.instant()));
  }
}
