package ronda.identify.lexicon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import ronda.identify.post.Category;

class TermFileTest {
  private static final String HEADER =
      "term\tcategory\tstance\tweight\tboundary\tneeds\tunless\tsource\tdate\n";
  private static final String GACOR =
      "gacor\tgambling\tpromotes\t1.2\tword\t@gambling\tburung\town\t2026-11-22\n";

  private static List<String> complaints(String text) {
    return catchThrowableOfType(BrokenLexicon.class, () -> TermFile.parse("judi.tsv", text))
        .complaints();
  }

  @Test
  void reads_a_term_with_all_that_is_said_of_it() {
    Term term = TermFile.parse("judi.tsv", "# judi\n" + HEADER + GACOR).getFirst();

    assertThat(term.term()).isEqualTo("gacor");
    assertThat(term.category()).contains(Category.GAMBLING);
    assertThat(term.needs().categories()).containsExactly(Category.GAMBLING);
    assertThat(term.unless().phrases()).containsExactly("burung");
  }

  @Test
  void every_complaint_names_its_file_and_line() {
    String text =
        HEADER
            + GACOR.replace("gambling\tp", "gambing\tp")
            + GACOR
            + GACOR.replace("1.2", "much")
            + GACOR.replace("2026-11-22", "22/11/2026");

    assertThat(complaints(text))
        .containsExactly(
            "judi.tsv:2: unknown category \"gambing\"; did you mean \"gambling\"?",
            "judi.tsv:4: the weight must be a number, was \"much\"",
            "judi.tsv:5: the date must be like 2026-11-22, was \"22/11/2026\"");
  }

  @Test
  void a_stance_that_is_nearly_right_is_suggested() {
    assertThat(complaints(HEADER + GACOR.replace("promotes", "promote")))
        .containsExactly("judi.tsv:2: unknown stance \"promote\"; did you mean \"promotes\"?");
  }

  @Test
  void a_byte_order_mark_is_skipped() {
    assertThat(TermFile.parse("judi.tsv", "\uFEFF" + HEADER + GACOR)).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({"pokér, poker", "İstanbul 88, istanbul 88", "ＧＡＣＯＲ, gacor", "аlexis17, alexis17"})
  void a_term_in_letters_that_no_plain_text_has_is_refused(String written, String read) {
    assertThat(complaints(HEADER + GACOR.replace("gacor", written)))
        .singleElement()
        .asString()
        .startsWith("judi.tsv:2: ")
        .contains("would never be found", "\"" + read + "\"");
  }

  @Test
  void company_in_such_letters_is_refused_too() {
    assertThat(complaints(HEADER + GACOR.replace("burung", "café"))).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"казино", "赌场", "ᮞᮜᮧᮒ᮪", "ma’af bos"})
  void a_term_of_another_script_or_with_signs_stays(String written) {
    assertThat(TermFile.parse("judi.tsv", HEADER + GACOR.replace("gacor", written))).hasSize(1);
  }

  @Test
  void a_term_listed_twice_is_refused() {
    assertThat(complaints(HEADER + GACOR + GACOR))
        .containsExactly("judi.tsv:3: \"gacor\" is listed already in line 2");
  }

  @Test
  void a_topic_weighs_nothing_and_takes_no_side() {
    String topic = GACOR.replace("promotes\t1.2", "none\t0");

    assertThat(TermFile.parse("judi.tsv", HEADER + topic).getFirst().weight()).isZero();
    assertThat(complaints(HEADER + GACOR.replace("1.2", "0")))
        .containsExactly("judi.tsv:2: a topic (weight 0) has the stance none");
  }

  @Test
  void for_any_category_a_retelling_and_an_invitation_weigh_nothing() {
    String any = GACOR.replaceFirst("\tgambling", "\tany");

    assertThat(TermFile.parse("sikap.tsv", HEADER + any.replace("1.2", "0"))).hasSize(1);
    assertThat(TermFile.parse("sikap.tsv", HEADER + any.replace("promotes\t1.2", "mentions\t0")))
        .hasSize(1);
    assertThat(complaints(HEADER + any)).singleElement().asString().contains("weight 0");
  }

  @Test
  void a_file_without_column_names_is_refused() {
    assertThat(complaints(GACOR)).singleElement().asString().startsWith("judi.tsv:1: the columns");
  }

  @Test
  void an_empty_file_is_refused() {
    assertThat(complaints("")).singleElement().asString().contains("no line with the column names");
  }

  @Test
  void a_line_that_was_cut_off_is_refused() {
    assertThat(complaints(HEADER + "gacor\tgambling\n"))
        .containsExactly("judi.tsv:2: has 2 columns instead of 9");
  }

  @Test
  void a_short_term_may_not_stand_inside_words() {
    assertThat(complaints(HEADER + GACOR.replace("gacor", "bo").replace("word", "anywhere")))
        .singleElement()
        .asString()
        .contains("use boundary word");
  }

  @Test
  void an_unknown_category_among_the_company_is_refused() {
    assertThat(complaints(HEADER + GACOR.replace("@gambling", "@gamblin")))
        .singleElement()
        .asString()
        .contains("did you mean \"gambling\"?");
  }

  @Test
  void only_a_mention_speaks_for_any_category() {
    assertThat(complaints(HEADER + GACOR.replace("gambling\tp", "any\tp")))
        .singleElement()
        .asString()
        .contains("stance mentions");
  }

  @Test
  void bytes_that_are_not_utf8_are_refused(@TempDir Path folder) throws IOException {
    Path file = Files.write(folder.resolve("judi.tsv"), new byte[] {(byte) 0xFF, 'a', '\n'});

    assertThatThrownBy(() -> TermFile.read(file))
        .isInstanceOf(BrokenLexicon.class)
        .hasMessage("judi.tsv: not UTF-8");
  }
}
