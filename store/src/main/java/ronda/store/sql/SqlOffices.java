package ronda.store.sql;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.dao.DuplicateKeyException;
import ronda.casework.office.AddressTaken;
import ronda.casework.office.Office;
import ronda.casework.office.Officer;
import ronda.casework.office.Offices;
import ronda.casework.office.Region;
import ronda.casework.office.Role;

/** Offices and people in PostgreSQL. */
public final class SqlOffices implements Offices {
  private static final String OFFICER =
      "SELECT id, office_id, name, email, roles, region, sees_worst FROM officers ";

  private final InOffice tables;

  public SqlOffices(InOffice tables) {
    this.tables = tables;
  }

  @Override
  public void put(Office office) {
    tables.beforeOffice(
        jdbc ->
            jdbc.sql(
                    """
                    INSERT INTO offices (id, name, kind, region) VALUES (?, ?, ?, ?)
                    ON CONFLICT (id) DO UPDATE
                    SET name = excluded.name, kind = excluded.kind, region = excluded.region
                    """)
                .params(office.id(), office.name(), office.kind().code(), office.region().code())
                .update());
  }

  @Override
  public Optional<Office> byId(UUID id) {
    return tables.beforeOffice(
        jdbc ->
            jdbc.sql("SELECT id, name, kind, region FROM offices WHERE id = ?")
                .param(id)
                .query(SqlOffices::office)
                .optional());
  }

  @Override
  public List<Office> all() {
    return tables.beforeOffice(
        jdbc ->
            jdbc.sql("SELECT id, name, kind, region FROM offices ORDER BY name, id")
                .query(SqlOffices::office)
                .list());
  }

  @Override
  public void put(Officer officer) {
    try {
      keep(officer);
    } catch (DuplicateKeyException taken) {
      // The database's words hold the address, and would stand in the log.
      throw new AddressTaken();
    }
  }

  private void keep(Officer officer) {
    int kept =
        tables.beforeOffice(
            jdbc ->
                jdbc.sql(
                        """
                        INSERT INTO officers
                          (id, office_id, name, email, roles, region, sees_worst)
                        VALUES (?, ?, ?, ?, string_to_array(?, ','), ?, ?)
                        ON CONFLICT (id) DO UPDATE
                        SET name = excluded.name, email = excluded.email, roles = excluded.roles,
                            region = excluded.region
                        WHERE officers.office_id = excluded.office_id
                        """)
                    .params(
                        officer.id(),
                        officer.office(),
                        officer.name(),
                        officer.email(),
                        officer.roles().stream()
                            .map(Role::code)
                            .sorted()
                            .collect(Collectors.joining(",")),
                        officer.region().code(),
                        officer.seesWorst())
                    .update());
    if (kept == 0) {
      throw new IllegalArgumentException(
          "an officer stays in one office, " + officer.id() + " was to move");
    }
  }

  @Override
  public void agree(UUID officer, boolean seesWorst) {
    tables.beforeOffice(
        jdbc ->
            jdbc.sql("UPDATE officers SET sees_worst = ? WHERE id = ?")
                .params(seesWorst, officer)
                .update());
  }

  @Override
  public Optional<Officer> officer(UUID id) {
    return tables.beforeOffice(
        jdbc -> jdbc.sql(OFFICER + "WHERE id = ?").param(id).query(SqlOffices::officer).optional());
  }

  @Override
  public Optional<Officer> officerByEmail(String email) {
    return tables.beforeOffice(
        jdbc ->
            jdbc.sql(OFFICER + "WHERE lower(email) = lower(?)")
                .param(email)
                .query(SqlOffices::officer)
                .optional());
  }

  @Override
  public List<Officer> officersOf(UUID office) {
    return tables.beforeOffice(
        jdbc ->
            jdbc.sql(OFFICER + "WHERE office_id = ? ORDER BY name, id")
                .param(office)
                .query(SqlOffices::officer)
                .list());
  }

  private static Office office(ResultSet row, int number) throws SQLException {
    return new Office(
        row.getObject("id", UUID.class),
        row.getString("name"),
        Office.Kind.ofCode(row.getString("kind")).orElseThrow(),
        new Region(row.getString("region")));
  }

  /** The officer in a row that has the officers' columns. */
  public static Officer officer(ResultSet row, int number) throws SQLException {
    return new Officer(
        row.getObject("id", UUID.class),
        row.getObject("office_id", UUID.class),
        row.getString("name"),
        row.getString("email"),
        roles(row.getArray("roles")),
        new Region(row.getString("region")),
        row.getBoolean("sees_worst"));
  }

  private static Set<Role> roles(Array codes) throws SQLException {
    return Stream.of((String[]) codes.getArray())
        .map(code -> Role.ofCode(code).orElseThrow())
        .collect(Collectors.toSet());
  }
}
