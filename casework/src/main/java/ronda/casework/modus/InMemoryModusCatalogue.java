package ronda.casework.modus;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import ronda.identify.post.Category;

/** A catalogue in memory: what the SQL must agree with. For one thread. */
public final class InMemoryModusCatalogue implements ModusCatalogue {
  private static final Comparator<Modus> BY_TITLE =
      Comparator.comparing((Modus modus) -> modus.title().toLowerCase(Locale.ROOT))
          .thenComparing(modus -> modus.id().toString());

  private final Map<UUID, Modus> all = new LinkedHashMap<>();

  @Override
  public void put(Modus modus) {
    all.put(modus.id(), modus);
  }

  @Override
  public Optional<Modus> byId(UUID id) {
    return Optional.ofNullable(all.get(id));
  }

  @Override
  public Optional<Modus> forChange(UUID id) {
    return byId(id);
  }

  @Override
  public List<Modus> list(Optional<Category> category) {
    return all.values().stream()
        .filter(modus -> category.stream().allMatch(modus.category()::equals))
        .sorted(BY_TITLE)
        .toList();
  }

  @Override
  public long count() {
    return all.size();
  }
}
