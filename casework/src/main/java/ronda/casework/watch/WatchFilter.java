package ronda.casework.watch;

import java.util.Locale;
import java.util.Optional;
import ronda.casework.office.Region;
import ronda.identify.post.Category;

/**
 * Which watched accounts somebody wants to see.
 *
 * @param platform only from there; empty for all
 * @param region only what is aimed at this place, and what nobody knows the place of
 * @param words only where handle or display name holds this, whatever the case; empty for all
 */
public record WatchFilter(
    Optional<Platform> platform,
    Optional<Category> category,
    Region region,
    Optional<WatchState> state,
    String words) {
  /** Every account. */
  public static final WatchFilter ALL =
      new WatchFilter(Optional.empty(), Optional.empty(), Region.UNKNOWN, Optional.empty(), "");

  boolean passes(WatchedAccount account) {
    WatchStep.Description known = account.description();
    return platform.stream().allMatch(account.name().platform()::equals)
        && category.stream().allMatch(known.category()::equals)
        && (!known.region().isKnown() || region.holds(known.region()))
        && state.stream().allMatch(account.state()::equals)
        && (holds(account.name().handle()) || holds(known.displayName()));
  }

  private boolean holds(String text) {
    return text.toLowerCase(Locale.ROOT).contains(words.toLowerCase(Locale.ROOT));
  }
}
