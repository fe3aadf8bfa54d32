package ronda.store.sql;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import ronda.casework.chain.Hash;
import ronda.casework.policy.Mode;
import ronda.casework.policy.OfficePolicies;
import ronda.casework.policy.OfficePolicy;
import ronda.casework.policy.PolicyVersion;

/** An office's policies in PostgreSQL, within one transaction of that office ({@link InOffice}). */
public final class SqlOfficePolicies implements OfficePolicies {
  private final JdbcClient jdbc;

  public SqlOfficePolicies(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  private record Row(int lastNumber, Pointer pointer) {}

  @Override
  public List<OfficePolicy> all() {
    Map<String, PolicyVersion> used = new HashMap<>();
    jdbc.sql(
            """
            SELECT v.* FROM policy_versions v JOIN policies p USING (office_id, name)
            WHERE v.number IN (p.in_force, p.on_trial)
            """)
        .query(SqlOfficePolicies::version)
        .list()
        .forEach(version -> used.put(version.id(), version));
    return jdbc.sql("SELECT * FROM policies ORDER BY name").query(SqlOfficePolicies::row).stream()
        .map(
            row ->
                new OfficePolicy(
                    row.pointer.name(),
                    row.lastNumber,
                    used(used, row.pointer, row.pointer.inForce()),
                    used(used, row.pointer, row.pointer.onTrial())))
        .toList();
  }

  private static Optional<PolicyVersion> used(
      Map<String, PolicyVersion> used, Pointer pointer, OptionalInt number) {
    return number.isEmpty()
        ? Optional.empty()
        : Optional.ofNullable(used.get(pointer.name() + "@" + number.getAsInt()));
  }

  @Override
  public Optional<OfficePolicy> named(String name) {
    return jdbc.sql("SELECT * FROM policies WHERE name = :name " + lock())
        .param("name", name)
        .query(SqlOfficePolicies::row)
        .optional()
        .map(
            row ->
                new OfficePolicy(
                    name,
                    row.lastNumber,
                    version(name, row.pointer.inForce()),
                    version(name, row.pointer.onTrial())));
  }

  /** A transaction that only reads may not lock, and need not. */
  private String lock() {
    boolean reading =
        jdbc.sql("SELECT current_setting('transaction_read_only')")
            .query(String.class)
            .single()
            .equals("on");
    return reading ? "" : "FOR UPDATE";
  }

  private Optional<PolicyVersion> version(String name, OptionalInt number) {
    return number.isEmpty() ? Optional.empty() : version(name, number.getAsInt());
  }

  @Override
  public List<PolicyVersion> history(String name) {
    return jdbc.sql(
            "SELECT * FROM policy_versions WHERE name = :name ORDER BY number DESC LIMIT :most")
        .param("name", name)
        .param("most", LONGEST_HISTORY)
        .query(SqlOfficePolicies::version)
        .list();
  }

  @Override
  public Optional<PolicyVersion> version(String name, int number) {
    return jdbc.sql("SELECT * FROM policy_versions WHERE name = :name AND number = :number")
        .param("name", name)
        .param("number", number)
        .query(SqlOfficePolicies::version)
        .optional();
  }

  @Override
  public void add(PolicyVersion version) {
    int followed =
        version.number() == 1
            ? jdbc.sql(
                    """
                    INSERT INTO policies (name, last_number) VALUES (:name, 1)
                    ON CONFLICT DO NOTHING
                    """)
                .param("name", version.name())
                .update()
            : jdbc.sql(
                    """
                    UPDATE policies SET last_number = :number
                    WHERE name = :name AND last_number = :number - 1
                    """)
                .param("name", version.name())
                .param("number", version.number())
                .update();
    if (followed != 1) {
      throw new IllegalArgumentException(version.id() + " does not follow the last version");
    }
    jdbc.sql(
            """
            INSERT INTO policy_versions
              (name, number, text, mode, daily_limit, substance, by, at, why)
            VALUES (:name, :number, :text, :mode, :limit, :substance, :by, :at, :why)
            """)
        .param("name", version.name())
        .param("number", version.number())
        .param("text", version.text())
        .param("mode", version.mode().code())
        .param("limit", version.dailyLimit())
        .param("substance", version.substance().hex())
        .param("by", version.by())
        .param("at", Times.at(version.at()))
        .param("why", version.why())
        .update();
  }

  @Override
  public void point(Pointer pointer) {
    jdbc.sql("UPDATE policies SET in_force = :inForce, on_trial = :onTrial WHERE name = :name")
        .param("inForce", orNull(pointer.inForce()))
        .param("onTrial", orNull(pointer.onTrial()))
        .param("name", pointer.name())
        .update();
  }

  private static @Nullable Integer orNull(OptionalInt number) {
    return number.isEmpty() ? null : number.getAsInt();
  }

  @Override
  public List<Pointer> pointers() {
    return jdbc.sql("SELECT * FROM policies ORDER BY name")
        .query((row, number) -> row(row, number).pointer)
        .list();
  }

  private static Row row(ResultSet row, int number) throws SQLException {
    return new Row(
        row.getInt("last_number"),
        new Pointer(row.getString("name"), number(row, "in_force"), number(row, "on_trial")));
  }

  private static OptionalInt number(ResultSet row, String column) throws SQLException {
    int number = row.getInt(column);
    return row.wasNull() ? OptionalInt.empty() : OptionalInt.of(number);
  }

  private static PolicyVersion version(ResultSet row, int number) throws SQLException {
    return new PolicyVersion(
        row.getString("name"),
        row.getInt("number"),
        row.getString("text"),
        Mode.ofCode(row.getString("mode")),
        row.getInt("daily_limit"),
        new Hash(row.getString("substance")),
        row.getString("by"),
        Times.of(row, "at"),
        row.getString("why"));
  }
}
