package ronda.server.desk;

import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import ronda.casework.cases.CaseFile;
import ronda.server.door.Caller;

/**
 * What a room adds to a case's page (bagian halaman kasus): evidence, referrals, objections. Every
 * bean of this type is asked.
 */
public interface CasePart {
  /** Smaller stands higher on the page. */
  int order();

  /**
   * The template with a fragment {@code part(it)}, such as {@code evidence/case}: a section with a
   * heading of the second level.
   */
  String template();

  /**
   * What the fragment is given as {@code it}; empty if there is nothing for this person. Asked
   * within one look at the office's tables.
   */
  Optional<?> of(Caller.Person person, CaseFile file, JdbcClient jdbc);
}
