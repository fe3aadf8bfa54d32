package ronda.store.sql;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import ronda.casework.chain.Hash;
import ronda.casework.transparency.Period;
import ronda.casework.transparency.PublishedReport;
import ronda.casework.transparency.PublishedReports;

/** Published reports in PostgreSQL; they are read where no office is known, too. */
public final class SqlPublishedReports implements PublishedReports {
  private final JdbcClient jdbc;

  public SqlPublishedReports(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public void add(PublishedReport report) {
    int kept =
        jdbc.sql(
                """
                INSERT INTO published_reports
                  (id, office_id, office_name, period, begins, version, reason, at, content, sha256)
                VALUES (:id, :office, :name, :period, :begins, :version, :reason, :at, :content,
                  :sha256)
                ON CONFLICT (office_id, period, version) DO NOTHING
                """)
            .param("id", report.id())
            .param("office", report.office())
            .param("name", report.officeName())
            .param("period", report.period().code())
            .param("begins", report.period().from())
            .param("version", report.version())
            .param("reason", report.reason())
            .param("at", Times.at(report.at()))
            .param("content", report.content())
            .param("sha256", report.sha256().hex())
            .update();
    if (kept != 1) {
      throw new IllegalStateException(report.period().code() + " was published meanwhile");
    }
  }

  @Override
  public Optional<PublishedReport> byId(UUID id) {
    return jdbc.sql("SELECT * FROM published_reports WHERE id = :id")
        .param("id", id)
        .query((row, n) -> report(row))
        .optional();
  }

  @Override
  public List<PublishedReport> ofOffice(UUID office) {
    return jdbc.sql(
            """
            SELECT * FROM published_reports WHERE office_id = :office
            ORDER BY begins DESC, period COLLATE "C" DESC, version DESC
            """)
        .param("office", office)
        .query((row, n) -> report(row))
        .list();
  }

  /** As {@link #ofOffice}; until the change ends, whoever asks the same for this office waits. */
  public List<PublishedReport> forChange(UUID office) {
    jdbc.sql("SELECT pg_advisory_xact_lock(hashtextextended('published-reports:' || :office, 0))")
        .param("office", office.toString())
        .query()
        .singleRow();
    return ofOffice(office);
  }

  @Override
  public List<PublishedReport.Head> heads(int limit) {
    return jdbc.sql(
            """
            SELECT id, office_id, office_name, period, version, reason, at, sha256,
              version = max(version) OVER (PARTITION BY office_id, period) AS latest
            FROM published_reports
            ORDER BY office_name COLLATE "C", office_id, begins DESC, period COLLATE "C" DESC,
              version DESC
            LIMIT :limit
            """)
        .param("limit", limit)
        .query((row, n) -> head(row))
        .list();
  }

  private static PublishedReport.Head head(ResultSet row) throws SQLException {
    return new PublishedReport.Head(
        row.getObject("id", UUID.class),
        row.getObject("office_id", UUID.class),
        row.getString("office_name"),
        Period.ofCode(row.getString("period")).orElseThrow(),
        row.getInt("version"),
        row.getBoolean("latest"),
        row.getString("reason"),
        Times.of(row, "at"),
        new Hash(row.getString("sha256")));
  }

  private static PublishedReport report(ResultSet row) throws SQLException {
    return new PublishedReport(
        row.getObject("id", UUID.class),
        row.getObject("office_id", UUID.class),
        row.getString("office_name"),
        Period.ofCode(row.getString("period")).orElseThrow(),
        row.getInt("version"),
        row.getString("reason"),
        Times.of(row, "at"),
        row.getString("content"));
  }
}
