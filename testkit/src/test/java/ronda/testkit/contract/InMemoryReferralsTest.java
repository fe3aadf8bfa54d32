package ronda.testkit.contract;

import java.util.UUID;
import java.util.function.Function;
import ronda.casework.referral.InMemoryReferrals;
import ronda.casework.referral.Referrals;

class InMemoryReferralsTest extends ReferralsContract {
  private final Referrals referrals = new InMemoryReferrals();

  @Override
  protected <T> T with(Function<Referrals, T> work) {
    return work.apply(referrals);
  }

  @Override
  protected String file(int number) {
    return "2026-00000" + number;
  }

  @Override
  protected UUID addressee() {
    return new UUID(1, 1);
  }
}
