package ronda.identify.lexicon;

import static org.assertj.core.api.Assertions.assertThat;
import static ronda.identify.lexicon.Terms.gambling;
import static ronda.identify.lexicon.Terms.prostitution;
import static ronda.identify.lexicon.Terms.topic;
import static ronda.identify.lexicon.Terms.warning;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ronda.identify.post.Stance;
import ronda.identify.signal.TermFound;
import ronda.identify.text.Fold;

class LexiconTest {
  private static List<TermFound> found(String text, Term... terms) {
    return Lexicon.of(List.of(terms)).in(Fold.plain(text));
  }

  private static List<String> words(String text, Term... terms) {
    return found(text, terms).stream().map(term -> term.span().of(text)).toList();
  }

  @Test
  void finds_a_word_and_says_where_it_stood() {
    assertThat(words("Gacor parah di sini", gambling("gacor"))).containsExactly("Gacor");
  }

  @Test
  void finds_nothing_in_an_empty_text() {
    assertThat(words("", gambling("gacor"))).isEmpty();
  }

  @Test
  void finds_nothing_where_nothing_is_listed() {
    assertThat(words("gacor")).isEmpty();
  }

  @Test
  void a_whole_word_does_not_lie_inside_another() {
    assertThat(words("burung gacorku menang", gambling("gacor"))).isEmpty();
  }

  @Test
  void a_prefix_begins_a_word() {
    assertThat(words("depositnya kecil, redepositnya besar", gambling("deposit", Boundary.PREFIX)))
        .containsExactly("deposit");
  }

  @Test
  void a_suffix_ends_a_word() {
    assertThat(words("agustoto dan totowin", gambling("toto", Boundary.SUFFIX)))
        .containsExactly("toto");
  }

  @Test
  void a_term_that_may_stand_anywhere_is_found_each_time() {
    assertThat(words("#togeltogelku", gambling("togel", Boundary.ANYWHERE)))
        .containsExactly("togel", "togel");
  }

  @Test
  void a_prefix_that_comes_again_in_the_same_word_is_told_once() {
    assertThat(words("togeltogel", gambling("togel", Boundary.PREFIX))).containsExactly("togel");
  }

  @Test
  void any_signs_may_stand_between_the_words_of_a_term() {
    assertThat(words("BONUS -- New_Member!", gambling("bonus new member")))
        .containsExactly("BONUS -- New_Member");
  }

  @Test
  void words_far_apart_are_not_a_phrase() {
    assertThat(words("bonus" + " ".repeat(40) + "new member", gambling("bonus new member")))
        .isEmpty();
  }

  @Test
  void the_words_of_a_term_must_all_be_there() {
    assertThat(words("bonus new", gambling("bonus new member"))).isEmpty();
  }

  @Test
  void an_open_phrase_reaches_into_the_words_at_both_ends() {
    assertThat(words("xlink gacorku", gambling("link gacor", Boundary.ANYWHERE)))
        .containsExactly("link gacor");
  }

  @Test
  void a_term_of_two_short_words_is_found() {
    assertThat(words("no dp, langsung", prostitution("no dp", "", ""))).containsExactly("no dp");
  }

  @Test
  void fancy_letters_are_read() {
    String text = "main di 𝐏𝐔𝐋𝐀𝐔𝟕𝟕𝟕 yuk";

    assertThat(words(text, gambling("pulau777"))).containsExactly("𝐏𝐔𝐋𝐀𝐔𝟕𝟕𝟕");
  }

  @Test
  void a_name_in_spaced_letters_is_its_own_confirmation() {
    List<TermFound> found = found("di A L E X I S 1 7 aja", gambling("alexis17"));

    assertThat(found).singleElement().extracting(TermFound::needsConfirmation).isEqualTo(false);
  }

  @Test
  void a_short_word_that_only_the_strong_reading_sees_needs_confirmation() {
    List<TermFound> found = found("sl0t", gambling("slot"));

    assertThat(found).singleElement().extracting(TermFound::needsConfirmation).isEqualTo(true);
  }

  @Test
  void a_phrase_is_found_across_a_recovered_word() {
    assertThat(words("cari slot g4c0r di sini", gambling("slot gacor")))
        .containsExactly("slot g4c0r");
  }

  @Test
  void a_recovered_word_is_told_once() {
    assertThat(words("slot slot g4c0r", gambling("slot"), gambling("gacor")))
        .containsExactly("slot", "slot", "g4c0r");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Main di rumah Alexis, 17 Agustus lomba",
        "ketemu Alexis. 17 Agustus lomba",
        "Alexis: 17 tahun",
        "Alexis (17)",
      })
  void a_name_and_a_number_behind_a_comma_are_no_listed_name(String text) {
    assertThat(words(text, gambling("alexis17"))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"Alexis 17", "Alexis-17", "Alexis.17", "Alexis🔥17", "Alexis 🔥 17"})
  void a_space_a_dash_a_dot_or_an_emoji_may_part_a_listed_name(String text) {
    assertThat(words(text, gambling("alexis17"))).containsExactly(text);
  }

  @Test
  void a_name_parted_from_its_digits_needs_confirmation() {
    List<TermFound> found = found("Dewa 19 konser lagi", gambling("dewa19"));

    assertThat(found).singleElement().extracting(TermFound::needsConfirmation).isEqualTo(true);
  }

  @Test
  void bo_alone_is_no_reason() {
    List<TermFound> found = found("masih bo ya kak", prostitution("bo", "@prostitution", ""));

    assertThat(found).singleElement().extracting(TermFound::needsConfirmation).isEqualTo(true);
  }

  @Test
  void two_signals_are_a_reason() {
    List<TermFound> found =
        found(
            "bo exclude malam ini",
            prostitution("bo", "@prostitution", ""),
            prostitution("exclude", "@prostitution", ""));

    assertThat(found).hasSize(2).noneMatch(TermFound::needsConfirmation);
  }

  @Test
  void the_same_word_twice_is_one_signal() {
    List<TermFound> found = found("bo bo", prostitution("bo", "@prostitution", ""));

    assertThat(found).hasSize(2).allMatch(TermFound::needsConfirmation);
  }

  @Test
  void company_that_must_stand_near_does_not_count_from_afar() {
    Term bo = prostitution("bo", "near: hotel*", "");

    assertThat(found("bo di hotelnya", bo)).noneMatch(TermFound::needsConfirmation);
    assertThat(found("bo a b c d e f g h hotel", bo)).allMatch(TermFound::needsConfirmation);
  }

  @Test
  void a_forbidden_word_silences_a_term() {
    assertThat(words("open BO buku gelombang dua", prostitution("open bo", "", "buku"))).isEmpty();
  }

  @Test
  void a_term_within_a_longer_one_of_its_category_is_not_told() {
    assertThat(words("open bo", prostitution("bo", "", ""), prostitution("open bo", "", "")))
        .containsExactly("open bo");
  }

  @Test
  void a_topic_is_told_whatever_longer_term_it_lies_within_and_hides_none() {
    assertThat(words("situs slot", gambling("situs slot"), topic("slot")))
        .containsExactly("situs slot", "slot");
    assertThat(words("situs slot", gambling("slot"), topic("situs slot")))
        .containsExactly("situs slot", "slot");
  }

  @Test
  void a_cue_that_is_part_of_a_threat_is_no_caution() {
    Term threat = prostitution("jangan lapor polisi", "", "");

    assertThat(words("ini rahasia, jangan lapor polisi", threat, warning("lapor")))
        .containsExactly("jangan lapor polisi");
    assertThat(words("jangan lapor polisi, lapor ibumu", threat, warning("lapor")))
        .containsExactly("jangan lapor polisi", "lapor");
  }

  @Test
  void a_threat_that_needs_company_hides_no_cue_while_it_is_alone() {
    Term threat = prostitution("percuma lapor", "hotel", "");

    assertThat(words("judol di mana mana, percuma lapor", threat, warning("lapor")))
        .containsExactly("percuma lapor", "lapor");
    assertThat(words("percuma lapor, ke hotel saja", threat, warning("lapor")))
        .containsExactly("percuma lapor");
  }

  @Test
  void terms_that_only_overlap_are_both_told() {
    assertThat(words("situs slot gacor", gambling("situs slot"), gambling("slot gacor")))
        .containsExactly("situs slot", "slot gacor");
  }

  @Test
  void a_warning_speaks_for_every_category() {
    List<TermFound> found = found("JANGAN main slot", warning("jangan"), gambling("slot"));

    assertThat(found)
        .extracting(TermFound::stance)
        .containsExactly(Stance.MENTIONS, Stance.PROMOTES);
    assertThat(found.getFirst().category()).isEmpty();
  }

  @Test
  void what_is_found_comes_in_the_order_of_the_text() {
    assertThat(
            words(
                "maxwin slot togelku gacor",
                gambling("gacor"),
                gambling("togel", Boundary.PREFIX),
                gambling("slot"),
                gambling("maxwin", Boundary.ANYWHERE)))
        .containsExactly("maxwin", "slot", "togel", "gacor");
  }

  @Test
  void a_text_of_nothing_but_terms_is_read_in_bounded_time_and_space() {
    List<TermFound> found =
        found("bo exclude ".repeat(100_000), prostitution("bo", "near: hotel, @prostitution", ""));

    assertThat(found).hasSizeLessThanOrEqualTo(10_000);
  }
}
