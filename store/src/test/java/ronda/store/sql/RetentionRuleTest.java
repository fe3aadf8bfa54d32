package ronda.store.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static ronda.store.sql.AgingOffice.HARMFUL;
import static ronda.store.sql.AgingOffice.HARMLESS;
import static ronda.store.sql.AgingOffice.NINE;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import ronda.casework.cases.CaseFile;
import ronda.casework.cases.Step;
import ronda.casework.quality.GoldenItem;
import ronda.casework.retention.Fate;
import ronda.casework.retention.LegalHold;
import ronda.casework.review.Verdict;
import ronda.store.postgres.EmbeddedDatabase;

/** The rule in Java and the rule in SQL, over jobs of every sort. */
class RetentionRuleTest {
  @RegisterExtension static final EmbeddedDatabase DATABASE = new EmbeddedDatabase();

  private TwoOffices offices;

  private AgingOffice office;

  @BeforeEach
  void enter() {
    offices = new TwoOffices(DATABASE.source());
    office = new AgingOffice(offices);
  }

  @Test
  void the_round_forgets_exactly_what_the_rule_says() {
    long seed = Long.getLong("ronda.fuzz.seed", 20261122);
    Random random = new Random(seed);
    Map<UUID, String> jobs = new LinkedHashMap<>();
    for (int i = 0; i < 80; i++) {
      jobs.put(anyJob(random), "seed " + seed + ", job " + i);
    }
    for (int days : List.of(1, 29, 31, 89, 91, 364, 367, 500, 1_900)) {
      Instant now = NINE.plus(Duration.ofDays(days));
      Set<UUID> expected = new HashSet<>();
      jobs.keySet().stream().filter(job -> isOver(job, now)).forEach(expected::add);

      office.forget(now);

      Set<UUID> gone = new HashSet<>();
      jobs.keySet().stream()
          .filter(job -> office.job(job).forgotten().filter(now::equals).isPresent())
          .forEach(gone::add);
      assertThat(gone)
          .as("after %d days, %s", days, jobs.values().iterator().next())
          .isEqualTo(expected);
    }
  }

  private boolean isOver(UUID id, Instant now) {
    Fate fate =
        office.run(jdbc -> new SqlRetention(jdbc).fate(new SqlJobs(jdbc).byId(id).orElseThrow()));
    return fate instanceof Fate.Until until && until.moment().isBefore(now);
  }

  private UUID anyJob(Random random) {
    Verdict[][] said = {
      {},
      {HARMLESS},
      {HARMFUL},
      {new Verdict.NeedsSecond()},
      {HARMFUL, HARMLESS},
      {HARMFUL, HARMLESS, HARMLESS},
      {new Verdict.DuplicateOf(UUID.randomUUID())}
    };
    Verdict[] verdicts = said[random.nextInt(said.length)];
    if (verdicts.length == 1 && verdicts[0] instanceof Verdict.DuplicateOf) {
      verdicts = new Verdict[] {new Verdict.DuplicateOf(office.judged(1))};
    }
    UUID job = office.judged(verdicts.length > 1 ? 2 : 1, verdicts);
    if (random.nextInt(3) == 0) {
      CaseFile file = office.open(job);
      switch (random.nextInt(3)) {
        case 0 -> office.add(file, new Step.Closed("ditangani"));
        case 1 -> office.add(file, new Step.Withdrawn("ditarik"));
        default -> {}
      }
      if (random.nextInt(4) == 0) {
        office.hold(LegalHold.Subject.CASE, file.id());
      }
    }
    if (random.nextInt(5) == 0) {
      office.hold(LegalHold.Subject.JOB, job);
    }
    if (random.nextInt(4) == 0) {
      Instant marked = NINE.plus(Duration.ofDays(random.nextInt(30)));
      GoldenItem item = new GoldenItem(UUID.randomUUID(), job, HARMFUL, "contoh");
      office.run(
          jdbc -> {
            new SqlGolden(jdbc).mark(item, offices.officers().getFirst(), marked);
            return true;
          });
    }
    return job;
  }
}
