package ronda.server.retention;

import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import ronda.casework.Desk;
import ronda.casework.cases.CaseFile;
import ronda.casework.office.Permission;
import ronda.casework.retention.Disposal;
import ronda.casework.retention.LegalHold;
import ronda.casework.review.Job;
import ronda.casework.watch.WatchedAccount;
import ronda.server.desk.JobInSight;
import ronda.server.door.Acts;
import ronda.server.door.Allowed;
import ronda.server.door.Caller;
import ronda.server.page.Fields;
import ronda.server.page.MessageKeys;
import ronda.server.watch.WatchTables;
import ronda.store.sql.InOffice;
import ronda.store.sql.SqlCasePapers;
import ronda.store.sql.SqlCases;
import ronda.store.sql.SqlJobs;
import ronda.store.sql.SqlLegalHolds;
import ronda.store.sql.SqlWatchedAccounts;

/** Where a person forbids to forget a job, a case or an account, and allows it again. */
@Controller
class HoldPages {
  private final InOffice tables;
  private final Acts acts;
  private final InstantSource clock;

  HoldPages(InOffice tables, Acts acts, InstantSource clock) {
    this.tables = tables;
    this.acts = acts;
    this.clock = clock;
  }

  @Allowed(Permission.KEEP_HOLDS)
  @PostMapping("/jobs/{id}/hold")
  String holdJob(
      Caller.Person person,
      @PathVariable UUID id,
      @RequestParam(defaultValue = "") String reason,
      @RequestParam(defaultValue = "") String basis,
      RedirectAttributes next) {
    return place(
        person,
        "/jobs/" + id,
        jdbc -> {
          // Of a golden copy, the posts that are to stay are the original's.
          Job job =
              JobInSight.of(id, person.officer(), jdbc, clock.instant())
                  .orElseThrow(HoldPages::notFound)
                  .original();
          return new Place(LegalHold.Subject.JOB, job.id(), "job:" + job.id());
        },
        Fields.line(reason),
        Fields.line(basis),
        next);
  }

  @Allowed(Permission.KEEP_HOLDS)
  @PostMapping("/cases/{number}/hold")
  String holdCase(
      Caller.Person person,
      @PathVariable String number,
      @RequestParam(defaultValue = "") String reason,
      @RequestParam(defaultValue = "") String basis,
      RedirectAttributes next) {
    return place(
        person,
        "/cases/" + number,
        jdbc -> {
          CaseFile file =
              new SqlCases(jdbc)
                  .find(number)
                  .filter(found -> Desk.isFor(person.officer(), found))
                  .orElseThrow(HoldPages::notFound);
          return new Place(LegalHold.Subject.CASE, file.id(), "case:" + number);
        },
        Fields.line(reason),
        Fields.line(basis),
        next);
  }

  @Allowed(Permission.KEEP_HOLDS)
  @PostMapping("/watchlist/{id}/hold")
  String holdAccount(
      Caller.Person person,
      @PathVariable UUID id,
      @RequestParam(defaultValue = "") String reason,
      @RequestParam(defaultValue = "") String basis,
      RedirectAttributes next) {
    return place(
        person,
        "/watchlist/" + id,
        jdbc -> {
          WatchedAccount account = account(person, id, jdbc);
          return new Place(LegalHold.Subject.ACCOUNT, account.id(), "account:" + account.id());
        },
        Fields.line(reason),
        Fields.line(basis),
        next);
  }

  /** What is to be held, and what the audit log calls it. */
  private record Place(LegalHold.Subject kind, UUID id, String subject) {}

  /** What came of placing a hold. */
  private enum Placing {
    PLACED,
    /** Some of what it would hold is forgotten. */
    PLACED_ON_THE_REST,
    STANDS_ALREADY,
    TOO_LATE;

    /** The message that says so. */
    String key() {
      return "hold." + MessageKeys.of(this);
    }

    boolean isPlaced() {
      return this == PLACED || this == PLACED_ON_THE_REST;
    }
  }

  private String place(
      Caller.Person person,
      String back,
      Function<JdbcClient, Place> find,
      String reason,
      String basis,
      RedirectAttributes next) {
    if (!LegalHold.isWords(reason) || !LegalHold.isWords(basis)) {
      next.addFlashAttribute("problem", "hold.say-why");
      return "redirect:" + back;
    }
    Placing placing =
        tables.write(
            person.office(),
            jdbc -> {
              Place place = find.apply(jdbc);
              LegalHold.Act act =
                  new LegalHold.Act(person.signature(), clock.instant(), reason, basis);
              Placing came = place(place, act, jdbc);
              if (came.isPlaced()) {
                acts.write(person, "hold-placed", place.subject(), words(reason, basis));
              }
              return came;
            });
    next.addFlashAttribute(placing.isPlaced() ? "notice" : "problem", placing.key());
    return "redirect:" + back;
  }

  private Placing place(Place place, LegalHold.Act act, JdbcClient jdbc) {
    var holds = new SqlLegalHolds(jdbc);
    SqlLegalHolds.Reach reach = holds.reach(place.id());
    if (holds.on(place.id()).stream().anyMatch(LegalHold::stands)) {
      return Placing.STANDS_ALREADY;
    }
    if (reach.forgotten() > 0 && reach.forgotten() == reach.jobs() && !hasPapers(place, jdbc)) {
      return Placing.TOO_LATE;
    }
    holds.place(new LegalHold(UUID.randomUUID(), place.kind(), place.id(), act, Optional.empty()));
    return reach.forgotten() > 0 ? Placing.PLACED_ON_THE_REST : Placing.PLACED;
  }

  /** Evidence, letters and what was said against a case outlive its posts. */
  private boolean hasPapers(Place place, JdbcClient jdbc) {
    return place.kind() == LegalHold.Subject.CASE
        && !new SqlCasePapers(jdbc)
            .hindrances(place.id(), clock.instant())
            .contains(Disposal.Hindrance.NO_PAPERS);
  }

  private static Map<String, String> words(String reason, String basis) {
    return Map.of("reason", reason, "legalBasis", basis);
  }

  @Allowed(Permission.KEEP_HOLDS)
  @PostMapping("/holds/{id}/lift")
  String lift(
      Caller.Person person,
      @PathVariable UUID id,
      @RequestParam(defaultValue = "") String reason,
      @RequestParam(defaultValue = "") String basis,
      RedirectAttributes next) {
    String why = Fields.line(reason);
    String law = Fields.line(basis);
    return tables.write(
        person.office(),
        jdbc -> {
          LegalHold hold =
              new SqlLegalHolds(jdbc)
                  .byId(id)
                  .filter(LegalHold::stands)
                  .orElseThrow(HoldPages::notFound);
          Held held = held(person, hold, jdbc);
          if (!LegalHold.isWords(why) || !LegalHold.isWords(law)) {
            next.addFlashAttribute("problem", "hold.say-why");
            return "redirect:" + held.path();
          }
          LegalHold lifted =
              hold.lifted(new LegalHold.Act(person.signature(), clock.instant(), why, law));
          if (!new SqlLegalHolds(jdbc).lift(lifted)) {
            throw new ResponseStatusException(HttpStatus.CONFLICT);
          }
          acts.write(person, "hold-lifted", held.subject(), words(why, law));
          next.addFlashAttribute("notice", "hold.lifted");
          return "redirect:" + held.path();
        });
  }

  /** What is held: its page, and what the audit log calls it. */
  private record Held(String path, String subject) {}

  /** What is held, if this person may see it. */
  private static Held held(Caller.Person person, LegalHold hold, JdbcClient jdbc) {
    return switch (hold.kind()) {
      case JOB -> {
        UUID id = job(person, hold.subject(), jdbc).id();
        yield new Held("/jobs/" + id, "job:" + id);
      }
      case CASE -> {
        String number =
            new SqlCases(jdbc)
                .byId(hold.subject())
                .filter(found -> Desk.isFor(person.officer(), found))
                .orElseThrow(HoldPages::notFound)
                .number();
        yield new Held("/cases/" + number, "case:" + number);
      }
      case ACCOUNT -> {
        UUID id = account(person, hold.subject(), jdbc).id();
        yield new Held("/watchlist/" + id, "account:" + id);
      }
    };
  }

  private static Job job(Caller.Person person, UUID id, JdbcClient jdbc) {
    return new SqlJobs(jdbc)
        .byId(id)
        .filter(found -> Desk.isFor(person.officer(), found))
        .orElseThrow(HoldPages::notFound);
  }

  /** Who may not read the watchlist finds no account there. */
  private static WatchedAccount account(Caller.Person person, UUID id, JdbcClient jdbc) {
    return new SqlWatchedAccounts(jdbc)
        .forChange(id)
        .filter(found -> person.may(Permission.READ_WATCHLIST))
        .filter(found -> WatchTables.isFor(person.officer(), found))
        .orElseThrow(HoldPages::notFound);
  }

  private static ResponseStatusException notFound() {
    return new ResponseStatusException(HttpStatus.NOT_FOUND);
  }
}
