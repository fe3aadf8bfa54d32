package ronda.server.evidence;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import ronda.proof.vault.Vault;
import ronda.store.sql.InOffice;
import ronda.store.sql.SqlSealed;

/**
 * Evidence that no key of this server opens, as after a restore without the key file. It is counted
 * once, at the start: the keys are read then, and what is sealed later is sealed with one of them.
 */
public final class SealedElsewhere {
  private final Map<UUID, Long> byOffice;

  SealedElsewhere(InOffice tables, Vault vault) {
    byOffice =
        tables.everywhere(
            jdbc -> {
              Map<UUID, Long> all = new HashMap<>();
              for (SqlSealed.Place place : SqlSealed.Place.values()) {
                new SqlSealed(jdbc)
                    .others(place, vault.beginnings())
                    .forEach((office, count) -> all.merge(office, count, Long::sum));
              }
              return all;
            });
  }

  /** How many pieces of this office's. */
  long of(UUID office) {
    return byOffice.getOrDefault(office, 0L);
  }

  /** How many pieces of all offices. */
  public long inAll() {
    return byOffice.values().stream().mapToLong(Long::longValue).sum();
  }
}
