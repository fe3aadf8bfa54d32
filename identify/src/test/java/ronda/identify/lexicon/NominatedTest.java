package ronda.identify.lexicon;

import static org.assertj.core.api.Assertions.assertThat;
import static ronda.identify.lexicon.Terms.gambling;
import static ronda.identify.lexicon.Terms.prostitution;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import ronda.identify.signal.TermFound;
import ronda.identify.text.Fold;
import ronda.identify.text.PlainText;

/** Readings that are tried only because a listed word would come of them. */
class NominatedTest {
  private static final Lexicon LEXICON =
      Lexicon.of(
          List.of(
              gambling("gacor"),
              gambling("alexis17"),
              gambling("slot gacor"),
              gambling("judi"),
              gambling("jual beli"),
              gambling("togel", Boundary.ANYWHERE),
              prostitution("open bo", "", "")));

  private static List<String> terms(String text) {
    return LEXICON.in(Fold.plain(text)).stream().map(TermFound::term).toList();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ga.cor", "ga-cor", "ga'cor", "ga*cor", "ga_cor", "ga/cor", "ga~cor", "ga·cor", "ga’cor",
        "ga^cor", "ga+cor", "ga=cor", "ga,cor", "ga•cor", "ga🔥cor", "ga👍🏽cor", "g-acor",
            "gaco|r",
        "g.ac.or", "ga\u2800cor", "ga\u0640cor", "ga\uFF9Ecor", "gaʼcor", "gaːcor", "gaˍcor",
      })
  void a_word_that_a_sign_cuts_is_joined_if_it_is_listed(String cut) {
    assertThat(terms("lagi " + cut + " nih")).containsExactly("gacor");
    assertThat(LEXICON.in(Fold.plain("lagi " + cut + " nih")).getFirst().span().of("lagi " + cut))
        .isEqualTo(cut);
  }

  @ParameterizedTest
  @CsvSource({
    "ALEX.IS17, alexis17",
    "sl.ot ga.cor, slot gacor",
    "to.gelnya, togel",
    "🔥ALEX🔥IS17🔥, alexis17",
  })
  void so_are_names_phrases_and_words_that_go_on(String cut, String term) {
    assertThat(terms(cut)).containsExactly(term);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ga. cor",
        "ga cor",
        "ga....cor",
        "anak-anak",
        "https://ga.cor/main",
        "ga.cor.com",
        "surat@ga.cor.id",
        "@ga.cor",
        "be.sok",
      })
  void what_spaces_part_and_what_is_a_link_stays_apart(String text) {
    assertThat(terms(text)).isEmpty();
  }

  @Test
  void nothing_is_nominated_that_is_not_listed() {
    PlainText text = Fold.plain("nasi.ayam be5 sIap 🇮🇩 pergi");

    assertThat(LEXICON.nominating(text).recovered()).isEmpty();
  }

  @Test
  void words_that_are_listed_each_by_itself_are_told_as_before() {
    assertThat(terms("togel-judi")).containsExactly("togel", "judi");
    assertThat(LEXICON.in(Fold.plain("togel-nya")).getFirst().needsConfirmation()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "main jud1 yuk, judi",
    "jual bel1 akun, jual beli",
    "open b0 jogja, open bo",
    "0pen bo jogja, open bo",
    "0pen b0 jogja, open bo",
    "5lot gacor, slot gacor",
  })
  void a_digit_at_a_words_edge_may_be_a_letter(String text, String term) {
    assertThat(terms(text)).contains(term);
  }

  @ParameterizedTest
  @ValueSource(strings = {"judi17", "b0 saja", "b0 jogja", "bo5 open"})
  void the_numbers_of_names_stay_alone(String text) {
    assertThat(terms(text)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "sIot gacor, slot gacor",
    "sIot gacor 🔥, slot gacor",
    "🔥 main togeI, togel",
    "juaI beIi akun, jual beli",
  })
  void a_capital_i_among_small_letters_may_be_an_l(String text, String term) {
    assertThat(terms(text)).contains(term);
  }

  @Test
  void a_capital_i_among_capitals_or_at_the_begin_is_one() {
    assertThat(terms("SIot gacor dan TOGEI")).containsExactly("gacor");
  }

  @ParameterizedTest
  @ValueSource(strings = {"open 🇧🇴", "open 🇧🇴 jogja", "🔥open🇧🇴🔥"})
  void flags_may_complete_a_listed_phrase(String text) {
    assertThat(terms(text)).containsExactly("open bo");
  }

  @Test
  void flags_alone_stay_flags() {
    assertThat(terms("liburan ke Bolivia 🇧🇴 dan Indonesia 🇮🇩")).isEmpty();
  }

  @Test
  void a_text_of_nothing_but_signs_between_letters_is_read_in_bounds() {
    assertThat(LEXICON.nominating(Fold.plain("ga.cor ".repeat(5_000))).recovered())
        .hasSize(256 + 128);
    assertThat(terms("a.".repeat(50_000))).isEmpty();
  }
}
