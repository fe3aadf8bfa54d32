package ronda.casework.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * When a post's words put a child next to something sexual, and when they do not. A hit destroys
 * the text and goes to the police, so passes weigh as much as hits. All of it is made up, and says
 * no more than the words that are listed.
 */
class ChildHintTest {
  private static final int PIECE = 20_000;

  @ParameterizedTest
  @ValueSource(ints = {2, 3, 9, 10, 14, 16, 17})
  void a_childs_age_is_from_two_to_seventeen(int age) {
    assertThat(ChildHint.in("vcs umur " + age)).isTrue();
    assertThat(ChildHint.in("usia " + age + " tahun, vcs")).isTrue();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 18, 19, 25, 40, 99, 112, 2010})
  void any_other_number_is_none(int age) {
    assertThat(ChildHint.in("vcs umur " + age)).isFalse();
    assertThat(ChildHint.in("usia " + age + " tahun, vcs")).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "berumur 14",
        "berusia 15 tahun",
        "umur: 12",
        "UMUR 16",
        "umur 14thn",
        "usia 9th",
        "umur 13tahun",
        "umur 07"
      })
  void an_age_is_read_however_it_is_written(String age) {
    assertThat(ChildHint.in(age + " vcs")).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "pengalaman 10 tahun",
        "sudah 10 tahun",
        "diskon 15",
        "umur panjang",
        "umur 25",
        "umur 14k",
        "umur",
        "14 umur",
        "usia pensiun 58",
        "umur 170"
      })
  void ten_years_of_experience_are_no_age(String words) {
    assertThat(ChildHint.in("vcs " + words)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "cewek 14 tahun",
        "cewe 15thn",
        "cowok 13 th",
        "cowo 16 thn",
        "gadis 12 tahun",
        "anak 10 tahun",
        "siswi 15 tahun",
        "siswa 17th",
        "murid 11 tahun",
        "pelajar 16 tahun",
        "santri 14 thn",
        "remaja 15 tahun",
        "perawan 14 tahun",
        "ABG 16 TAHUN",
        "cewek 9 tahun",
        "sama cewek 14 tahun",
        "sama cewek 9 tahun",
        "dengan anak 6 tahun",
        "pacaran sama cewek 14 tahun",
        "punya anak 14 tahun",
        "anak gadis (13 tahun)",
        "cewek: 14 tahun, masih sekolah"
      })
  void years_directly_behind_a_person_are_an_age(String age) {
    assertThat(ChildHint.in("open bo " + age)).isTrue();
    assertThat(ChildHint.in(age + " main bola di lapangan")).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "cewek 18 tahun",
        "cewek 21 tahun",
        "cewek 14",
        "cewek 14k",
        "cewek 14 ribu",
        "14 tahun cewek",
        "cewek cantik, sudah 10 tahun",
        "tante 10 tahun",
        "gadis 12 tahun lebih muda",
        "anak 15 tahun penjara",
        "anak, 10 tahun lalu",
        "anak 5 tahun terakhir",
        "pacaran sama cewek 5 tahun",
        "pacaran sama cewek 9 tahun",
        "nikah dengan gadis 7 tahun",
        "dengan cowok 3 tahun",
        "cowok 2 tahun pacaran",
        "janda anak 3 tahun",
        "sudah punya anak 5 tahun",
        "anak 1 tahun",
        "cewek 0 tahun"
      })
  void years_that_are_somebodys_time_or_sentence_are_no_age(String words) {
    assertThat(ChildHint.in("vcs " + words)).isFalse();
  }

  /** Written down a second time on purpose: a word that slips out of the list is a child missed. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "bocil",
        "bocah",
        "balita",
        "underage",
        "lolicon",
        "pedofil",
        "pedo",
        "childporn",
        "anak kecil",
        "anak sd",
        "anak smp",
        "siswi sd",
        "siswi smp",
        "siswa sd",
        "siswa smp",
        "cewek smp",
        "cewe smp",
        "gadis smp",
        "gadis kecil",
        "bawah umur",
        "dibawah umur",
        "anak tk",
        "bawah usia",
        "Anak-SMP",
        "di bawah umur",
        "ANAK  SD"
      })
  void each_listed_word_names_a_child(String child) {
    assertThat(ChildHint.in("bokep " + child)).isTrue();
    assertThat(ChildHint.in(child + " main bola di lapangan")).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "bugil",
        "telanjang",
        "bokep",
        "vcs",
        "seks",
        "sex",
        "mesum",
        "colmek",
        "coli",
        "ngentot",
        "porno",
        "lendir",
        "perkosa",
        "cabul",
        "open bo",
        "buka BO"
      })
  void each_listed_word_is_sexual(String word) {
    assertThat(ChildHint.in(word + " bocil")).isTrue();
    assertThat(ChildHint.in(word + " orang dewasa")).isFalse();
  }

  @Test
  void spaced_letters_are_not_undone_here() {
    assertThat(ChildHint.in("v.c.s bocil")).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Bocah 12 tahun hilang di pasar, polisi mencari",
        "Balita 3 tahun tertabrak motor di depan rumah",
        "Anak SMP bolos sekolah karena main judi slot",
        "Pemerintah harus memblokir situs porno",
        "Saya korban sekstorsi, umur 25, foto saya disebar",
        "Kekerasan seksual terhadap perempuan dewasa meningkat",
        "Kelas anak kecil: belajar mewarnai dan menggambar",
        "Balita keracunan bakteri E. coli dari jajanan",
        "Wabah E coli di sekolah, anak SD dirawat",
        "Obat batuk berdahak dan lendir untuk balita",
        "Balita pilek, lendir di hidung susah keluar",
        "Anak kecil diare, ada lendir di tinja",
        "buka boks hadiah untuk anak sd",
        "cabulan bocahan",
        "Gadis 15 tahun juara olimpiade matematika",
        "Anak 7 tahun hanyut di sungai, dicari tim SAR",
        "Anak 3 tahun batuk pilek, lendir di hidung susah keluar",
        "Pelaku cabul anak 15 tahun penjara",
        "Remaja 16 tahun korban tabrak lari dirawat",
        "Vaksin HPV untuk siswi 11 tahun dimulai pekan ini"
      })
  void news_victims_critics_parents_and_doctors_who_name_but_one_of_both_are_let_pass(String text) {
    assertThat(ChildHint.in(text)).isFalse();
    assertThat(ChildHint.inAny(List.of(text))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Guru cabul ditangkap, korbannya siswi SMP",
        "Tolong, anak saya umur 14 dipaksa vcs",
        "Berantas pedofil dan penjual bokep",
        "bocil lendir, batuk dulu sebelum masuk, admin siap"
      })
  void who_names_both_goes_to_the_police_though_it_may_be_a_plea_or_news(String text) {
    boolean nearAnIllness = text.contains("batuk");
    assertThat(ChildHint.in(text)).isEqualTo(!nearAnIllness);
  }

  @ParameterizedTest
  @ValueSource(strings = {"ＢＯＫＥＰ ｂｏｃｉｌ", "bоkep bосil", "b\u200bokep boc\u00adil"})
  void disguised_letters_hide_neither(String text) {
    assertThat(ChildHint.in(text)).isTrue();
  }

  @Test
  void texts_that_belong_together_are_looked_at_together() {
    assertThat(ChildHint.inAny(List.of("kelas anak smp", "obrolan biasa", "bokep"))).isTrue();
    assertThat(ChildHint.inAny(List.of("kelas anak", "smp negeri", "bokep"))).isFalse();
    assertThat(ChildHint.inAny(List.of())).isFalse();
  }

  /** Wherever the pair lies at the seam between two pieces, it is seen as a whole. */
  @Test
  void a_hint_across_the_seam_of_two_pieces_is_seen() {
    for (int at = PIECE - 12; at <= PIECE + 4; at++) {
      String words = filler(at, "kata ") + " anak smp " + filler(PIECE, "kata ") + " bokep";
      assertThat(ChildHint.inAny(List.of(words))).as("words, pair at %d", at).isTrue();
      String solid = filler(at - 1, "x") + " anak smp " + filler(PIECE, "x") + " bokep";
      assertThat(ChildHint.inAny(List.of(solid))).as("no blanks, pair at %d", at).isTrue();
    }
  }

  @Test
  void a_long_text_without_a_hint_has_none_at_its_seams() {
    assertThat(ChildHint.inAny(List.of(filler(3 * PIECE, "anak main bola smp ")))).isFalse();
    assertThat(ChildHint.inAny(List.of(filler(3 * PIECE, "x")))).isFalse();
  }

  private static String filler(int length, String word) {
    return word.repeat(length / word.length() + 1).substring(0, length);
  }
}
