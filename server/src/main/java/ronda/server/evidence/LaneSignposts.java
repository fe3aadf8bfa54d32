package ronda.server.evidence;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import ronda.casework.office.Permission;
import ronda.server.door.Caller;
import ronda.server.page.Signposts;

/** Where entries of the police lane have their pages; none is ever taken out of it. */
@Component
class LaneSignposts implements Signposts {
  @Override
  public Map<String, String> of(Collection<String> subjects, Caller.Person person) {
    boolean may =
        Stream.of(Permission.KEEP_EVIDENCE, Permission.OPEN_EVIDENCE, Permission.READ_EVERYTHING)
            .anyMatch(person::may);
    return may
        ? Signposts.ids("police-lane", subjects).stream()
            .collect(Collectors.toMap((UUID id) -> "police-lane:" + id, id -> "/police-lane/" + id))
        : Map.of();
  }
}
