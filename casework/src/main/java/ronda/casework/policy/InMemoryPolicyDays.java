package ronda.casework.policy;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Days kept in memory. For one thread. */
public final class InMemoryPolicyDays implements PolicyDays {
  private record Key(String policy, LocalDate day) {}

  private final Map<Key, PolicyDay> all = new LinkedHashMap<>();

  @Override
  public PolicyDay of(String policy, LocalDate day) {
    return all.getOrDefault(new Key(policy, day), PolicyDay.empty(policy, day));
  }

  @Override
  public void put(PolicyDay day) {
    all.put(new Key(day.policy(), day.day()), day);
  }

  @Override
  public List<PolicyDay> on(LocalDate day) {
    return all.values().stream()
        .filter(one -> one.day().equals(day))
        .sorted(Comparator.comparing(PolicyDay::policy))
        .toList();
  }

  @Override
  public List<PolicyDay> tripped(LocalDate since) {
    return all.values().stream()
        .filter(one -> one.trippedAt().isPresent() && !one.day().isBefore(since))
        .sorted(Comparator.comparing(PolicyDay::day).reversed().thenComparing(PolicyDay::policy))
        .toList();
  }
}
