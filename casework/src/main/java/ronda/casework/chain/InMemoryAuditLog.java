package ronda.casework.chain;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/** The audit log in memory: for tests and for a first look. */
public final class InMemoryAuditLog implements AuditLog {
  private final Map<UUID, List<Link>> chains = new ConcurrentHashMap<>();

  @Override
  public void add(UUID office, Link.Entry entry) {
    List<Link> chain = chains.computeIfAbsent(office, unknown -> new ArrayList<>());
    synchronized (chain) {
      chain.add(chain.isEmpty() ? Link.first(entry) : chain.getLast().then(entry));
    }
  }

  @Override
  public List<Link> page(UUID office, Filter filter, long below, int limit) {
    return copy(office).reversed().stream()
        .filter(link -> link.number() < below && filter.lets(link))
        .limit(limit)
        .toList();
  }

  @Override
  public long latest(UUID office, String act) {
    return copy(office).stream()
        .filter(link -> link.act().equals(act))
        .mapToLong(Link::number)
        .max()
        .orElse(0);
  }

  @Override
  public void walk(UUID office, Consumer<Link> each) {
    copy(office).forEach(each);
  }

  private List<Link> copy(UUID office) {
    List<Link> chain = chains.getOrDefault(office, List.of());
    synchronized (chain) {
      return List.copyOf(chain);
    }
  }
}
