package ronda.casework.policy;

import java.util.ArrayList;
import java.util.List;
import ronda.casework.chain.Hash;

/** Trials kept in memory. For one thread. */
public final class InMemoryTrials implements Trials {
  private final List<Trial> all = new ArrayList<>();

  @Override
  public void add(Trial trial) {
    all.add(trial);
  }

  @Override
  public boolean isTried(String policy, Hash substance) {
    return all.stream()
        .anyMatch(trial -> trial.policy().equals(policy) && trial.substance().equals(substance));
  }

  @Override
  public List<Trial> of(String policy, int limit) {
    return all.reversed().stream()
        .filter(trial -> trial.policy().equals(policy))
        .limit(limit)
        .toList();
  }
}
