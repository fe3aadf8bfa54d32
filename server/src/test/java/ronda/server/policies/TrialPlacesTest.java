package ronda.server.policies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Where policies are tried: one at a time for each office, and not too many for the server. */
class TrialPlacesTest {
  private final TrialPlaces places = new TrialPlaces(2);
  private final UUID here = UUID.randomUUID();
  private final UUID there = UUID.randomUUID();

  @Test
  void one_office_keeps_no_other_from_trying() throws Exception {
    TrialPlaces.Place ours = places.take(here);
    places.take(there).close();

    assertTaken(here, TrialPlaces.Why.BUSY);
    ours.close();
    places.take(here).close();
  }

  @Test
  void the_server_bears_so_many_and_says_that_it_is_others() throws Exception {
    TrialPlaces.Place ours = places.take(here);
    TrialPlaces.Place theirs = places.take(there);
    UUID third = UUID.randomUUID();

    assertTaken(third, TrialPlaces.Why.FULL);
    assertTaken(here, TrialPlaces.Why.BUSY);
    theirs.close();
    places.take(third).close();
    ours.close();
  }

  private void assertTaken(UUID office, TrialPlaces.Why why) {
    assertThatThrownBy(() -> places.take(office))
        .isInstanceOfSatisfying(
            TrialPlaces.Taken.class, taken -> assertThat(taken.why()).isEqualTo(why));
  }
}
