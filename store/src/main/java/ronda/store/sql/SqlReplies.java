package ronda.store.sql;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import ronda.casework.referral.Replies;
import ronda.casework.referral.Reply;

/** Replies in PostgreSQL, within one transaction of one office ({@link InOffice}). */
public final class SqlReplies implements Replies {
  /** What is left of an answer to a letter that was erased: it quotes the letter. */
  static final String ERASED =
      """
      UPDATE replies SET subject = '', attachments = '{}',
        text = 'sha256:' || encode(sha256(convert_to(text, 'UTF8')), 'hex')
      WHERE text NOT LIKE 'sha256:%' AND\s""";

  private final JdbcClient jdbc;

  public SqlReplies(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public boolean add(Reply reply) {
    return jdbc.sql(
                """
                INSERT INTO replies (id, referral_id, key, sender, at, subject, text, attachments,
                  automatic)
                VALUES (:id, :referral, :key, :sender, :at, :subject, :text, :attachments,
                  :automatic)
                ON CONFLICT (office_id, key) DO NOTHING
                """)
            .param("id", reply.id())
            .param("referral", reply.referral().orElse(null))
            .param("key", reply.key())
            .param("sender", reply.from())
            .param("at", Times.at(reply.at()))
            .param("subject", reply.subject())
            .param("text", reply.text())
            .param("attachments", reply.attachments().toArray(String[]::new))
            .param("automatic", reply.automatic())
            .update()
        == 1;
  }

  @Override
  public List<Reply> ofReferral(UUID referral) {
    return list(
        "SELECT * FROM replies WHERE referral_id = :referral ORDER BY at, id",
        Map.of("referral", referral));
  }

  @Override
  public List<Reply> unknown(int limit) {
    return list(
        """
        SELECT * FROM replies WHERE referral_id IS NULL AND NOT set_aside ORDER BY at, id LIMIT :limit
        """,
        Map.of("limit", limit));
  }

  @Override
  public long countUnknown() {
    return jdbc.sql("SELECT count(*) FROM replies WHERE referral_id IS NULL AND NOT set_aside")
        .query(Long.class)
        .single();
  }

  @Override
  public Optional<Reply> byId(UUID id) {
    return list("SELECT * FROM replies WHERE id = :id", Map.of("id", id)).stream().findFirst();
  }

  @Override
  public boolean assign(UUID id, UUID referral) {
    return jdbc.sql(
                "UPDATE replies SET referral_id = :referral WHERE id = :id AND referral_id IS NULL")
            .param("id", id)
            .param("referral", referral)
            .update()
        == 1;
  }

  /** Leaves the hash of an answer, and nothing of what it says. */
  public void erase(UUID id) {
    jdbc.sql(ERASED + "id = :id").param("id", id).update();
  }

  @Override
  public boolean setAside(UUID id) {
    return jdbc.sql(
                """
                UPDATE replies SET set_aside = true
                WHERE id = :id AND referral_id IS NULL AND NOT set_aside
                """)
            .param("id", id)
            .update()
        == 1;
  }

  private List<Reply> list(String sql, Map<String, ?> params) {
    return jdbc.sql(sql).params(params).query((row, n) -> reply(row)).list();
  }

  private static Reply reply(ResultSet row) throws SQLException {
    return new Reply(
        row.getObject("id", UUID.class),
        Optional.ofNullable(row.getObject("referral_id", UUID.class)),
        row.getString("key"),
        row.getString("sender"),
        Times.of(row, "at"),
        row.getString("subject"),
        row.getString("text"),
        List.of((String[]) row.getArray("attachments").getArray()),
        row.getBoolean("automatic"));
  }
}
