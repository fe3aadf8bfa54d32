package ronda.store.backup;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import ronda.store.schema.Schema;

/** What PostgreSQL knows of our tables. All names are quoted where SQL needs it. */
record Catalogue(Connection connection) {
  /**
   * A table whose rows are ours.
   *
   * @param name as it is called
   * @param columns as they are called, without those that PostgreSQL computes
   */
  record Table(String name, List<String> columns) {
    Table {
      columns = List.copyOf(columns);
    }
  }

  /** Something to be undone before copying in and redone after. */
  record Obstacle(String undo, String redo) {}

  /** Says what belongs to us: not to an extension, and no notebook of the migrations. */
  private static final String OURS =
      """
      c.relnamespace = current_schema()::regnamespace
      AND c.relname NOT IN ('%s', '%s')
      AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.classid = 'pg_class'::regclass
                      AND d.objid = c.oid AND d.deptype = 'e')
      """
          .formatted(Schema.HISTORY, Schema.RESTORING);

  List<Table> tables() throws SQLException {
    return list(
        """
        SELECT c.relname,
               (SELECT coalesce(array_agg(a.attname::text ORDER BY a.attnum), '{}') FROM pg_attribute a
                WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
                AND a.attgenerated = '')
        FROM pg_class c WHERE c.relkind = 'r' AND %s ORDER BY c.relname
        """
            .formatted(OURS),
        row -> new Table(row.getString(1), List.of((String[]) row.getArray(2).getArray())));
  }

  List<String> sequences() throws SQLException {
    return list(
        "SELECT c.relname FROM pg_class c WHERE c.relkind = 'S' AND %s ORDER BY c.relname"
            .formatted(OURS),
        row -> row.getString(1));
  }

  Manifest.Sequence position(String sequence) throws SQLException {
    return list(
            "SELECT last_value, is_called FROM " + quoted(sequence),
            row -> new Manifest.Sequence(sequence, row.getLong(1), row.getBoolean(2)))
        .getFirst();
  }

  /** Tables whose policies would hide rows from us although we asked for everything. */
  List<String> hiding() throws SQLException {
    return list(
        """
        SELECT c.relname FROM pg_class c
        WHERE c.relkind = 'r' AND row_security_active(c.oid) AND %s
        AND (SELECT count(*) FILTER (WHERE p.polpermissive AND p.honours) = 0
                    OR count(*) FILTER (WHERE NOT p.polpermissive AND NOT p.honours) > 0
             FROM (SELECT polpermissive,
                          pg_get_expr(polqual, polrelid) LIKE '%%ronda.everything%%' AS honours
                   FROM pg_policy WHERE polrelid = c.oid AND polcmd IN ('*', 'r')) p)
        ORDER BY c.relname
        """
            .formatted(OURS),
        row -> row.getString(1));
  }

  /**
   * What stands in the way of copying in, in the order of undoing: row rules (COPY does not write
   * past them), triggers (they ran when the rows were first written), and references (the tables
   * come one after another, whichever refers to which).
   */
  List<Obstacle> obstacles() throws SQLException {
    List<Obstacle> all = new ArrayList<>();
    all.addAll(
        obstacles(
            """
            SELECT format('ALTER TABLE %%I NO FORCE ROW LEVEL SECURITY', c.relname),
                   format('ALTER TABLE %%I FORCE ROW LEVEL SECURITY', c.relname)
            FROM pg_class c WHERE c.relforcerowsecurity AND %s
            """));
    all.addAll(
        obstacles(
            """
            SELECT format('ALTER TABLE %%I DISABLE TRIGGER %%I', c.relname, t.tgname),
                   format('ALTER TABLE %%I ENABLE %%sTRIGGER %%I', c.relname,
                          CASE t.tgenabled WHEN 'A' THEN 'ALWAYS ' ELSE '' END, t.tgname)
            FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid
            WHERE NOT t.tgisinternal AND t.tgenabled IN ('O', 'A') AND t.tgparentid = 0 AND %s
            """));
    all.addAll(
        obstacles(
            """
            SELECT format('ALTER TABLE %%I DROP CONSTRAINT %%I', c.relname, k.conname),
                   format('ALTER TABLE %%I ADD CONSTRAINT %%I %%s', c.relname, k.conname,
                          pg_get_constraintdef(k.oid))
            FROM pg_constraint k JOIN pg_class c ON c.oid = k.conrelid
            WHERE k.contype = 'f' AND k.conparentid = 0 AND %s
            """));
    return all;
  }

  private List<Obstacle> obstacles(String sql) throws SQLException {
    return list(sql.formatted(OURS), row -> new Obstacle(row.getString(1), row.getString(2)));
  }

  /** A name as SQL wants it. */
  static String quoted(String name) {
    return '"' + name.replace("\"", "\"\"") + '"';
  }

  /** A table and its columns, as COPY wants them. */
  static String copied(String table, List<String> columns) {
    return quoted(table)
        + " ("
        + String.join(", ", columns.stream().map(Catalogue::quoted).toList())
        + ")";
  }

  @FunctionalInterface
  private interface Row<T> {
    T of(ResultSet row) throws SQLException;
  }

  private <T> List<T> list(String sql, Row<T> row) throws SQLException {
    List<T> all = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        all.add(row.of(rows));
      }
    }
    return all;
  }
}
