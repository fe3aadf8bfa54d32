package ronda.server.desk;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import ronda.casework.Desk;
import ronda.casework.office.Permission;
import ronda.server.door.Caller;
import ronda.server.page.Signposts;
import ronda.store.sql.SqlCases;
import ronda.store.sql.SqlJobs;

/** Where jobs, cases and what was brought have their pages. */
@Component
class DeskSignposts implements Signposts {
  private final Desks desks;

  DeskSignposts(Desks desks) {
    this.desks = desks;
  }

  @Override
  public Map<String, String> of(Collection<String> subjects, Caller.Person person) {
    List<UUID> jobs =
        may(person, Permission.READ_DESK) ? Signposts.ids("job", subjects) : List.of();
    List<String> files =
        may(person, Permission.READ_CASES) ? Signposts.names("case", subjects) : List.of();
    List<UUID> batches =
        may(person, Permission.BRING_POSTS, Permission.READ_EVERYTHING, Permission.KEEP_OFFICE)
            ? Signposts.ids("batch", subjects)
            : List.of();
    Map<String, String> places = new HashMap<>();
    desks.look(
        person.office(),
        jdbc -> {
          new SqlJobs(jdbc)
              .inOrder(jobs).stream()
                  .filter(job -> Desk.isFor(person.officer(), job))
                  .forEach(job -> places.put("job:" + job.id(), "/jobs/" + job.id()));
          new SqlCases(jdbc)
              .numbered(files).stream()
                  .filter(file -> Desk.isFor(person.officer(), file))
                  .forEach(file -> places.put("case:" + file.number(), "/cases/" + file.number()));
          new Batches(jdbc)
              .these(batches).stream()
                  .filter(batch -> batch.isFor(person.officer().id()))
                  .forEach(batch -> places.put("batch:" + batch.id(), "/batches/" + batch.id()));
          return places;
        });
    return places;
  }

  private static boolean may(Caller.Person person, Permission... any) {
    return List.of(any).stream().anyMatch(person::may);
  }
}
