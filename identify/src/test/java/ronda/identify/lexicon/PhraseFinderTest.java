package ronda.identify.lexicon;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import ronda.identify.Hostile;
import ronda.identify.text.Fold;

class PhraseFinderTest {
  private static List<String> found(List<Phrase> phrases, String text) {
    Hits hits = new PhraseFinder(phrases).find(Reading.light(Fold.plain(text)));
    List<String> found = new ArrayList<>();
    for (int i = 0; hits != null && i < hits.size(); i++) {
      found.add(hits.phrase(i) + "@" + hits.from(i) + "-" + hits.to(i));
    }
    found.sort(null);
    return found;
  }

  /** The slow, obvious way: every phrase at every letter. */
  private static List<String> naive(List<Phrase> phrases, String text) {
    List<String> found = new ArrayList<>();
    for (int i = 0; i < phrases.size(); i++) {
      for (int from = 0; from < text.length(); from++) {
        int to = end(phrases.get(i), text, from);
        if (to >= 0) {
          found.add(i + "@" + from + "-" + to);
        }
      }
    }
    found.sort(null);
    return found;
  }

  /** Where the phrase that begins at {@code from} ends, or -1 where none does. */
  private static int end(Phrase phrase, String text, int from) {
    int at = from;
    for (int i = 0; i < phrase.words().size(); i++) {
      String word = new String(phrase.words().get(i), StandardCharsets.UTF_8);
      for (int gap = 0; i > 0 && at < text.length() && !letter(text, at); gap++) {
        at++;
      }
      if (!text.startsWith(word, at)
          || (i > 0 && letter(text, at - 1))
          || (i == 0 && !phrase.boundary().openBefore() && letter(text, at - 1))) {
        return -1;
      }
      at += word.length();
      boolean last = i == phrase.words().size() - 1;
      if (letter(text, at) && !(last && phrase.boundary().openBehind())) {
        return -1;
      }
    }
    return at;
  }

  private static boolean letter(String text, int at) {
    return at >= 0 && at < text.length() && Character.isLetterOrDigit(text.charAt(at));
  }

  @Test
  void finds_what_a_naive_search_finds() {
    Hostile.tries(
        2_000,
        PhraseFinderTest::search,
        search -> {
          List<Phrase> phrases = search.phrases().stream().map(Written::phrase).toList();

          assertThat(found(phrases, search.text())).isEqualTo(naive(phrases, search.text()));
        });
  }

  // Half a second here; the time-out is for a finder that never ends, on however slow a machine.
  @Test
  @Timeout(value = 10, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
  void a_hostile_text_costs_no_more_than_its_length_allows() {
    List<Phrase> phrases = new ArrayList<>();
    for (int i = 0; i < 5_000; i++) {
      phrases.add(Phrase.of("gacor" + i, Boundary.ANYWHERE));
    }
    String hostile = "gacorgacor".repeat(50_000);

    // Quadratic work would take hours.
    assertThat(found(phrases, hostile)).isEmpty();
  }

  private record Written(String writing, Boundary boundary) {
    /** The phrase, with whole words where it could not be found otherwise. */
    Phrase phrase() {
      try {
        return Phrase.of(writing, boundary);
      } catch (IllegalArgumentException tooShort) {
        return Phrase.of(writing, Boundary.WORD);
      }
    }
  }

  private record Search(List<Written> phrases, String text) {}

  /** Few letters and few words, so that phrases occur, overlap and share their words. */
  private static Search search(SplittableRandom random) {
    List<Written> phrases = Hostile.list(random, 1, 40, PhraseFinderTest::written);
    List<String> text =
        Hostile.list(
            random,
            0,
            60,
            of ->
                (of.nextInt(4) == 0 ? Hostile.oneOf(of, phrases).writing() : word(of))
                    + Hostile.oneOf(of, List.of(" ", ", ", "-", "! ")));
    return new Search(phrases, String.join("", text));
  }

  private static Written written(SplittableRandom random) {
    return new Written(
        String.join(" ", Hostile.list(random, 1, 4, PhraseFinderTest::word)),
        Hostile.oneOf(random, List.of(Boundary.values())));
  }

  private static String word(SplittableRandom random) {
    return Hostile.of(random, "bo", 1, 11);
  }
}
