package ronda.server.objection;

import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import ronda.casework.objection.PublicCode;
import ronda.store.sql.SqlPublicKeys;

/** The code by which a person outside names a case (kode keberatan): it stands on every letter. */
@Component
public final class CaseCodes {
  private final SecureRandom random = new SecureRandom();
  private final InstantSource clock;

  CaseCodes(InstantSource clock) {
    this.clock = clock;
  }

  /** The code of a case, made when it is first asked for; within a change of the case's office. */
  public PublicCode of(UUID office, UUID file, JdbcClient jdbc) {
    PublicCode fresh = PublicCode.random(PublicCode.OF_CASE, random);
    return new SqlPublicKeys(jdbc).codeOf(office, file, fresh, clock.instant());
  }

  PublicCode receipt() {
    return PublicCode.random(PublicCode.OF_RECEIPT, random);
  }

  PublicCode secret() {
    return PublicCode.random(PublicCode.OF_SECRET, random);
  }
}
