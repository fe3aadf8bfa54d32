package ronda.store.sql;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.jdbc.core.simple.JdbcClient;
import ronda.casework.chain.AuditLog;
import ronda.casework.chain.Hash;
import ronda.casework.chain.Link;

/**
 * The audit log in PostgreSQL. An entry that is part of a change is written as the last thing of
 * it: whoever writes holds the office's head row until the end, and nobody waits for anything with
 * it.
 */
public final class SqlAuditLog implements AuditLog {
  private static final int PAGE = 1_000;

  private final InOffice tables;

  public SqlAuditLog(InOffice tables) {
    this.tables = tables;
  }

  @Override
  public void add(UUID office, Link.Entry entry) {
    tables.last(
        office,
        jdbc -> {
          Link link = placed(office, entry, jdbc);
          jdbc.sql(
                  """
                  INSERT INTO audit_log
                    (office_id, number, at, actor, act, subject, body, before, hash)
                  VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
                  """)
              .params(
                  office,
                  link.number(),
                  Timestamp.from(link.at()),
                  link.actor(),
                  link.act(),
                  link.subject(),
                  link.body(),
                  bytes(link.before()),
                  bytes(link.hash()))
              .update();
          jdbc.sql("UPDATE audit_heads SET number = ?, hash = ? WHERE office_id = ?")
              .params(link.number(), bytes(link.hash()), office)
              .update();
        });
  }

  private static Link placed(UUID office, Link.Entry entry, JdbcClient jdbc) {
    jdbc.sql(
            """
            INSERT INTO audit_heads (office_id, number, hash) VALUES (?, 0, ?)
            ON CONFLICT DO NOTHING
            """)
        .params(office, bytes(Hash.NONE))
        .update();
    return jdbc.sql("SELECT number, hash FROM audit_heads WHERE office_id = ? FOR UPDATE")
        .param(office)
        .query((row, number) -> Link.at(row.getLong("number") + 1, entry, hash(row, "hash")))
        .single();
  }

  @Override
  public List<Link> page(UUID office, Filter filter, long below, int limit) {
    return tables.read(
        office,
        jdbc ->
            jdbc.sql(
                    """
                    SELECT * FROM audit_log
                    WHERE office_id = :office AND number < :below
                      AND (:act = '' OR act = :act)
                      AND (:actor = '' OR position(lower(:actor) IN lower(actor)) > 0)
                      AND (:subject = '' OR subject = :subject)
                      AND at >= :from AND at < :until
                    ORDER BY number DESC LIMIT :limit
                    """)
                .param("office", office)
                .param("below", below)
                .param("act", filter.act())
                .param("actor", filter.actor())
                .param("subject", filter.subject())
                .param("from", Timestamp.from(filter.from()))
                .param("until", Timestamp.from(filter.until()))
                .param("limit", limit)
                .query(SqlAuditLog::link)
                .list());
  }

  @Override
  public long latest(UUID office, String act) {
    return tables.read(
        office,
        jdbc ->
            jdbc.sql(
                    """
                    SELECT coalesce(max(number), 0) FROM audit_log
                    WHERE office_id = :office AND act = :act
                    """)
                .param("office", office)
                .param("act", act)
                .query(Long.class)
                .single());
  }

  @Override
  public void walk(UUID office, Consumer<Link> each) {
    long last = 0;
    List<Link> page;
    do {
      page = after(office, last);
      page.forEach(each);
      last = page.isEmpty() ? last : page.getLast().number();
    } while (page.size() == PAGE);
  }

  private List<Link> after(UUID office, long number) {
    return tables.read(
        office,
        jdbc ->
            jdbc.sql(
                    """
                    SELECT * FROM audit_log WHERE office_id = ? AND number > ?
                    ORDER BY number LIMIT ?
                    """)
                .params(office, number, PAGE)
                .query(SqlAuditLog::link)
                .list());
  }

  private static Link link(ResultSet row, int number) throws SQLException {
    return new Link(
        row.getLong("number"),
        row.getTimestamp("at").toInstant(),
        row.getString("actor"),
        row.getString("act"),
        row.getString("subject"),
        row.getString("body"),
        hash(row, "before"),
        hash(row, "hash"));
  }

  private static Hash hash(ResultSet row, String column) throws SQLException {
    return new Hash(HexFormat.of().formatHex(row.getBytes(column)));
  }

  private static byte[] bytes(Hash hash) {
    return HexFormat.of().parseHex(hash.hex());
  }
}
