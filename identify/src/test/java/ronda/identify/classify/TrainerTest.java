package ronda.identify.classify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import ronda.identify.text.Fold;
import ronda.identify.text.PlainText;

class TrainerTest {
  @Test
  void the_same_examples_and_settings_give_the_same_bytes() {
    byte[] once = ModelFile.write(Trainer.train("m", MadeUp.examples(80), MadeUp.QUICK));
    byte[] again = ModelFile.write(Trainer.train("m", MadeUp.examples(80), MadeUp.QUICK));

    assertThat(again).isEqualTo(once);
  }

  @Test
  void a_model_tells_what_it_learnt_from_what_it_did_not() {
    Classifier classifier = Classifiers.of(Trainer.train("m", MadeUp.examples(200), MadeUp.QUICK));
    int promo = classifier.labels().indexOf("promo");

    assertThat(score(classifier, promo, "nagamujur77 gampang menang, daftar sekarang"))
        .isGreaterThan(classifier.threshold(promo));
    assertThat(score(classifier, promo, "rapat warga di pasar"))
        .isLessThan(classifier.threshold(promo));
  }

  @Test
  void every_string_may_be_a_label_and_labels_stand_in_order() {
    List<Example> examples = new ArrayList<>(MadeUp.examples(40));
    examples.add(MadeUp.example("ada dua label di sini", "promo", "label baru, ada spasi"));

    assertThat(Trainer.train("m", examples, MadeUp.QUICK).labels())
        .containsExactly("label baru, ada spasi", "promo", "weather");
  }

  @Test
  void an_example_that_is_silent_about_a_label_speaks_neither_for_nor_against_it() {
    PlainText advert = Fold.plain("zonkawin88 gampang menang");
    Example silent = new Example(advert, List.of(), List.of(), Set.of(), Set.of("promo"), 100, "");
    Example against = new Example(advert, List.of(), List.of(), Set.of(), Set.of(), 100, "");

    assertThat(promoScoreWith(silent, advert)).isGreaterThan(promoScoreWith(against, advert) + .2f);
  }

  @Test
  void nothing_can_be_learnt_where_no_example_has_a_label() {
    assertThatThrownBy(
            () -> Trainer.train("m", List.of(MadeUp.example("warga rapat")), MadeUp.QUICK))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("no example has a label");
  }

  @Test
  void a_label_that_every_example_has_can_still_be_learnt() {
    List<Example> examples =
        List.of(
            MadeUp.example("satu", "all"),
            MadeUp.example("dua", "all"),
            MadeUp.example("tiga", "all"));

    Classifier classifier = Classifiers.of(Trainer.train("m", examples, MadeUp.QUICK));

    assertThat(score(classifier, 0, "satu")).isBetween(0f, 1f);
  }

  @Test
  void a_label_of_a_handful_of_texts_is_never_learnt_upside_down() {
    List<Example> examples =
        List.of(MadeUp.example("slot gacor", "promo"), MadeUp.example("pagi semua"));
    List<String> told = new ArrayList<>();

    Classifier classifier = Classifiers.of(Trainer.train("m", examples, MadeUp.QUICK, told::add));

    assertThat(score(classifier, 0, "slot gacor")).isGreaterThan(classifier.threshold(0));
    assertThat(score(classifier, 0, "pagi semua")).isLessThan(classifier.threshold(0));
    assertThat(told).anySatisfy(line -> assertThat(line).contains("'promo'", "not calibrated"));
  }

  @Test
  void numbered_and_decorated_copies_stay_together() {
    Example first = MadeUp.example("daftar sekarang 1!");

    assertThat(MadeUp.example("Daftar, sekarang 🔥 27").together()).isEqualTo(first.together());
    assertThat(MadeUp.example("daftar besok 1!").together()).isNotEqualTo(first.together());
    assertThat(MadeUp.example("123").together()).isNotEqualTo(MadeUp.example("124").together());
  }

  @Test
  void a_label_that_no_file_can_hold_is_refused_before_anything_is_learnt() {
    for (String label : List.of("", "  ", " b", "a\u0000", "x".repeat(201))) {
      assertThatThrownBy(
              () -> Trainer.train("m", List.of(MadeUp.example("satu", label)), MadeUp.QUICK))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("a label has 1 to 200");
    }
    List<String> many = IntStream.range(0, 1_001).mapToObj(i -> "l" + i).toList();
    assertThatThrownBy(() -> Trainer.checkLabels(many))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("at most 1,000 labels, here are 1,001");
  }

  @Test
  void progress_is_told() {
    List<String> told = new ArrayList<>();

    Trainer.train("m", MadeUp.examples(40), MadeUp.QUICK, told::add);

    assertThat(told).hasSize(4).last().asString().contains("40 examples");
  }

  private static float promoScoreWith(Example extra, PlainText text) {
    List<Example> examples = new ArrayList<>(MadeUp.examples(60));
    examples.add(extra);
    Classifier classifier = Classifiers.of(Trainer.train("m", examples, MadeUp.QUICK));
    return classifier.scores(text, List.of(), List.of())[classifier.labels().indexOf("promo")];
  }

  private static float score(Classifier classifier, int label, String text) {
    return classifier.scores(Fold.plain(text), List.of(), List.of())[label];
  }
}
