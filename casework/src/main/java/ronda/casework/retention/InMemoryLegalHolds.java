package ronda.casework.retention;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Legal holds in memory, for one thread. */
public final class InMemoryLegalHolds implements LegalHolds {
  private static final Comparator<LegalHold> LATEST_FIRST =
      Comparator.comparing((LegalHold hold) -> hold.placed().at()).reversed();

  private final Map<UUID, LegalHold> all = new LinkedHashMap<>();

  @Override
  public void place(LegalHold hold) {
    all.put(hold.id(), hold);
  }

  @Override
  public boolean lift(LegalHold hold) {
    @Nullable LegalHold kept = all.get(hold.id());
    if (kept == null || !kept.stands()) {
      return false;
    }
    all.put(hold.id(), hold);
    return true;
  }

  @Override
  public Optional<LegalHold> byId(UUID id) {
    return Optional.ofNullable(all.get(id));
  }

  @Override
  public List<LegalHold> standing(int limit) {
    return latest().filter(LegalHold::stands).limit(limit).toList();
  }

  @Override
  public List<LegalHold> on(UUID subject) {
    return latest().filter(hold -> hold.subject().equals(subject)).toList();
  }

  private Stream<LegalHold> latest() {
    return all.values().stream().sorted(LATEST_FIRST);
  }
}
