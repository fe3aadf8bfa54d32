package ronda.policies.cel;

import java.util.EnumMap;
import java.util.Map;
import ronda.identify.decide.Facts;
import ronda.identify.post.Category;

/** One condition's look at one post: what several of its words need is counted once. */
final class Look {
  private final Facts facts;
  private final Map<Category, Tally> tallies = new EnumMap<>(Category.class);

  Look(Facts facts) {
    this.facts = facts;
  }

  Facts facts() {
    return facts;
  }

  Tally tally(Category category) {
    return tallies.computeIfAbsent(category, asked -> Tally.of(facts, asked));
  }
}
