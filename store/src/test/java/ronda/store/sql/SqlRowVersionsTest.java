package ronda.store.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import ronda.casework.authority.Row;
import ronda.casework.authority.RowVersions;
import ronda.store.postgres.EmbeddedDatabase;
import ronda.testkit.contract.RowVersionsContract;

class SqlRowVersionsTest extends RowVersionsContract {
  @RegisterExtension static final EmbeddedDatabase DATABASE = new EmbeddedDatabase();

  private final TwoOffices offices = new TwoOffices(DATABASE.source());

  @Override
  protected <T> T with(Function<RowVersions, T> work) {
    return offices.tables().write(offices.mine(), jdbc -> work.apply(new SqlRowVersions(jdbc)));
  }

  @Override
  protected List<UUID> officers() {
    return offices.officers();
  }

  @Test
  void an_office_has_a_table_of_its_own() {
    the_shipped_rows_hold_at_once_and_are_brought_once();
    List<Row> elsewhere =
        offices.tables().read(offices.other(), jdbc -> new SqlRowVersions(jdbc).inForce());
    assertThat(elsewhere).isEmpty();
  }

  @Test
  void the_database_itself_refuses_to_change_a_text_or_a_decision() {
    the_shipped_rows_hold_at_once_and_are_brought_once();
    for (String sql :
        List.of(
            "UPDATE authority_versions SET text = 'x'",
            "DELETE FROM authority_versions",
            "UPDATE authority_decisions SET approved = false",
            "DELETE FROM authority_decisions")) {
      assertThatThrownBy(
              () -> offices.tables().write(offices.mine(), jdbc -> jdbc.sql(sql).update()))
          .as(sql)
          .hasMessageContaining("authority_");
    }
  }

  @Test
  void the_database_itself_refuses_that_the_proposer_approves() {
    UUID ani = offices.officers().getFirst();
    assertThatThrownBy(
            () ->
                offices
                    .tables()
                    .write(
                        offices.mine(),
                        jdbc -> {
                          jdbc.sql(
                                  """
                                  INSERT INTO authority_versions (id, row_id, number, text, struck,
                                    proposer, proposed_by, proposed_at, why)
                                  VALUES (:ani, 'x', 1, '', false, :ani, 'Ani', now(), 'x')
                                  """)
                              .param("ani", ani)
                              .update();
                          return jdbc.sql(
                                  """
                                  INSERT INTO authority_decisions
                                    (version_id, officer, decided_by, decided_at, approved, why)
                                  VALUES (:ani, :ani, 'Ani', now(), true, 'x')
                                  """)
                              .param("ani", ani)
                              .update();
                        }))
        .hasMessageContaining("does not decide it");
  }
}
