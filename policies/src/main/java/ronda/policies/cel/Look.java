package ronda.policies.cel;

import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import ronda.identify.decide.Facts;
import ronda.identify.post.Category;
import ronda.identify.signal.EntityFound;
import ronda.identify.signal.EntityKind;

/** One condition's look at one post: what several of its words need is counted once. */
final class Look {
  private final Facts facts;

  // Most conditions count in one category alone.
  private @Nullable Category first;
  private @Nullable Tally tallyOfFirst;
  private @Nullable Map<Category, Tally> others;

  Look(Facts facts) {
    this.facts = facts;
  }

  Facts facts() {
    return facts;
  }

  /** The score of a category that has one: that is asked before any question is put. */
  double score(Category category) {
    return facts.score(category).orElseThrow();
  }

  /** How many entities of these kinds were found. */
  long entities(Set<EntityKind> kinds) {
    long count = 0;
    for (EntityFound entity : facts.entities()) {
      count += kinds.contains(entity.entityKind()) ? 1 : 0;
    }
    return count;
  }

  Tally tally(Category category) {
    Tally known = tallyOfFirst;
    if (known == null) {
      known = Tally.of(facts, category);
      first = category;
      tallyOfFirst = known;
      return known;
    }
    return category == first ? known : ofAnother(category);
  }

  private Tally ofAnother(Category category) {
    Map<Category, Tally> tallies = others;
    if (tallies == null) {
      tallies = new EnumMap<>(Category.class);
      others = tallies;
    }
    return tallies.computeIfAbsent(category, asked -> Tally.of(facts, asked));
  }
}
