package ronda.server.desk;

import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
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
  private static final Logger LOG = LoggerFactory.getLogger(CopiesRound.class);

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
    try {
      offices.all().forEach(this::roundOf);
    } catch (RuntimeException broken) {
      LOG.warn("offices could not be listed to tell of copies: {}", broken.toString());
    }
  }

  private void roundOf(Office office) {
    Instant now = desks.clock().instant();
    try {
      int told = AT_ONCE;
      while (told == AT_ONCE) {
        told = desks.changeInTurn(office.id(), (desk, jdbc) -> desk.tellOfCopies(AT_ONCE, now));
      }
    } catch (RuntimeException broken) {
      LOG.warn("copies of {} could not be told: {}", office.id(), broken.toString());
    }
  }
}
