package ronda.server.sample;

import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Component;
import ronda.casework.office.Offices;
import ronda.store.sql.InOffice;

/** The made-up office, entered into an empty home. */
@Component
public final class Sample {
  private final Offices offices;

  /** The made-up office is made up to have been there for so long: it can publish a month. */
  private static final Duration AGE = Duration.ofDays(62);

  private final List<SamplePart> parts;
  private final InOffice tables;
  private final InstantSource clock;

  Sample(Offices offices, List<SamplePart> parts, InOffice tables, InstantSource clock) {
    this.tables = tables;
    this.clock = clock;
    this.offices = offices;
    this.parts = parts;
  }

  /** Enters office and people, and then every part. */
  public void enter() {
    SamplePeople.enter(offices);
    tables.run(
        SamplePeople.OFFICE.id(),
        jdbc ->
            jdbc.sql("UPDATE offices SET created_at = :then WHERE id = :id")
                .param("then", clock.instant().minus(AGE).atOffset(ZoneOffset.UTC))
                .param("id", SamplePeople.OFFICE.id())
                .update());
    parts.stream()
        .sorted(Comparator.comparingInt(SamplePart::order))
        .forEach(part -> part.enter(SamplePeople.OFFICE));
  }
}
