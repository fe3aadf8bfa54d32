package ronda.server.referral;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import ronda.casework.intake.FoundPost;
import ronda.identify.post.Origin;
import ronda.identify.post.Post;

/** What the form of a referral proposes from the posts of its case. */
class ProposedFieldsTest extends WithPostDesk {
  /** The same words once more, from another account. */
  private FoundPost copy(FoundPost original, String author, String url) {
    Origin origin =
        new Origin(
            author,
            "Contoh",
            url,
            Optional.of(desk.now.get().minusSeconds(600)),
            "32.71",
            List.of(),
            List.of());
    return new FoundPost(
        UUID.randomUUID(),
        new Post("c" + UUID.randomUUID(), original.post().text(), origin),
        original.findings(),
        original.entities(),
        desk.now.get());
  }

  private String field(String page, String code) {
    return page.replaceAll("(?s).*<textarea id=\"f-" + code + "\"[^>]*>([^<]*)</textarea>.*", "$1");
  }

  private String form(String number, String to) {
    return browser.open("/cases/" + number + "/refer?to=" + to).body();
  }

  private String to(String kind) {
    String name = "Penerima " + kind;
    desk.addressee(browser, "name", name, "kind", kind, "target", "24h");
    return desk.addresseeNamed(name);
  }

  @Test
  void each_post_has_a_line_with_its_address_or_its_account_where_it_has_none() {
    FoundPost first = desk.advert();
    String url = first.post().origin().url();
    String number = desk.confirmed(first, copy(first, "akun-tanpa-alamat", ""));

    String page = form(number, ministry);

    assertThat(field(page, "addresses").lines())
        .containsExactlyInAnyOrder(url, "Contoh: akun-tanpa-alamat");
    assertThat(page).contains("aria-describedby=\"k-addresses\"", "Usulan dari unggahan");
  }

  @Test
  void a_form_that_asks_for_accounts_apart_has_each_in_its_own_field() {
    FoundPost first = desk.advert();
    String number = desk.confirmed(first, copy(first, "akun-tanpa-alamat", ""));

    String page = form(number, to("police"));

    assertThat(field(page, "addresses")).isEqualTo(first.post().origin().url());
    assertThat(field(page, "accounts").lines())
        .containsExactlyInAnyOrder(
            "Contoh: " + first.post().origin().author(), "Contoh: akun-tanpa-alamat");
  }

  @Test
  void what_does_not_fit_is_counted_and_no_address_is_cut() {
    FoundPost first = desk.advert();
    String path = "https://contoh.example/" + "sangat-panjang/".repeat(12);
    FoundPost[] all =
        IntStream.rangeClosed(0, 30)
            .mapToObj(n -> n == 0 ? first : copy(first, "akun-" + n, path + n))
            .toArray(FoundPost[]::new);
    String number = desk.confirmed(all);

    String page = form(number, ministry);

    List<String> lines = field(page, "addresses").lines().toList();
    assertThat(lines).hasSizeBetween(15, 29).allMatch(line -> line.matches("https://.*[0-9]+"));
    assertThat(page).contains(31 - lines.size() + " baris lain tidak muat");
    String[] sent = OpenPostDesk.form(ministry, "f.addresses", String.join("\r\n", lines));
    assertThat(browser.post("/cases/" + number + "/refer/preview", sent).body())
        .contains("class=\"letter\"", lines.getLast());
  }
}
