package ronda.policies.cel;

import static ronda.identify.post.Stance.MENTIONS;
import static ronda.identify.post.Stance.NONE;
import static ronda.identify.post.Stance.PROMOTES;

import java.util.Map;
import java.util.Optional;
import ronda.identify.decide.KnownFacts;
import ronda.identify.post.Category;
import ronda.identify.post.Span;
import ronda.identify.post.Stance;
import ronda.identify.signal.EntityFound;
import ronda.identify.signal.EntityKind;
import ronda.identify.signal.PatternFound;
import ronda.identify.signal.Resemblance;
import ronda.identify.signal.TermFound;

/** Made-up facts of posts, for policies to be asked about. */
final class MadeUpFacts {
  private MadeUpFacts() {}

  /** A post whose loudest word can be shown. */
  static KnownFacts post(Category category, double score, Stance stance) {
    return KnownFacts.of(category, score, stance)
        .withFurtherReason(new Resemblance("made-up@1", category, new Span(0, 4), 0.5));
  }

  static TermFound term(String term, Category category) {
    return new TermFound(
        term, Optional.of(category), PROMOTES, false, new Span(0, term.length()), 1);
  }

  /** A call to kill, burn or expel: two are as heavy as any two listed words. */
  static TermFound call(String term) {
    return new TermFound(
        term, Optional.of(Category.HATE), PROMOTES, false, new Span(0, term.length()), 2);
  }

  static TermFound hint(String term, Category category) {
    return new TermFound(
        term, Optional.of(category), PROMOTES, true, new Span(0, term.length()), 1);
  }

  static TermFound caution(String term, Category category) {
    return new TermFound(
        term, Optional.of(category), MENTIONS, false, new Span(0, term.length()), -1);
  }

  static TermFound topic(String term, Category category) {
    return new TermFound(term, Optional.of(category), NONE, false, new Span(0, term.length()), 0);
  }

  static PatternFound pattern(Category category) {
    return new PatternFound("name-and-digits", category, new Span(5, 12), 1);
  }

  static EntityFound entity(EntityKind kind) {
    return new EntityFound(kind, "made-up", new Span(13, 20), Map.of());
  }
}
