package ronda.server.desk;

import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import ronda.casework.review.Job;
import ronda.casework.review.Judgement;
import ronda.casework.review.Reviewing.Answer;
import ronda.casework.review.Verdict;
import ronda.identify.decide.Severity;
import ronda.identify.post.Category;
import ronda.identify.post.Stance;
import ronda.server.door.Caller;
import ronda.server.page.Fields;

/** Judgements as forms send them. */
@Component
class Judging {
  private final Desks desks;

  Judging(Desks desks) {
    this.desks = desks;
  }

  /**
   * What a form says.
   *
   * @param verdict on each job it is said of: "as suspected" differs from job to job
   */
  record Said(Function<Job, Verdict> verdict, String reason) {

    /** What these fields say; empty if a verdict or its reason is missing. */
    static Optional<Said> read(Map<String, String> fields) {
      return Fields.reason(fields.get("reason"), Judgement.LONGEST_REASON)
          .flatMap(reason -> read(fields, reason));
    }

    private static Optional<Said> read(Map<String, String> fields, String reason) {
      if (fields.getOrDefault("verdict", "").equals("as-suspected")) {
        return Optional.of(
            new Said(
                job -> new Verdict.Confirmed(job.category(), job.stance(), job.severity()),
                reason));
      }
      return verdict(fields).map(verdict -> new Said(job -> verdict, reason));
    }

    private static Optional<Verdict> verdict(Map<String, String> fields) {
      return switch (fields.getOrDefault("verdict", "")) {
        case "confirmed" -> confirmed(fields).map(Verdict.class::cast);
        case "not-harmful" -> Optional.of(new Verdict.NotHarmful());
        case "needs-second" -> Optional.of(new Verdict.NeedsSecond());
        case "duplicate" -> duplicate(fields.getOrDefault("original", ""));
        default -> Optional.empty();
      };
    }

    /** What the fields of a confirmation say; empty if one is missing or is none of ours. */
    static Optional<Verdict.Confirmed> confirmed(Map<String, String> fields) {
      Optional<Stance> stance = named(Stance.class, fields.getOrDefault("stance", "promotes"));
      Optional<Severity> severity = named(Severity.class, fields.getOrDefault("severity", ""));
      return Category.ofCode(fields.getOrDefault("category", ""))
          .flatMap(
              category ->
                  stance.flatMap(
                      how -> severity.map(grave -> new Verdict.Confirmed(category, how, grave))));
    }

    private static Optional<Verdict> duplicate(String original) {
      // People copy the address of a job as often as its id.
      String id = original.strip().substring(original.strip().lastIndexOf('/') + 1);
      try {
        return Optional.of(new Verdict.DuplicateOf(UUID.fromString(id)));
      } catch (IllegalArgumentException notAnId) {
        return Optional.empty();
      }
    }

    private static <E extends Enum<E>> Optional<E> named(Class<E> type, String code) {
      try {
        return Optional.of(Enum.valueOf(type, code.toUpperCase(Locale.ROOT)));
      } catch (IllegalArgumentException unknown) {
        return Optional.empty();
      }
    }
  }

  /** Takes the job, if it is not in this person's hands already, and judges it. */
  Answer takeAndJudge(Caller.Person person, UUID job, Said said) {
    Instant now = desks.clock().instant();
    return desks.changeInTurn(
        person.office(),
        (desk, jdbc) ->
            switch (desk.take(job, person.officer(), now)) {
              case Answer.Done taken ->
                  desk.judge(
                      job, person.officer(), said.verdict().apply(taken.job()), said.reason(), now);
              case Answer.Refused refused -> refused;
            });
  }
}
