package ronda.store.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import ronda.casework.cases.CaseFile;
import ronda.casework.cases.Cases;
import ronda.casework.cases.Step;
import ronda.casework.chain.Link;
import ronda.casework.office.Region;
import ronda.identify.decide.Severity;
import ronda.identify.post.Category;
import ronda.identify.post.Stance;
import ronda.store.postgres.EmbeddedDatabase;
import ronda.testkit.contract.CasesContract;
import ronda.testkit.contract.FoundPosts;

class SqlCasesTest extends CasesContract {
  @RegisterExtension static final EmbeddedDatabase DATABASE = new EmbeddedDatabase();

  private final Map<Integer, UUID> jobs = new HashMap<>();
  private TwoOffices offices;

  @BeforeEach
  void enter() {
    offices = new TwoOffices(DATABASE.source());
  }

  @Override
  protected <T> T with(Function<Cases, T> work) {
    return offices.tables().write(offices.mine(), jdbc -> work.apply(new SqlCases(jdbc)));
  }

  @Override
  protected UUID job(int number) {
    return jobs.computeIfAbsent(number, n -> offices.begunJob());
  }

  @Test
  void the_database_itself_refuses_to_change_a_step() {
    Step opened = new Step.Opened(job(1), Category.GAMBLING, Stance.PROMOTES, Severity.HIGH);
    UUID id = UUID.randomUUID();
    Step.Taken taken = new Step.Taken(FoundPosts.NINE, "Ani", opened);
    with(
        cases -> {
          cases.open(new CaseFile(id, "2026-000001", Region.UNKNOWN, List.of(taken)));
          return true;
        });
    for (String sql : List.of("UPDATE case_steps SET actor = 'Budi'", "DELETE FROM case_steps")) {
      assertThatThrownBy(
              () -> offices.tables().write(offices.mine(), jdbc -> jdbc.sql(sql).update()))
          .hasMessageContaining("case_steps");
    }
    assertThat(this.<List<Link>>with(cases -> cases.chainOf(id))).hasSize(1);
  }
}
