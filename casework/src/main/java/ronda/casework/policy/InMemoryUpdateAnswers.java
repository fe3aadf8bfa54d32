package ronda.casework.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Answers kept in memory, slow and obvious. For one thread. */
public final class InMemoryUpdateAnswers implements UpdateAnswers {
  private final List<UpdateAnswer> answers = new ArrayList<>();

  @Override
  public void add(UpdateAnswer answer) {
    answers.add(answer);
  }

  @Override
  public List<UpdateAnswer> newest() {
    Map<String, UpdateAnswer> newest = new TreeMap<>();
    for (UpdateAnswer answer : answers) {
      newest.merge(
          answer.policy(),
          answer,
          (before, now) -> now.shipped() >= before.shipped() ? now : before);
    }
    return List.copyOf(newest.values());
  }
}
