package ronda.server.sample;

import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Component;
import ronda.casework.office.Offices;

/** The made-up office, entered into an empty home. */
@Component
public final class Sample {
  private final Offices offices;
  private final List<SamplePart> parts;

  Sample(Offices offices, List<SamplePart> parts) {
    this.offices = offices;
    this.parts = parts;
  }

  /** Enters office and people, and then every part. */
  public void enter() {
    SamplePeople.enter(offices);
    parts.stream()
        .sorted(Comparator.comparingInt(SamplePart::order))
        .forEach(part -> part.enter(SamplePeople.OFFICE));
  }
}
