package ronda.server.desk;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import ronda.casework.Desk;
import ronda.casework.office.Officer;
import ronda.casework.office.Offices;
import ronda.casework.office.Permission;
import ronda.casework.review.Filter;
import ronda.casework.review.Job;
import ronda.casework.review.QueuePage;
import ronda.casework.review.Reviewing;
import ronda.casework.review.Reviewing.Answer;
import ronda.identify.post.Category;
import ronda.server.door.Allowed;
import ronda.server.door.Caller;
import ronda.store.sql.SqlFormKeys;
import ronda.store.sql.SqlJobs;
import ronda.store.sql.SqlTurns;

/** The queue: what waits, the weightiest first. */
@Controller
class QueuePages {
  private static final int PAGE = 50;
  private static final int MOST_AT_ONCE = 200;
  private static final String JOBS = "/jobs/";

  private final Desks desks;
  private final Judging judging;
  private final Planting planting;
  private final Offices offices;

  QueuePages(Desks desks, Judging judging, Planting planting, Offices offices) {
    this.offices = offices;
    this.desks = desks;
    this.judging = judging;
    this.planting = planting;
  }

  @Allowed(Permission.READ_DESK)
  @GetMapping("/queue")
  String queue(Caller.Person person, @RequestParam Map<String, String> asked, Model model) {
    Instant now = desks.clock().instant();
    QueueQuery query = QueueQuery.of(asked);
    Filter filter = query.filter(person.officer(), now);
    Optional<QueuePage.Place> place = QueueQuery.place(asked.getOrDefault("after", ""));
    desks.look(
        person.office(),
        jdbc -> {
          SqlJobs jobs = new SqlJobs(jdbc);
          QueuePage page = jobs.queue(filter, now, place, PAGE);
          model.addAttribute("page", page);
          model.addAttribute("lines", JobLine.of(page.jobs(), now));
          boolean missed = page.total() == 0 && query.isFiltered();
          model.addAttribute("missed", missed);
          model.addAttribute(
              "elsewhere", missed ? elsewhere(query, jobs, person.officer(), now) : List.of());
          model.addAttribute("next", page.next().map(QueueQuery::written).orElse(""));
          Instant since = now.minus(Reviewing.UNDO);
          List<Job> mine =
              jobs.judgedBy(person.officer().id(), since).stream()
                  .filter(job -> Desk.isFor(person.officer(), job))
                  .toList();
          model.addAttribute("latest", JobLine.of(mine, now));
          model.addAttribute("views", new SavedViews(jdbc).of(person.officer().id()));
          model.addAttribute("strain", new Strain(jdbc).of(person.officer().id(), now));
          return model;
        });
    model.addAttribute("formKey", UUID.randomUUID());
    model.addAttribute("judged", count(asked, "judged"));
    model.addAttribute("undone", count(asked, "undone"));
    model.addAttribute("passed", count(asked, "passed"));
    model.addAttribute("query", query);
    model.addAttribute("leftOut", query.leavesOut(asked));
    model.addAttribute("address", query.address());
    model.addAttribute("categories", Category.values());
    // A job's page names whoever holds it to everybody who may open this one.
    model.addAttribute(
        "reviewers",
        offices.officersOf(person.office()).stream()
            .filter(officer -> officer.may(Permission.REVIEW))
            .toList());
    return "desk/queue";
  }

  /**
   * A tab in which the same filter finds something.
   *
   * @param count how many jobs; one more than is counted stands for more
   */
  record Elsewhere(String show, String address, long count) {}

  private static List<Elsewhere> elsewhere(
      QueueQuery query, SqlJobs jobs, Officer officer, Instant now) {
    return query.elsewhere().stream()
        .map(
            other ->
                new Elsewhere(
                    other.show(), other.address(), jobs.count(other.filter(officer, now), now)))
        .filter(other -> other.count() > 0)
        .toList();
  }

  /** How many, as the address says after a form; -1 where it says nothing. */
  private static int count(Map<String, String> asked, String name) {
    String count = asked.getOrDefault(name, "");
    return count.length() <= 3 && !count.isEmpty() && count.chars().allMatch(Character::isDigit)
        ? Integer.parseInt(count)
        : -1;
  }

  /**
   * Takes the job that stands first and opens it. A form that is sent twice takes one, as long as
   * that one is in the same hands: another would be held unseen.
   */
  @Allowed(Permission.REVIEW)
  @PostMapping("/queue/next")
  String next(
      Caller.Person person, @RequestParam Map<String, String> asked, RedirectAttributes next) {
    Instant now = desks.clock().instant();
    QueueQuery query = QueueQuery.of(asked);
    Filter filter = query.filter(person.officer(), now);
    String key = asked.getOrDefault("key", "");
    Optional<UUID> taken =
        desks.change(
            person.office(), (desk, jdbc) -> next(desk, jdbc, filter, key, person.officer(), now));
    if (taken.isEmpty()) {
      next.addFlashAttribute("notice", "queue.nothing-left");
      return "redirect:/queue?" + query.address();
    }
    next.addFlashAttribute("notice", "job.taken");
    return "redirect:/jobs/" + taken.get();
  }

  private Optional<UUID> next(
      Desk desk, JdbcClient jdbc, Filter filter, String key, Officer officer, Instant now) {
    SqlTurns.take("next of " + officer.id(), jdbc);
    SqlFormKeys keys = new SqlFormKeys(jdbc);
    Optional<UUID> before =
        keys.made(officer.id(), key)
            .filter(place -> place.startsWith(JOBS))
            .map(place -> UUID.fromString(place.substring(JOBS.length())))
            .filter(job -> isInHand(job, officer, jdbc, now));
    if (before.isPresent()) {
      return before;
    }
    Optional<UUID> given =
        planting
            .next(officer, jdbc, now)
            .or(() -> first(desk, new SqlJobs(jdbc), filter, officer, now));
    given.ifPresent(
        job -> {
          keys.giveBack(officer.id(), key);
          keys.use(officer.id(), key, JOBS + job, now);
        });
    return given;
  }

  /** Whether this person holds the job, or has the copy still to answer. */
  private static boolean isInHand(UUID job, Officer officer, JdbcClient jdbc, Instant now) {
    return JobInSight.of(job, officer, jdbc, now)
        .filter(
            seen ->
                seen.copy().isPresent()
                    ? !seen.isAnsweredCopy()
                    : seen.job().holder(now).equals(Optional.of(officer.id())))
        .isPresent();
  }

  private static Optional<UUID> first(
      Desk desk, SqlJobs jobs, Filter filter, Officer officer, Instant now) {
    return jobs.queue(filter, now, Optional.empty(), PAGE).jobs().stream()
        .filter(job -> job.holder(now).isEmpty())
        .filter(job -> desk.take(job.id(), officer, now) instanceof Answer.Done)
        .map(Job::id)
        .findFirst();
  }

  /** One decision for many jobs, each taken and judged on its own. */
  @Allowed(Permission.REVIEW)
  @PostMapping("/queue/judge")
  String judge(
      Caller.Person person,
      @RequestParam(name = "job", required = false) List<UUID> jobs,
      @RequestParam Map<String, String> said,
      Model model,
      HttpServletResponse response) {
    String back = "redirect:/queue?" + QueueQuery.of(said).address();
    Optional<Judging.Said> judgement = Judging.Said.read(said);
    if (jobs == null || jobs.isEmpty() || jobs.size() > MOST_AT_ONCE || judgement.isEmpty()) {
      response.setStatus(HttpStatus.BAD_REQUEST.value());
      model.addAttribute("problem", "queue.say-what-and-why");
      model.addAttribute("chosen", jobs == null ? List.of() : jobs);
      model.addAttribute("said", said);
      return queue(person, said, model);
    }
    long done =
        jobs.stream()
            .filter(
                job -> judging.takeAndJudge(person, job, judgement.get()) instanceof Answer.Done)
            .count();
    return back + "&judged=" + done + "&passed=" + (jobs.size() - done);
  }

  /**
   * Takes back decisions of the last ten minutes. Who takes back many works on none of them now:
   * they are free again, where a single one stays in hand to be judged anew.
   */
  @Allowed(Permission.REVIEW)
  @PostMapping("/queue/undo")
  String undo(
      Caller.Person person,
      @RequestParam(name = "job", required = false) List<UUID> jobs,
      @RequestParam Map<String, String> asked) {
    Instant now = desks.clock().instant();
    List<UUID> chosen = jobs == null ? List.of() : jobs;
    long done =
        chosen.stream()
            .filter(
                job ->
                    desks.changeInTurn(
                        person.office(), (desk, jdbc) -> undo(desk, job, person.officer(), now)))
            .count();
    return "redirect:/queue?%s&undone=%d&passed=%d"
        .formatted(QueueQuery.of(asked).address(), done, chosen.size() - done);
  }

  private static boolean undo(Desk desk, UUID job, Officer officer, Instant now) {
    return switch (desk.undo(job, officer, now)) {
      case Answer.Done left -> {
        if (left.job().holder(now).equals(Optional.of(officer.id()))) {
          desk.release(job, officer, now);
        }
        yield true;
      }
      case Answer.Refused refused -> false;
    };
  }

  @Allowed(Permission.READ_DESK)
  @PostMapping("/queue/views")
  String keepView(
      Caller.Person person,
      @RequestParam Map<String, String> asked,
      @RequestParam String name,
      RedirectAttributes next) {
    String address = QueueQuery.of(asked).address();
    SavedViews.Kept kept =
        desks.change(
            person.office(),
            (desk, jdbc) -> new SavedViews(jdbc).keep(person.officer().id(), name, address));
    switch (kept) {
      case YES -> next.addFlashAttribute("notice", "queue.view-kept");
      case NO_NAME -> next.addFlashAttribute("problem", "queue.view-no-name");
      case TOO_MANY -> next.addFlashAttribute("problem", "queue.view-too-many");
    }
    return "redirect:/queue?" + address;
  }

  @Allowed(Permission.READ_DESK)
  @PostMapping("/queue/views/forget")
  String forgetView(Caller.Person person, @RequestParam UUID view) {
    boolean forgotten =
        desks.change(
            person.office(),
            (desk, jdbc) -> new SavedViews(jdbc).forget(person.officer().id(), view));
    if (!forgotten) {
      throw new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
    return "redirect:/queue";
  }
}
