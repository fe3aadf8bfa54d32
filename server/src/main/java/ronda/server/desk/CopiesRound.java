package ronda.server.desk;

import java.time.Instant;
import java.util.UUID;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import ronda.casework.office.Office;
import ronda.casework.office.Offices;

/**
 * Has the histories of cases tell, by the hour, of the copies that came in for them. Two servers on
 * one database tell of each copy once: what one has taken to tell, the other does not find.
 */
@Component
public final class CopiesRound {
  /** Of so many cases in one transaction. */
  private static final int AT_ONCE = 100;

  private final Desks desks;
  private final Offices offices;

  CopiesRound(Desks desks, Offices offices) {
    this.desks = desks;
    this.offices = offices;
  }

  /** Once through all offices. One that fails does not keep the others waiting. */
  @Scheduled(initialDelayString = "PT2M", fixedDelayString = "PT1H")
  public void round() {
    OfficeRound.of(
        "telling of copies", () -> offices.all().stream().map(Office::id).toList(), this::roundOf);
  }

  private void roundOf(UUID office) {
    Instant now = desks.clock().instant();
    int told = AT_ONCE;
    while (told == AT_ONCE) {
      told = desks.changeInTurn(office, (desk, jdbc) -> desk.tellOfCopies(AT_ONCE, now));
    }
  }
}
