package ronda.server.policies;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import ronda.casework.office.Permission;
import ronda.server.door.Caller;
import ronda.server.page.Signposts;
import ronda.store.sql.InOffice;
import ronda.store.sql.SqlOfficePolicies;

/** Where policies have their pages; a draft that was only tried has none. */
@Component
class PolicySignposts implements Signposts {
  private final InOffice tables;

  PolicySignposts(InOffice tables) {
    this.tables = tables;
  }

  @Override
  public Map<String, String> of(Collection<String> subjects, Caller.Person person) {
    List<String> asked = Signposts.names("policy", subjects);
    if (asked.isEmpty() || !person.may(Permission.READ_POLICIES)) {
      return Map.of();
    }
    return tables.read(
        person.office(),
        jdbc ->
            new SqlOfficePolicies(jdbc)
                .all().stream()
                    .map(policy -> policy.name())
                    .filter(asked::contains)
                    .collect(
                        Collectors.toMap(name -> "policy:" + name, name -> "/policies/" + name)));
  }
}
