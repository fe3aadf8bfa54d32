package ronda.server.people;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import ronda.casework.office.Offices;
import ronda.casework.office.Permission;
import ronda.server.door.Caller;
import ronda.server.page.Signposts;

/** Where people, the office and its programs have their pages. */
@Component
class PeopleSignposts implements Signposts {
  private final Offices offices;

  PeopleSignposts(Offices offices) {
    this.offices = offices;
  }

  @Override
  public Map<String, String> of(Collection<String> subjects, Caller.Person person) {
    Map<String, String> places = new HashMap<>();
    if (person.may(Permission.READ_PEOPLE)) {
      var asked = Signposts.ids("officer", subjects);
      offices.officersOf(person.office()).stream()
          .filter(officer -> asked.contains(officer.id()))
          .forEach(officer -> places.put(Staff.subject(officer), "/people/" + officer.id()));
    }
    if (person.may(Permission.KEEP_OFFICE) || person.may(Permission.READ_EVERYTHING)) {
      places.put("office:" + person.office(), "/office");
      for (UUID token : Signposts.ids("token", subjects)) {
        places.put("token:" + token, "/office");
      }
    }
    return places;
  }
}
