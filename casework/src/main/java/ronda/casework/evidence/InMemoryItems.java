package ronda.casework.evidence;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import ronda.casework.chain.Hash;
import ronda.casework.chain.Link;

/** Evidence in memory: for tests and for a first look. */
public final class InMemoryItems implements Items {
  private final List<Kept> all = new ArrayList<>();
  private final Map<UUID, List<Look>> looks = new HashMap<>();
  private final Map<UUID, List<Link>> custody = new HashMap<>();

  @Override
  public void keep(UUID file, Item item) {
    all.add(new Kept(file, item));
  }

  @Override
  public List<Item> ofCase(UUID file) {
    return all.stream().filter(kept -> kept.file().equals(file)).map(Kept::item).toList();
  }

  @Override
  public Optional<Kept> byId(UUID item) {
    return all.stream().filter(kept -> kept.item().id().equals(item)).findFirst();
  }

  @Override
  public List<UUID> casesWith(Hash part, int limit) {
    return all.reversed().stream()
        .filter(
            kept ->
                kept.item().parts().stream()
                    .anyMatch(one -> one.size() > 0 && one.sha256().equals(part)))
        .map(Kept::file)
        .distinct()
        .limit(limit)
        .toList();
  }

  @Override
  public void keepLooks(UUID item, String part, List<Look> known) {
    if (known.isEmpty() || known.size() > MOST_LOOKS) {
      throw new IllegalArgumentException("a picture has looks, was " + known.size());
    }
    looks.computeIfAbsent(item, none -> new ArrayList<>()).addAll(known);
  }

  @Override
  public List<Alike> casesLike(List<Look> asked, int bitsApart, int limit) {
    Map<UUID, Integer> nearest = new TreeMap<>();
    for (Kept kept : all) {
      for (Look look : looks.getOrDefault(kept.item().id(), List.of())) {
        asked.forEach(one -> nearest.merge(kept.file(), one.bitsApart(look), Math::min));
      }
    }
    return nearest.entrySet().stream()
        .filter(entry -> entry.getValue() <= bitsApart)
        .map(entry -> new Alike(entry.getKey(), entry.getValue()))
        .sorted(Comparator.comparingInt(Alike::bitsApart))
        .limit(limit)
        .toList();
  }

  @Override
  public Link touch(UUID file, Link.Entry entry) {
    List<Link> chain = custody.computeIfAbsent(file, unknown -> new ArrayList<>());
    Link link = chain.isEmpty() ? Link.first(entry) : chain.getLast().then(entry);
    chain.add(link);
    return link;
  }

  @Override
  public List<Link> custodyOf(UUID file) {
    return List.copyOf(custody.getOrDefault(file, List.of()));
  }
}
