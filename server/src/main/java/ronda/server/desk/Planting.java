package ronda.server.desk;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import ronda.casework.Desk;
import ronda.casework.office.Officer;
import ronda.casework.quality.GoldenCopy;
import ronda.casework.quality.GoldenItem;
import ronda.casework.review.Judgement;
import ronda.server.door.Acts;
import ronda.server.door.Caller;
import ronda.store.sql.SqlGolden;
import ronda.store.sql.SqlJobs;

/**
 * Hands out copies of golden items in place of the next job, now and then. To the reviewer they
 * look like any job; they stand in no queue and nothing comes of them but an answer.
 */
@Component
class Planting {
  private static final int TRIED = 20;

  private final SecureRandom random = new SecureRandom();
  private final Ids ids;
  private final Acts acts;

  Planting(Ids ids, Acts acts) {
    this.ids = ids;
    this.acts = acts;
  }

  /** A copy for this officer, if one is still open or the lot falls on one. */
  Optional<UUID> next(Officer officer, JdbcClient jdbc, Instant now) {
    SqlGolden golden = new SqlGolden(jdbc);
    SqlJobs jobs = new SqlJobs(jdbc);
    Optional<GoldenCopy> open =
        golden.open(officer.id(), TRIED).stream()
            .filter(
                copy ->
                    jobs.byId(copy.item().job())
                        .filter(job -> JobInSight.isStill(copy, job, officer))
                        .isPresent())
            .findFirst();
    if (open.isPresent()) {
      return open.map(GoldenCopy::id);
    }
    int oneIn = golden.oneIn();
    if (oneIn == 0 || random.nextInt(oneIn) != 0) {
      return Optional.empty();
    }
    Optional<GoldenItem> item =
        golden.unmet(officer.id(), TRIED).stream()
            .filter(
                one ->
                    jobs.byId(one.job())
                        .filter(job -> Desk.isFor(officer, job) && !job.isForgotten())
                        .isPresent())
            .findFirst();
    UUID copy = ids.next();
    return item.filter(one -> golden.plant(copy, one, officer.id(), now)).map(one -> copy);
  }

  /** Whether this id is that of a copy in the officer's hands. */
  boolean isCopy(UUID id, Officer officer, JdbcClient jdbc) {
    return new SqlGolden(jdbc).copy(id, officer.id()).isPresent();
  }

  /** Keeps the answer; false if there was one before. */
  boolean answer(
      Caller.Person person, JobInSight shown, Judging.Said said, JdbcClient jdbc, Instant now) {
    GoldenCopy copy = shown.copy().orElseThrow();
    Judgement judgement =
        new Judgement(person.officer().id(), now, said.verdict().apply(shown.job()), said.reason());
    boolean kept = new SqlGolden(jdbc).answer(copy, judgement);
    if (kept) {
      acts.write(
          person,
          "golden-answered",
          "golden:" + copy.item().id(),
          Map.of("verdict", judgement.verdict().code()));
    }
    return kept;
  }
}
