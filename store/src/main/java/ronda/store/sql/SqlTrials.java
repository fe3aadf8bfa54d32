package ronda.store.sql;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import ronda.casework.chain.Hash;
import ronda.casework.policy.TrialRun;
import ronda.casework.policy.Trials;

/** Trial runs in PostgreSQL, within one transaction of one office ({@link InOffice}). */
public final class SqlTrials implements Trials {
  private final JdbcClient jdbc;

  public SqlTrials(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public void add(Trial trial) {
    jdbc.sql(
            """
            INSERT INTO policy_trials (id, policy, substance, by, at, days, whole, raised, confirmed,
              rejected, not_judged, today, sampled, sample_raised, a_day, at_most)
            VALUES (:id, :policy, :substance, :by, :at, :days, :whole, :raised, :confirmed,
              :rejected, :notJudged, :today, :sampled, :sampleRaised, :aDay, :atMost)
            """)
        .param("id", trial.id())
        .param("policy", trial.policy())
        .param("substance", trial.substance().hex())
        .param("by", trial.by())
        .param("at", Times.at(trial.at()))
        .param("days", trial.days())
        .param("whole", trial.whole())
        .param("raised", trial.raised().posts())
        .param("confirmed", trial.raised().confirmed())
        .param("rejected", trial.raised().rejected())
        .param("notJudged", trial.raised().notJudged())
        .param("today", trial.raisedToday())
        .param("sampled", trial.harmless().sampled())
        .param("sampleRaised", trial.harmless().raised())
        .param("aDay", trial.harmless().aDay())
        .param("atMost", trial.harmless().atMost())
        .update();
  }

  @Override
  public boolean isTried(String policy, Hash substance) {
    return jdbc.sql(
            """
            SELECT EXISTS (
              SELECT FROM policy_trials WHERE policy = :policy AND substance = :substance)
            """)
        .param("policy", policy)
        .param("substance", substance.hex())
        .query(Boolean.class)
        .single();
  }

  /** One trial run of a policy, if there is such a one. */
  public Optional<Trial> byId(String policy, UUID id) {
    return jdbc.sql("SELECT * FROM policy_trials WHERE policy = :policy AND id = :id")
        .param("policy", policy)
        .param("id", id)
        .query(SqlTrials::trial)
        .optional();
  }

  @Override
  public List<Trial> of(String policy, int limit) {
    return jdbc.sql(
            """
            SELECT * FROM policy_trials WHERE policy = :policy ORDER BY at DESC, id DESC LIMIT :limit
            """)
        .param("policy", policy)
        .param("limit", limit)
        .query(SqlTrials::trial)
        .list();
  }

  private static Trial trial(ResultSet row, int number) throws SQLException {
    return new Trial(
        row.getObject("id", UUID.class),
        row.getString("policy"),
        new Hash(row.getString("substance")),
        row.getString("by"),
        Times.of(row, "at"),
        row.getInt("days"),
        row.getBoolean("whole"),
        new TrialRun.Raised(
            row.getLong("raised"),
            row.getLong("confirmed"),
            row.getLong("rejected"),
            row.getLong("not_judged")),
        row.getLong("today"),
        new TrialRun.Harmless(
            row.getLong("sampled"),
            row.getLong("sample_raised"),
            row.getDouble("a_day"),
            row.getDouble("at_most")));
  }
}
