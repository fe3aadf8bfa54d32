package ronda.identify.lexicon;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import ronda.identify.post.Stance;
import ronda.identify.text.PlainText;

/** Looks for the company that terms ask for, and only in texts where such a term stands. */
final class Surroundings {
  /** How many sightings of one text are asked about; the rest count as alone. */
  private static final int MOST_ASKED = 256;

  private final List<Term> terms;

  /** Looks for each phrase that any term asks for. */
  private final PhraseFinder finder;

  /** The phrases that each term asks for, as the finder numbers them, in order. */
  private final int[][] needs;

  /** The phrases that silence each term, in the same way. */
  private final int[][] unless;

  Surroundings(List<Term> terms) {
    this.terms = terms;
    Map<String, Integer> asked = new LinkedHashMap<>();
    needs = new int[terms.size()][];
    unless = new int[terms.size()][];
    for (int i = 0; i < needs.length; i++) {
      needs[i] = numbers(terms.get(i).needs().phrases(), asked);
      unless[i] = numbers(terms.get(i).unless().phrases(), asked);
    }
    finder = new PhraseFinder(asked.keySet().stream().map(Phrase::of).toList());
  }

  private static int[] numbers(List<String> phrases, Map<String, Integer> asked) {
    int[] numbers = new int[phrases.size()];
    for (int i = 0; i < numbers.length; i++) {
      Integer next = asked.size();
      Integer known = asked.putIfAbsent(phrases.get(i), next);
      numbers[i] = known == null ? next : known;
    }
    Arrays.sort(numbers);
    return numbers;
  }

  /** The surroundings of all sightings in one text. */
  Of of(PlainText text, List<Sighting> sightings) {
    return new Of(text, sightings);
  }

  /** Answers for one text; looks it through at the first question. */
  final class Of {
    private final Reading text;
    private final List<Sighting> sightings;

    /** What stands in the text of all that is asked for; a sighting's term is a phrase here. */
    private List<Sighting> standing = List.of();

    private boolean looked;
    private int questions;

    private Of(PlainText text, List<Sighting> sightings) {
      this.text = Reading.light(text);
      this.sightings = sightings;
    }

    /** True where something stands beside the sighting that forbids it. */
    boolean silences(Sighting sighting) {
      Company forbidden = terms.get(sighting.term()).unless();
      return !forbidden.isNone() && stands(forbidden, unless[sighting.term()], sighting);
    }

    /** True where what the term needs stands beside it, or it needs nothing. */
    boolean satisfies(Sighting sighting) {
      Company needed = terms.get(sighting.term()).needs();
      return needed.isNone() || stands(needed, needs[sighting.term()], sighting);
    }

    private boolean stands(Company asked, int[] phrases, Sighting beside) {
      if (questions++ >= MOST_ASKED) {
        return false;
      }
      look();
      for (Sighting each : standing) {
        if (Arrays.binarySearch(phrases, each.term()) >= 0
            && !each.overlaps(beside)
            && (!asked.near() || near(each, beside))) {
          return true;
        }
      }
      return !asked.categories().isEmpty() && anotherStands(asked, beside);
    }

    private boolean anotherStands(Company asked, Sighting beside) {
      for (Sighting each : sightings) {
        Term term = terms.get(each.term());
        if (each.term() != beside.term()
            && term.stance() == Stance.PROMOTES
            && term.category().filter(asked.categories()::contains).isPresent()
            && !each.overlaps(beside)
            && (!asked.near() || near(each, beside))) {
          return true;
        }
      }
      return false;
    }

    private void look() {
      @Nullable Hits hits = looked ? null : finder.find(text);
      looked = true;
      if (hits != null) {
        standing = new ArrayList<>(hits.size());
        for (int i = 0; i < hits.size(); i++) {
          standing.add(new Sighting(hits.phrase(i), hits.from(i), hits.to(i), true));
        }
      }
    }

    private boolean near(Sighting a, Sighting b) {
      int wordsBetween =
          PhraseFinder.wordAt(text, Math.max(a.from(), b.from()))
              - PhraseFinder.wordAt(text, Math.min(a.to(), b.to()) - 1);
      return wordsBetween <= Company.NEAR;
    }
  }
}
