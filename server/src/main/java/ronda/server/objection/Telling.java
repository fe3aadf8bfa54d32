package ronda.server.objection;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Tells those who were sent a case that it is withdrawn. Every bean of this type is asked, within
 * the change in which the objection is upheld.
 */
public interface Telling {
  /**
   * Writes to each recipient of this case, once.
   *
   * @param reason why, in words that the recipients may read: nothing private
   * @param by who decided it, by name
   * @return how many recipients are told
   */
  int tell(String caseNumber, String reason, String by, JdbcClient jdbc);
}
