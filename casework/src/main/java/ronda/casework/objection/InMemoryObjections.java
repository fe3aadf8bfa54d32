package ronda.casework.objection;

import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Objections kept in memory, slow and obvious: what the SQL must agree with. For one thread. */
public final class InMemoryObjections implements Objections {
  private final Map<UUID, Objection> all = new LinkedHashMap<>();

  @Override
  public void add(Objection objection) {
    all.put(objection.id(), objection);
  }

  @Override
  public void decide(Objection objection) {
    if (byId(objection.id()).filter(Objection::isWaiting).isEmpty()) {
      throw new IllegalStateException("objection " + objection.id() + " does not wait");
    }
    all.put(objection.id(), objection);
  }

  @Override
  public Optional<Objection> find(UUID id) {
    return byId(id);
  }

  @Override
  public Optional<Objection> byId(UUID id) {
    return Optional.ofNullable(all.get(id));
  }

  @Override
  public List<Objection> waiting(int limit) {
    return all.values().stream()
        .filter(Objection::isWaiting)
        .sorted(Comparator.comparing(Objection::due).thenComparing(Objection::id))
        .limit(limit)
        .toList();
  }

  @Override
  public List<Objection> decided(int limit) {
    return all.values().stream()
        .filter(objection -> !objection.isWaiting())
        .sorted(
            Comparator.comparing((Objection objection) -> objection.decision().orElseThrow().at())
                .thenComparing(Objection::id)
                .reversed())
        .limit(limit)
        .toList();
  }

  @Override
  public long count(boolean decided) {
    return all.values().stream().filter(objection -> objection.isWaiting() != decided).count();
  }

  @Override
  public long late(Instant now) {
    return all.values().stream().filter(objection -> objection.isOverdue(now)).count();
  }

  @Override
  public List<Objection> ofCase(UUID file) {
    return all.values().stream()
        .filter(objection -> objection.file().equals(file))
        .sorted(Comparator.comparing(Objection::at).thenComparing(Objection::id))
        .toList();
  }
}
