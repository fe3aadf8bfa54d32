package ronda.server.patrol;

import java.util.UUID;
import ronda.identify.Patrol;

/** Every office's patrol. */
public interface Patrols {
  /** The patrol of this office, as it is dressed now. Ask anew for each batch: policies change. */
  Patrol of(UUID office);
}
