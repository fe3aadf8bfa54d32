package ronda.identify.entity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PhonesTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "hubungi 081234567890 ya",
        "0812-3456-7890",
        "0812 3456 7890",
        "0812.3456.7890",
        "+6281234567890",
        "+62 812-3456-7890",
        "(+62) 812 3456 7890",
        "6281234567890",
        "wa 81234567890",
        "wa081234567890",
        "O8I2 3456 789O",
        "o8l234567890",
        "0 8 1 2 3 4 5 6 7 8 9 0",
        "nol delapan satu dua tiga empat lima enam tujuh delapan sembilan nol",
        "nol8satu2tiga4lima6tujuh8sembilan0",
        "0812*3456*7890",
        "0️⃣8️⃣1️⃣2️⃣3️⃣4️⃣5️⃣6️⃣7️⃣8️⃣9️⃣0️⃣",
        "𝟬𝟴𝟭𝟮-𝟯𝟰𝟱𝟲-𝟳𝟴𝟵𝟬",
        "０８１２３４５６７８９０",
        "wa (0812) 3456–7890",
        "(0812) 3456-7890",
        "(0812) 3456 7890",
        "(0812)34567890",
        "[0812] 3456 7890",
        "[0812]-3456-7890",
        "0812 - 3456 - 7890",
        "0812 - 34567890",
        "62 812-3456-7890",
        "62 812 3456 7890",
        "62-812-3456-7890",
        "(62) 812-3456-7890",
        "62 81234567890",
      })
  void are_one_number_in_every_disguise(String writing) {
    assertThat(Seen.in(writing)).containsExactly("phone +6281234567890");
  }

  @ParameterizedTest
  @CsvSource({
    "081112345678, Telkomsel",
    "085212345678, Telkomsel",
    "081512345678, Indosat",
    "085712345678, Indosat",
    "087812345678, XL Axiata",
    "083812345678, XL Axiata",
    "089612345678, Tri",
    "088212345678, Smartfren",
    "084491093213, ''",
  })
  void tell_the_operator_where_the_prefix_is_known(String number, String operator) {
    assertThat(Seen.detail(number, "operator")).isEqualTo(operator);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "skor 2-1, babak kedua 3-1",
        "tanggal 17-08-2025 jam 19.30",
        "tahun 2019 2020 2021 2022 2023",
        "nomor resi 010205920333663 belum sampai",
        "total 8.123.456.789 rupiah",
        "antrean 0812",
        "menit 0:31 2:15 2:16 2:17 2:18 2:19 2:20",
        "kode 0812 saja 3456 orang",
        "08123",
        "0812345678901234567",
        "delapan orang satu rumah dua mobil tiga motor",
        "0812 - 2024",
        "0812 - 2024 saja",
        "081234 - 081299",
        "awalan 0811 - 0812 - 0813",
        "apel 0815 - 1200 - 1300",
        "08 - 12 - 2024 sampai 09 - 12 - 2024",
        "08.15 - 12.00 - 13.00",
        "skor 62 - 81 - 23 - 45",
        "62.812.500.000 rupiah",
        "62 812 500 000 rupiah",
        "55 62 8123 4567 890",
        "tabel 62 81 2345 6789",
        "[0812] lalu [3456] [7890]",
        "INV/(0812)/2024/7890",
      })
  void are_not_seen_in_other_numbers(String text) {
    assertThat(Seen.in(text)).isEmpty();
  }

  @Test
  void stand_apart_where_two_follow_each_other() {
    assertThat(Seen.in("081234567890/085712345678 atau 0812-3456-7890, 0857-1234-5678"))
        .containsExactly(
            "phone +6281234567890",
            "phone +6285712345678",
            "phone +6281234567890",
            "phone +6285712345678");
  }

  @Test
  void do_not_run_on_into_the_next_line() {
    assertThat(Seen.in("Wa 0812 3456 7890\n100 ribu")).contains("phone +6281234567890");
  }

  @Test
  void may_be_landlines_where_a_label_says_so() {
    assertThat(Seen.in("telp 021-5551234")).containsExactly("phone +62215551234");
    assertThat(Seen.in("pasal 021-5551234")).isEmpty();
  }

  @Test
  void may_be_foreign_with_a_plus() {
    assertThat(Seen.in("cs +855 12 345 678")).containsExactly("phone +85512345678");
  }

  @Test
  void leave_the_words_behind_them_alone() {
    assertThat(Seen.writings("081234567890oke")).containsExactly("081234567890");
    assertThat(Seen.writings("WA O8I2345678gO")).isEmpty();
    assertThat(Seen.writings("WA O8I234567890")).containsExactly("O8I234567890");
  }

  @Test
  void take_the_bracket_along_that_they_open_and_close() {
    assertThat(Seen.writings("telepon ya (0812)34567890.")).containsExactly("(0812)34567890");
    assertThat(Seen.writings("(+62) 812 3456 7890")).containsExactly("(+62) 812 3456 7890");
    assertThat(Seen.writings("(0812-3456-7890)")).containsExactly("0812-3456-7890");
    assertThat(Seen.writings("telp (021) 555-1234")).containsExactly("(021) 555-1234");
  }

  @Test
  void say_which_messenger_the_label_names() {
    assertThat(Seen.detail("WA: 081234567890", "via")).isEqualTo("whatsapp");
  }

  @Test
  void are_no_phone_after_a_word_for_account() {
    assertThat(Seen.in("No. Rekening 0219326215")).isEmpty();
  }
}
