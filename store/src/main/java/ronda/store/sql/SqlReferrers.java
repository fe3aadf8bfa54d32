package ronda.store.sql;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import ronda.casework.ObjectionDesk;
import ronda.casework.cases.CaseFile;
import ronda.casework.office.Officer;

/** Who wrote letters about a case or let them leave, within one transaction of one office. */
public final class SqlReferrers implements ObjectionDesk.Referrers {
  private final JdbcClient jdbc;

  public SqlReferrers(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public boolean referred(CaseFile file, Officer officer) {
    return !casesReferredBy(officer.signature(), List.of(file.number())).isEmpty();
  }

  /**
   * Those of these cases about which somebody wrote or sent a letter.
   *
   * @param signature as that person is entered into logs
   * @param cases their numbers
   */
  public Set<String> casesReferredBy(String signature, Collection<String> cases) {
    if (cases.isEmpty()) {
      return Set.of();
    }
    return new HashSet<>(
        jdbc.sql(
                """
                SELECT DISTINCT r.case_number FROM referrals r
                WHERE r.case_number = ANY (:cases)
                  AND (r.written_by = :by
                    OR EXISTS (SELECT FROM referral_happenings h
                      WHERE h.referral_id = r.id AND h.actor = :by
                        AND h.kind IN ('sent', 'chased', 'concluded'))
                    OR EXISTS (SELECT FROM letters l JOIN letter_fates f ON f.letter_id = l.id
                      WHERE l.referral_id = r.id AND f.actor = :by AND f.fate = 'LEFT')
                    OR EXISTS (SELECT FROM letters l JOIN audit_log a ON a.subject = 'letter:' || l.number
                      WHERE l.referral_id = r.id AND a.office_id = r.office_id
                        AND a.act = 'letter-queued' AND a.actor = :by))
                """)
            .param("cases", cases.toArray(String[]::new))
            .param("by", signature)
            .query(String.class)
            .list());
  }
}
