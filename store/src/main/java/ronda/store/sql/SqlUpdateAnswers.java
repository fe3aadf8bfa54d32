package ronda.store.sql;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import ronda.casework.policy.UpdateAnswer;
import ronda.casework.policy.UpdateAnswers;

/** Answers to newer policies in PostgreSQL, within one transaction of one office. */
public final class SqlUpdateAnswers implements UpdateAnswers {
  private final JdbcClient jdbc;

  public SqlUpdateAnswers(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public void add(UpdateAnswer answer) {
    jdbc.sql(
            """
            INSERT INTO policy_update_answers (policy, shipped, made, by, at, why)
            VALUES (:policy, :shipped, :made, :by, :at, :why)
            """)
        .param("policy", answer.policy())
        .param("shipped", answer.shipped())
        .param("made", answer.made().code())
        .param("by", answer.by())
        .param("at", Times.at(answer.at()))
        .param("why", answer.why())
        .update();
  }

  @Override
  public List<UpdateAnswer> newest() {
    return jdbc.sql(
            """
            SELECT DISTINCT ON (policy COLLATE "C") * FROM policy_update_answers
            ORDER BY policy COLLATE "C", shipped DESC, at DESC, id DESC
            """)
        .query(SqlUpdateAnswers::answer)
        .list();
  }

  private static UpdateAnswer answer(ResultSet row, int number) throws SQLException {
    return new UpdateAnswer(
        row.getString("policy"),
        row.getInt("shipped"),
        UpdateAnswer.Made.ofCode(row.getString("made")),
        row.getString("by"),
        Times.of(row, "at"),
        row.getString("why"));
  }
}
