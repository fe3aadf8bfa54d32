package ronda.server.transparency;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import ronda.casework.office.Office;
import ronda.casework.office.Offices;
import ronda.casework.transparency.Period;
import ronda.casework.transparency.PublishedReport;
import ronda.casework.transparency.Publishing;
import ronda.server.door.Acts;
import ronda.server.door.Caller;
import ronda.store.sql.InOffice;
import ronda.store.sql.SqlPublishedReports;

/** Publishes reports: by a named person, into the chain, for good. */
@Component
final class Publication {
  private static final List<Locale> LANGUAGES = List.of(Locale.of("id"), Locale.ENGLISH);
  private static final List<String> NOTES =
      List.of(
          "transparency.note.suspected",
          "transparency.note.law",
          "transparency.note.small",
          "transparency.note.never");

  private final InOffice tables;
  private final Offices offices;
  private final Reports reports;
  private final MessageSource messages;
  private final Acts acts;
  private final InstantSource clock;

  Publication(
      InOffice tables,
      Offices offices,
      Reports reports,
      MessageSource messages,
      Acts acts,
      InstantSource clock) {
    this.tables = tables;
    this.offices = offices;
    this.reports = reports;
    this.messages = messages;
    this.acts = acts;
    this.clock = clock;
  }

  /** The report as it would be published now. */
  ReportFile draft(UUID office, Period period, int version, String reason) {
    return tables.read(office, jdbc -> draft(office, period, version, reason, jdbc));
  }

  private ReportFile draft(UUID id, Period period, int version, String reason, JdbcClient jdbc) {
    Office office = offices.byId(id).orElseThrow();
    Instant now = clock.instant();
    Reports.Counted counted = reports.count(period, now, jdbc);
    return new ReportFile(
        office.name(),
        office.region().code(),
        period.code(),
        period.from(),
        period.to(),
        reports.zone(),
        version,
        reason,
        now,
        counted.madeUp(),
        NOTES.stream().map(this::inBoth).toList(),
        counted.sections().entrySet().stream()
            .map(
                section ->
                    new ReportFile.Section(
                        section.getKey(),
                        inBoth("transparency.source." + section.getKey()),
                        section.getValue().stream().map(ReportFile.Column::of).toList()))
            .toList(),
        counted.harmless(),
        counted.policies().entrySet().stream()
            .map(policy -> new ReportFile.PolicyInForce(policy.getKey(), policy.getValue()))
            .toList(),
        Optional.of(reports.firstDay(jdbc)).filter(period::isHalfOverOn));
  }

  private Map<String, String> inBoth(String key) {
    Map<String, String> words = new TreeMap<>();
    LANGUAGES.forEach(
        language ->
            words.put(language.getLanguage(), messages.getMessage(key, new Object[0], language)));
    return words;
  }

  /** Publishes what the office did in {@code period}, if it may be published. */
  Publishing.Answer publish(Caller.Person person, Period period, String reason) {
    return tables.write(
        person.office(),
        jdbc -> {
          SqlPublishedReports published = new SqlPublishedReports(jdbc);
          Publishing.Answer answer =
              Publishing.ask(
                  period,
                  published.forChange(person.office()),
                  reason,
                  reports.today(clock.instant()),
                  reports.firstDay(jdbc));
          if (answer instanceof Publishing.Answer.Allowed allowed) {
            publish(person, period, allowed.version(), reason, jdbc);
          }
          return answer;
        });
  }

  private void publish(
      Caller.Person person, Period period, int version, String reason, JdbcClient jdbc) {
    String why = version == 1 ? "" : reason;
    ReportFile file = draft(person.office(), period, version, why, jdbc);
    PublishedReport report =
        new PublishedReport(
            UUID.randomUUID(),
            person.office(),
            file.office(),
            period,
            version,
            why,
            file.publishedAt(),
            file.json());
    new SqlPublishedReports(jdbc).add(report);
    acts.write(
        person,
        "transparency-published",
        "report:" + report.id(),
        Map.of(
            "period",
            period.code(),
            "version",
            version,
            "reason",
            why,
            "sha256",
            report.sha256().hex()));
  }
}
