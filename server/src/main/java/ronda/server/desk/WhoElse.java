package ronda.server.desk;

import java.time.InstantSource;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import ronda.casework.Desk;
import ronda.casework.office.Offices;
import ronda.casework.office.Permission;
import ronda.casework.review.Job;
import ronda.store.login.Logins;

/** Who is left in an office to decide a job that somebody has judged already. */
@Component
class WhoElse {
  private final Offices offices;
  private final Logins logins;
  private final InstantSource clock;

  WhoElse(Offices offices, Logins logins, InstantSource clock) {
    this.offices = offices;
    this.logins = logins;
    this.clock = clock;
  }

  /**
   * Whether the job waits for another person and there is none: of those who may review, are to be
   * shown it and can sign in, each has said what it is or knows what the first said.
   */
  boolean isNobody(UUID office, Job job) {
    if (job.standing().isDecided() || job.judgements().isEmpty()) {
      return false;
    }
    Map<UUID, Logins.Login> known = logins.ofOffice(office, clock.instant());
    return offices.officersOf(office).stream()
        .filter(one -> one.may(Permission.REVIEW) && Desk.isFor(one, job))
        .filter(one -> !known.containsKey(one.id()) || !known.get(one.id()).locked())
        .allMatch(one -> job.hasVerdictOf(one.id()) || job.isShutTo(one.id()));
  }
}
