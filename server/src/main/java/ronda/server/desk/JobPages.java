package ronda.server.desk;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import ronda.casework.Desk;
import ronda.casework.intake.ByHand;
import ronda.casework.intake.FoundPost;
import ronda.casework.intake.SharedDomains;
import ronda.casework.intake.Trait;
import ronda.casework.office.Officer;
import ronda.casework.office.Offices;
import ronda.casework.office.Permission;
import ronda.casework.review.Job;
import ronda.casework.review.Judgement;
import ronda.casework.review.Reviewing;
import ronda.casework.review.Reviewing.Answer;
import ronda.casework.review.Standing;
import ronda.casework.review.Suggestion;
import ronda.identify.decide.Severity;
import ronda.identify.post.Category;
import ronda.identify.post.Stance;
import ronda.identify.signal.Signal;
import ronda.server.door.Allowed;
import ronda.server.door.Caller;
import ronda.store.sql.SqlCases;
import ronda.store.sql.SqlJobs;

/** One job: the post as it was, why it was raised, what else is known, and the decision. */
@Controller
class JobPages {
  private static final int MOST_POSTS = 20;
  private static final int MOST_RELATED = 20;

  private final Desks desks;
  private final Judging judging;
  private final Offices offices;
  private final Planting planting;
  private final List<JobPart> parts;

  JobPages(Desks desks, Judging judging, Offices offices, Planting planting, List<JobPart> parts) {
    this.desks = desks;
    this.judging = judging;
    this.offices = offices;
    this.planting = planting;
    this.parts = List.copyOf(parts);
  }

  /**
   * Something a post shares with others.
   *
   * @param jobs other jobs with it
   */
  public record Shared(Trait trait, List<JobLine> jobs) {}

  /** A post of the job, cut into marked pieces. */
  public record ShownPost(FoundPost found, List<Marked.Piece> pieces) {}

  /** A judgement with the name of who gave it. */
  public record Signed(String name, Judgement judgement) {}

  /** What a room shows on the job's page, with the template that shows it. */
  public record ShownPart(String template, Object content) {}

  @Allowed(Permission.READ_DESK)
  @GetMapping("/jobs/{id}")
  String job(Caller.Person person, @PathVariable UUID id, Model model) {
    Instant now = desks.clock().instant();
    model.addAttribute("categories", Category.values());
    model.addAttribute("stances", Stance.values());
    model.addAttribute("severities", Severity.values());
    return desks.change(
        person.office(),
        (desk, jdbc) -> {
          SqlJobs jobs = new SqlJobs(jdbc);
          Optional<Planting.Shown> copy =
              planting.shown(id, person.officer(), jdbc, now, MOST_POSTS);
          if (copy.filter(shown -> shown.copy().isAnswered()).isPresent()) {
            return "redirect:/quality/golden/" + id;
          }
          Job job =
              copy.map(Planting.Shown::job).orElseGet(() -> found(jobs, id, person.officer()));
          UUID original = copy.map(Planting.Shown::original).orElse(id);
          List<FoundPost> posts =
              copy.map(Planting.Shown::posts).orElseGet(() -> jobs.postsOf(id, MOST_POSTS));
          model.addAttribute("file", new SqlCases(jdbc).ofJob(id).orElse(null));
          model.addAttribute("parts", parts(person, job, jdbc));
          model.addAttribute("line", JobLine.of(job, now));
          model.addAttribute("judgements", signed(job.judgementsShownTo(person.officer().id())));
          if (job.isForgotten()) {
            return "desk/forgotten";
          }
          new Strain(jdbc).saw(person.officer().id(), original, now);
          show(job, original, posts, jobs, person.officer(), now, model);
          model.addAttribute("watched", WatchedAuthors.of(person, posts, jdbc));
          return "desk/job";
        });
  }

  private List<ShownPart> parts(Caller.Person person, Job job, JdbcClient jdbc) {
    return parts.stream()
        .flatMap(
            part ->
                part.of(person, job, jdbc).stream()
                    .map(content -> new ShownPart(part.template(), content)))
        .toList();
  }

  private static Job found(SqlJobs jobs, UUID id, Officer officer) {
    return jobs.byId(id)
        .filter(job -> Desk.isFor(officer, job))
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }

  /**
   * @param original the job itself, or the one of which it is a copy: it is not among its own likes
   */
  private void show(
      Job job,
      UUID original,
      List<FoundPost> posts,
      SqlJobs jobs,
      Officer officer,
      Instant now,
      Model model) {
    FoundPost first = posts.getFirst();
    List<Signal> reasons = ByHand.is(first.first()) ? List.of() : Marked.reasons(first.findings());
    JobLine line = JobLine.of(job, now);
    model.addAttribute("first", first);
    model.addAttribute("byHand", ByHand.is(first.first()));
    model.addAttribute("pieces", Marked.pieces(first.post().text(), reasons));
    model.addAttribute("reasons", reasons);
    model.addAttribute("others", others(posts));
    List<Shared> shared = shared(first, original, jobs, officer, now);
    model.addAttribute("shared", shared);
    List<AlikeJobs.Alike> alike = AlikeJobs.of(job, original, first, jobs, officer, now);
    model.addAttribute("alike", alike);
    model.addAttribute("originals", originals(alike, shared));
    model.addAttribute("suggestion", suggestion(job, shared));
    model.addAttribute("holder", line.holder().map(this::nameOf).orElse(""));
    model.addAttribute("mine", line.holder().filter(officer.id()::equals).isPresent());
    model.addAttribute("said", job.wasJudgedBy(officer.id()));
    model.addAttribute("undoable", isUndoable(job, officer, jobs, now));
  }

  /** What the job may be the same as, as far as this page tells; a duplicate has no duplicates. */
  private static List<Job> originals(List<AlikeJobs.Alike> alike, List<Shared> shared) {
    return Stream.concat(
            alike.stream().map(AlikeJobs.Alike::line),
            shared.stream().flatMap(one -> one.jobs().stream()))
        .map(JobLine::job)
        .filter(job -> job.standing() != Standing.DUPLICATE)
        .distinct()
        .limit(MOST_RELATED)
        .toList();
  }

  private static boolean isUndoable(Job job, Officer officer, SqlJobs jobs, Instant now) {
    Instant since = now.minus(Reviewing.UNDO);
    return jobs.judgedBy(officer.id(), since).stream().anyMatch(own -> own.id().equals(job.id()));
  }

  private static List<ShownPost> others(List<FoundPost> posts) {
    return posts.stream()
        .skip(1)
        .map(
            found ->
                new ShownPost(
                    found, Marked.pieces(found.post().text(), Marked.reasons(found.findings()))))
        .toList();
  }

  private static List<Shared> shared(
      FoundPost post, UUID original, SqlJobs jobs, Officer officer, Instant now) {
    List<Shared> all = new ArrayList<>();
    for (Trait trait : Trait.of(post)) {
      if (SharedDomains.shipped().hold(trait)) {
        continue; // Strangers link there as well.
      }
      List<Job> others =
          jobs.with(trait, MOST_RELATED).stream()
              .filter(other -> !other.id().equals(original))
              .filter(other -> Desk.isFor(officer, other))
              .toList();
      all.add(new Shared(trait, JobLine.of(others, now)));
    }
    return all;
  }

  private static Suggestion suggestion(Job job, List<Shared> shared) {
    return Suggestion.of(
        job,
        shared.stream().flatMap(one -> one.jobs().stream()).map(JobLine::job).distinct().toList());
  }

  private List<Signed> signed(List<Judgement> judgements) {
    return judgements.stream().map(one -> new Signed(nameOf(one.officer()), one)).toList();
  }

  private String nameOf(UUID officer) {
    return offices.officer(officer).map(Officer::name).orElse("?");
  }

  @Allowed(Permission.REVIEW)
  @PostMapping("/jobs/{id}/take")
  String take(Caller.Person person, @PathVariable UUID id, RedirectAttributes next) {
    Instant now = desks.clock().instant();
    if (isCopy(person, id)) {
      next.addFlashAttribute("notice", "job.taken");
      return "redirect:/jobs/" + id;
    }
    return tell(
        desks.change(person.office(), (desk, jdbc) -> desk.take(id, person.officer(), now)),
        "/jobs/" + id,
        "job.taken",
        next);
  }

  @Allowed(Permission.REVIEW)
  @PostMapping("/jobs/{id}/release")
  String release(Caller.Person person, @PathVariable UUID id, RedirectAttributes next) {
    Instant now = desks.clock().instant();
    if (isCopy(person, id)) {
      next.addFlashAttribute("notice", "job.released");
      return "redirect:/queue";
    }
    return tell(
        desks.change(person.office(), (desk, jdbc) -> desk.release(id, person.officer(), now)),
        "/queue",
        "job.released",
        next);
  }

  @Allowed(Permission.REVIEW)
  @PostMapping("/jobs/{id}/judge")
  String judge(
      Caller.Person person,
      @PathVariable UUID id,
      @RequestParam Map<String, String> fields,
      RedirectAttributes next) {
    Optional<Judging.Said> said = Judging.Said.read(fields);
    if (said.isEmpty()) {
      next.addFlashAttribute("problem", "job.say-what-and-why");
      return "redirect:/jobs/" + id;
    }
    if (isCopy(person, id)) {
      answer(person, id, said.get());
      return "redirect:/quality/golden/" + id;
    }
    return tell(judging.takeAndJudge(person, id, said.get()), "/jobs/" + id, "job.judged", next);
  }

  private boolean isCopy(Caller.Person person, UUID id) {
    return desks.look(person.office(), jdbc -> planting.isCopy(id, person.officer(), jdbc));
  }

  private void answer(Caller.Person person, UUID id, Judging.Said said) {
    Instant now = desks.clock().instant();
    desks.change(
        person.office(),
        (desk, jdbc) ->
            planting
                .shown(id, person.officer(), jdbc, now, 1)
                .map(shown -> planting.answer(person, shown, said, jdbc, now)));
  }

  @Allowed(Permission.REVIEW)
  @PostMapping("/jobs/{id}/undo")
  String undo(Caller.Person person, @PathVariable UUID id, RedirectAttributes next) {
    Instant now = desks.clock().instant();
    return tell(
        desks.changeInTurn(person.office(), (desk, jdbc) -> desk.undo(id, person.officer(), now)),
        "/jobs/" + id,
        "job.undone",
        next);
  }

  private static String tell(Answer answer, String path, String message, RedirectAttributes next) {
    return switch (answer) {
      case Answer.Done done -> {
        next.addFlashAttribute("notice", message);
        yield "redirect:" + path;
      }
      case Answer.Refused refused -> {
        if (refused.reason() == Reviewing.Refusal.NO_SUCH_JOB) {
          throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        next.addFlashAttribute("problem", "refused." + Keys.of(refused.reason()));
        yield "redirect:" + path;
      }
    };
  }
}
