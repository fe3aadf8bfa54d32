package ronda.store.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import ronda.casework.cases.CaseFile;
import ronda.casework.cases.Step;
import ronda.casework.intake.FoundPost;
import ronda.casework.office.Region;
import ronda.casework.retention.LegalHold;
import ronda.casework.retention.RecordKind;
import ronda.casework.review.Job;
import ronda.casework.review.Jobs;
import ronda.casework.review.Judgement;
import ronda.casework.review.Verdict;
import ronda.identify.decide.Severity;
import ronda.identify.post.Category;
import ronda.identify.post.Stance;
import ronda.testkit.contract.FoundPosts;

/** An office whose jobs were judged at nine, became cases or were put on hold, and grow old. */
final class AgingOffice {
  static final Instant NINE = FoundPosts.NINE;

  static final Verdict HARMFUL =
      new Verdict.Confirmed(Category.GAMBLING, Stance.PROMOTES, Severity.HIGH);

  static final Verdict HARMLESS = new Verdict.NotHarmful();

  static final int MOST = 1_000;

  private final TwoOffices offices;

  AgingOffice(TwoOffices offices) {
    this.offices = offices;
  }

  UUID judged(int judges, Verdict... verdicts) {
    long number = FoundPosts.fresh();
    FoundPost post =
        FoundPosts.post(number, "Main di CONTOH88 rahasia " + number, "akun-rekaan", NINE);
    Job plain = FoundPosts.job(number, post, Severity.HIGH);
    Job begun =
        new Job(
            plain.id(),
            plain.category(),
            plain.stance(),
            plain.severity(),
            plain.score(),
            plain.region(),
            plain.excerpt(),
            plain.platform(),
            plain.posts(),
            plain.accounts(),
            plain.firstSeen(),
            plain.lastSeen(),
            judges > 1,
            plain.hold(),
            List.of());
    List<Judgement> said = new ArrayList<>();
    for (Verdict verdict : verdicts) {
      UUID officer = offices.officers().get(said.size() % 2);
      said.add(
          new Judgement(
              officer, NINE.plus(Duration.ofMinutes(10L * (said.size() + 1))), verdict, "contoh"));
    }
    return run(
        jdbc -> {
          SqlJobs jobs = new SqlJobs(jdbc);
          jobs.begin(List.of(Jobs.Beginning.of(begun, post)));
          jobs.put(begun.saying(said), NINE);
          return begun.id();
        });
  }

  CaseFile open(UUID job) {
    return run(
        jdbc -> {
          SqlCases cases = new SqlCases(jdbc);
          Step opened = new Step.Opened(job, Category.GAMBLING, Stance.PROMOTES, Severity.HIGH);
          CaseFile file =
              new CaseFile(
                  UUID.randomUUID(),
                  cases.nextNumber(2026),
                  new Region("32.71"),
                  List.of(new Step.Taken(NINE, "Ani", opened)));
          cases.open(file);
          return file;
        });
  }

  void add(CaseFile file, Step step) {
    run(
        jdbc -> {
          new SqlCases(jdbc).add(file.after(new Step.Taken(NINE, "Ani", step)));
          return true;
        });
  }

  LegalHold hold(LegalHold.Subject kind, UUID subject) {
    return run(jdbc -> place(jdbc, kind, subject));
  }

  static LegalHold place(JdbcClient jdbc, LegalHold.Subject kind, UUID subject) {
    LegalHold.Act act = new LegalHold.Act("Kemal", NINE, "diminta penyidik", "surat contoh");
    LegalHold hold = new LegalHold(UUID.randomUUID(), kind, subject, act, Optional.empty());
    new SqlLegalHolds(jdbc).place(hold);
    return hold;
  }

  Job job(UUID id) {
    return run(jdbc -> new SqlJobs(jdbc).byId(id).orElseThrow());
  }

  Map<RecordKind, Integer> forget(Instant now) {
    return run(
        jdbc -> {
          var retention = new SqlRetention(jdbc);
          Map<RecordKind, Long> foretold = retention.over(retention.periods(), now);
          Map<RecordKind, Integer> counts = retention.forget(now, MOST);
          assertThat(foretold)
              .as("what an office is told before it shortens a period is what a round does")
              .isEqualTo(
                  counts.entrySet().stream()
                      .collect(Collectors.toMap(Map.Entry::getKey, one -> (long) one.getValue())));
          return counts;
        });
  }

  <T> T read(Function<JdbcClient, T> work) {
    return offices.tables().read(offices.mine(), work);
  }

  <T> T run(Function<JdbcClient, T> work) {
    return offices.tables().write(offices.mine(), work);
  }
}
