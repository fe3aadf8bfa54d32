package ronda.identify;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import ronda.identify.post.Category;
import ronda.identify.post.Span;
import ronda.identify.post.Stance;
import ronda.identify.signal.TermFound;

/** Which words of a long text are read by themselves. */
class StretchesTest {
  private static final String STORY =
      "satu dua tiga empat lima enam slot gacor tujuh delapan sembilan sepuluh sebelas dua belas";

  @Test
  void a_stretch_has_so_many_words_on_each_side_of_the_listed_one() {
    assertThat(read(STORY, List.of(listed(STORY, "slot gacor")), 2))
        .containsExactly("lima enam slot gacor tujuh delapan");
  }

  @Test
  void a_listed_word_inside_a_longer_one_brings_the_whole_of_it() {
    String text = "halo kawan lama apa kabar hari ini, buka https://gacor88.example/daftar ya";

    assertThat(read(text, List.of(listed(text, "gacor88")), 1))
        .containsExactly("buka https://gacor88.example/daftar ya");
  }

  @Test
  void a_text_that_is_hardly_longer_has_none() {
    assertThat(read(STORY, List.of(listed(STORY, "slot gacor")), 8)).isEmpty();
    assertThat(read("slot gacor", List.of(listed("slot gacor", "slot gacor")), 8)).isEmpty();
  }

  @Test
  void where_somebody_warns_nothing_is_read_by_itself() {
    TermFound warning =
        new TermFound("waspada", Optional.empty(), Stance.MENTIONS, false, new Span(0, 4), 1);

    assertThat(read(STORY, List.of(warning, listed(STORY, "slot gacor")), 2)).isEmpty();
    assertThat(read(STORY, List.of(listed(STORY, "slot gacor"), warning), 2)).isEmpty();
  }

  @Test
  void a_word_that_needs_confirmation_or_speaks_for_something_else_has_none() {
    TermFound hint = new TermFound("slot", gambling(), Stance.PROMOTES, true, new Span(0, 4), 1);
    TermFound scam =
        new TermFound(
            "satu", Optional.of(Category.SCAM), Stance.PROMOTES, false, new Span(0, 4), 1);

    assertThat(read(STORY, List.of(hint, scam), 2)).isEmpty();
  }

  @Test
  void each_of_two_far_apart_has_its_own_and_neighbours_share_one() {
    String text = "gacor a b c d e f g h i maxwin jackpot j k l m n o p q r s t u v w x y z";

    assertThat(
            read(
                text,
                List.of(listed(text, "gacor"), listed(text, "maxwin"), listed(text, "jackpot")),
                2))
        .containsExactly("gacor a b", "h i maxwin jackpot j");
  }

  @Test
  void however_many_listed_words_a_text_has_each_of_its_words_is_read_a_few_times_only() {
    String text = "gacor ".repeat(20_000);
    List<TermFound> terms = new ArrayList<>();
    for (int i = 0; i < 20_000; i++) {
      terms.add(term(new Span(6 * i, 6 * i + 5)));
    }

    List<Span> stretches = Stretches.of(text, terms, Category.GAMBLING, 8);

    assertThat(stretches).hasSizeGreaterThan(1_000);
    assertThat(stretches.stream().mapToInt(Span::length).sum()).isLessThan(5 * text.length());
  }

  private static List<String> read(String text, List<TermFound> terms, int reach) {
    return Stretches.of(text, terms, Category.GAMBLING, reach).stream()
        .map(span -> span.of(text))
        .toList();
  }

  private static TermFound listed(String text, String term) {
    int from = text.indexOf(term);
    return term(new Span(from, from + term.length()));
  }

  private static TermFound term(Span span) {
    return new TermFound("term", gambling(), Stance.PROMOTES, false, span, 1);
  }

  private static Optional<Category> gambling() {
    return Optional.of(Category.GAMBLING);
  }
}
