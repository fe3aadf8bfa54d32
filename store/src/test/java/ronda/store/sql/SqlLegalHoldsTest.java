package ronda.store.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import ronda.casework.retention.LegalHold;
import ronda.casework.retention.LegalHolds;
import ronda.store.postgres.EmbeddedDatabase;
import ronda.testkit.contract.FoundPosts;
import ronda.testkit.contract.LegalHoldsContract;

class SqlLegalHoldsTest extends LegalHoldsContract {
  @RegisterExtension static final EmbeddedDatabase DATABASE = new EmbeddedDatabase();

  private TwoOffices offices;

  @BeforeEach
  void enter() {
    offices = new TwoOffices(DATABASE.source());
  }

  @Override
  protected <T> T with(Function<LegalHolds, T> work) {
    return offices.tables().write(offices.mine(), jdbc -> work.apply(new SqlLegalHolds(jdbc)));
  }

  @Test
  void another_office_sees_no_hold() {
    LegalHold hold =
        new LegalHold(
            UUID.randomUUID(),
            LegalHold.Subject.CASE,
            UUID.randomUUID(),
            new LegalHold.Act("Kemal Contoh", FoundPosts.NINE, "diminta penyidik", "surat contoh"),
            Optional.empty());
    with(
        holds -> {
          holds.place(hold);
          return true;
        });

    boolean seen =
        offices
            .tables()
            .read(offices.other(), jdbc -> new SqlLegalHolds(jdbc).byId(hold.id()).isPresent());
    assertThat(seen).isFalse();
  }
}
