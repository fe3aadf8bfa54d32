package ronda.store.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import ronda.casework.chain.Hash;
import ronda.store.postgres.EmbeddedDatabase;

/** The tables come to the shape of this release, or the start is refused with a reason. */
class SchemaTest {
  private static final String FIRST_RELEASE = "classpath:ronda/store/odd/first";
  private static final String SECOND_RELEASE = "classpath:ronda/store/odd";

  @RegisterExtension static final EmbeddedDatabase DATABASE = new EmbeddedDatabase();

  private static Optional<String> version(DataSource source) throws SQLException {
    try (Connection connection = source.getConnection()) {
      return Schema.version(connection);
    }
  }

  @Test
  void an_empty_database_gets_the_tables_and_a_second_run_changes_nothing() throws SQLException {
    DataSource bare = DATABASE.bare();
    assertThat(version(bare)).isEmpty();
    Schema.migrate(bare, FIRST_RELEASE);
    Schema.migrate(bare, FIRST_RELEASE);
    assertThat(version(bare)).contains("1");
  }

  @Test
  void a_database_of_a_newer_release_is_refused() {
    DataSource bare = DATABASE.bare();
    Schema.migrate(bare, SECOND_RELEASE);
    assertThatThrownBy(() -> Schema.migrate(bare, FIRST_RELEASE))
        .isInstanceOf(SchemaRefused.class)
        .hasMessageContaining("newer release of Ronda (schema version 2)");
  }

  @Test
  void what_a_migration_may_see_does_not_stay_with_the_connection() throws SQLException {
    DataSource bare = DATABASE.bare();
    Schema.migrate(bare, SECOND_RELEASE);
    for (int lent = 0; lent < 20; lent++) {
      try (Connection connection = bare.getConnection();
          Statement statement = connection.createStatement();
          ResultSet row =
              statement.executeQuery(
                  "SELECT coalesce(current_setting('ronda.everything', true), '')")) {
        row.next();
        assertThat(row.getString(1)).isEmpty();
      }
    }
  }

  @Test
  void links_that_were_kept_before_are_known_by_their_domain_afterwards() throws SQLException {
    DataSource source = migratedFrom("13", ONE_JOB + LINKS);
    assertThat(
            said(
                source,
                "SELECT string_agg(value, ' ' ORDER BY value) FROM post_traits WHERE kind = 'domain'"))
        .isEqualTo("contoh88.xyz listed.contoh.com");
  }

  @Test
  void judgements_of_before_stand_in_the_order_of_their_time() throws SQLException {
    DataSource source = migratedFrom("19", ONE_JOB + THREE_PEOPLE + JUDGED_BEFORE);
    assertThat(said(source, "SELECT string_agg(reason, ' ' ORDER BY place) FROM judgements"))
        .isEqualTo("pertama kedua ketiga");
  }

  @Test
  void who_took_a_word_back_beside_anothers_has_been_told_that_one() throws SQLException {
    DataSource source = migratedFrom("27", ONE_JOB + THREE_PEOPLE + TAKEN_BACK_BEFORE);
    assertThat(
            said(
                source,
                """
                SELECT string_agg(right(officer::text, 1), ' ' ORDER BY officer)
                FROM jobs, unnest(told) AS officer
                """))
        .isEqualTo("4 6");
  }

  @Test
  void what_was_pasted_before_is_its_senders_where_no_other_bears_the_name() throws SQLException {
    DataSource source = migratedFrom("19", ONE_JOB + THREE_PEOPLE + PASTED_BEFORE);
    assertThat(
            said(
                source,
                """
                SELECT string_agg(sender || ' ' || coalesce(right(sent_by::text, 1), '-'), ', '
                  ORDER BY sender) FROM batches
                """))
        .isEqualTo("Ani -, Budi 6, program x -");
  }

  @Test
  void a_notice_that_came_as_a_file_keeps_the_number_of_its_file() throws SQLException {
    DataSource source = migratedFrom("24", ONE_JOB + NOTICES);
    assertThat(
            said(
                source,
                """
                SELECT string_agg(title || ' ' || coalesce((file_id = id)::text, '-'), ', '
                  ORDER BY title) FROM notices
                """))
        .isEqualTo("berkas true, sendiri -");
  }

  @Test
  void of_the_living_tokens_that_shared_a_name_the_first_keeps_it() throws SQLException {
    DataSource source = migratedFrom("24", TOKENS);
    assertThat(
            said(
                source,
                """
                SELECT string_agg(name, ', ' ORDER BY created_at) FROM tokens
                """))
        .isEqualTo("program, Program 000000000002, program, lain");
  }

  private static final String TOKENS =
      """
      INSERT INTO offices (id, name, kind, region)
        VALUES ('00000000-0000-0000-0000-00000000000a', 'Dinas', 'ministry', '32');
      INSERT INTO tokens (id, office_id, name, role, token_hash, created_at, ended_at) VALUES
        ('00000000-0000-0000-0000-000000000001', '00000000-0000-0000-0000-00000000000a',
         'program', 'reviewer', '\\x01', '2026-11-01', NULL),
        ('00000000-0000-0000-0000-000000000002', '00000000-0000-0000-0000-00000000000a',
         'Program', 'reviewer', '\\x02', '2026-11-02', NULL),
        ('00000000-0000-0000-0000-000000000003', '00000000-0000-0000-0000-00000000000a',
         'program', 'reviewer', '\\x03', '2026-11-03', '2026-11-04'),
        ('00000000-0000-0000-0000-000000000004', '00000000-0000-0000-0000-00000000000a',
         'lain', 'reviewer', '\\x04', '2026-11-05', NULL);
      """;

  @Test
  void letters_of_before_go_where_their_addressee_is_now_and_reports_of_before_have_their_hash()
      throws SQLException {
    DataSource source = migratedFrom("27", REFERRED);
    assertThat(
            said(
                source,
                """
                SELECT string_agg(kind || ' ' || name || ' ' || email || ' ' || key_hash, ', '
                  ORDER BY name) FROM referral_destinations
                """))
        .isEqualTo(
            "police Polres Dulu surat@polres.invalid "
                + Hash.of("kunci").hex()
                + ", police Polres Lain surat@lain.invalid ");
    assertThat(said(source, "SELECT sha256 FROM published_reports"))
        .isEqualTo(Hash.of("{\"angka\": \"é\"}").hex());
  }

  private static final String REFERRED =
      """
      INSERT INTO offices (id, name, kind, region)
        VALUES ('00000000-0000-0000-0000-00000000000a', 'Dinas', 'ministry', '32');
      SELECT set_config('ronda.office', '00000000-0000-0000-0000-00000000000a', false);
      INSERT INTO cases (id, number, region, status, last_step)
        VALUES ('00000000-0000-0000-0000-0000000000c1', '2026-000001', '32', 'OPEN', '2026-11-01');
      INSERT INTO addressees (id, kind, name, postal, email, key, endpoint, target) VALUES
        ('00000000-0000-0000-0000-0000000000a1', 'police', 'Polres Kini', '',
         'surat@polres.invalid', 'kunci', '', '24h'),
        ('00000000-0000-0000-0000-0000000000a2', 'police', 'Polres Lain', '',
         'surat@lain.invalid', '', '', '24h');
      INSERT INTO referrals (id, case_number, category, kind, addressee_id, addressee, letter,
          written_at, written_by, target, state) VALUES
        (uuidv7(), '2026-000001', 'gambling', 'police', '00000000-0000-0000-0000-0000000000a1',
         'Polres Dulu', 'B-1', '2026-11-01', 'Ani', '24h', 'WRITTEN'),
        (uuidv7(), '2026-000001', 'gambling', 'police', '00000000-0000-0000-0000-0000000000a2',
         'Polres Lain', 'B-2', '2026-11-01', 'Ani', '24h', 'WRITTEN');
      INSERT INTO published_reports
          (id, office_name, period, begins, version, reason, at, content)
        VALUES (uuidv7(), 'Dinas', '2025', '2025-01-01', 1, '', '2026-01-02', '{"angka": "é"}');
      RESET ronda.office;
      """;

  @Test
  void a_program_beside_the_desk_leaves_the_tables_of_an_older_release_alone() throws SQLException {
    DataSource older = DATABASE.bare();
    Schema.prepareForRestore(older, "20", Schema.MIGRATIONS);
    try (Connection connection = older.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("DROP TABLE " + Schema.RESTORING);
    }

    assertThatThrownBy(() -> Schema.join(older))
        .isInstanceOf(SchemaRefused.class)
        .hasMessageContaining("older release");
    try (Connection connection = older.getConnection()) {
      assertThat(Schema.version(connection)).contains("20");
    }
    DataSource empty = DATABASE.bare();
    Schema.join(empty);
    Schema.join(empty);
    try (Connection connection = empty.getConnection()) {
      assertThat(Schema.version(connection)).isPresent();
    }
  }

  /** A database of an earlier version, with these rows in it, brought to this one. */
  private static DataSource migratedFrom(String version, String rows) throws SQLException {
    DataSource bare = DATABASE.bare();
    Schema.prepareForRestore(bare, version, Schema.MIGRATIONS);
    try (Connection connection = bare.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("DROP TABLE " + Schema.RESTORING);
      statement.execute("SELECT set_config('ronda.everything', 'yes', false)");
      statement.execute(rows);
      statement.execute("RESET ronda.everything");
    }
    Schema.migrate(bare);
    return bare;
  }

  /** The one field that a query answers with, whosever it is. */
  private static String said(DataSource source, String query) throws SQLException {
    try (Connection connection = source.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("SELECT set_config('ronda.everything', 'yes', false)");
      try (ResultSet row = statement.executeQuery(query)) {
        row.next();
        return row.getString(1);
      } finally {
        statement.execute("RESET ronda.everything");
      }
    }
  }

  private static final String ONE_JOB =
      """
      INSERT INTO offices (id, name, kind, region)
        VALUES ('00000000-0000-0000-0000-000000000001', 'Contoh', 'communications-office', '32.71');
      INSERT INTO jobs (id, office_id, category, stance, severity, score, region, excerpt, platform,
          posts, accounts, first_seen, last_seen, due_at, weight, needs_two, standing, likeness,
          suspected)
        VALUES ('00000000-0000-0000-0000-000000000002', '00000000-0000-0000-0000-000000000001',
          'GAMBLING', 'PROMOTES', 1, 1, '', '', '', 1, 0, now(), now(), now(), 1, false, 'WAITING',
          '', '{GAMBLING}');
      """;

  private static final String THREE_PEOPLE =
      """
      INSERT INTO officers (id, office_id, name, email, roles, region)
        SELECT ('00000000-0000-0000-0000-00000000000' || n)::uuid,
          '00000000-0000-0000-0000-000000000001', name, n || '@contoh.invalid', '{reviewer}', '32.71'
        FROM (VALUES (4, 'Ani'), (5, 'Ani'), (6, 'Budi')) AS people (n, name);
      """;

  private static final String NOTICES =
      """
      INSERT INTO notices (id, office_id, sender_name, sender_region, from_file, sent_at, title,
          modus, look_for, advice, regions)
        SELECT uuidv7(), '00000000-0000-0000-0000-000000000001', 'x', '', title = 'berkas', now(),
          title, '', 'x', 'x', '{}'
        FROM (VALUES ('berkas'), ('sendiri')) AS told (title);
      """;

  private static final String JUDGED_BEFORE =
      """
      INSERT INTO judgements (office_id, job_id, officer, at, verdict, reason)
        SELECT '00000000-0000-0000-0000-000000000001', '00000000-0000-0000-0000-000000000002',
          ('00000000-0000-0000-0000-00000000000' || n)::uuid, '2026-11-22T02:00:00Z'::timestamptz
            + n * interval '1 minute', 'not-harmful', reason
        FROM (VALUES (6, 'ketiga'), (4, 'pertama'), (5, 'kedua')) AS said (n, reason);
      """;

  private static final String TAKEN_BACK_BEFORE =
      """
      INSERT INTO judgements (office_id, job_id, officer, at, verdict, reason, place, undone_at)
        SELECT '00000000-0000-0000-0000-000000000001', '00000000-0000-0000-0000-000000000002',
          ('00000000-0000-0000-0000-00000000000' || n)::uuid, '2026-11-22T02:00:00Z'::timestamptz
            + place * interval '1 minute', 'not-harmful', 'contoh', place,
          CASE WHEN back THEN '2026-11-22T02:03:00Z'::timestamptz END
        FROM (VALUES (4, 1, false), (6, 2, true), (5, 3, false)) AS said (n, place, back);
      """;

  private static final String PASTED_BEFORE =
      """
      INSERT INTO batches (id, office_id, at, sender, way, name, posts, found, known, begun, rejected)
        SELECT gen_random_uuid(), '00000000-0000-0000-0000-000000000001', now(), sender, 'PASTE', '',
          1, 1, 0, 1, 0
        FROM (VALUES ('Ani'), ('Budi'), ('program x')) AS sent (sender);
      """;

  private static final String LINKS =
      """
      INSERT INTO found_posts (id, office_id, job_id, join_reason, print, post_id, text, author,
          platform, url, region, links, images, received_at, findings, entities, plain)
        VALUES ('00000000-0000-0000-0000-000000000003', '00000000-0000-0000-0000-000000000001',
          '00000000-0000-0000-0000-000000000002', '', repeat('0', 64), '', '', '', '', '', '', '{}',
          '{}', now(), '[]', '[
            {"entity": "URL", "value": "contoh88.xyz/a", "details": {"domain": "contoh88.xyz"}},
            {"entity": "URL", "value": "contoh88.xyz/b", "details": {"domain": "contoh88.xyz"}},
            {"entity": "URL", "value": "192.0.2.1/b", "details": {"domain": "192.0.2.1"}},
            {"entity": "BLOCKED_DOMAIN", "value": "slot.sekolah.com",
              "details": {"domain": "sekolah.com"}},
            {"entity": "BLOCKED_DOMAIN", "value": "listed.contoh.com",
              "details": {"domain": "listed.contoh.com"}},
            {"entity": "PRICE", "value": "1", "details": {}}]', '');
      """;
}
