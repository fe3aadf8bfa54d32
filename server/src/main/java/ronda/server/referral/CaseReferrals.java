package ronda.server.referral;

import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import ronda.casework.cases.CaseFile;
import ronda.casework.office.Permission;
import ronda.server.desk.CasePart;
import ronda.server.desk.WholeCase;
import ronda.server.door.Caller;
import ronda.store.sql.SqlReferrals;

/** The referrals of a case, on its page. */
@Component
final class CaseReferrals implements CasePart {
  private final ReferralPages pages;

  CaseReferrals(ReferralPages pages) {
    this.pages = pages;
  }

  /**
   * What the fragment shows.
   *
   * @param isForMe whether this person may read the letters
   */
  record ReferralsOfCase(
      CaseFile file, List<ReferralPages.Line> lines, boolean isForMe, boolean mayRefer) {}

  @Override
  public int order() {
    return 300;
  }

  @Override
  public String template() {
    return "referral/case";
  }

  @Override
  public Optional<ReferralsOfCase> of(Caller.Person person, CaseFile file, JdbcClient jdbc) {
    List<ReferralPages.Line> lines =
        new SqlReferrals(jdbc).ofCase(file.number()).stream().map(pages::line).toList();
    boolean isForMe = WholeCase.isFor(person.officer(), file, jdbc);
    boolean mayRefer =
        isForMe && person.may(Permission.REFER) && file.status() == CaseFile.Status.OPEN;
    return lines.isEmpty() && !mayRefer
        ? Optional.empty()
        : Optional.of(new ReferralsOfCase(file, lines, isForMe, mayRefer));
  }
}
