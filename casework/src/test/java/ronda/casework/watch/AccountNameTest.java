package ronda.casework.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import ronda.casework.watch.AccountName.Reading;
import ronda.casework.watch.AccountName.Refusal;
import ronda.identify.post.Span;
import ronda.identify.signal.EntityFound;
import ronda.identify.signal.EntityKind;

class AccountNameTest {
  @ParameterizedTest
  @CsvSource({
    "MiChat, melati_contoh, MiChat, melati_contoh",
    "tiktok, @akun.contoh, TikTok, akun.contoh",
    "twitter, AkunContoh, X, AkunContoh",
    "'', https://www.instagram.com/akun.contoh/?hl=id, Instagram, akun.contoh",
    "'', https://www.tiktok.com/@akun.contoh, TikTok, akun.contoh",
    "'', https://m.facebook.com/profile.php?id=100000000001, Facebook, 100000000001",
    "'', https://x.com/akuncontoh/status/1, X, akuncontoh",
    "'', https://t.me/s/kanalcontoh, Telegram, kanalcontoh",
    "'', https://www.youtube.com/channel/UCcontoh, YouTube, UCcontoh",
    "'', https://www.youtube.com/watch?v=contoh, YouTube, watch?v=contoh",
    "'', https://situs-contoh.example/promo, Situs web, situs-contoh.example/promo",
    "Situs web, situs-contoh.example, Situs web, situs-contoh.example",
    "Aplikasi Lain, akun contoh, Aplikasi Lain, akun contoh",
  })
  void a_handle_or_a_link_names_one_account(
      String platform, String writing, String expectedPlatform, String handle) {
    assertThat(AccountName.read(platform, writing))
        .isEqualTo(new Reading.Read(new AccountName(new Platform(expectedPlatform), handle)));
  }

  @ParameterizedTest
  @CsvSource({
    "0812-3456-7890, +6281234567890",
    "62 812 3456 7890, +6281234567890",
    "+6281234567890, +6281234567890",
    "https://wa.me/6281234567890, +6281234567890",
    "grup contoh, grup contoh",
    "12345, 12345",
  })
  void a_number_has_one_spelling(String writing, String handle) {
    assertThat(AccountName.read("WhatsApp", writing))
        .isEqualTo(new Reading.Read(new AccountName(new Platform("WhatsApp"), handle)));
  }

  @ParameterizedTest
  @CsvSource({
    "MICHAT, contoh_ayu, '', MiChat, Contoh_Ayu",
    "TELEGRAM, t.me/kanalcontoh, '', Telegram, KanalContoh",
    "WHATSAPP, +6281234567890, '', WhatsApp, 081234567890",
    "PHONE, +6281234567890, '', WhatsApp, +6281234567890",
    "CONTACT, line:sarihati, line, LINE, sarihati",
  })
  void what_a_text_names_as_a_contact_is_the_account_that_somebody_entered_by_hand(
      EntityKind kind, String value, String service, String platform, String handle) {
    var found = new EntityFound(kind, value, new Span(0, 1), Map.of("service", service));
    AccountName entered = new AccountName(new Platform(platform), handle);
    assertThat(AccountName.ofContact(found)).extracting(AccountName::key).contains(entered.key());
    assertThat(entered.contacts()).contains(new Contact(kind.code(), value));
  }

  @Test
  void what_is_no_account_is_no_contact() {
    for (EntityKind kind : EntityKind.values()) {
      var odd = new EntityFound(kind, "contoh@contoh.invalid", new Span(0, 1), Map.of());
      assertThat(AccountName.ofContact(odd).isEmpty()).isEqualTo(kind != EntityKind.MICHAT);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "MiChat",
        "aplikasi MiChat",
        "semua akun MiChat",
        "@michat",
        "Tik Tok",
        "semua pengguna",
        "*",
        "https://play.google.com/store/apps/details?id=contoh",
        "https://www.facebook.com/",
        "https://michat.sg"
      })
  void an_app_is_never_entered_because_it_serves_everybody(String writing) {
    assertThat(AccountName.read("MiChat", writing))
        .isEqualTo(new Reading.Refused(Refusal.WHOLE_APP));
  }

  @Test
  void what_says_nothing_is_refused_with_its_reason() {
    assertThat(AccountName.read("", "melati")).isEqualTo(new Reading.Refused(Refusal.NO_PLATFORM));
    assertThat(AccountName.read("MiChat", " @ ")).isEqualTo(new Reading.Refused(Refusal.NO_HANDLE));
    assertThat(AccountName.read("MiChat", "a".repeat(201)))
        .isEqualTo(new Reading.Refused(Refusal.TOO_LONG));
    assertThat(AccountName.read("MiChat", "a\u0000b"))
        .isEqualTo(new Reading.Refused(Refusal.UNREADABLE));
    assertThat(AccountName.read("MiChat", "a\ud800"))
        .isEqualTo(new Reading.Refused(Refusal.UNREADABLE));
  }

  @Test
  void the_author_of_a_post_is_the_account_that_somebody_entered_by_hand() {
    AccountName entered = new AccountName(Platform.of("Instagram"), "Akun.Contoh");
    assertThat(AccountName.ofAuthor("ig", "@akun.contoh").map(AccountName::key))
        .contains(entered.key());
  }

  @Test
  void any_text_gives_a_name_or_a_reason_and_never_an_exception() {
    for (String odd :
        new String[] {
          "",
          "/",
          "//",
          "http://",
          "https:///x",
          "http://?",
          "www.",
          "a.b/",
          "a.b?id=",
          "\uffff",
          "https://facebook.com/profile.php",
          "https://facebook.com//",
          "x.com/user",
          "@@@"
        }) {
      for (String platform : new String[] {"X", ""}) {
        switch (AccountName.read(platform, odd)) {
          case AccountName.Reading.Read(AccountName name) ->
              assertThat(name.handle())
                  .as("'%s' on '%s'", odd, platform)
                  .isNotBlank()
                  .doesNotStartWith("@")
                  .hasSizeLessThanOrEqualTo(AccountName.LONGEST);
          case AccountName.Reading.Refused(AccountName.Refusal reason) ->
              assertThat(reason).isNotEqualTo(AccountName.Refusal.TOO_LONG);
        }
      }
    }
  }
}
