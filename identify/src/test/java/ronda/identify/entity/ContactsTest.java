package ronda.identify.entity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ContactsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "follow @contoh_akun ya | handle @contoh_akun",
        "@user-b6m betul | handle @user-b6m",
        "tele @agen_contoh | telegram t.me/agen_contoh",
        "Telegram: @agen_contoh | telegram t.me/agen_contoh",
        "ig @contoh.id | handle @contoh.id",
        "michat: sari_99 | michat sari_99",
        "id mc : bella cantik | michat bella",
        "michat id bella | michat bella",
        "id michat saya bella | michat bella",
        "michat aku sari_cantik | michat sari_cantik",
        "mc saya : bella | michat bella",
        "mi chat sari99 | michat sari99",
        "id line bola99 | contact line:bola99",
        "tele : agen_77 | telegram t.me/agen_77",
        "kirim ke nama.contoh@contoh.co.id | contact nama.contoh@contoh.co.id",
      })
  void are_found(String text, String found) {
    assertThat(Seen.in(text)).containsExactly(found);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "pakai michat buat apa",
        "michat adalah aplikasi",
        "MiChat aku suka",
        "MiChat saya rusak",
        "michat: aku suka",
        "akun michat hilang",
        "online terus sampai malam",
        "line up pemain timnas",
        "telegram sudah diblokir 2018 lalu",
        "kumpul @ rumah Budi",
        "m@ndalik@",
        "@@@@ 50%",
      })
  void are_not_seen_in_talk_about_them(String text) {
    assertThat(Seen.in(text)).isEmpty();
  }
}
