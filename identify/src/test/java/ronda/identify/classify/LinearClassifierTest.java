package ronda.identify.classify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import ronda.identify.Hostile;
import ronda.identify.classify.Classifier.Contribution;
import ronda.identify.post.Category;
import ronda.identify.post.Span;
import ronda.identify.post.Stance;
import ronda.identify.signal.TermFound;
import ronda.identify.text.Fold;
import ronda.identify.text.PlainText;

class LinearClassifierTest {
  private static final Model MODEL = Trainer.train("m", MadeUp.examples(120), MadeUp.QUICK);
  private static final LinearClassifier CLASSIFIER = new LinearClassifier(List.of(MODEL));
  private static final LinearClassifier FORGETFUL = new LinearClassifier(List.of(MODEL), 1);
  private static final String ADVERT = "zonkawin88 gampang menang! zonkawin88 bonus besar";

  private static final List<String> WORDS =
      List.of(
          "zonkawin88",
          "gampang",
          "menang",
          "hujan",
          "𝗭𝗢𝗡𝗞𝗔",
          "z o n k a w i n",
          "h4dir",
          "!!!",
          "🔥🔥",
          "warga",
          "ＲＡＰＡＴ",
          "panjangsekalikatainisampaitidakmuat",
          "yg",
          "3.000",
          "");

  @Test
  void what_is_remembered_never_changes_a_score() {
    Hostile.tries(
        1_000,
        LinearClassifierTest::post,
        post -> assertThat(scores(FORGETFUL, post)).isEqualTo(scores(CLASSIFIER, post)));
  }

  @Test
  void every_score_lies_between_0_and_1() {
    Hostile.tries(1_000, LinearClassifierTest::post, LinearClassifierTest::checkScores);
    Hostile.texts(100, LinearClassifierTest::checkScores);
  }

  private static void checkScores(String post) {
    for (float score : scores(CLASSIFIER, post)) {
      assertThat(score).isBetween(0f, 1f);
    }
  }

  @Test
  void what_the_words_add_makes_up_the_score() {
    Hostile.tries(1_000, LinearClassifierTest::post, LinearClassifierTest::checkContributions);
  }

  private static void checkContributions(String post) {
    PlainText text = Fold.plain(post);
    for (int label = 0; label < CLASSIFIER.labels().size(); label++) {
      double words =
          CLASSIFIER.contributions(text, label).stream().mapToDouble(Contribution::weight).sum();
      double rest = CLASSIFIER.besideWords(text, List.of(), List.of(), label);
      assertThat((double) MODEL.bends().get(label).of(Logistic.of(words + rest)))
          .isCloseTo(CLASSIFIER.scores(text, List.of(), List.of())[label], within(1e-4));
    }
  }

  @Test
  void reasons_speak_for_the_label_strongest_first_and_are_not_too_many() {
    PlainText text = Fold.plain(ADVERT);
    int promo = CLASSIFIER.labels().indexOf("promo");

    List<Contribution> reasons = CLASSIFIER.reasons(text, List.of(), List.of(), promo, 3);

    assertThat(reasons).hasSize(3).allSatisfy(reason -> assertThat(reason.weight()).isPositive());
    assertThat(reasons).isSortedAccordingTo((a, b) -> Double.compare(b.weight(), a.weight()));
    assertThat(reasons)
        .allSatisfy(reason -> assertThat(reason.to()).isLessThanOrEqualTo(text.length()));
  }

  @Test
  void a_word_repeated_is_counted_once_and_so_is_a_pair() {
    Model ofRain =
        Trainer.train(
            "rain",
            IntStream.range(0, 40)
                .mapToObj(
                    i ->
                        i % 2 == 0
                            ? MadeUp.example("hujan hujan hujan nomor " + i, "rain")
                            : MadeUp.example("hujan warga rapat " + i))
                .toList(),
            MadeUp.QUICK);
    List<Contribution> of =
        new LinearClassifier(List.of(ofRain)).contributions(Fold.plain("hujan hujan hujan"), 0);

    // The second stands in one pair with the first, and gets half of it; the third says nothing
    // new.
    assertThat(of.get(1).weight()).isPositive();
    assertThat(of.get(2).weight()).isZero();
    assertThat(of.get(0).weight()).isNotCloseTo(of.get(1).weight(), within(1e-6));
  }

  @Test
  void who_says_a_thing_a_hundred_times_has_said_it_twice() {
    double twice = wording(ADVERT + "\n" + ADVERT);
    double often = wording((ADVERT + "\n").repeat(99) + ADVERT);

    assertThat(often).isCloseTo(twice, within(1e-9)).isNotZero();
  }

  private static double wording(String text) {
    return CLASSIFIER.contributions(Fold.plain(text), 0).stream()
        .mapToDouble(Contribution::weight)
        .sum();
  }

  @Test
  void a_text_as_long_as_a_book_adds_up_what_its_words_say() {
    Weights weights = Weights.of(List.of(MODEL));
    WordMemory memory = new WordMemory(weights, 8);
    SplittableRandom random = new SplittableRandom(5);
    StringBuilder book = new StringBuilder();
    for (int word = 0; word < 120_000; word++) {
      book.append(Long.toString(random.nextLong(1L << 58, 1L << 59), 36).replaceAll("\\d", "a"));
      book.append(word % 3 == 0 ? ", " : " ");
    }
    PlainText text = Fold.plain(book.toString());
    memory.read(text);
    int lengths = weights.lane(0, MODEL.labels().size());
    long read = memory.ofWords(lengths);

    LengthSink sink = new LengthSink(memory, lengths);
    Walk.over(text, sink);
    assertThat(read).isGreaterThan(Integer.MAX_VALUE).isEqualTo(sink.sum);
  }

  /** Adds up one word at a time, in 64 bits. */
  private static final class LengthSink implements Walk.Sink {
    private final WordMemory memory;
    private final int lane;
    private final Distinct words = new Distinct();
    private final Distinct pairs = new Distinct();
    private long previous;
    private long sum;

    LengthSink(WordMemory memory, int lane) {
      this.memory = memory;
      this.lane = lane;
    }

    @Override
    public void token(byte[] bytes, int from, int to, int spelling, int plainFrom, int plainTo) {
      long identity = Features.identity(bytes, from, to);
      if (words.add(Features.token(identity, spelling))) {
        sum += memory.sumOf(bytes, from, to, spelling, lane);
      }
      if (Features.pairs(spelling)) {
        long pair = Features.pair(previous, identity);
        sum += pairs.add(pair) ? memory.sumOf(pair, 0, lane) : 0;
        previous = identity;
      }
    }
  }

  @Test
  void many_threads_reach_the_same_verdict() {
    LinearClassifier shared = new LinearClassifier(List.of(MODEL), 4);
    float[] alone = scores(CLASSIFIER, ADVERT);

    assertThat(
            IntStream.range(0, 2000)
                .parallel()
                .mapToObj(i -> scores(shared, i % 3 == 0 ? ADVERT : ADVERT + " " + i))
                .filter(scores -> java.util.Arrays.equals(scores, alone))
                .count())
        .isGreaterThanOrEqualTo(667);
  }

  @Test
  void a_term_found_is_heard() {
    TermFound term =
        new TermFound(
            "bonus", Optional.of(Category.GAMBLING), Stance.PROMOTES, false, new Span(0, 5), 1);
    List<Example> examples =
        IntStream.range(0, 60)
            .mapToObj(
                i ->
                    Example.of(
                        Fold.plain("pesan nomor " + i),
                        i % 2 == 0 ? List.of(term) : List.of(),
                        List.of(),
                        i % 2 == 0 ? java.util.Set.of("promo") : java.util.Set.of()))
            .toList();
    Classifier classifier = Classifiers.of(Trainer.train("m", examples, MadeUp.QUICK));
    PlainText text = Fold.plain("pesan lain");

    assertThat(classifier.scores(text, List.of(term), List.of())[0])
        .isGreaterThan(classifier.scores(text, List.of(), List.of())[0] + .3f);
  }

  @Test
  void models_together_say_what_each_says_alone() {
    Model other =
        Trainer.train(
            "o", List.of(MadeUp.example("marah", "angry"), MadeUp.example("senang")), MadeUp.QUICK);
    Classifier together = Classifiers.of(MODEL, other);
    PlainText text = Fold.plain(ADVERT + " marah");

    float[] all = together.scores(text, List.of(), List.of());

    assertThat(together.labels()).containsExactly("promo", "weather", "angry");
    assertThat(all[0]).isEqualTo(CLASSIFIER.scores(text, List.of(), List.of())[0]);
    assertThat(all[2]).isEqualTo(Classifiers.of(other).scores(text, List.of(), List.of())[0]);
    assertThat(together.threshold(2)).isEqualTo(other.threshold("angry"));
  }

  @Test
  void two_models_may_not_know_the_same_label() {
    assertThatThrownBy(() -> Classifiers.of(MODEL, MODEL))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("promo");
  }

  @Test
  void without_a_model_there_is_no_label() {
    Classifier none = Classifiers.load();

    assertThat(none.labels()).isEmpty();
    assertThat(none.scores(Fold.plain(ADVERT), List.of(), List.of())).isEmpty();
  }

  private static String post(SplittableRandom random) {
    return String.join(" ", Hostile.list(random, 0, 25, LinearClassifierTest::word));
  }

  private static String word(SplittableRandom random) {
    return random.nextInt(3) == 0 ? Hostile.text(random, 12) : Hostile.oneOf(random, WORDS);
  }

  private static float[] scores(Classifier classifier, String post) {
    return classifier.scores(Fold.plain(post), List.of(), List.of());
  }
}
