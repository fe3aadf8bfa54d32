package ronda.casework.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ronda.identify.post.Origin;
import ronda.identify.post.Post;

/** Whether a post speaks of officials, offices or an election. */
class PublicLifeTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "Bansos dari Bupati, klik",
        "Bansos dari \uD835\uDDD5\uD835\uDE02\uD835\uDDFD\uD835\uDDEE\uD835\uDE01\uD835\uDDF6, klik",
        "Bansos dari B.u.p.a.t.i, klik",
        "Bansos dari Bup4ti, klik",
        "Bupatinya bagi pulsa",
        "kadesnya bagi pulsa",
        "cari #BupatiContoh",
        "Wali  Kota bagi pulsa",
        "kata Pemda sudah cair",
        "dijaga Polres dan Polsek",
        "pak Kapolsek, Pak Sekda",
        "Wagub atau Cagub",
        "kata pejabat Kejaksaan",
        "Komdigi memblokir",
        "titip anggota dewan",
        "Jokowi dan Prabowo membagikan",
        "pilkada: tebak dan menang",
        "jangan golput, nyoblos yuk"
      })
  void it_is_seen_however_it_is_spelt(String text) {
    assertThat(PublicLife.isNamedIn(Post.of("1", text))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "kualitas dinasti pns123 camatan",
        "Main di CONTOH88 pasti gacor, bonus new member tiap hari",
        "pinjaman cepat cair tanpa jaminan, hubungi admin kami di kota anda",
        "Open BO area kota, include kamar",
        ""
      })
  void ordinary_words_are_none(String text) {
    assertThat(PublicLife.isNamedIn(Post.of("1", text))).isFalse();
  }

  @Test
  void an_account_or_an_address_may_say_it_too() {
    assertThat(PublicLife.isNamedIn(by("pesan_gubernur", ""))).isTrue();
    assertThat(PublicLife.isNamedIn(by("", "https://berita.contoh/bupati-contoh-tersangka")))
        .isTrue();
    assertThat(PublicLife.isNamedIn(by("akun1", "https://contoh.example/p/dpr-tni-8"))).isFalse();
  }

  @Test
  void a_list_that_is_none_is_refused_by_its_line() {
    assertThatThrownBy(() -> PublicLife.read("bupati\toffice\nWali Kota\toffice"))
        .hasMessageContaining("Wali Kota");
  }

  private static Post by(String author, String url) {
    var origin = new Origin(author, "video", url, Optional.empty(), "", List.of(), List.of());
    return new Post("1", "main yuk", origin);
  }
}
