package ronda.identify.lexicon;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import ronda.identify.post.Stance;
import ronda.identify.text.PlainText;

/** Looks for the company that terms ask for, and only in texts where such a term stands. */
final class Surroundings {
  /** How many sightings of one text are asked about; the rest count as alone. */
  private static final int MOST_ASKED = 256;

  /** Each phrase that any term asks for. */
  private final List<String> asked;

  private final PhraseFinder finder;

  Surroundings(List<Term> terms) {
    Set<String> phrases = new LinkedHashSet<>();
    for (Term term : terms) {
      phrases.addAll(term.needs().phrases());
      phrases.addAll(term.unless().phrases());
    }
    asked = List.copyOf(phrases);
    finder = new PhraseFinder(asked.stream().map(Phrase::of).toList());
  }

  /** The surroundings of all sightings in one text. */
  Of of(PlainText text, List<Term> terms, List<Sighting> sightings) {
    return new Of(text, terms, sightings);
  }

  /** Answers for one text; looks it through at the first question. */
  final class Of {
    private final Reading text;
    private final List<Term> terms;
    private final List<Sighting> sightings;
    private final Map<String, List<Sighting>> found = new HashMap<>();
    private boolean looked;
    private int questions;

    private Of(PlainText text, List<Term> terms, List<Sighting> sightings) {
      this.text = new Reading.Light(text);
      this.terms = terms;
      this.sightings = sightings;
    }

    /** True where something stands beside the sighting that forbids it. */
    boolean silences(Sighting sighting) {
      Company unless = terms.get(sighting.term()).unless();
      return !unless.isNone() && stands(unless, sighting);
    }

    /** True where what the term needs stands beside it, or it needs nothing. */
    boolean satisfies(Sighting sighting) {
      Company needs = terms.get(sighting.term()).needs();
      return needs.isNone() || stands(needs, sighting);
    }

    private boolean stands(Company company, Sighting beside) {
      if (questions++ >= MOST_ASKED) {
        return false;
      }
      look();
      for (String phrase : company.phrases()) {
        for (Sighting each : found.getOrDefault(phrase, List.of())) {
          if (!each.overlaps(beside) && (!company.near() || near(each, beside))) {
            return true;
          }
        }
      }
      return !company.categories().isEmpty() && anotherStands(company, beside);
    }

    private boolean anotherStands(Company company, Sighting beside) {
      for (Sighting each : sightings) {
        Term term = terms.get(each.term());
        if (each.term() != beside.term()
            && term.stance() == Stance.PROMOTES
            && term.category().filter(company.categories()::contains).isPresent()
            && !each.overlaps(beside)
            && (!company.near() || near(each, beside))) {
          return true;
        }
      }
      return false;
    }

    private void look() {
      @Nullable Hits hits = looked ? null : finder.find(text);
      looked = true;
      for (int i = 0; hits != null && i < hits.size(); i++) {
        found
            .computeIfAbsent(asked.get(hits.phrase(i)), phrase -> new ArrayList<>())
            .add(new Sighting(hits.phrase(i), hits.from(i), hits.to(i), true));
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
