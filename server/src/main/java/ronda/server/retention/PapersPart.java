package ronda.server.retention;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import ronda.casework.cases.CaseFile;
import ronda.casework.office.Permission;
import ronda.casework.retention.Disposal;
import ronda.casework.retention.Disposal.Hindrance;
import ronda.casework.retention.RecordKind;
import ronda.server.desk.CasePart;
import ronda.server.desk.Desks;
import ronda.server.desk.WholeCase;
import ronda.server.door.Caller;
import ronda.server.page.MessageKeys;
import ronda.server.page.StartItem;
import ronda.server.page.StartItems;
import ronda.store.sql.SqlCasePapers;
import ronda.store.sql.SqlDisposals;
import ronda.store.sql.SqlRetention;

/** What becomes of a case's papers, on its page: why they are kept, or that they are due. */
@Component
class PapersPart implements CasePart {
  private final Desks desks;

  PapersPart(Desks desks) {
    this.desks = desks;
  }

  /**
   * What the page shows.
   *
   * @param why the messages that say what keeps the papers; empty if they are due
   * @param until when their time is over, if the case rests until then
   * @param proposed what nobody has decided yet
   * @param decided the latest first
   */
  record PapersOfCase(
      CaseFile file,
      List<String> why,
      Instant until,
      Optional<Disposal> proposed,
      List<Disposal> decided,
      boolean mayPropose) {}

  @Override
  public int order() {
    return 910;
  }

  @Override
  public String template() {
    return "retention/papers";
  }

  @Override
  public Optional<?> of(Caller.Person person, CaseFile file, JdbcClient jdbc) {
    var papers = new SqlCasePapers(jdbc);
    Set<Hindrance> why = papers.hindrances(file.id(), desks.clock().instant());
    List<Disposal> all = new SqlDisposals(jdbc).ofCase(file.id());
    if (why.contains(Hindrance.NO_PAPERS) && all.isEmpty()) {
      return Optional.empty();
    }
    Instant last = file.history().getLast().at();
    return Optional.of(
        new PapersOfCase(
            file,
            keys(why),
            last.plus(new SqlRetention(jdbc).periods().of(RecordKind.CASE_PAPERS)),
            all.stream().filter(Disposal::isWaiting).findFirst(),
            all.stream().filter(one -> !one.isWaiting()).toList(),
            why.isEmpty()
                && Disposal.mayPropose(person.officer())
                && WholeCase.isFor(person.officer(), file, jdbc)));
  }

  /** The messages that say why: of a case that is not over, or holds nothing, that alone. */
  static List<String> keys(Set<Hindrance> why) {
    Set<Hindrance> told = why;
    for (Hindrance alone : List.of(Hindrance.NO_PAPERS, Hindrance.NOT_OVER)) {
      if (why.contains(alone)) {
        told = EnumSet.of(alone);
      }
    }
    return told.stream().map(one -> "disposal.why." + MessageKeys.of(one)).toList();
  }

  /** Who may propose, and who may agree, is told what there is to do. */
  @Configuration(proxyBeanMethods = false)
  static class Lines {
    @Bean
    StartItems disposalLines(Desks desks) {
      return person -> {
        boolean proposes = Disposal.mayPropose(person.officer());
        boolean agrees = person.may(Permission.AGREE_TO_DISPOSAL);
        if (!proposes && !agrees) {
          return List.of();
        }
        Instant now = desks.clock().instant();
        int most = DisposalPages.MOST_COUNTED;
        return desks.look(
            person.office(),
            jdbc -> {
              long due = new SqlCasePapers(jdbc).seenBy(person.officer()).countDue(most, now);
              long waiting =
                  agrees
                      ? new SqlDisposals(jdbc)
                          .seenBy(person.officer())
                          .countWaitingFor(person.officer().id(), most)
                      : 0;
              return List.of(
                  StartItem.countedUpTo(
                      most,
                      230,
                      "start.disposal.due",
                      due,
                      DisposalPages.PATH,
                      StartItem.Urgency.CALM),
                  StartItem.countedUpTo(
                      most,
                      231,
                      "start.disposal.waiting",
                      waiting,
                      DisposalPages.PATH,
                      StartItem.Urgency.TODAY));
            });
      };
    }
  }
}
