package ronda.server.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Iterator;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import ronda.casework.office.Office;
import ronda.casework.office.Role;
import ronda.server.Browser;
import ronda.server.OpenDesk;
import ronda.store.sql.InOffice;

/** An open page hears that something changed, and that nothing did. */
class LiveDoorTest {
  @RegisterExtension static final OpenDesk DESK = new OpenDesk();

  private final Office office = DESK.office("Dinas yang memandang");
  private final Browser ani = DESK.browserOf(DESK.person(office, "Ani Contoh", Role.REVIEWER));

  @Test
  void a_decision_is_heard_of_by_the_second_tick_at_the_latest() {
    ani.post("/bring/text", "text", "Main di CONTOH88 slot gacor maxwin, daftar sekarang");
    UUID job =
        DESK.bean(InOffice.class)
            .read(office.id(), jdbc -> jdbc.sql("SELECT id FROM jobs").query(UUID.class).single());
    Browser budi = DESK.browserOf(DESK.person(office, "Budi Contoh", Role.REVIEWER));
    try (Stream<String> stream = budi.listen("/live")) {
      Iterator<String> lines = stream.iterator();
      assertThat(ticksUntil("begun", lines)).isZero();
      ani.post("/jobs/" + job + "/take");
      ani.post("/jobs/" + job + "/judge", "verdict", "not-harmful", "reason", "hanya kabar");
      assertThat(ticksUntil("changed", lines)).isLessThanOrEqualTo(2);
    }
    assertThat(budi.open("/").body()).doesNotContain("href=\"/queue?show=open\"");
  }

  /** How many events came before one that says so, of the stream's one minute. */
  private static int ticksUntil(String word, Iterator<String> lines) {
    int ticks = 0;
    while (lines.hasNext()) {
      String line = lines.next();
      if (line.contains(word)) {
        return ticks;
      }
      ticks += line.isEmpty() ? 1 : 0;
    }
    throw new AssertionError("the stream ended without " + word);
  }
}
