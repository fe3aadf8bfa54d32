package ronda.store.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import ronda.casework.referral.Referrals;
import ronda.store.postgres.EmbeddedDatabase;
import ronda.testkit.contract.ReferralsContract;

class SqlReferralsTest extends ReferralsContract {
  @RegisterExtension static final EmbeddedDatabase DATABASE = new EmbeddedDatabase();

  private final TwoOffices offices = new TwoOffices(DATABASE.source());
  private final WrittenReferral world = new WrittenReferral(offices);

  @Override
  protected <T> T with(Function<Referrals, T> work) {
    return offices.tables().write(offices.mine(), jdbc -> work.apply(new SqlReferrals(jdbc)));
  }

  @Override
  protected String file(int number) {
    return WrittenReferral.file(number);
  }

  @Override
  protected UUID addressee() {
    return world.addressee();
  }

  @Test
  void another_office_sees_no_referral_and_counts_its_own_letters() {
    UUID id = world.begun();
    with(referrals -> referrals.nextCount(2026));
    boolean nothing =
        offices
            .tables()
            .write(
                offices.other(),
                jdbc -> {
                  var theirs = new SqlReferrals(jdbc);
                  return theirs.byId(id).isEmpty()
                      && theirs.byLetter("B-1/KOMINFO/XI/2026").isEmpty()
                      && theirs.count(Optional.empty()) == 0
                      && theirs.nextCount(2026) == 1;
                });
    assertThat(nothing).isTrue();
  }
}
