package ronda.server.objection;

import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ResponseStatusException;
import ronda.casework.Desk;
import ronda.casework.cases.CaseFile;
import ronda.casework.objection.Objection;
import ronda.casework.objection.PublicCode;
import ronda.casework.office.Permission;
import ronda.server.desk.CasePart;
import ronda.server.door.Allowed;
import ronda.server.door.Caller;
import ronda.store.sql.InOffice;
import ronda.store.sql.SqlCases;
import ronda.store.sql.SqlObjections;
import ronda.store.sql.SqlPublicKeys;

/** What was said against a case, on its page, and the code by which it can be said. */
@Component
final class CaseObjections implements CasePart {
  /**
   * What the page shows.
   *
   * @param code empty until somebody made it
   */
  record ObjectionsOfCase(String number, Optional<String> code, List<Objection> objections) {}

  @Override
  public int order() {
    return 90;
  }

  @Override
  public String template() {
    return "objection/case";
  }

  @Override
  public Optional<?> of(Caller.Person person, CaseFile file, JdbcClient jdbc) {
    return Optional.of(
        new ObjectionsOfCase(
            file.number(),
            new SqlPublicKeys(jdbc).known(file.id()).map(PublicCode::shown),
            new SqlObjections(jdbc).ofCase(file.id())));
  }

  /** Makes the code of a case that nobody wrote a letter about yet. */
  @Controller
  static class Making {
    private final InOffice tables;
    private final CaseCodes codes;

    Making(InOffice tables, CaseCodes codes) {
      this.tables = tables;
      this.codes = codes;
    }

    @Allowed(Permission.KEEP_CASES)
    @PostMapping("/cases/{number}/code")
    String make(Caller.Person person, @PathVariable String number) {
      tables.write(
          person.office(),
          jdbc ->
              new SqlCases(jdbc)
                  .byNumber(number)
                  .filter(file -> Desk.isFor(person.officer(), file))
                  .map(file -> codes.of(person.office(), file.id(), jdbc))
                  .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND)));
      return "redirect:/cases/" + number;
    }
  }
}
