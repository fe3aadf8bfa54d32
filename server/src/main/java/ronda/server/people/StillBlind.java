package ronda.server.people;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import ronda.casework.chain.Link;
import ronda.casework.office.Permission;
import ronda.casework.review.Job;
import ronda.server.door.Caller;
import ronda.store.sql.InOffice;
import ronda.store.sql.SqlJobs;

/**
 * What the page of the audit log keeps from whoever may still be asked for a second word: what
 * others said of a job that is not decided. Who takes the whole log out reads it, and is entered.
 */
@Component
final class StillBlind {
  private static final String JUDGED = "job-judged";
  private static final String JOB = "job:";

  private final InOffice tables;

  StillBlind(InOffice tables) {
    this.tables = tables;
  }

  /** The numbers of the entries whose facts this person is not shown yet. */
  Set<Long> among(List<Link> entries, Caller.Person person) {
    if (!person.may(Permission.REVIEW)) {
      return Set.of();
    }
    Map<Long, UUID> judged =
        entries.stream()
            .filter(entry -> entry.act().equals(JUDGED))
            .filter(entry -> !entry.actor().equals(person.signature()))
            .flatMap(entry -> job(entry).map(job -> Map.entry(entry.number(), job)).stream())
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    Set<UUID> open =
        tables.read(
            person.office(),
            jdbc ->
                new SqlJobs(jdbc)
                    .inOrder(judged.values().stream().distinct().toList()).stream()
                        .filter(job -> !job.standing().isDecided())
                        .map(Job::id)
                        .collect(Collectors.toSet()));
    return judged.entrySet().stream()
        .filter(entry -> open.contains(entry.getValue()))
        .map(Map.Entry::getKey)
        .collect(Collectors.toSet());
  }

  private static Optional<UUID> job(Link entry) {
    return entry.subject().startsWith(JOB)
        ? Optional.of(UUID.fromString(entry.subject().substring(JOB.length())))
        : Optional.empty();
  }
}
