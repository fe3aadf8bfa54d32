package ronda.identify.lexicon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ronda.identify.post.Category;

/** Named lists of a lexicon file: written once, asked for by many terms. */
class WordListsTest {
  private static final String HEADER =
      "term\tcategory\tstance\tweight\tboundary\tneeds\tunless\tsource\tdate\n";
  private static final String BIRDS = "@birds\tburung, murai, kenari*\n";

  private static String gacor(String needs, String unless) {
    return "gacor\tgambling\tpromotes\t1.2\tword\t" + needs + "\t" + unless + "\town\t2026-11-22\n";
  }

  private static Term read(String lines) {
    return TermFile.parse("judi.tsv", HEADER + lines).getFirst();
  }

  private static List<String> complaints(String lines) {
    return catchThrowableOfType(
            BrokenLexicon.class, () -> TermFile.parse("judi.tsv", HEADER + lines))
        .complaints();
  }

  @Test
  void a_list_stands_for_its_words_among_others() {
    Term term = read(BIRDS + gacor("", "lomba, @birds, sangkar"));

    assertThat(term.unless().phrases())
        .containsExactly("lomba", "burung", "murai", "kenari*", "sangkar");
  }

  @Test
  void a_list_is_near_where_the_term_says_so() {
    Term term = read("@places\tsitus, link\n" + gacor("near: @places", ""));

    assertThat(term.needs().near()).isTrue();
    assertThat(term.needs().phrases()).containsExactly("situs", "link");
  }

  @Test
  void lists_and_categories_stand_side_by_side() {
    Term term = read("@places\tsitus, link\n" + gacor("@gambling, @places", ""));

    assertThat(term.needs().categories()).containsExactly(Category.GAMBLING);
    assertThat(term.needs().phrases()).containsExactly("situs", "link");
  }

  @Test
  void empty_cells_that_a_spreadsheet_adds_mean_nothing() {
    assertThat(read("@birds\tburung\t\t\t\t\t\t\t\n" + gacor("", "@birds")).unless().phrases())
        .containsExactly("burung");
  }

  @Test
  void a_name_that_is_nearly_right_is_suggested() {
    assertThat(complaints(BIRDS + gacor("", "@bird")))
        .containsExactly(
            "judi.tsv:3: unknown category or list above this line \"bird\"; did you mean"
                + " \"birds\"?");
  }

  @Test
  void a_list_below_the_term_that_uses_it_is_not_known_to_it() {
    assertThat(complaints(gacor("", "@birds") + BIRDS))
        .singleElement()
        .asString()
        .startsWith("judi.tsv:2: unknown category or list above this line \"birds\"");
  }

  @Test
  void a_list_of_another_file_is_not_known() {
    TermFile.parse("burung.tsv", HEADER + BIRDS + gacor("", "@birds"));

    assertThat(complaints(gacor("", "@birds"))).singleElement().asString().contains("\"birds\"");
  }

  @Test
  void a_list_that_stands_twice_is_refused() {
    assertThat(complaints(BIRDS + "@birds\tmerpati\n" + gacor("", "@birds")))
        .containsExactly("judi.tsv:3: the list @birds stands already in line 2");
  }

  @Test
  void a_list_that_no_term_uses_is_refused() {
    assertThat(complaints(BIRDS + "@cars\tmobil\n" + gacor("", "@birds")))
        .containsExactly("judi.tsv:3: no term uses the list @cars");
  }

  @Test
  void a_mistake_in_a_list_is_told_once_and_not_again_by_each_term() {
    assertThat(complaints("@birds\tburung, , murai\n" + gacor("", "@birds")))
        .containsExactly("judi.tsv:2: a term needs letters or digits");
  }

  @ParameterizedTest
  @ValueSource(strings = {"@birds", "@birds\t", "@birds\t ", "@birds\tburung\tmurai"})
  void a_list_is_a_name_and_words_and_nothing_else(String line) {
    assertThat(complaints(line + "\n" + gacor("", "@birds")))
        .singleElement()
        .asString()
        .startsWith("judi.tsv:2: a list is its name, a tab and its words");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Birds", "8birds", "-birds", "my birds", "burung_murai", "bürds"})
  void a_name_is_small_letters_digits_and_hyphens(String name) {
    assertThat(complaints("@" + name + "\tburung\n"))
        .singleElement()
        .asString()
        .startsWith("judi.tsv:2: a list's name is @ and up to 40 small letters");
  }

  @Test
  void a_name_is_no_longer_than_forty_letters() {
    String name = "@" + "b".repeat(40);

    assertThat(read(name + "\tburung\n" + gacor("", name)).unless().phrases()).hasSize(1);
    assertThat(complaints(name + "b\tburung\n")).singleElement().asString().contains("up to 40");
  }

  @Test
  void a_list_is_not_called_like_a_category() {
    assertThat(complaints("@gambling\tslot\n"))
        .containsExactly(
            "judi.tsv:2: @gambling means the terms of a category: call the list otherwise");
  }

  @ParameterizedTest
  @ValueSource(strings = {"@cars", "@gambling"})
  void a_list_holds_neither_lists_nor_categories(String inner) {
    assertThat(complaints("@cars\tmobil\n@birds\tburung, " + inner + "\n" + gacor("@birds", "")))
        .containsExactly(
            "judi.tsv:3: a list holds words, no other list and no category: write "
                + inner
                + " where it is used");
  }

  @Test
  void whether_near_is_said_where_the_list_is_used() {
    assertThat(complaints("@birds\tnear: burung\n"))
        .containsExactly("judi.tsv:2: near: stands where a list is used, not in the list");
  }

  @Test
  void a_word_stands_once_in_a_list_however_it_is_written() {
    assertThat(complaints("@birds\tburung hantu, Burung-Hantu\n"))
        .containsExactly("judi.tsv:2: \"burung hantu\" stands twice in the list");
  }

  @Test
  void a_list_has_five_hundred_words_at_most() {
    assertThat(read("@birds\t" + words(500) + "\n" + gacor("@birds", "")).needs().phrases())
        .hasSize(500);
    assertThat(complaints("@birds\t" + words(501) + "\n"))
        .containsExactly("judi.tsv:2: a list has at most 500 words");
  }

  @Test
  void a_file_has_a_hundred_lists_at_most() {
    String lists =
        IntStream.rangeClosed(1, 101)
            .mapToObj(i -> "@birds-" + i + "\tburung\n")
            .collect(Collectors.joining());

    assertThat(complaints(lists)).containsExactly("judi.tsv:102: a file has at most 100 lists");
  }

  @Test
  void a_small_file_cannot_stand_for_more_than_a_million_words() {
    String greedy = "@birds, ".repeat(2_000) + "@birds";

    assertThat(complaints("@birds\t" + words(500) + "\n" + gacor(greedy, "")))
        .containsExactly("judi.tsv:3: the lists of this file stand for more than 1000000 words");
  }

  private static String words(int count) {
    return IntStream.range(0, count).mapToObj(i -> "burung" + i).collect(Collectors.joining(", "));
  }
}
