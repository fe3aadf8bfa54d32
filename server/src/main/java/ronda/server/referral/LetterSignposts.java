package ronda.server.referral;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import ronda.casework.cases.CaseFile;
import ronda.casework.office.Permission;
import ronda.casework.referral.Referral;
import ronda.server.desk.WholeCase;
import ronda.server.door.Caller;
import ronda.server.page.Signposts;
import ronda.store.sql.InOffice;
import ronda.store.sql.SqlCases;
import ronda.store.sql.SqlReferrals;

/** Where letters have their referral's page, and addressees the list they stand in. */
@Component
class LetterSignposts implements Signposts {
  private final InOffice tables;

  LetterSignposts(InOffice tables) {
    this.tables = tables;
  }

  @Override
  public Map<String, String> of(Collection<String> subjects, Caller.Person person) {
    Map<String, String> places = new HashMap<>();
    if (person.may(Permission.KEEP_OFFICE) || person.may(Permission.READ_EVERYTHING)) {
      Signposts.names("addressee", subjects)
          .forEach(one -> places.put("addressee:" + one, "/office/letters"));
    }
    List<String> letters = Signposts.names("letter", subjects);
    if (letters.isEmpty() || !person.may(Permission.READ_CASES)) {
      return places;
    }
    tables.read(
        person.office(),
        jdbc -> {
          List<Referral> referrals = new SqlReferrals(jdbc).byLetters(letters);
          List<CaseFile> files =
              new SqlCases(jdbc)
                  .numbered(referrals.stream().map(Referral::caseNumber).distinct().toList());
          Set<String> whole = WholeCase.among(person.officer(), files, jdbc);
          referrals.stream()
              .filter(one -> whole.contains(one.caseNumber()))
              .forEach(one -> places.put("letter:" + one.letter(), "/referrals/" + one.id()));
          return places;
        });
    return places;
  }
}
