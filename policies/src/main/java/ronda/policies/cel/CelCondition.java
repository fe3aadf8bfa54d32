package ronda.policies.cel;

import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.LongAdder;
import ronda.identify.decide.Condition;
import ronda.identify.decide.Facts;
import ronda.identify.signal.EntityKind;

/** A condition written in CEL, checked. Safe to share between threads. */
final class CelCondition implements Condition {
  private final String expression;
  private final CelRuntime.Program program;
  private final Map<String, Vocabulary.Word> used;
  private final Set<EntityKind> asksAfter;
  private final LongAdder failures = new LongAdder();

  /**
   * @param used the words that stand in the expression
   */
  CelCondition(String expression, CelRuntime.Program program, Map<String, Vocabulary.Word> used) {
    this.expression = expression;
    this.program = program;
    this.used = Map.copyOf(used);
    Set<EntityKind> kinds = new TreeSet<>();
    used.values().forEach(word -> kinds.addAll(word.asksAfter()));
    asksAfter = Set.copyOf(kinds);
  }

  /**
   * Every word is looked up before the expression is evaluated. CEL itself would call {@code true
   * || missing} true; here a word that is not known makes the whole condition silent.
   */
  @Override
  public Answer of(Facts facts) {
    Look look = new Look(facts);
    Map<String, Object> values = HashMap.newHashMap(used.size());
    for (Map.Entry<String, Vocabulary.Word> word : used.entrySet()) {
      Optional<Object> value = word.getValue().value().of(look);
      if (value.isEmpty()) {
        return Answer.SILENT;
      }
      values.put(word.getKey(), value.get());
    }
    try {
      return Boolean.TRUE.equals(program.eval(values)) ? Answer.HOLDS : Answer.FAILS;
    } catch (CelEvaluationException failed) {
      // A division by zero, an overflow: nothing is known, so nothing is said.
      failures.increment();
      return Answer.SILENT;
    }
  }

  @Override
  public Set<EntityKind> asksAfter() {
    return asksAfter;
  }

  @Override
  public long failures() {
    return failures.sum();
  }

  @Override
  public String toString() {
    return expression;
  }
}
