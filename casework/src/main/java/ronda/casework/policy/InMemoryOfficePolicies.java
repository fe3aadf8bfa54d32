package ronda.casework.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;

/** Policies kept in memory, slow and obvious. For one thread. */
public final class InMemoryOfficePolicies implements OfficePolicies {
  private final Map<String, List<PolicyVersion>> versions = new TreeMap<>();
  private final Map<String, Pointer> pointers = new TreeMap<>();

  @Override
  public List<OfficePolicy> all() {
    return versions.keySet().stream().flatMap(name -> named(name).stream()).toList();
  }

  @Override
  public Optional<OfficePolicy> named(String name) {
    if (!versions.containsKey(name)) {
      return Optional.empty();
    }
    Pointer pointer =
        pointers.getOrDefault(name, new Pointer(name, OptionalInt.empty(), OptionalInt.empty()));
    return Optional.of(
        new OfficePolicy(
            name,
            versions.get(name).size(),
            version(name, pointer.inForce().orElse(0)),
            version(name, pointer.onTrial().orElse(0))));
  }

  @Override
  public List<PolicyVersion> history(String name) {
    return versions.getOrDefault(name, List.of()).reversed().stream()
        .limit(LONGEST_HISTORY)
        .toList();
  }

  @Override
  public Optional<PolicyVersion> version(String name, int number) {
    return versions.getOrDefault(name, List.of()).stream()
        .filter(version -> version.number() == number)
        .findFirst();
  }

  @Override
  public void add(PolicyVersion version) {
    List<PolicyVersion> before =
        versions.computeIfAbsent(version.name(), unknown -> new ArrayList<>());
    if (version.number() != before.size() + 1) {
      throw new IllegalArgumentException(version.id() + " does not follow the last version");
    }
    before.add(version);
  }

  @Override
  public void point(Pointer pointer) {
    pointers.put(pointer.name(), pointer);
  }

  @Override
  public List<Pointer> pointers() {
    return List.copyOf(pointers.values());
  }
}
