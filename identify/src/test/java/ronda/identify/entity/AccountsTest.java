package ronda.identify.entity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AccountsTest {
  @ParameterizedTest
  @CsvSource({
    "BCA 1234567890 a.n. Budi, 1234567890, BCA, 014",
    "rek BCA: 123-456-7890, 1234567890, BCA, 014",
    "transfer ke 1234567890 (BCA), 1234567890, BCA, 014",
    "BRI 1234 0100 0123 502, 123401000123502, BRI, 002",
    "Mandiri 1234567890123, 1234567890123, Mandiri, 008",
    "BNI no rek 0123456789, 0123456789, BNI, 009",
    "BNI 123456789, 123456789, BNI, 009",
    "btn 0001501234567890, 0001501234567890, BTN, 200",
  })
  void of_banks_need_label_and_length(String text, String account, String bank, String code) {
    assertThat(Seen.in(text)).containsExactly("bank-account " + account);
    assertThat(Seen.detail(text, "bank")).isEqualTo(bank);
    assertThat(Seen.detail(text, "code")).isEqualTo(code);
  }

  @ParameterizedTest
  @CsvSource({
    "BCA no 1234567890, 1234567890, BCA",
    "rek BCA no. 1234567890, 1234567890, BCA",
    "rekening BRI no. 123456789012345, 123456789012345, BRI",
    "BCA an Budi no 1234567890, 1234567890, BCA",
    "bank mandiri nomor 1234567890123, 1234567890123, Mandiri",
    "BNI nmr: 0123456789, 0123456789, BNI",
    "B.C.A 1234567890, 1234567890, BCA",
    "rek. B.N.I. no 0123456789, 0123456789, BNI",
    "1234567890 an Budi BCA, 1234567890, BCA",
    "no 1234567890 a.n. Budi Contoh - BCA, 1234567890, BCA",
    "123401000123502 atas nama Budi (BRI), 123401000123502, BRI",
  })
  void of_banks_are_seen_past_a_word_for_number_and_a_name(
      String text, String account, String bank) {
    assertThat(Seen.in(text)).containsExactly("bank-account " + account);
    assertThat(Seen.detail(text, "bank")).isEqualTo(bank);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "no 0812-3456-7890",
        "BCA no 081234567890",
        "BCA no 0812 3456 7890",
        "BCA no wa 081234567890",
        "BCA, hubungi no 081234567890",
        "transfer BCA, wa no 0812-3456-7890",
      })
  void are_not_seen_in_a_phone_behind_a_word_for_number(String text) {
    assertThat(Seen.in(text)).containsExactly("phone +6281234567890");
  }

  @Test
  void of_ten_digits_that_are_a_phone_stay_a_phone() {
    assertThat(Seen.in("BCA no 0812345678")).containsExactly("phone +62812345678");
  }

  @Test
  void of_the_next_number_say_nothing_of_the_one_before() {
    assertThat(Seen.in("1234567890 an Budi, BCA 0987654321"))
        .containsExactly("bank-account 0987654321");
    assertThat(Seen.in("kode 1234567890 an Budi\nBCA tutup")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1234567890",
        "no 1234567890",
        "antrean BCA no 12",
        "kode 1234567890 an Budi",
        "1234567890 lalu Budi ke BCA",
        "A.B.C 1234567890",
        "kode pesanan 1234567890",
        "BCA 12345678",
        "mandiri 1234567890",
        "hidup mandiri sejak 2019 di rumah",
        "mandiri call 14000",
      })
  void are_not_seen_without_them(String text) {
    assertThat(Seen.in(text)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "DANA 081234567890, DANA",
    "ovo: 0812-3456-7890, OVO",
    "go-pay 081234567890, GoPay",
    "LinkAja +6281234567890, LinkAja",
    "shopee pay 081234567890, ShopeePay",
    "DANA no 081234567890, DANA",
    "dana a.n. Budi Contoh 081234567890, DANA",
    "DANA atas nama Budi no. 081234567890, DANA",
    "tf dana ke 081234567890, DANA",
    "DANA ke 081234567890, DANA",
    "bayar lewat dana via 081234567890, DANA",
    "dana saya 081234567890, DANA",
    "OVO / DANA : 081234567890, DANA",
    "ovo an Budi nomor 0812-3456-7890, OVO",
  })
  void of_wallets_are_a_label_and_a_mobile_number(String text, String wallet) {
    assertThat(Seen.in(text)).containsExactly("e-wallet +6281234567890");
    assertThat(Seen.detail(text, "wallet")).isEqualTo(wallet);
  }

  @Test
  void of_wallets_may_hide_in_a_banks_virtual_account() {
    assertThat(Seen.in("va bca 3901081234567890")).containsExactly("e-wallet +6281234567890");
  }

  @Test
  void go_to_the_nearest_label() {
    assertThat(Seen.in("transfer BCA, konfirmasi wa 0812345678"))
        .containsExactly("phone +62812345678");
  }

  @Test
  void of_wallets_may_stand_below_the_wallets_name() {
    assertThat(Seen.in("bayar di sini\nDANA:\n081234567890"))
        .containsExactly("e-wallet +6281234567890");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "dana ke rumah 081234567890",
        "sumber dana 081234567890",
        "info bantuan dana ke 081234567890",
        "butuh dana 081234567890",
        "perlu dana? 081234567890",
        "dana tunai cepat no 081234567890",
        "penyaluran dana desa ke 0812-3456-7890",
      })
  void are_not_seen_where_dana_means_money(String text) {
    assertThat(Seen.in(text)).containsExactly("phone +6281234567890");
  }

  @Test
  void are_not_seen_in_talk_about_funds() {
    assertThat(Seen.in("dana desa 2024 sebesar 1200 juta lebih"))
        .noneMatch(e -> e.contains("wallet"));
  }
}
