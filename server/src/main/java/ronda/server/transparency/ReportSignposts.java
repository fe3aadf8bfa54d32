package ronda.server.transparency;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import ronda.server.door.Caller;
import ronda.server.page.Signposts;

/** Where published reports have their pages: anybody may read them, and none is taken back. */
@Component
class ReportSignposts implements Signposts {
  @Override
  public Map<String, String> of(Collection<String> subjects, Caller.Person person) {
    return Signposts.ids("report", subjects).stream()
        .collect(Collectors.toMap((UUID id) -> "report:" + id, id -> "/transparency/" + id));
  }
}
