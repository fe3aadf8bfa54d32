package ronda.policies.cel;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import ronda.identify.decide.Facts;
import ronda.identify.post.Category;
import ronda.identify.post.Stance;
import ronda.identify.signal.EntityFound;
import ronda.identify.signal.PatternFound;
import ronda.identify.signal.Resemblance;
import ronda.identify.signal.Signal;
import ronda.identify.signal.TermFound;

/**
 * How much of what speaks of a category stands in a post. Different terms are counted, not
 * repetitions: a word said ten times is one reason.
 *
 * @param terms different terms that speak for it and need no confirmation
 * @param hints different terms that speak for it and need confirmation
 * @param cautions different terms that say the post only mentions it
 * @param topics different terms that only tell what the post speaks of
 * @param patterns different patterns
 * @param weight what the terms and patterns weigh together, hints left out
 */
record Tally(long terms, long hints, long cautions, long topics, long patterns, double weight) {

  static Tally of(Facts facts, Category category) {
    Map<String, Double> terms = new HashMap<>();
    Map<String, Double> patterns = new HashMap<>();
    Set<String> hints = new HashSet<>();
    Set<String> cautions = new HashSet<>();
    Set<String> topics = new HashSet<>();
    for (Signal signal : facts.signals()) {
      switch (signal) {
        case TermFound term when term.concerns(category) -> {
          if (term.isTopic()) {
            topics.add(term.term());
          } else if (term.stance() == Stance.MENTIONS && !term.isWeightless()) {
            cautions.add(term.term());
          } else if (term.weight() > 0 && term.needsConfirmation()) {
            hints.add(term.term());
          } else if (term.weight() > 0) {
            terms.put(term.term(), term.weight());
          }
        }
        case PatternFound pattern when pattern.category() == category ->
            patterns.put(pattern.pattern(), pattern.weight());
        case TermFound elsewhere -> {}
        case PatternFound elsewhere -> {}
        case Resemblance resemblance -> {}
        case EntityFound entity -> {}
      }
    }
    hints.removeAll(terms.keySet());
    return new Tally(
        terms.size(),
        hints.size(),
        cautions.size(),
        topics.size(),
        patterns.size(),
        sum(terms) + sum(patterns));
  }

  private static double sum(Map<String, Double> weights) {
    return weights.values().stream().mapToDouble(Double::doubleValue).sum();
  }
}
