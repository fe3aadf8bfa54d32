package ronda.server;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import ronda.casework.cases.CaseFile;
import ronda.casework.intake.FoundPost;
import ronda.casework.office.Officer;
import ronda.casework.review.Filter;
import ronda.casework.review.Job;
import ronda.casework.review.Verdict;
import ronda.identify.decide.Finding;
import ronda.identify.decide.Severity;
import ronda.identify.post.Category;
import ronda.identify.post.Origin;
import ronda.identify.post.Post;
import ronda.identify.post.Span;
import ronda.identify.post.Stance;
import ronda.identify.signal.PatternFound;
import ronda.server.desk.Desks;
import ronda.store.sql.SqlCases;
import ronda.store.sql.SqlJobs;

/** Cases as they come to be: a made-up post comes in, and an officer confirms it. */
public final class MadeUpCases {
  private final OpenDesk desk;

  public MadeUpCases(OpenDesk desk) {
    this.desk = desk;
  }

  /** A case from one post, confirmed by each of these people in turn. */
  public CaseFile confirmed(String text, Category category, Officer... by) {
    UUID office = by[0].office();
    Instant now = desk.now();
    Job job =
        desk.bean(Desks.class)
            .change(
                office,
                (here, jdbc) -> {
                  here.receive(List.of(post(text, category)));
                  return new SqlJobs(jdbc)
                      .queue(Filter.waiting(), now, Optional.empty(), 200).jobs().stream()
                          .filter(one -> one.excerpt().equals(text))
                          .findFirst()
                          .orElseThrow();
                });
    for (Officer officer : by) {
      judge(job.id(), officer, new Verdict.Confirmed(category, Stance.PROMOTES, Severity.HIGH));
    }
    return desk.bean(Desks.class)
        .change(office, (here, jdbc) -> new SqlCases(jdbc).ofJob(job.id()).orElseThrow());
  }

  private void judge(UUID job, Officer officer, Verdict verdict) {
    desk.bean(Desks.class)
        .change(
            officer.office(),
            (here, jdbc) -> {
              here.take(job, officer, desk.now());
              return here.judge(job, officer, verdict, "jelas sekali", desk.now());
            });
  }

  private FoundPost post(String text, Category category) {
    Origin origin =
        new Origin(
            "akun" + UUID.randomUUID(),
            "video",
            "",
            Optional.of(desk.now()),
            "",
            List.of(),
            List.of());
    Finding finding =
        new Finding(
            category,
            Stance.PROMOTES,
            0.9,
            List.of(new PatternFound("contoh", category, new Span(0, 1), 1)),
            "contoh@1",
            Severity.HIGH,
            "contoh",
            false);
    return new FoundPost(
        UUID.randomUUID(), new Post("1", text, origin), List.of(finding), List.of(), desk.now());
  }
}
