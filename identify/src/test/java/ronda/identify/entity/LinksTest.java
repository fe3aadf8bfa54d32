package ronda.identify.entity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LinksTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "cek http://www.Contoh88.com/Daftar?x=1, ya | url contoh88.com/Daftar?x=1",
        "contoh88.com | url contoh88.com",
        "(lihat https://contoh.co.id/a_b). | url contoh.co.id/a_b",
        "daftar di CONTOH88.XYZ sekarang | url contoh88.xyz",
        "contoh88.com.daftar sekarang | url contoh88.com",
        "contoh88.vip | url contoh88.vip",
        "contoh.blogspot.com | url contoh.blogspot.com",
        "cek contoh.blogspot.com/a ya | url contoh.blogspot.com/a",
        "contoh.github.io | url contoh.github.io",
        "slotcontoh.github.io/x | url slotcontoh.github.io/x",
        "slot.web.app | url slot.web.app",
        "www.contoh.la | url contoh.la",
        "www.www.contoh.la | url contoh.la",
        "link alternatif contoh.la | url contoh.la",
        "http://10.20.30.40:8080/slot | url 10.20.30.40:8080/slot",
        "daftar di contoh88\u3002com sekarang | url contoh88.com",
        "contoh88\uFF61com | url contoh88.com",
        "contoh88\uFF0Ecom | url contoh88.com",
        "buka 10.20.30.40/daftar ya | url 10.20.30.40/daftar",
        "http://20250101.contoh.com/a | url 20250101.contoh.com/a",
        "https://kenal.com@contoh88.com/x | url contoh88.com/x",
        "[url=http://contoh.net/a]sini[/url] | url contoh.net/a",
        "pic.twitter.com/user | url pic.twitter.com/user",
        "hxxps://contoh88.com | url contoh88.com",
        "bit.ly/AbC123 | short-url bit.ly/AbC123",
        "https://s.id/Contoh | short-url s.id/Contoh",
        "wa.me/6281234567890 | whatsapp +6281234567890",
        "https://api.whatsapp.com/send?phone=6281234567890&text=hai | whatsapp +6281234567890",
        "wa.me/081234567890 | whatsapp +6281234567890",
        "chat.whatsapp.com/AbCdEf123 | whatsapp chat.whatsapp.com/AbCdEf123",
        "t.me/Contoh_Slot | telegram t.me/contoh_slot",
        "https://t.me/+AbCdEf | telegram t.me/+AbCdEf",
        "linktr.ee/contoh | contact linktr.ee/contoh",
        "https://line.me/R/ti/p/~contoh1 | contact line.me/R/ti/p/~contoh1",
        "discord.gg/AbC | contact discord.gg/AbC",
      })
  void are_found_in_their_kind_and_one_normal_form(String text, String found) {
    assertThat(Seen.in(text)).containsExactly(found);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "contoh88 dot com | url contoh88.com",
        "bit .ly/AbC123 ya | short-url bit.ly/AbC123",
        "gabung t . me/Contoh_Slot | telegram t.me/contoh_slot",
        "gabung t. me/Contoh_Slot | telegram t.me/contoh_slot",
        "wa . me/6281234567890 | whatsapp +6281234567890",
        "s . id/Contoh | short-url s.id/Contoh",
        "linktr .ee/contoh | contact linktr.ee/contoh",
        "http://3232235777/login | url 192.168.1.1/login",
        "http://0xC0A80101/login | url 192.168.1.1/login",
        "http://3232235777. | url 192.168.1.1",
        "contoh88[.]com | url contoh88.com",
        "contoh88(dot)com | url contoh88.com",
        "contoh88 titik com | url contoh88.com",
        "contoh88 .com | url contoh88.com",
        "contoh88. com | url contoh88.com",
        "contoh88 dot co dot id | url contoh88.co.id",
        "https://contoh[dot]my[dot]id/daftar | url contoh.my.id/daftar",
        "wa[dot]me/6281234567890 | whatsapp +6281234567890",
        "bit[.]ly/AbC | short-url bit.ly/AbC",
      })
  void are_found_with_their_dots_disguised(String text, String found) {
    assertThat(Seen.in(text)).containsExactly(found);
    assertThat(Seen.detail(text, "disguised")).isEqualTo("true");
  }

  /** Nobody can be reached there, and it is short for nothing. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "https://t.me | url t.me",
        "https://t.me/ | url t.me",
        "https://telegram.me, ya | url telegram.me",
        "https://bit.ly | url bit.ly",
        "http://www.bit.ly/ | url bit.ly",
        "https://linktr.ee | url linktr.ee",
        "https://wa.me | url wa.me",
        "https://wa.me/ | url wa.me",
        "buka https://web.whatsapp.com di laptop | url web.whatsapp.com",
      })
  void to_the_front_page_of_a_service_are_links_like_any_other(String text, String found) {
    assertThat(Seen.in(text)).containsExactly(found);
  }

  @ParameterizedTest
  @ValueSource(strings = {"t.me", "t.me/", "bit.ly", "s.id saja", "wa.me", "linktr.ee ya"})
  void to_a_front_page_without_a_scheme_are_none(String text) {
    assertThat(Seen.in(text)).isEmpty();
  }

  /** The number may stand in the query, with no path before it. */
  @Test
  void to_a_front_page_that_is_asked_for_a_number_lead_to_that_number() {
    assertThat(Seen.in("https://wa.me?phone=6281234567890"))
        .containsExactly("whatsapp +6281234567890");
    assertThat(Seen.in("https://wa.me 0812-3456-7890").getFirst())
        .as("a number after it is its own")
        .doesNotContain("+62");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "wa .me/62812 34567890",
        "wa.me/62812 34567890",
        "wa.me/+62 812-3456-7890",
        "https://wa.me/62 812 3456 7890",
        "wa.me/0812 3456 7890",
        "wa.me/62812-3456 7890",
        "api.whatsapp.com/send?phone=62812 3456 7890",
      })
  void to_a_number_that_a_blank_cuts_lead_to_the_whole_number(String text) {
    assertThat(Seen.in(text)).containsExactly("whatsapp +6281234567890");
    assertThat(Seen.writings(text)).containsExactly(text);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "wa.me/6281234567890 25 rb | whatsapp +6281234567890",
        "wa.me/62812345678 2024 | whatsapp +62812345678",
        "wa.me/62812 ya 34567890 | whatsapp wa.me/62812",
        "wa.me/2024 08123 | whatsapp wa.me/2024",
      })
  void to_a_number_end_with_it(String text, String found) {
    assertThat(Seen.in(text).getFirst()).isEqualTo(found);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "enak.tapi mahal",
        "mahal.si bos",
        "kere...org kaya mereka. Org itu",
        "keren.la bang",
        "oke.to be honest",
        "S.Kom, M.Si, dr. Budi, S.H.",
        "Rp.50 dan 1.5 dan 19.30",
        "readme.md dan main.py",
        "habis.me too",
        "makan.di rumah",
        "github.io",
        "app.web.app.js",
        "laporan.akhir.docx",
        "arsip.tar.gz dan foto.jpg.zip",
        "io.github.contoh",
        "di titik itu dia berhenti",
        "jaringan 10.0.0.0/24 dan versi 1.2.3.4",
        "alamat 10.20.300.40/daftar",
        "http://1/daftar",
        "kata ibu. me time dulu",
        "bit .ly saja",
      })
  void are_not_seen_where_a_blank_was_forgotten(String text) {
    assertThat(Seen.in(text)).noneMatch(found -> found.startsWith("url"));
  }

  @ParameterizedTest
  @CsvSource({
    "https://a.b.contoh.co.id/x, contoh.co.id",
    "https://contoh.pages.dev, contoh.pages.dev",
    "https://www.contoh.com, contoh.com",
  })
  void tell_the_registered_domain(String text, String domain) {
    assertThat(Seen.detail(text, "domain")).isEqualTo(domain);
  }

  @Test
  void end_where_another_link_was_pasted_on() {
    assertThat(Seen.in("https://contoh.com/ahttps://contoh.net/b"))
        .containsExactly("url contoh.com/a", "url contoh.net/b");
  }

  @Test
  void keep_their_whole_writing_as_span() {
    assertThat(Seen.writings("buka (HTTPS://Contoh.com/Aa), ya"))
        .containsExactly("HTTPS://Contoh.com/Aa");
  }

  @Test
  void are_found_in_fancy_letters() {
    String text = "main di 𝐜𝐨𝐧𝐭𝐨𝐡𝟖𝟖.𝐜𝐨𝐦 🔥";
    assertThat(Seen.in(text)).containsExactly("url contoh88.com");
    assertThat(Seen.writings(text)).containsExactly("𝐜𝐨𝐧𝐭𝐨𝐡𝟖𝟖.𝐜𝐨𝐦");
  }
}
