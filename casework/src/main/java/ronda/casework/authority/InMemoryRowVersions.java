package ronda.casework.authority;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The table kept in memory, slow and obvious: what the SQL must agree with. For one thread. */
public final class InMemoryRowVersions implements RowVersions {
  private final List<RowVersion> all = new ArrayList<>();

  @Override
  public List<Row> inForce() {
    Map<String, RowVersion> latest = new LinkedHashMap<>();
    all.stream()
        .filter(RowVersion::isApproved)
        .forEach(version -> latest.put(version.row().id(), version));
    return latest.values().stream()
        .filter(version -> !version.struck())
        .map(RowVersion::row)
        .toList();
  }

  @Override
  public List<RowVersion> history(String row) {
    return all.stream().filter(version -> version.row().id().equals(row)).toList().reversed();
  }

  @Override
  public List<RowVersion> waiting() {
    return all.stream().filter(RowVersion::isWaiting).toList();
  }

  @Override
  public Optional<RowVersion> byId(UUID id) {
    return all.stream().filter(version -> version.id().equals(id)).findFirst();
  }

  @Override
  public List<Row> brought() {
    Map<String, Row> latest = new LinkedHashMap<>();
    all.stream()
        .filter(version -> version.proposer().isEmpty())
        .forEach(version -> latest.put(version.row().id(), version.row()));
    return List.copyOf(latest.values());
  }

  @Override
  public void add(RowVersion version) {
    String row = version.row().id();
    if (history(row).stream().anyMatch(other -> other.number() == version.number())) {
      throw new IllegalArgumentException(row + " has a version " + version.number());
    }
    all.add(version);
  }

  @Override
  public void decide(RowVersion version) {
    all.replaceAll(one -> one.id().equals(version.id()) && one.isWaiting() ? version : one);
  }
}
