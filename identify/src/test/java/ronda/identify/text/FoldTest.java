package ronda.identify.text;

import static org.assertj.core.api.Assertions.assertThat;
import static ronda.identify.text.Texts.originalOf;
import static ronda.identify.text.Texts.plain;
import static ronda.identify.text.Texts.spelling;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FoldTest {
  @ParameterizedTest
  @CsvSource({
    "𝗚𝗔𝗖𝗢𝗥, gacor",
    "𝓰𝓪𝓬𝓸𝓻, gacor",
    "ｇａｃｏｒ, gacor",
    "ⓖⓐⓒⓞⓡ, gacor",
    "🄶🄰🄲🄾🅁, gacor",
    "🅶🅰🅲🅾🆁, gacor",
    "⒢⒜⒞⒪⒭, gacor",
    "ɢᴀᴄᴏʀ, gacor",
    "g\u0336a\u0336c\u0336o\u0336r, gacor",
    "g\u200Ba\u2060c\uFEFFor, gacor",
    "gасоr, gacor",
    "gαcσr, gacor",
    "gacor\uD835\uDFD6\uD835\uDFD6, gacor88",
  })
  void disguised_letters_become_plain_ones(String disguised, String plain) {
    assertThat(plain(disguised)).isEqualTo(plain);
  }

  @Test
  void keycaps_and_letter_emoji_become_digits_and_letters() {
    assertThat(plain("KYT4️⃣D 🅿🅰🆁🅰")).isEqualTo("kyt4d para");
  }

  @Test
  void dotless_i_is_i_however_it_is_written() {
    assertThat(plain("kıta 𝚤kan")).isEqualTo("kita ikan");
  }

  @Test
  void regional_indicators_that_are_flags_stay_flags() {
    assertThat(plain("Merdeka 🇮🇩🇲🇾")).isEqualTo("merdeka 🇮🇩🇲🇾");
  }

  @Test
  void regional_indicators_that_are_no_flags_are_letters() {
    assertThat(plain("🇬🇦🇨🇴🇷")).isEqualTo("gacor");
  }

  @Test
  void a_russian_sentence_stays_russian() {
    assertThat(plain("Привет, МИР и я")).isEqualTo("привет, мир и я");
  }

  @Test
  void a_word_of_lookalikes_beside_russian_words_stays_russian() {
    assertThat(plain("kata сок itu dari bahasa Россия"))
        .isEqualTo("kata сок itu dari bahasa россия");
  }

  @Test
  void a_word_of_lookalikes_in_an_indonesian_post_is_latin() {
    assertThat(plain("main ТОТО yuk")).isEqualTo("main toto yuk");
  }

  @Test
  void a_name_of_foreign_letters_that_ends_in_a_number_is_latin() {
    assertThat(plain("coba di АЄЯѲ88 dan")).isEqualTo("coba di aero88 dan");
  }

  @ParameterizedTest
  @CsvSource({"ꍏꌗꀤꀘ꓄ꂦ꓄ꂦ, asiktoto", "ᎻᏆᎷᎪᏞᎪᎩᎪ4Ꭰ, himalaya4d", "ᏦᎡᎬᎠᏆᎢ ᏦᏆᏞᎪᎢ, kredit kilat"})
  void a_post_of_nothing_but_a_generators_letters_is_latin(String written, String plain) {
    assertThat(Texts.plain(written)).isEqualTo(plain);
  }

  @ParameterizedTest
  @CsvSource({"ᎣᏏᏲ, ꭳꮟᏺ", "ᐃᓄᒃᑎᑐᑦ, ᐃᓄᒃᑎᑐᑦ", "ꆈꌠꉙ, ꆈꌠꉙ", "СССР, ссср", "ТОТО, тото"})
  void a_lone_word_of_another_alphabet_stays_itself(String word, String lowerCased) {
    assertThat(Texts.plain(word)).isEqualTo(lowerCased);
  }

  @Test
  void mathematical_letters_cut_to_sixteen_bits_are_read_in_latin_company() {
    assertThat(plain("buktikan 퐀퐋퐄퐗퐈퐒17")).isEqualTo("buktikan alexis17");
  }

  @Test
  void korean_stays_korean() {
    assertThat(plain("kata 화이팅 dan 하하하")).isEqualTo("kata 화이팅 dan 하하하");
  }

  @ParameterizedTest
  @CsvSource({"السَّلَامُ عَلَيْكُمْ", "ꦱꦸꦒꦼꦁ ꦫꦮꦸꦃ", "中文网站", "สวัสดีครับ", "नमस्ते"})
  void scripts_of_no_resemblance_to_latin_stay_themselves(String text) {
    assertThat(plain(text)).isEqualTo(text);
    assertThat(Fold.plain(text).disguisedLetters()).isZero();
  }

  @Test
  void accents_of_indonesian_languages_go_and_are_no_disguise() {
    assertThat(plain("Kowé mêkar è ḍâpor")).isEqualTo("kowe mekar e dapor");
    assertThat(Fold.plain("Kowé mêkar è ḍâpor").disguisedLetters()).isZero();
  }

  @Test
  void white_space_of_every_kind_becomes_a_space() {
    assertThat(plain("a\tb\nc\u00A0d\u3000e\u2028f")).isEqualTo("a b c d e f");
  }

  @Test
  void controls_go_without_ending_a_word() {
    assertThat(plain("ga\0cor")).isEqualTo("gacor");
  }

  @Test
  void a_lone_surrogate_becomes_a_question_mark() {
    assertThat(plain("a\uD800b \uDC00é")).isEqualTo("a?b ?e");
  }

  @Test
  void emoji_separate_words_and_stay() {
    PlainText plain = Fold.plain("cuan🔥cuan");
    assertThat(Texts.string(plain)).isEqualTo("cuan🔥cuan");
    assertThat(plain.words()).isEqualTo(2);
  }

  @Test
  void a_script_of_no_resemblance_ends_a_latin_word() {
    PlainText plain = Fold.plain("BERKAH99爐");
    assertThat(plain.words()).isEqualTo(2);
  }

  @Test
  void words_are_runs_of_letters_and_digits() {
    assertThat(words("Main di mega-88, yuk! (sini)"))
        .containsExactly("main", "di", "mega", "88", "yuk", "sini");
    assertThat(words("akhir")).containsExactly("akhir");
    assertThat(words("delapan8")).containsExactly("delapan8");
    assertThat(words("")).isEmpty();
    assertThat(words("?!")).isEmpty();
  }

  @Test
  void each_word_tells_how_it_was_written() {
    assertThat(spelling("biasa")).isZero();
    assertThat(spelling("BESAR")).isEqualTo(Spelling.CAPITALS);
    assertThat(spelling("A")).isZero();
    assertThat(spelling("mega88")).isEqualTo(Spelling.LETTERS_AND_DIGITS);
    assertThat(spelling("MEGA88")).isEqualTo(Spelling.CAPITALS | Spelling.LETTERS_AND_DIGITS);
    assertThat(spelling("𝗆𝖾𝗀𝖺")).isEqualTo(Spelling.FANCY);
    assertThat(spelling("mеga")).isEqualTo(Spelling.MIXED_SCRIPT);
    assertThat(spelling("m\u0336ega")).isEqualTo(Spelling.MARKED);
    assertThat(spelling("me\u200Bga")).isEqualTo(Spelling.INVISIBLE);
  }

  @Test
  void disguised_letters_are_counted() {
    assertThat(Fold.plain("main di 𝗠𝗘𝗚𝗔88").disguisedLetters()).isEqualTo(4);
  }

  @Test
  void a_span_covers_the_letters_with_their_marks_and_nothing_after() {
    assertThat(originalOf("mega", "🔥𝗠𝗘𝗚𝗔🔥")).isEqualTo("𝗠𝗘𝗚𝗔");
    assertThat(originalOf("meg", "me\u0336g\u0336\u0335a")).isEqualTo("me\u0336g\u0336\u0335");
    assertThat(originalOf("kyt4", "KYT4️⃣D")).isEqualTo("KYT4️⃣");
    assertThat(originalOf("mega", "mega\u200B\u200B!")).isEqualTo("mega");
    assertThat(originalOf("kg", "㎏")).isEqualTo("㎏");
    assertThat(originalOf("cafe", "café au lait")).isEqualTo("café");
  }

  @Test
  void half_an_emoji_has_the_span_of_the_whole() {
    PlainText plain = Fold.plain("a🔥b");
    assertThat(plain.originalSpan(2, 3).of("a🔥b")).isEqualTo("🔥");
  }

  private static List<String> words(String text) {
    PlainText plain = Fold.plain(text);
    var words = new ArrayList<String>();
    for (int i = 0; i < plain.words(); i++) {
      words.add(Readings.ascii(plain.bytes(), plain.wordStart(i), plain.wordEnd(i)));
    }
    return words;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ɱąҳῳıŋ", "ᗰᗩ᙭ᗯIᑎ", "ᎷᎪXᏔᏆN", "₥₳Ӿ₩ł₦", "ʍǟӼաɨռ", "ꎭꍏꊼꅏꀤꈤ",
      })
  void alphabets_of_fancy_text_generators_become_latin(String written) {
    assertThat(Texts.plain("ayo main " + written + "88 yuk"))
        .isIn("ayo main maxwin88 yuk", "ayo main maxwln88 yuk"); // ł is the Polish l
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ꮳꮃꭹ ꭶꮼꮒꭿꮝꮧ",
        "ᐃᓄᒃᑎᑐᑦ ᐅᖃᐅᓯᖅ",
        "ꆈꌠꉙ ꆏꉌ",
        "հայերեն լեզու",
        "ქართული ენა",
        "ภาษาไทย",
        "עברית",
        "中山路"
      })
  void sentences_of_other_scripts_stay_themselves(String sentence) {
    assertThat(Texts.plain("kata " + sentence + " artinya?"))
        .isEqualTo("kata " + sentence + " artinya?");
  }

  @ParameterizedTest
  @ValueSource(strings = {"₱50", "100₱", "₩5000 won", "kurs ₿ naik", "₱₱₱₱", "idr₱50"})
  void signs_of_currencies_beside_sums_and_alone_stay_signs(String text) {
    assertThat(Texts.plain(text)).isEqualTo(text);
    assertThat(Fold.plain(text).disguisedLetters()).isZero();
  }
}
