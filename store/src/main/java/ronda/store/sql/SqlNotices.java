package ronda.store.sql;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import ronda.casework.notice.Notice;
import ronda.casework.notice.Notices;
import ronda.casework.office.Region;

/**
 * Notices in PostgreSQL, within one transaction of one office ({@link InOffice}). Which notices
 * that office may see, the row-level security of their tables says.
 */
public final class SqlNotices implements Notices {
  private static final String OWN = "office_id = current_setting('ronda.office')::uuid";

  private static final String NOTICES =
      """
      SELECT notices.*, withdrawn.at AS withdrawn_at, withdrawn.reason AS withdrawn_reason
      FROM notices LEFT JOIN notice_withdrawals AS withdrawn ON withdrawn.notice_id = notices.id
      """;

  private final JdbcClient jdbc;

  public SqlNotices(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public boolean send(Notice notice) {
    Notice.Text text = notice.text();
    int sent =
        jdbc.sql(
                """
                INSERT INTO notices (id, sender_name, sender_region, from_file, file_id, sent_at, title,
                  modus, look_for, advice, regions)
                VALUES (:id, :senderName, :senderRegion, :fromFile, :file, :sentAt, :title,
                  :modus, :lookFor, :advice, :regions)
                ON CONFLICT DO NOTHING
                """)
            .param("id", notice.id())
            .param("senderName", notice.sender().name())
            .param("senderRegion", notice.sender().region().code())
            .param("fromFile", notice.sender().fromFile())
            .param("file", notice.sender().file().orElse(null))
            .param("sentAt", Times.at(notice.sentAt()))
            .param("title", text.title())
            .param("modus", text.modus())
            .param("lookFor", text.lookFor())
            .param("advice", text.advice())
            .param("regions", notice.audience().stream().map(Region::code).toArray(String[]::new))
            .update();
    if (sent == 1) {
      notice.withdrawal().ifPresent(withdrawal -> withdraw(notice.id(), withdrawal));
    }
    return sent == 1;
  }

  @Override
  public void withdraw(UUID id, Notice.Withdrawal withdrawal) {
    jdbc.sql(
            """
            INSERT INTO notice_withdrawals (notice_id, at, reason)
            SELECT id, :at, :reason FROM notices WHERE id = :id AND %s
            ON CONFLICT (notice_id) DO NOTHING
            """
                .formatted(OWN))
        .param("id", id)
        .param("at", Times.at(withdrawal.at()))
        .param("reason", withdrawal.reason())
        .update();
  }

  @Override
  public Optional<Notice> byId(UUID id) {
    return jdbc.sql(NOTICES + "WHERE notices.id = :id")
        .param("id", id)
        .query((row, n) -> notice(row))
        .optional();
  }

  /** Which of these ids are notices that this office may see. */
  public Set<UUID> known(Collection<UUID> ids) {
    return ids.isEmpty()
        ? Set.of()
        : Set.copyOf(
            jdbc.sql("SELECT id FROM notices WHERE id IN (:ids)")
                .param("ids", ids)
                .query((row, n) -> row.getObject("id", UUID.class))
                .list());
  }

  @Override
  public Optional<Notice> ofFile(UUID file) {
    return jdbc.sql(NOTICES + "WHERE notices.file_id = :file AND notices." + OWN)
        .param("file", file)
        .query((row, n) -> notice(row))
        .optional();
  }

  @Override
  public List<Notice> list(int from, int limit) {
    return jdbc.sql(NOTICES + "ORDER BY sent_at DESC, notices.id LIMIT :limit OFFSET :from")
        .params(Map.of("from", from, "limit", limit))
        .query((row, n) -> notice(row))
        .list();
  }

  @Override
  public long count() {
    return jdbc.sql("SELECT count(*) FROM notices").query(Long.class).single();
  }

  @Override
  public long unread() {
    return jdbc.sql(
            """
            SELECT count(*) FROM notices
            WHERE NOT (%1$s)
              AND NOT EXISTS (SELECT 1 FROM notice_withdrawals WHERE notice_id = notices.id)
              AND NOT EXISTS
                (SELECT 1 FROM notice_receipts WHERE notice_id = notices.id AND %1$s)
            """
                .formatted(OWN))
        .query(Long.class)
        .single();
  }

  @Override
  public boolean isRead(UUID id) {
    return jdbc.sql(
            "SELECT EXISTS (SELECT 1 FROM notice_receipts WHERE notice_id = :id AND " + OWN + ")")
        .param("id", id)
        .query(Boolean.class)
        .single();
  }

  @Override
  public Set<UUID> readAmong(Collection<UUID> ids) {
    return ids.isEmpty()
        ? Set.of()
        : Set.copyOf(
            jdbc.sql("SELECT notice_id FROM notice_receipts WHERE notice_id IN (:ids) AND " + OWN)
                .param("ids", ids)
                .query((row, n) -> row.getObject("notice_id", UUID.class))
                .list());
  }

  @Override
  public void read(UUID id, Instant at) {
    jdbc.sql(
            """
            INSERT INTO notice_receipts (notice_id, at)
            SELECT id, :at FROM notices WHERE id = :id
            ON CONFLICT (notice_id, office_id) DO NOTHING
            """)
        .param("id", id)
        .param("at", Times.at(at))
        .update();
  }

  @Override
  public List<Receipt> receipts(UUID id) {
    return jdbc.sql(
            """
            SELECT offices.name, receipts.at
            FROM notice_receipts AS receipts JOIN offices ON offices.id = receipts.office_id
            WHERE notice_id = :id
              AND EXISTS (SELECT 1 FROM notices WHERE notices.id = :id AND notices.%s)
            ORDER BY receipts.at, offices.name
            """
                .formatted(OWN))
        .param("id", id)
        .query((row, n) -> new Receipt(row.getString("name"), Times.of(row, "at")))
        .list();
  }

  private static Notice notice(ResultSet row) throws SQLException {
    return new Notice(
        row.getObject("id", UUID.class),
        new Notice.Sender(
            row.getObject("office_id", UUID.class),
            row.getString("sender_name"),
            new Region(row.getString("sender_region")),
            Optional.ofNullable(row.getObject("file_id", UUID.class))),
        Times.of(row, "sent_at"),
        new Notice.Text(
            row.getString("title"),
            row.getString("modus"),
            row.getString("look_for"),
            row.getString("advice")),
        Stream.of((String[]) row.getArray("regions").getArray()).map(Region::new).toList(),
        withdrawal(row));
  }

  private static Optional<Notice.Withdrawal> withdrawal(ResultSet row) throws SQLException {
    @Nullable OffsetDateTime at = row.getObject("withdrawn_at", OffsetDateTime.class);
    return at == null
        ? Optional.empty()
        : Optional.of(new Notice.Withdrawal(at.toInstant(), row.getString("withdrawn_reason")));
  }
}
