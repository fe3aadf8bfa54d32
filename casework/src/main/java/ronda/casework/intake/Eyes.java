package ronda.casework.intake;

import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import ronda.casework.office.Region;

/**
 * Who of an office is shown what belongs to a place (jangkauan mata), so that a post never goes
 * where those who are to see it cannot follow, nor those come along who are not to see it.
 */
public final class Eyes {
  private final Supplier<List<Region>> served;
  private @Nullable Set<Region> places;

  /**
   * @param served where each of the office's people serves; asked for when two places first differ
   */
  public Eyes(Supplier<List<Region>> served) {
    this.served = served;
  }

  /** Whether the same people are shown what belongs to the one place and to the other. */
  boolean areTheSameOn(Region one, Region other) {
    return one.equals(other) || on(one).equals(on(other));
  }

  /** The places whose people are shown what belongs here. */
  private Set<Region> on(Region place) {
    return places().stream()
        .filter(serving -> !place.isKnown() || serving.holds(place))
        .collect(Collectors.toSet());
  }

  private Set<Region> places() {
    Set<Region> known = places;
    if (known == null) {
      known = Set.copyOf(served.get());
      places = known;
    }
    return known;
  }
}
