package ronda.server.watch;

import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import ronda.casework.Desk;
import ronda.server.door.Caller;
import ronda.store.sql.SqlCases;

/**
 * Cases that a page names, as far as somebody may know of them.
 *
 * @param numbers of those
 * @param hidden how many others there are
 */
record CasesInSight(List<String> numbers, int hidden) {
  CasesInSight {
    numbers = List.copyOf(numbers);
  }

  static CasesInSight of(List<String> numbers, Caller.Person person, JdbcClient jdbc) {
    SqlCases cases = new SqlCases(jdbc);
    List<String> shown = new ArrayList<>();
    for (String number : numbers) {
      cases
          .find(number)
          .filter(file -> Desk.isFor(person.officer(), file))
          .ifPresent(file -> shown.add(number));
    }
    return new CasesInSight(shown, numbers.size() - shown.size());
  }
}
