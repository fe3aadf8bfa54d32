package ronda.store.backup;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;
import ronda.store.schema.Schema;

/** A database with everything that is awkward to copy. */
record OddDatabase(DataSource source) {
  static final String FIRST_RELEASE = "classpath:ronda/store/odd/first";
  static final String SECOND_RELEASE = "classpath:ronda/store/odd";

  static OddDatabase filled(DataSource bare) throws SQLException {
    Schema.migrate(bare, FIRST_RELEASE);
    OddDatabase odd = new OddDatabase(bare);
    odd.run(
        """
        INSERT INTO odd (word, bytes, words, body, at, took, amount, ratio, truth, day, mood, "from")
        VALUES
          (NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL),
          ('', '', '{}', 'null', 'infinity', '0', 'NaN', '-Infinity', false, '-infinity', 'calm', ''),
          (E'tab\\t newline\\n return\\r backslash\\\\ \\\\. \\\\N', decode('00ff5c0a0d09', 'hex'),
           ARRAY['a,b', '"', '\\', NULL, 'NULL'], '{"a": [1, null, "\\u00e9\\n"], "🙂": 1e400}',
           '2026-11-22 03:04:05.678901+07', '1 year -2 days 03:04:05.000001',
           123456789012345678901234567890.000000000000000001, 0.1::float8 + 0.2::float8, true,
           '0044-03-15 BC', E'it\\'s \\\\ odd', 'gacor 🎰 slоt maxwin ᮞᮥᮔ᮪ᮓ ')
        """,
        "INSERT INTO tree VALUES (1, NULL), (2, 1), (4, 2)",
        "INSERT INTO tree VALUES (3, 4)",
        // The child now lies before its parent in the table.
        "UPDATE tree SET parent = 3 WHERE id = 1",
        "INSERT INTO hen VALUES (1, NULL)",
        "INSERT INTO egg VALUES (1, 1)",
        "UPDATE hen SET egg = 1",
        "SELECT nextval('numbers'), nextval('numbers')",
        "INSERT INTO \"It's \"\"odd\"\"\" VALUES (1)",
        "DELETE FROM seeded",
        "INSERT INTO seeded VALUES ('by an officer')",
        "INSERT INTO log VALUES ('one'), ('two')",
        "INSERT INTO secret VALUES (uuidv7(), 'of one office'), (uuidv7(), 'of another')");
    return odd;
  }

  /** So many rows that copying them takes long enough to be killed. */
  void grow(int rows) throws SQLException {
    run(
        """
        INSERT INTO odd (word)
        SELECT string_agg(md5(n::text || m), '') FROM generate_series(1, %d) n, generate_series(1, 8) m
        GROUP BY n
        """
            .formatted(rows));
  }

  void run(String... sql) throws SQLException {
    try (Connection connection = source.getConnection();
        Statement statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      statement.execute("SELECT set_config('ronda.everything', 'yes', true)");
      for (String one : sql) {
        statement.execute(one);
      }
      connection.commit();
    }
  }

  List<String> ask(String sql) throws SQLException {
    try (Connection connection = source.getConnection();
        Statement statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      statement.execute("SELECT set_config('ronda.everything', 'yes', true)");
      List<String> answer = new ArrayList<>();
      try (ResultSet rows = statement.executeQuery(sql)) {
        while (rows.next()) {
          answer.add(String.valueOf(rows.getString(1)));
        }
      }
      connection.rollback();
      return answer;
    }
  }

  /** Every row of every table, and all that the tables are made of. */
  Map<String, List<String>> content() throws SQLException {
    Map<String, List<String>> all = new TreeMap<>();
    for (String table :
        ask(
            "SELECT quote_ident(tablename) FROM pg_tables WHERE schemaname = 'public' AND tablename"
                + " <> 'schema_history'")) {
      all.put(table, ask("SELECT t::text FROM " + table + " t ORDER BY 1"));
    }
    all.put(
        "sequences", ask("SELECT sequencename || ' ' || last_value FROM pg_sequences ORDER BY 1"));
    all.put(
        "constraints",
        ask(
            "SELECT conrelid::regclass || ' ' || conname || ' ' || pg_get_constraintdef(oid) FROM"
                + " pg_constraint WHERE connamespace = 'public'::regnamespace ORDER BY 1"));
    all.put(
        "triggers",
        ask(
            "SELECT tgrelid::regclass || ' ' || tgname || ' ' || tgenabled::text FROM pg_trigger"
                + " WHERE NOT tgisinternal ORDER BY 1"));
    all.put(
        "row rules",
        ask(
            "SELECT relname FROM pg_class WHERE relforcerowsecurity AND relrowsecurity ORDER BY"
                + " 1"));
    return all;
  }
}
