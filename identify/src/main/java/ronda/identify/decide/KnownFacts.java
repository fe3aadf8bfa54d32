package ronda.identify.decide;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import ronda.identify.post.Category;
import ronda.identify.post.Stance;
import ronda.identify.signal.EntityFound;
import ronda.identify.signal.Signal;
import ronda.identify.signal.TermFound;

/**
 * Facts written down beforehand: to try a policy without a post, and to test one. Immutable; each
 * method returns new facts.
 *
 * @param scores what the models said
 * @param stances what is not here is {@link Stance#NONE}
 */
public record KnownFacts(
    Map<Category, Double> scores,
    Map<Category, Stance> stances,
    List<Signal> signals,
    List<Signal> furtherReasons,
    int disguisedLetters,
    int words,
    List<KnownFacts> stretches)
    implements Facts {

  /** A post of which nothing is known. */
  public static final KnownFacts NOTHING =
      new KnownFacts(Map.of(), Map.of(), List.of(), List.of(), 0, 0, List.of());

  public KnownFacts {
    scores = Map.copyOf(scores);
    stances = Map.copyOf(stances);
    signals = List.copyOf(signals);
    furtherReasons = List.copyOf(furtherReasons);
    stretches = List.copyOf(stretches);
  }

  /** A post with one score and stance. */
  public static KnownFacts of(Category category, double score, Stance stance) {
    return NOTHING.withScore(category, score).withStance(category, stance);
  }

  /** The same, and this score. */
  public KnownFacts withScore(Category category, double score) {
    Map<Category, Double> more = new EnumMap<>(Category.class);
    more.putAll(scores);
    more.put(category, score);
    return new KnownFacts(
        more, stances, signals, furtherReasons, disguisedLetters, words, stretches);
  }

  /** The same, and this stance. */
  public KnownFacts withStance(Category category, Stance stance) {
    Map<Category, Stance> more = new EnumMap<>(Category.class);
    more.putAll(stances);
    more.put(category, stance);
    return new KnownFacts(
        scores, more, signals, furtherReasons, disguisedLetters, words, stretches);
  }

  /** The same, and this signal. */
  public KnownFacts with(Signal signal) {
    return new KnownFacts(
        scores, stances, and(signals, signal), furtherReasons, disguisedLetters, words, stretches);
  }

  /** The same, and this reason, which is handed out only when a finding is made. */
  public KnownFacts withFurtherReason(Signal reason) {
    return new KnownFacts(
        scores, stances, signals, and(furtherReasons, reason), disguisedLetters, words, stretches);
  }

  /** The same, with so many letters in disguise. */
  public KnownFacts withDisguisedLetters(int letters) {
    return new KnownFacts(scores, stances, signals, furtherReasons, letters, words, stretches);
  }

  /** The same, with so many words. */
  public KnownFacts withWords(int words) {
    return new KnownFacts(
        scores, stances, signals, furtherReasons, disguisedLetters, words, stretches);
  }

  /** The same, with this stretch, whichever category and reach is asked for. */
  public KnownFacts withStretch(KnownFacts stretch) {
    List<KnownFacts> more = new ArrayList<>(stretches);
    more.add(stretch);
    return new KnownFacts(scores, stances, signals, furtherReasons, disguisedLetters, words, more);
  }

  private static List<Signal> and(List<Signal> signals, Signal another) {
    List<Signal> more = new ArrayList<>(signals);
    more.add(another);
    return more;
  }

  @Override
  public OptionalDouble score(Category category) {
    Double score = scores.get(category);
    return score == null ? OptionalDouble.empty() : OptionalDouble.of(score);
  }

  @Override
  public Stance stance(Category category) {
    return stances.getOrDefault(category, Stance.NONE);
  }

  @Override
  public boolean named(Category category) {
    return signals.stream()
        .anyMatch(signal -> signal instanceof TermFound term && term.speaksFor(category));
  }

  @Override
  public List<KnownFacts> stretches(Category category, int reach) {
    return stretches;
  }

  @Override
  public List<EntityFound> entities() {
    return signals.stream()
        .filter(EntityFound.class::isInstance)
        .map(EntityFound.class::cast)
        .toList();
  }

  @Override
  public List<Signal> furtherReasons(Category category) {
    return furtherReasons;
  }
}
