package ronda.server.desk;

import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import ronda.casework.review.Job;
import ronda.server.door.Caller;

/** What a room adds to a job's page, as {@link CasePart} to a case's. Every bean is asked. */
public interface JobPart {
  /** The template with a fragment {@code part(it)}, such as {@code retention/part}. */
  String template();

  /**
   * What the fragment is given as {@code it}; empty if there is nothing for this person. Asked
   * within one look at the office's tables.
   */
  Optional<?> of(Caller.Person person, Job job, JdbcClient jdbc);
}
