package ronda.store.sql;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import ronda.casework.authority.Recipient;
import ronda.casework.referral.Addressee;
import ronda.casework.referral.Scheme;
import ronda.casework.referral.Stationery;
import ronda.casework.referral.Target;

/** Who gets an office's letters, and what these bear, in PostgreSQL. */
public final class SqlAddressees {
  private final JdbcClient jdbc;

  public SqlAddressees(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** All that are written to, by kind and name. */
  public List<Addressee> all() {
    return jdbc.sql("SELECT * FROM addressees WHERE NOT retired ORDER BY kind, name, id")
        .query((row, n) -> addressee(row))
        .list();
  }

  public List<Addressee> of(Set<Recipient> kinds) {
    return all().stream().filter(one -> kinds.contains(one.kind())).toList();
  }

  /** Also one that is no longer written to: old letters name it. */
  public Optional<Addressee> byId(UUID id) {
    return jdbc.sql("SELECT * FROM addressees WHERE id = :id")
        .param("id", id)
        .query((row, n) -> addressee(row))
        .optional();
  }

  /** Whether it is no longer written to. */
  public boolean isRetired(UUID id) {
    return jdbc.sql("SELECT retired FROM addressees WHERE id = :id")
        .param("id", id)
        .query(Boolean.class)
        .optional()
        .orElse(true);
  }

  public void put(Addressee one) {
    jdbc.sql(
            """
            INSERT INTO addressees (id, kind, name, postal, email, key, endpoint, target)
            VALUES (:id, :kind, :name, :postal, :email, :key, :endpoint, :target)
            ON CONFLICT (id) DO UPDATE SET kind = :kind, name = :name, postal = :postal,
              email = :email, key = :key, endpoint = :endpoint, target = :target
            """)
        .param("id", one.id())
        .param("kind", one.kind().code())
        .param("name", one.name())
        .param("postal", one.postal())
        .param("email", one.email())
        .param("key", one.key())
        .param("endpoint", one.endpoint())
        .param("target", one.target().code())
        .update();
  }

  /** It is not written to any more. */
  public boolean retire(UUID id) {
    return jdbc.sql("UPDATE addressees SET retired = true WHERE id = :id AND NOT retired")
            .param("id", id)
            .update()
        == 1;
  }

  /** What the office's letters bear; empty until somebody says. */
  public Optional<Stationery> stationery() {
    return jdbc.sql("SELECT * FROM stationery").query((row, n) -> stationery(row)).optional();
  }

  public void put(Stationery one) {
    jdbc.sql(
            """
            INSERT INTO stationery (letterhead, place, signer_title, signer_name, signer_number,
              pattern, unit, sender, by_itself, most_a_day, superior)
            VALUES (:letterhead, :place, :title, :name, :number, :pattern, :unit, :sender,
              :byItself, :most, :superior)
            ON CONFLICT (office_id) DO UPDATE SET letterhead = :letterhead, place = :place,
              signer_title = :title, signer_name = :name, signer_number = :number,
              pattern = :pattern, unit = :unit, sender = :sender, by_itself = :byItself,
              most_a_day = :most, superior = :superior
            """)
        .param("letterhead", one.letterhead())
        .param("place", one.place())
        .param("title", one.signerTitle())
        .param("name", one.signerName())
        .param("number", one.signerNumber())
        .param("pattern", one.scheme().pattern())
        .param("unit", one.scheme().unit())
        .param("sender", one.from())
        .param("byItself", one.chasing().byItself())
        .param("most", one.chasing().mostADay())
        .param("superior", one.superior())
        .update();
  }

  /** An office and the mail address its letters leave from. */
  public record Sender(UUID office, String address) {}

  /** From where each office writes. For the server's own rounds. */
  public static List<Sender> senders(JdbcClient everywhere) {
    return everywhere
        .sql("SELECT office_id, sender FROM stationery WHERE sender <> '' ORDER BY office_id")
        .query((row, n) -> new Sender(row.getObject("office_id", UUID.class), row.getString(2)))
        .list();
  }

  private static Addressee addressee(ResultSet row) throws SQLException {
    return new Addressee(
        row.getObject("id", UUID.class),
        Recipient.ofCode(row.getString("kind")).orElseThrow(),
        row.getString("name"),
        row.getString("postal"),
        row.getString("email"),
        row.getString("key"),
        row.getString("endpoint"),
        Target.ofCode(row.getString("target")).orElseThrow());
  }

  private static Stationery stationery(ResultSet row) throws SQLException {
    return new Stationery(
        row.getString("letterhead"),
        row.getString("place"),
        row.getString("signer_title"),
        row.getString("signer_name"),
        row.getString("signer_number"),
        new Scheme(row.getString("pattern"), row.getString("unit")),
        row.getString("sender"),
        new Stationery.Chasing(row.getBoolean("by_itself"), row.getInt("most_a_day")),
        row.getString("superior"));
  }
}
