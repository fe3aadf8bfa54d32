package ronda.server.desk;

import jakarta.servlet.http.HttpServletResponse;
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
import ronda.casework.chain.Hash;
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
import ronda.casework.review.SecondLook;
import ronda.casework.review.Standing;
import ronda.casework.review.Suggestion;
import ronda.identify.decide.Severity;
import ronda.identify.post.Category;
import ronda.identify.post.Stance;
import ronda.server.door.Allowed;
import ronda.server.door.Caller;
import ronda.server.page.MessageKeys;
import ronda.server.patrol.OfficePatrols;
import ronda.store.sql.SqlCases;
import ronda.store.sql.SqlJobPosts;
import ronda.store.sql.SqlJobs;

/** One job: the post as it was, why it was raised, what else is known, and the decision. */
@Controller
class JobPages {
  /** How many texts besides the first stand on the job's own page. */
  private static final int MOST_TEXTS = 5;

  private static final int MOST_RELATED = 20;

  private final Desks desks;
  private final Judging judging;
  private final Offices offices;
  private final Planting planting;
  private final WhoElse whoElse;
  private final OfficePatrols patrols;
  private final List<JobPart> parts;

  JobPages(
      Desks desks,
      Judging judging,
      Offices offices,
      Planting planting,
      WhoElse whoElse,
      OfficePatrols patrols,
      List<JobPart> parts) {
    this.desks = desks;
    this.judging = judging;
    this.offices = offices;
    this.planting = planting;
    this.whoElse = whoElse;
    this.patrols = patrols;
    this.parts = List.copyOf(parts);
  }

  /**
   * Something a post shares with others.
   *
   * @param jobs other jobs with it
   */
  public record Shared(Trait trait, List<JobLine> jobs) {}

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
    model.addAttribute("typed", Map.of());
    return desks.changeInTurn(
        person.office(),
        (desk, jdbc) -> {
          JobInSight seen =
              JobInSight.of(id, person.officer(), jdbc, now).orElseThrow(JobPages::notFound);
          if (seen.isAnsweredCopy()) {
            return "redirect:/quality/golden/" + id;
          }
          Job job = seen.job();
          // Whoever may still be asked does not read in a case what others said.
          boolean told = job.standing().isDecided() || !person.may(Permission.REVIEW);
          model.addAttribute("file", told ? new SqlCases(jdbc).ofJob(id).orElse(null) : null);
          model.addAttribute("parts", parts(person, job, jdbc));
          model.addAttribute("line", JobLine.of(job, now));
          model.addAttribute("judgements", signed(job.judgementsShownTo(person.officer().id())));
          remember(person, seen, jdbc, now);
          if (job.isForgotten()) {
            return "desk/forgotten";
          }
          Strain strain = new Strain(jdbc);
          strain.saw(person.officer().id(), seen.original().id(), now);
          // Who goes from one job to the next never comes by the queue.
          model.addAttribute("strain", strain.of(person.officer().id(), now));
          List<FoundPost> posts = posts(seen, jdbc, model);
          model.addAttribute("abouts", patrols.dressed(person.office()).abouts());
          model.addAttribute("watched", WatchedAuthors.of(person, posts, jdbc));
          model.addAttribute("nobodyElse", whoElse.isNobody(person.office(), job));
          show(seen, posts.getFirst(), person.officer(), jdbc, now, model);
          return "desk/job";
        });
  }

  /**
   * Who is shown what others said of a job for two gives no second word of it, if one is undone.
   */
  private static void remember(
      Caller.Person person, JobInSight seen, JdbcClient jdbc, Instant now) {
    Job job = seen.job();
    UUID viewer = person.officer().id();
    boolean others =
        job.judgementsShownTo(viewer).stream().anyMatch(said -> !said.officer().equals(viewer));
    if (seen.copy().isEmpty()
        && job.needsTwo()
        && others
        && person.may(Permission.REVIEW)
        && !job.hasVerdictOf(viewer) // Who judged it is told when somebody takes a word back.
        && !job.told().contains(viewer)) {
      new SqlJobs(jdbc).put(job.toldTo(List.of(viewer)), now);
    }
  }

  private List<ShownPart> parts(Caller.Person person, Job job, JdbcClient jdbc) {
    return parts.stream()
        .flatMap(
            part ->
                part.of(person, job, jdbc).stream()
                    .map(content -> new ShownPart(part.template(), content)))
        .toList();
  }

  /** The posts of which the page tells: the first, and what else the latest ones say. */
  private static List<FoundPost> posts(JobInSight seen, JdbcClient jdbc, Model model) {
    UUID original = seen.original().id();
    FoundPost first = seen.shown(new SqlJobs(jdbc).postsOf(original, 1)).getFirst();
    SqlJobPosts all = new SqlJobPosts(original, jdbc);
    ShownPost shown = ShownPost.of(first, all.countSaying(Hash.of(first.post().text())));
    List<ShownPost> others =
        ShownPost.of(all.texts(Optional.empty(), 0, MOST_TEXTS + 1), seen).stream()
            .filter(other -> !other.text().equals(shown.text()))
            .limit(MOST_TEXTS)
            .toList();
    model.addAttribute("first", first);
    model.addAttribute("shown", shown);
    model.addAttribute("others", others);
    return Stream.concat(Stream.of(first), others.stream().map(ShownPost::found)).toList();
  }

  private void show(
      JobInSight seen,
      FoundPost first,
      Officer officer,
      JdbcClient jdbc,
      Instant now,
      Model model) {
    Job job = seen.job();
    // Of a copy, the job itself is not among its likes.
    UUID original = seen.original().id();
    SqlJobs jobs = new SqlJobs(jdbc);
    JobLine line = JobLine.of(job, now);
    List<Shared> shared = shared(first, original, jobs, officer, now);
    model.addAttribute("shared", shared);
    List<AlikeJobs.Alike> alike = AlikeJobs.of(job, original, first, jobs, officer, now);
    model.addAttribute("alike", alike);
    model.addAttribute("originals", originals(alike, shared));
    model.addAttribute("suggestion", suggestion(job, shared));
    model.addAttribute("holder", line.holder().map(this::nameOf).orElse(""));
    model.addAttribute("mine", line.holder().filter(officer.id()::equals).isPresent());
    model.addAttribute("said", job.hasVerdictOf(officer.id()));
    model.addAttribute("asked", job.wasJudgedBy(officer.id()));
    model.addAttribute("forTwo", SecondLook.isKnown(job, first));
    boolean undoable = isUndoable(job, officer, jobs, now);
    model.addAttribute("undoable", undoable);
    model.addAttribute(
        "thirdAfter",
        undoable
            && Reviewing.undo(job, officer.id(), now) instanceof Answer.Done(Job left)
            && left.isShutTo(officer.id()));
    model.addAttribute("formKey", UUID.randomUUID());
    model.addAttribute("shut", job.isShutTo(officer.id()));
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
        desks.changeInTurn(person.office(), (desk, jdbc) -> desk.take(id, person.officer(), now)),
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
        desks.changeInTurn(
            person.office(), (desk, jdbc) -> desk.release(id, person.officer(), now)),
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
      Model model,
      RedirectAttributes next,
      HttpServletResponse response) {
    Optional<Judging.Said> said = Judging.Said.read(fields);
    if (said.isEmpty()) {
      boolean which = fields.getOrDefault("verdict", "").equals("duplicate");
      response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
      return again(
          person, id, fields, which ? "job.say-which-and-why" : "job.say-what-and-why", model);
    }
    if (isCopy(person, id)) {
      answer(person, id, said.get());
      return "redirect:/quality/golden/" + id;
    }
    Answer answer = judging.takeAndJudge(person, id, said.get());
    if (answer instanceof Answer.Refused refused
        && refused.reason() == Reviewing.Refusal.NO_SUCH_ORIGINAL) {
      response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
      return again(person, id, fields, "refused." + MessageKeys.of(refused.reason()), model);
    }
    return tell(answer, "/jobs/" + id, "job.judged", next);
  }

  /** The page once more, with what was typed: on a slow line nobody types it twice. */
  private String again(
      Caller.Person person, UUID id, Map<String, String> typed, String problem, Model model) {
    String page = job(person, id, model);
    model.addAttribute("problem", problem);
    model.addAttribute("typed", typed);
    return page;
  }

  private boolean isCopy(Caller.Person person, UUID id) {
    return desks.look(person.office(), jdbc -> planting.isCopy(id, person.officer(), jdbc));
  }

  private void answer(Caller.Person person, UUID id, Judging.Said said) {
    Instant now = desks.clock().instant();
    desks.change(
        person.office(),
        (desk, jdbc) ->
            JobInSight.copy(id, person.officer(), jdbc, now)
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
        next.addFlashAttribute("problem", "refused." + MessageKeys.of(refused.reason()));
        yield "redirect:" + path;
      }
    };
  }

  private static ResponseStatusException notFound() {
    return new ResponseStatusException(HttpStatus.NOT_FOUND);
  }
}
