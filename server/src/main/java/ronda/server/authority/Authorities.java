package ronda.server.authority;

import java.util.UUID;
import org.springframework.stereotype.Component;
import ronda.casework.ReferralGuard;
import ronda.casework.authority.Actor;
import ronda.casework.authority.Authority;
import ronda.casework.authority.ShippedRows;
import ronda.casework.office.Office;
import ronda.casework.office.Offices;

/** Gives each office its authority table. */
@Component
public final class Authorities {
  private final Offices offices;
  private final Authority shipped = new Authority(ShippedRows.all());

  Authorities(Offices offices) {
    this.offices = offices;
  }

  /** The table in force for this office. */
  public Authority of(UUID office) {
    return shipped;
  }

  /** What this office is before the law. */
  public Actor actor(UUID office) {
    return offices.byId(office).map(Office::kind).map(Actor::of).orElseThrow();
  }

  /** Who says whether a case of this office may be referred. */
  public ReferralGuard guard(UUID office) {
    return new ReferralGuard(of(office), actor(office));
  }
}
