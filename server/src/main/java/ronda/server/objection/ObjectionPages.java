package ronda.server.objection;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
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
import ronda.casework.ObjectionDesk;
import ronda.casework.ObjectionDesk.Answer;
import ronda.casework.ObjectionDesk.Part;
import ronda.casework.ObjectionDesk.Refusal;
import ronda.casework.cases.CaseFile;
import ronda.casework.objection.Objection;
import ronda.casework.office.Officer;
import ronda.casework.office.Offices;
import ronda.casework.office.Permission;
import ronda.casework.review.Job;
import ronda.server.desk.WholeCase;
import ronda.server.door.Acts;
import ronda.server.door.Allowed;
import ronda.server.door.Caller;
import ronda.server.page.Fields;
import ronda.server.page.MessageKeys;
import ronda.store.sql.InOffice;
import ronda.store.sql.SqlCases;
import ronda.store.sql.SqlDisposals;
import ronda.store.sql.SqlJobs;
import ronda.store.sql.SqlObjections;
import ronda.store.sql.SqlReferrers;

/** The queue of objections, and one of them with its case and its decision. */
@Controller
class ObjectionPages {
  private static final int MOST = 200;
  private static final int MOST_NAMED = 10;

  private final InOffice tables;
  private final Hearing hearing;
  private final Acts acts;
  private final InstantSource clock;
  private final Offices offices;

  ObjectionPages(
      InOffice tables, Hearing hearing, Acts acts, InstantSource clock, Offices offices) {
    this.offices = offices;
    this.tables = tables;
    this.hearing = hearing;
    this.acts = acts;
    this.clock = clock;
  }

  /**
   * An objection as the queue shows it.
   *
   * @param part what this person had to do with the case
   */
  record Line(Objection objection, CaseFile file, boolean overdue, Part part) {
    public boolean partial() {
      return part != Part.NONE;
    }

    /**
     * Whether {@code officer} may be shown how to reach the person: while it waits whoever may
     * decide it, afterwards whoever did.
     */
    boolean mayReach(Officer officer) {
      return officer.may(Permission.JUDGE_OBJECTIONS)
          && objection
              .decision()
              .map(made -> made.officer().equals(officer.id()))
              .orElse(!partial());
    }
  }

  @Allowed({Permission.JUDGE_OBJECTIONS, Permission.READ_EVERYTHING})
  @GetMapping("/objections")
  String queue(Caller.Person person, Model model) {
    Instant now = clock.instant();
    tables.read(
        person.office(),
        jdbc -> {
          SqlObjections objections = new SqlObjections(jdbc).seenBy(person.officer());
          model.addAttribute("waiting", lines(objections.waiting(MOST), person, now, jdbc));
          model.addAttribute("decided", lines(objections.decided(MOST), person, now, jdbc));
          model.addAttribute("allWaiting", objections.count(false));
          model.addAttribute("allDecided", objections.count(true));
          return model;
        });
    return "objection/queue";
  }

  private List<Line> lines(
      List<Objection> objections, Caller.Person person, Instant now, JdbcClient jdbc) {
    Set<String> referred =
        new SqlReferrers(jdbc)
            .casesReferredBy(
                person.officer().signature(),
                objections.stream().map(Objection::caseNumber).distinct().toList());
    return objections.stream()
        .flatMap(
            objection ->
                line(objection, person, now, referred.contains(objection.caseNumber()), jdbc)
                    .stream())
        .toList();
  }

  private Optional<Line> line(
      Objection objection, Caller.Person person, Instant now, boolean referred, JdbcClient jdbc) {
    return new SqlCases(jdbc)
        .find(objection.caseNumber())
        // Nobody decides about posts, or is shown them, that they did not agree to see.
        .filter(file -> WholeCase.isFor(person.officer(), file, jdbc))
        .map(
            file ->
                new Line(
                    objection,
                    file,
                    objection.isOverdue(now),
                    ObjectionDesk.part(
                        new SqlJobs(jdbc).ofCase(file.id()), person.officer(), referred)));
  }

  private Line one(Optional<Objection> found, Caller.Person person, JdbcClient jdbc) {
    return lines(found.stream().toList(), person, clock.instant(), jdbc).stream()
        .findFirst()
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }

  /** Who of the office may decide this one, by name: at most so many as a page shows. */
  private String deciders(Line line, UUID office, JdbcClient jdbc) {
    List<Job> jobs = new SqlJobs(jdbc).ofCase(line.file().id());
    SqlReferrers referrers = new SqlReferrers(jdbc);
    return offices.officersOf(office).stream()
        .filter(one -> one.may(Permission.JUDGE_OBJECTIONS))
        .filter(one -> Desk.isFor(one, line.file(), jobs))
        .filter(
            one -> ObjectionDesk.part(jobs, one, referrers.referred(line.file(), one)) == Part.NONE)
        .limit(MOST_NAMED)
        .map(Officer::name)
        .collect(Collectors.joining(", "));
  }

  @Allowed({Permission.JUDGE_OBJECTIONS, Permission.READ_EVERYTHING})
  @GetMapping("/objections/{id}")
  String one(Caller.Person person, @PathVariable UUID id, Model model) {
    tables.read(
        person.office(),
        jdbc -> {
          Line line = one(new SqlObjections(jdbc).find(id), person, jdbc);
          model.addAttribute("deciders", deciders(line, person.office(), jdbc));
          model.addAttribute("line", line);
          model.addAttribute(
              "destroyed",
              new SqlDisposals(jdbc).destroyed(SqlDisposals.Paper.OBJECTION, id).orElse(null));
          model.addAttribute("others", others(line.objection(), jdbc));
          model.addAttribute("jobs", new SqlJobs(jdbc).ofCase(line.file().id()));
          model.addAttribute(
              "hasContact",
              line.mayReach(person.officer()) && new SqlObjections(jdbc).contact(id).isPresent());
          return model;
        });
    return "objection/one";
  }

  /** What else was said against the same case, the oldest first. */
  private static List<Objection> others(Objection objection, JdbcClient jdbc) {
    return new SqlObjections(jdbc)
        .ofCase(objection.file()).stream()
            .filter(other -> !other.id().equals(objection.id()))
            .toList();
  }

  /** Shows how the person may be reached; that somebody looked is written down. */
  @Allowed(Permission.JUDGE_OBJECTIONS)
  @PostMapping("/objections/{id}/contact")
  String contact(
      Caller.Person person, @PathVariable UUID id, Model model, RedirectAttributes next) {
    Optional<String> contact =
        tables.write(
            person.office(),
            jdbc -> {
              Line line = one(new SqlObjections(jdbc).byId(id), person, jdbc);
              if (!line.mayReach(person.officer())) {
                return Optional.empty();
              }
              acts.write(
                  person,
                  "objection-contact-seen",
                  "case:" + line.file().number(),
                  Map.of("objection", id.toString()));
              return hearing.contact(id, jdbc);
            });
    if (contact.isEmpty()) {
      next.addFlashAttribute("problem", "objection.refused.contact");
      return "redirect:/objections/" + id;
    }
    one(person, id, model);
    model.addAttribute("contact", contact.get());
    return "objection/one";
  }

  @Allowed(Permission.JUDGE_OBJECTIONS)
  @PostMapping("/objections/{id}/decide")
  String decide(
      Caller.Person person,
      @PathVariable UUID id,
      @RequestParam(defaultValue = "") String decision,
      @RequestParam(defaultValue = "") String reason,
      RedirectAttributes next) {
    if (!decision.equals("uphold") && !decision.equals("dismiss")) {
      throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
    }
    boolean upheld = decision.equals("uphold");
    switch (hearing.decide(
        id, person.officer(), upheld, Fields.text(reason, Objection.LONGEST_REASON))) {
      case Answer.Done done ->
          next.addFlashAttribute("notice", done(upheld, done.alsoAnswered().isEmpty()));
      case Answer.Refused refused -> {
        if (refused.reason() == Refusal.NO_SUCH_OBJECTION) {
          throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        next.addFlashAttribute("problem", "objection.refused." + MessageKeys.of(refused.reason()));
      }
    }
    return "redirect:/objections/" + id;
  }

  private static String done(boolean upheld, boolean alone) {
    if (upheld) {
      return alone ? "objection.done.upheld" : "objection.done.upheld-together";
    }
    return alone ? "objection.done.dismissed" : "objection.done.dismissed-together";
  }
}
