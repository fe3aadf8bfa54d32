package ronda.server.desk;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import ronda.identify.Patrol;
import ronda.identify.decide.Consideration;
import ronda.identify.decide.Facts;
import ronda.identify.post.Category;
import ronda.identify.post.Post;
import ronda.identify.post.Stance;
import ronda.identify.signal.Signal;
import ronda.identify.signal.TermFound;
import ronda.server.patrol.OfficePatrols;

/** Tells an officer why no policy in force finds anything in a text. */
@Component
class WhyNot {
  /** Below it a text has nothing to do with a category, and a line would tell nothing. */
  private static final double CONCERNS = 0.02;

  /** Enough to see what was known of the text. */
  private static final int MOST_WORDS = 8;

  private final OfficePatrols patrols;

  WhyNot(OfficePatrols patrols) {
    this.patrols = patrols;
  }

  /**
   * What one category came to.
   *
   * @param score 0 to 1
   * @param words the listed words of the category that stand in the text
   * @param outcome the name of a {@link Consideration.Outcome}, for the words
   */
  record Line(
      Category category,
      double score,
      Stance stance,
      List<String> words,
      String policy,
      String outcome) {}

  /**
   * The categories that the text has anything to do with, the nearest first; none where it is far.
   */
  List<Line> of(UUID office, String text) {
    Patrol patrol = patrols.of(office);
    Facts facts = patrol.facts(Post.of("", text));
    List<Signal> signals = facts.signals();
    List<Line> lines = new ArrayList<>();
    for (Consideration looked : patrol.consider(facts)) {
      Category category = looked.policy().category();
      double score = looked.score().orElse(0);
      List<String> words = words(signals, category);
      if (!looked.policy().shadow() && (score >= CONCERNS || !words.isEmpty())) {
        lines.add(
            new Line(
                category,
                score,
                looked.stance(),
                words,
                looked.policy().name(),
                looked.outcome().name()));
      }
    }
    lines.sort(Comparator.comparingDouble(Line::score).reversed());
    Set<Category> told = EnumSet.noneOf(Category.class);
    lines.removeIf(line -> !told.add(line.category()));
    return lines;
  }

  private static List<String> words(List<Signal> signals, Category category) {
    return signals.stream()
        .filter(signal -> signal instanceof TermFound term && term.speaksFor(category))
        .map(signal -> ((TermFound) signal).term())
        .distinct()
        .limit(MOST_WORDS)
        .toList();
  }
}
