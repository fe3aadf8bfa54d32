package ronda.identify.lexicon;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import ronda.identify.text.Fold;

class PhraseFinderTest {
  private static List<String> found(List<Phrase> phrases, String text) {
    Hits hits = new PhraseFinder(phrases).find(new Reading.Light(Fold.plain(text)));
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

  @Property(tries = 2000)
  void finds_what_a_naive_search_finds(
      @ForAll("phrases") List<Phrase> phrases, @ForAll("texts") String text) {
    assertThat(found(phrases, text)).isEqualTo(naive(phrases, text));
  }

  @Test
  void a_hostile_text_costs_no_more_than_its_length_allows() {
    List<Phrase> phrases = new ArrayList<>();
    for (int i = 0; i < 5_000; i++) {
      phrases.add(Phrase.of("gacor" + i, Boundary.ANYWHERE));
    }
    String hostile = "gacorgacor".repeat(50_000);

    // Quadratic work would take hours, not the time that JUnit needs to say so.
    assertThat(found(phrases, hostile)).isEmpty();
  }

  /** Few letters and few words, so that phrases occur, overlap and share their words. */
  @Provide
  Arbitrary<List<Phrase>> phrases() {
    Arbitrary<String> writing =
        word().list().ofMinSize(1).ofMaxSize(4).map(words -> String.join(" ", words));
    return Combinators.combine(writing, Arbitraries.of(Boundary.values()))
        .as(PhraseFinderTest::phrase)
        .list()
        .ofMinSize(1)
        .ofMaxSize(40);
  }

  /** The phrase, with whole words where it could not be found otherwise. */
  private static Phrase phrase(String writing, Boundary boundary) {
    try {
      return Phrase.of(writing, boundary);
    } catch (IllegalArgumentException tooShort) {
      return Phrase.of(writing, Boundary.WORD);
    }
  }

  @Provide
  Arbitrary<String> texts() {
    return Combinators.combine(word(), Arbitraries.of(" ", ", ", "-", "! "))
        .as((word, gap) -> word + gap)
        .list()
        .ofMaxSize(60)
        .map(words -> String.join("", words));
  }

  private static Arbitrary<String> word() {
    return Arbitraries.strings().withChars('b', 'o').ofMinLength(1).ofMaxLength(11);
  }
}
