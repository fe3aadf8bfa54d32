package ronda.identify.entity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PricesTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Rp50.000 | 50000",
        "rp 1.500.000,- | 1500000",
        "Rp. 50,000 | 50000",
        "Rp50.000,00 | 50000",
        "IDR 75000 | 75000",
        "50rb | 50000",
        "50 ribu | 50000",
        "1,5jt | 1500000",
        "1.5 juta | 1500000",
        "1.500rb | 1500000",
        "500k | 500000",
        "Rp 17,8 M | 17800000000",
        "Rp 1,5 Triliun | 1500000000000",
        "Rp 50. 000 | 50000",
        "ST 500 | 500000",
        "LT 1.4 | 1400000",
        "lt 1200 | 1200000",
      })
  void are_found_in_whole_rupiah(String text, String rupiah) {
    assertThat(Seen.in(text)).containsExactly("price IDR " + rupiah);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "10k followers",
        "2 juta orang",
        "100 ribu penonton",
        "video 4k",
        "lt 2 dekat lift",
        "LT 250 m2",
        "10 juta dolar",
        "$1 miliar",
        "USD3 juta",
        "st 12 band lama",
        "skor 3-2",
        "Rp 44 , 9",
      })
  void are_not_seen_in_counts_and_other_money(String text) {
    assertThat(Seen.in(text)).isEmpty();
  }

  @Test
  void name_the_rate_they_are_for() {
    assertThat(Seen.detail("ST 500", "rate")).isEqualTo("ST");
    assertThat(Seen.detail("LT 2jt", "rate")).isEqualTo("LT");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "rate 500/jam | IDR 500000 | jam",
        "Rate: 1500 per malam | IDR 1500000 | malam",
        "Rp 50.000/menit | IDR 50000 | menit",
        "Rp50.000,- / jam | IDR 50000 | jam",
        "500rb sejam | IDR 500000 | jam",
        "300k perjam | IDR 300000 | jam",
        "bunga 5% per bulan | 5%/bulan | bulan",
        "bunga 0,8 persen sehari | 0.8%/hari | hari",
        "bunga cuma mulai 2 %/bln | 2%/bulan | bulan",
        "$20/jam | USD 20 | jam",
        "20 usd per malam | USD 20 | malam",
      })
  void tell_the_time_they_are_for(String text, String price, String per) {
    assertThat(Seen.in(text)).containsExactly("price " + price);
    assertThat(Seen.detail(text, "per")).isEqualTo(per);
  }

  @ParameterizedTest
  @CsvSource({"rate $20, USD 20", "rate usd 20 aja, USD 20", "ST $20, USD 20"})
  void may_be_dollars_where_somebody_names_a_rate(String text, String price) {
    assertThat(Seen.in(text)).containsExactly("price " + price);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "$20",
        "usd 20",
        "harganya 20 dolar",
        "rate $20 juta per bulan",
        "suku bunga 5% per bulan",
        "bunga 5% per tahun",
        "bunga acuan BI 5,75 persen",
        "inflasi 5% per bulan",
        "bunga melati layu 5% dari semua",
        "diskon 20% per hari",
        "heart rate 150 per menit",
        "rate 4,5/jam",
        "rate 60 km/jam",
        "kecepatan 500/jam",
        "rate 500",
      })
  void are_not_seen_where_nobody_names_a_rate(String text) {
    assertThat(Seen.in(text)).isEmpty();
  }

  @Test
  void cover_currency_and_unit_in_the_writing() {
    assertThat(Seen.writings("cuma Rp.500rb/jam")).containsExactly("Rp.500rb");
  }
}
