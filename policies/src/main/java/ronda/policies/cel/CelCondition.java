package ronda.policies.cel;

import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicReference;
import ronda.identify.decide.Condition;
import ronda.identify.decide.Facts;
import ronda.identify.decide.Failures;
import ronda.identify.post.Category;
import ronda.identify.signal.EntityKind;
import ronda.policies.cel.Question.OfTruth;
import ronda.policies.cel.Question.Unanswered;

/** A condition written in CEL, checked. Safe to share between threads. */
final class CelCondition implements Condition {
  private final String expression;
  private final OfTruth question;
  private final Category[] needs;
  private final Set<EntityKind> asksAfter;
  private final AtomicReference<Failures> failures = new AtomicReference<>(Failures.NONE);

  /**
   * @param question what the expression asks
   * @param used the words that stand in it
   */
  CelCondition(String expression, OfTruth question, Collection<Vocabulary.Word> used) {
    this.expression = expression;
    this.question = question;
    Set<Category> scores = new TreeSet<>();
    Set<EntityKind> kinds = new TreeSet<>();
    for (Vocabulary.Word word : used) {
      word.needs().ifPresent(scores::add);
      kinds.addAll(word.asksAfter());
    }
    needs = scores.toArray(Category[]::new);
    asksAfter = Set.copyOf(kinds);
  }

  /**
   * Every score is looked for before the question is put. CEL itself would call {@code true ||
   * missing} true; here a score that is not known makes the whole condition silent.
   */
  @Override
  public Answer of(Facts facts) {
    for (Category category : needs) {
      if (facts.score(category).isEmpty()) {
        return Answer.SILENT;
      }
    }
    try {
      return question.of(new Look(facts)) ? Answer.HOLDS : Answer.FAILS;
    } catch (Unanswered unanswered) {
      // A division by zero, an overflow: nothing is known, so nothing is said.
      failures.updateAndGet(before -> before.and(unanswered.why()));
      return Answer.SILENT;
    }
  }

  @Override
  public Set<EntityKind> asksAfter() {
    return asksAfter;
  }

  @Override
  public Set<Category> asksScoresOf() {
    return Set.of(needs);
  }

  @Override
  public Failures failures() {
    return failures.get();
  }

  @Override
  public String toString() {
    return expression;
  }
}
