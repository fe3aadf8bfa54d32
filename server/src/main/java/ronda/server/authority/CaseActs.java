package ronda.server.authority;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import ronda.casework.ReferralGuard;
import ronda.casework.ReferralGuard.Matter;
import ronda.casework.authority.Act;
import ronda.casework.authority.Actor;
import ronda.casework.authority.Authority;
import ronda.casework.authority.BasisRow;
import ronda.casework.authority.Recipient;
import ronda.casework.cases.CaseFile;
import ronda.casework.office.Permission;
import ronda.server.desk.CasePart;
import ronda.server.desk.WholeCase;
import ronda.server.door.Caller;

/** What may be done about a case, on its page. */
@Component
public final class CaseActs implements CasePart {
  /** Acts that somebody may wish for; whether they may be done, the table says. */
  static final Set<Act> WISHES =
      EnumSet.of(
          Act.BLOCK, Act.CLOSE, Act.TRACE, Act.FREEZE_ACCOUNT, Act.VIEW_INTIMATE, Act.PROCESS_ASN);

  private final Authorities authorities;

  CaseActs(Authorities authorities) {
    this.authorities = authorities;
  }

  /**
   * What the page shows.
   *
   * @param may acts that need no button
   * @param wishes acts with a button
   * @param recipients whom the case may be referred to
   * @param laws which law it is suspected to break, by the days of its posts
   * @param days those days
   * @param publicLife whether it touches officials, policy or an election
   * @param held whether it waits for a second person
   * @param mayRefer whether the case is open and all of it is this person's to see: a letter is
   *     filled in from every post
   */
  record ActsOfCase(
      String number,
      boolean mayRefer,
      List<ActLine> may,
      List<ActLine> wishes,
      List<Recipient> recipients,
      List<BasisRow> laws,
      List<LocalDate> days,
      boolean publicLife,
      boolean held) {}

  @Override
  public int order() {
    return 10;
  }

  @Override
  public String template() {
    return "authority/case";
  }

  @Override
  public Optional<?> of(Caller.Person person, CaseFile file, JdbcClient jdbc) {
    if (!person.may(Permission.READ_AUTHORITY)) {
      return Optional.empty();
    }
    Authority table = authorities.of(person.office());
    Actor by = authorities.actor(person.office());
    LocalDate today = authorities.today();
    Matter matter = CaseMatter.of(file, authorities.zone(), jdbc);
    boolean publicLife = matter.isAboutPublicLife();
    List<LocalDate> days = matter.days().stream().sorted().toList();
    return Optional.of(
        new ActsOfCase(
            file.number(),
            file.status() == CaseFile.Status.OPEN && WholeCase.isFor(person.officer(), file, jdbc),
            lines(EnumSet.complementOf(EnumSet.copyOf(WISHES)), table, by, file, today),
            lines(WISHES, table, by, file, today),
            table.recipients(by, file.category(), today).stream()
                .sorted(Comparator.naturalOrder())
                .toList(),
            new ReferralGuard(table, by).laws(file, days),
            days,
            publicLife,
            publicLife && !matter.isJudgedByTwo()));
  }

  private static List<ActLine> lines(
      Set<Act> acts, Authority table, Actor by, CaseFile file, LocalDate today) {
    return Arrays.stream(Act.values())
        .filter(acts::contains)
        .map(act -> ActLine.of(act, table.ask(act, by, file.category(), today)))
        .toList();
  }
}
