package ronda.server.desk;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.ModelAndView;
import ronda.casework.Desk;
import ronda.casework.cases.CaseFile;
import ronda.casework.office.Officer;
import ronda.casework.office.Offices;
import ronda.casework.office.Permission;
import ronda.casework.review.Job;
import ronda.server.door.Acts;
import ronda.server.door.Allowed;
import ronda.server.door.Caller;
import ronda.server.door.Callers;
import ronda.server.page.MessageKeys;
import ronda.store.login.Logins;
import ronda.store.sql.SqlJobs;

/**
 * Says that not all of a case is for this person, why, and whom to ask (tidak diperlihatkan); and
 * writes it down.
 */
@ControllerAdvice
@Component
class WithheldCases {
  private static final int MOST_NAMED = 10;
  private static final String DOOR = HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE;

  private final Desks desks;
  private final Offices offices;
  private final Logins logins;
  private final Acts acts;

  WithheldCases(Desks desks, Offices offices, Logins logins, Acts acts) {
    this.desks = desks;
    this.offices = offices;
    this.logins = logins;
    this.acts = acts;
  }

  /**
   * What is said of it.
   *
   * @param reasons why; empty if nothing is withheld
   * @param colleagues who may see all of it and do the same
   */
  record Told(String number, Set<WholeCase.Reason> reasons, List<Officer> colleagues) {
    public boolean any() {
      return !reasons.isEmpty();
    }

    /** Whether the person's own word is all that lacks. */
    public boolean wantsConsent() {
      return reasons.equals(Set.of(WholeCase.Reason.CONSENT));
    }
  }

  @ExceptionHandler(WholeCase.Withheld.class)
  ModelAndView withheld(
      WholeCase.Withheld withheld,
      HandlerMethod door,
      HttpServletRequest request,
      HttpServletResponse response) {
    Caller.Person person = (Caller.Person) Callers.current().orElseThrow();
    CaseFile file = withheld.file();
    Allowed allowed = door.getMethodAnnotation(Allowed.class);
    Told told = told(person, file, allowed == null ? List.of() : Arrays.asList(allowed.value()));
    Map<String, Object> facts = new TreeMap<>();
    facts.put("why", told.reasons().stream().map(MessageKeys::of).sorted().toList());
    facts.put("door", String.valueOf(request.getAttribute(DOOR)));
    acts.write(person, "case-withheld", "case:" + file.number(), facts);
    var page = new ModelAndView("desk/withheld", HttpStatus.FORBIDDEN);
    page.addObject("withheld", told);
    return page;
  }

  /**
   * What is withheld of a case from this person.
   *
   * @param permissions who to ask has one of them; nobody is named for none
   */
  Told told(Caller.Person person, CaseFile file, List<Permission> permissions) {
    List<Job> jobs = desks.look(person.office(), jdbc -> new SqlJobs(jdbc).ofCase(file.id()));
    Set<WholeCase.Reason> reasons = WholeCase.reasons(person.officer(), jobs);
    if (reasons.isEmpty()) {
      return new Told(file.number(), reasons, List.of());
    }
    Map<UUID, Logins.Login> known = logins.ofOffice(person.office(), desks.clock().instant());
    List<Officer> colleagues =
        offices.officersOf(person.office()).stream()
            .filter(one -> permissions.stream().anyMatch(one::may))
            .filter(one -> Desk.isFor(one, file, jobs))
            .filter(one -> !known.containsKey(one.id()) || !known.get(one.id()).locked())
            .limit(MOST_NAMED)
            .toList();
    return new Told(file.number(), reasons, colleagues);
  }
}
