package ronda.store.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.jdbc.core.simple.JdbcClient;
import ronda.casework.chain.Link;
import ronda.casework.office.Office;
import ronda.casework.office.Region;
import ronda.store.postgres.EmbeddedDatabase;

/** One office never sees another's rows, whatever a statement forgets. */
class InOfficeTest {
  @RegisterExtension static final EmbeddedDatabase DATABASE = new EmbeddedDatabase();

  /** Looked up before an office is known; each of their statements carries its own condition. */
  private static final Set<String> BEFORE_OFFICE = Set.of("officers", "tokens", "objection_keys");

  private static final UUID BOGOR = UUID.randomUUID();
  private static final UUID DEPOK = UUID.randomUUID();

  private final InOffice tables = new InOffice(DATABASE.source());

  @BeforeAll
  static void two_offices_with_an_act_each() {
    var tables = new InOffice(DATABASE.source());
    for (UUID id : List.of(BOGOR, DEPOK)) {
      new SqlOffices(tables).put(new Office(id, "Dinas", Office.Kind.MINISTRY, new Region("32")));
      new SqlAuditLog(tables)
          .add(id, new Link.Entry(Instant.EPOCH, id.toString(), "signed-in", "officer:1", "{}"));
    }
  }

  private static List<String> actors(JdbcClient jdbc) {
    return jdbc.sql("SELECT actor FROM audit_log").query((row, number) -> row.getString(1)).list();
  }

  @Test
  void a_statement_that_forgets_to_ask_for_its_office_sees_only_its_own() {
    assertThat(tables.read(BOGOR, InOfficeTest::actors)).containsExactly(BOGOR.toString());
    assertThat(tables.write(DEPOK, InOfficeTest::actors)).containsExactly(DEPOK.toString());
  }

  @Test
  void outside_an_office_there_is_nothing_to_see() {
    assertThat(tables.beforeOffice(InOfficeTest::actors)).isEmpty();
    assertThat(actors(JdbcClient.create(DATABASE.source()))).isEmpty();
  }

  @Test
  void the_servers_own_rounds_see_all() {
    assertThat(tables.everywhere(InOfficeTest::actors))
        .containsExactlyInAnyOrder(BOGOR.toString(), DEPOK.toString());
  }

  @Test
  void a_row_for_another_office_cannot_be_written() {
    assertThatThrownBy(
            () ->
                tables.run(
                    BOGOR,
                    jdbc ->
                        jdbc.sql(
                                "INSERT INTO audit_heads (office_id, number, hash)"
                                    + " VALUES (?, 0, decode(repeat('00', 32), 'hex'))"
                                    + " ON CONFLICT (office_id) DO UPDATE SET number = 99")
                            .param(DEPOK)
                            .update()))
        .rootCause()
        .hasMessageContaining("row-level security");
  }

  @Test
  void a_transaction_of_one_office_cannot_turn_into_one_of_another() {
    assertThatIllegalStateException()
        .isThrownBy(() -> tables.write(BOGOR, jdbc -> tables.read(DEPOK, InOfficeTest::actors)));
  }

  @Test
  void a_transaction_within_one_of_the_same_office_joins_it() {
    List<String> seen = tables.write(BOGOR, jdbc -> tables.write(BOGOR, InOfficeTest::actors));

    assertThat(seen).hasSize(1);
  }

  @Test
  void nothing_of_an_office_stays_behind_in_the_connection() {
    tables.read(BOGOR, InOfficeTest::actors);

    assertThat(
            JdbcClient.create(DATABASE.source())
                .sql("SELECT coalesce(current_setting('ronda.office', true), '')")
                .query(String.class)
                .single())
        .isEmpty();
  }

  @Test
  void every_table_with_an_office_keeps_offices_apart_by_itself() {
    List<String> open =
        JdbcClient.create(DATABASE.source())
            .sql(
                """
                SELECT c.relname FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid
                WHERE a.attname = 'office_id' AND NOT a.attisdropped AND c.relkind IN ('r', 'p')
                  AND c.relnamespace = current_schema()::regnamespace
                  AND NOT (c.relrowsecurity AND c.relforcerowsecurity
                    AND EXISTS (SELECT 1 FROM pg_policy p WHERE p.polrelid = c.oid))
                """)
            .query((row, number) -> row.getString(1))
            .list();

    assertThat(open).as("tables without row-level security").hasSameElementsAs(BEFORE_OFFICE);
  }

  @Test
  void rondas_login_is_bound_by_row_level_security() {
    assertThat(
            JdbcClient.create(DATABASE.source())
                .sql("SELECT rolsuper OR rolbypassrls FROM pg_roles WHERE rolname = current_user")
                .query(Boolean.class)
                .single())
        .isFalse();
  }
}
