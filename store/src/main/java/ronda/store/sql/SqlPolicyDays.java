package ronda.store.sql;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import ronda.casework.policy.PolicyDay;
import ronda.casework.policy.PolicyDays;

/** What policies did, in PostgreSQL, within one transaction of one office ({@link InOffice}). */
public final class SqlPolicyDays implements PolicyDays {
  private final JdbcClient jdbc;

  public SqlPolicyDays(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public PolicyDay of(String policy, LocalDate day) {
    jdbc.sql("INSERT INTO policy_days (policy, day) VALUES (:policy, :day) ON CONFLICT DO NOTHING")
        .param("policy", policy)
        .param("day", day)
        .update();
    return jdbc.sql("SELECT * FROM policy_days WHERE policy = :policy AND day = :day FOR UPDATE")
        .param("policy", policy)
        .param("day", day)
        .query(SqlPolicyDays::day)
        .single();
  }

  @Override
  public void put(PolicyDay day) {
    jdbc.sql(
            """
            INSERT INTO policy_days (policy, day, raised, on_trial, withheld, resets, tripped_at)
            VALUES (:policy, :day, :raised, :onTrial, :withheld, :resets, :trippedAt)
            ON CONFLICT (office_id, policy, day) DO UPDATE
            SET raised = excluded.raised, on_trial = excluded.on_trial,
                withheld = excluded.withheld, resets = excluded.resets,
                tripped_at = excluded.tripped_at
            """)
        .param("policy", day.policy())
        .param("day", day.day())
        .param("raised", day.raised())
        .param("onTrial", day.onTrial())
        .param("withheld", day.withheld())
        .param("resets", day.resets())
        .param("trippedAt", Times.at(day.trippedAt()))
        .update();
  }

  @Override
  public List<PolicyDay> on(LocalDate day) {
    return jdbc.sql("SELECT * FROM policy_days WHERE day = :day ORDER BY policy")
        .param("day", day)
        .query(SqlPolicyDays::day)
        .list();
  }

  @Override
  public List<PolicyDay> tripped(LocalDate since) {
    return jdbc.sql(
            """
            SELECT * FROM policy_days WHERE tripped_at IS NOT NULL AND day >= :since
            ORDER BY day DESC, policy
            """)
        .param("since", since)
        .query(SqlPolicyDays::day)
        .list();
  }

  private static PolicyDay day(ResultSet row, int number) throws SQLException {
    return new PolicyDay(
        row.getString("policy"),
        row.getObject("day", LocalDate.class),
        row.getLong("raised"),
        row.getLong("on_trial"),
        row.getLong("withheld"),
        row.getInt("resets"),
        Times.ofNullable(row, "tripped_at"));
  }
}
