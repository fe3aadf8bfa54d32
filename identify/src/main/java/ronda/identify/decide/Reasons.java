package ronda.identify.decide;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import ronda.identify.post.Category;
import ronda.identify.signal.EntityFound;
import ronda.identify.signal.EntityKind;
import ronda.identify.signal.PatternFound;
import ronda.identify.signal.Resemblance;
import ronda.identify.signal.Signal;
import ronda.identify.signal.TermFound;

/** Gathers what spoke for and against a category, loudest first. */
final class Reasons {
  /** A long page may hold thousands; nobody reads more than these. */
  static final int MOST = 32;

  private static final Comparator<Signal> LOUDEST_FIRST =
      Comparator.<Signal>comparingDouble(signal -> -Math.abs(signal.weight()))
          .thenComparingInt(signal -> signal.span().start())
          .thenComparingInt(signal -> signal.span().end());

  private Reasons() {}

  static List<Signal> of(Facts facts, Category category, Set<EntityKind> entities) {
    Set<Signal> gathered = new LinkedHashSet<>();
    for (Signal signal : facts.signals()) {
      if (concerns(signal, category, entities)) {
        gathered.add(signal);
      }
    }
    gathered.addAll(facts.furtherReasons(category));
    if (!entities.isEmpty()) {
      for (EntityFound entity : facts.entities()) {
        if (entities.contains(entity.entityKind())) {
          gathered.add(entity);
        }
      }
    }
    List<Signal> reasons = new ArrayList<>(gathered);
    reasons.sort(LOUDEST_FIRST);
    return reasons.size() <= MOST ? reasons : reasons.subList(0, MOST);
  }

  private static boolean concerns(Signal signal, Category category, Set<EntityKind> entities) {
    return switch (signal) {
      case TermFound term -> term.concerns(category) && !term.isWeightless();
      case PatternFound pattern -> pattern.category() == category;
      case Resemblance resemblance -> resemblance.category() == category;
      case EntityFound entity -> entities.contains(entity.entityKind());
    };
  }
}
