package ronda.identify.text;

import static org.assertj.core.api.Assertions.assertThat;
import static ronda.identify.text.Texts.chat;
import static ronda.identify.text.Texts.recovered;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RecoveredTest {
  @ParameterizedTest
  @CsvSource({
    "M E G A 8 8, mega88",
    "M.e.g.a.8.8, mega88",
    "m-e-g-a-88, mega88",
    "M E G A   J P, megajp",
    "[m][e][g][a], mega",
    "m🔥e🔥g🔥a, mega",
    "g 4 c 0 r, gacor",
    "𝗠𝗘𝗚𝗔𝟴 𝟴, mega88",
    "MEGA⭐88⭐, mega88",
    "MEGA 88, mega88",
    "1 2 3 M E G A, 123mega",
  })
  void letters_set_apart_are_joined(String written, String name) {
    assertThat(recovered("coba " + written + " ya")).contains(name);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0812 3456 7890",
        "hubungi 0 8 1 2 3 4 5 6 7 8 9 0",
        "tanggal 17.08.45",
        "pukul 1 2 3",
        "pilih A B C D",
        "a. b. c. d.",
        "pasal 27 ayat 3",
        "Dewa 19",
        "Rp 50.000 atau 10k",
        "dr. A. B. Susanto, S.H.",
        "P P P",
        "no 1",
      })
  void numbers_lists_and_initials_are_not_joined(String ordinary) {
    assertThat(recovered(ordinary)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "m4xw1n, maxwin",
    "s1ot, slot",
    "s1ot, siot",
    "r3jek1, rejek1",
    "jud0l, judol",
    "ri@n94d, riang4d",
    "an7irungk4d, antirungkad",
    "tog44d, toga4d",
    "v0l14d, voli4d",
    "squ4d777, squad777",
    "d4x69, dax69",
    "bambul0an, bambuloan",
    "rajarup!ah, rajarupiah",
    "jun!or88, junior88",
    "arwan@gaming, arwanagaming",
    "dibe74d, dibet4d"
  })
  void digits_between_letters_are_read_as_letters(String written, String word) {
    assertThat(recovered(written)).contains(word);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "suhu328",
        "mega88",
        "teman2nya",
        "rp5rb",
        "diskon5rb",
        "no1nya",
        "mp3",
        "h2o",
        "477BFG7S",
        "jet88bet",
        "ayo!main",
        "budi@contoh.com",
        "@g4cor",
        "https://contoh.id/g4cor",
        "sl0t.contoh.com",
      })
  void numbers_codes_links_and_handles_are_left_alone(String written) {
    assertThat(recovered(written)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "gacoooorrr, gacor",
    "bangettt, banget",
    "maaaf, maaf",
    "ggaaccoorr, gacor",
    "GGAACCOORR, gacor",
    "mmeeggaa88, mega88",
    "bboossss, boss",
    "𝗴𝗴𝗮𝗮𝗰𝗰𝗼𝗼𝗿𝗿, gacor"
  })
  void drawn_out_letters_are_drawn_in(String written, String word) {
    assertThat(recovered(written)).contains(word);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "hmmmm",
        "aaaaa",
        "XVIII",
        "0812xxxxxxx",
        "wkwkwk",
        "Rp1.000.000",
        "balloon",
        "committee",
        "oo",
        "aall",
        "ssaat",
        "llaugh out lloud"
      })
  void laughs_numerals_and_masks_are_not_drawn_in(String written) {
    assertThat(recovered(written)).isEmpty();
  }

  @Test
  void chat_spelling_is_told_as_such() {
    assertThat(chat("yg gk tf ke rek itu bkn dia"))
        .containsExactly("yang", "tidak", "transfer", "rekening", "bukan");
    assertThat(recovered("yg gk tf")).isEmpty();
  }

  @Test
  void words_come_in_the_order_of_the_text_with_where_they_stand() {
    PlainText plain = Fold.plain("yg g4cor M E G A");
    assertThat(plain.recovered())
        .containsExactly(
            new Recovered("yang", 0, 2, Spelling.CHAT),
            new Recovered("gacor", 3, 8, Spelling.LEET),
            new Recovered("mega", 9, 16, Spelling.SPACED));
  }

  @Test
  void a_post_full_of_chat_spelling_hides_nothing_behind_it() {
    assertThat(recovered("yg ".repeat(StrongReading.MOST_RECOVERED) + "g4c0r"))
        .containsExactly("gacor");
  }

  @Test
  void no_more_than_the_limit_is_recovered() {
    PlainText plain = Fold.plain("yg ".repeat(10_000));
    assertThat(plain.recovered()).hasSize(StrongReading.MOST_RECOVERED);
  }
}
