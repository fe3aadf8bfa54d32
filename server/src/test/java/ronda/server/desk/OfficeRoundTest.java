package ronda.server.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class OfficeRoundTest {
  private static final List<UUID> THREE = List.of(new UUID(0, 1), new UUID(0, 2), new UUID(0, 3));

  @Test
  void what_goes_wrong_with_one_office_holds_up_no_other() {
    List<UUID> visited = new ArrayList<>();

    int sum =
        OfficeRound.sum(
            "a test",
            () -> THREE,
            office -> {
              visited.add(office);
              if (office.equals(THREE.get(1))) {
                throw new IllegalStateException("its table is broken");
              }
              return 10;
            });

    assertThat(visited).isEqualTo(THREE);
    assertThat(sum).isEqualTo(20);
  }

  @Test
  void where_the_offices_cannot_be_listed_the_round_ends_and_nothing_is_thrown() {
    List<UUID> visited = new ArrayList<>();

    OfficeRound.of(
        "a test",
        () -> {
          throw new IllegalStateException("no database");
        },
        visited::add);

    assertThat(visited).isEmpty();
  }
}
