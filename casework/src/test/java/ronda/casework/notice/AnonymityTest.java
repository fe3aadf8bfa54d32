package ronda.casework.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AnonymityTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Hubungi WA 0812-3456-7890 segera | [nomor]",
        "rekening BCA 1234567890 | [nomor]",
        "nomor 98 76 54 32 1 | [nomor]",
        "akun @melati_contoh di MiChat | [akun]",
        "lihat https://www.instagram.com/akun.contoh | [akun]",
        "lihat t.me/kanalcontoh | [akun]",
        "surel melati@contoh.example | [akun]",
        "rekening atas nama Melati Contoh dipakai | atas nama [nama] dipakai",
        "transfer a.n. Melati Contoh | a.n. [nama]",
        "seseorang bernama Melati | bernama [nama]",
      })
  void what_points_at_one_person_is_found_and_covered(String text, String expected) {
    assertThat(Anonymity.traces(text)).isNotEmpty();
    assertThat(Anonymity.mask(text)).contains(expected);
    assertThat(Anonymity.traces(Anonymity.mask(text))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Pelaku meminta uang muka (DP) Rp500.000 sebelum bertemu, lalu menghilang.",
        "Pinjol menawarkan Rp 5.000.000 cair 5 menit.",
        "Ditemukan sejak 22-11-2026 di beberapa wilayah.",
        "Korban Diminta Memasang APK Undangan Pernikahan",
        "Laporkan lewat aduankonten.id atau 110.",
        "Situs palsu berakhiran .example dan meminta OTP 6 digit.",
        "Ibu rumah tangga menjadi sasaran."
      })
  void a_way_of_working_can_be_told_without_anybody_in_it(String text) {
    assertThat(Anonymity.traces(text)).isEmpty();
  }

  @Test
  void any_text_is_read_without_complaint_and_traces_never_overlap() {
    long seed = Long.getLong("ronda.fuzz.seed", 20261122L);
    Random random = new Random(seed);
    String letters = "a.n. atas nama @0123456789-/ M:\n\ud83d\ude00\ud800'wa.me/";
    for (int run = 0; run < 3_000; run++) {
      StringBuilder text = new StringBuilder();
      for (int i = random.nextInt(80); i > 0; i--) {
        text.append(letters.charAt(random.nextInt(letters.length())));
      }
      int end = 0;
      for (Anonymity.Trace trace : Anonymity.traces(text.toString())) {
        assertThat(trace.span().start()).as("seed %d: %s", seed, text).isGreaterThanOrEqualTo(end);
        end = trace.span().end();
      }
      assertThat(end).isLessThanOrEqualTo(text.length());
    }
  }
}
