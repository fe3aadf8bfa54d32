package ronda.server.referral;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import ronda.casework.intake.FoundPost;
import ronda.identify.post.Category;
import ronda.identify.post.Origin;
import ronda.identify.post.Post;
import ronda.identify.post.Span;
import ronda.identify.signal.EntityFound;
import ronda.identify.signal.EntityKind;

/** What the form of a referral proposes from the posts of its case. */
class ProposedFieldsTest extends WithPostDesk {
  private static final String SITE = "contoh88.example/daftar";

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

  /** An advertisement whose text holds a site, a contact, and a link to a place of everybody's. */
  private FoundPost linking() {
    String word = UUID.randomUUID().toString().replaceAll("[0-9-]", "");
    String text = word + " " + SITE + " t.me/admin88 instagram.com/p/Cabc " + word.repeat(3);
    return desk.post(
        text,
        link(text, EntityKind.URL, SITE, "contoh88.example"),
        link(text, EntityKind.TELEGRAM, "t.me/admin88", "t.me"),
        link(text, EntityKind.URL, "instagram.com/p/Cabc", "instagram.com"));
  }

  private static EntityFound link(String text, EntityKind kind, String value, String domain) {
    int at = text.indexOf(value);
    return new EntityFound(
        kind, value, new Span(at, at + value.length()), Map.of("domain", domain));
  }

  @Test
  void links_in_the_text_are_proposed_with_what_they_are_and_ticked_where_they_fit() {
    String number = desk.confirmed(linking());

    String page = form(number, ministry);

    assertThat(ticked(page)).containsExactlyInAnyOrder(SITE, "t.me/admin88");
    assertThat(page)
        .containsPattern("(?s)value=\"instagram.com/p/Cabc\"(?! checked).{0,120}>situs</span>")
        .containsPattern("(?s)<code>t.me/admin88</code> <span class=\"tag\">kontak</span>");
    assertThat(field(page, "addresses")).doesNotContain(SITE);
    assertThat(ticked(form(number, to("platform")))).as("not what a platform hosts").isEmpty();
    assertThat(form(number, to("platform"))).contains("<code>" + SITE + "</code>");
  }

  @Test
  void a_ticked_link_is_a_line_of_the_letter_and_another_is_not() {
    String number = desk.confirmed(linking());
    String[] sent = OpenPostDesk.form(ministry, "link", SITE);

    String preview = browser.post("/cases/" + number + "/refer/preview", sent).body();

    assertThat(preview.substring(preview.indexOf("class=\"letter\"")))
        .contains("https://contoh.example/1", SITE)
        .doesNotContain("t.me/admin88");
    assertThat(preview).contains("value=\"https://contoh.example/1\n" + SITE + "\"");
    String back =
        browser
            .post(
                "/cases/" + number + "/refer/change",
                OpenPostDesk.form(ministry, "f.addresses", SITE, "link", SITE))
            .body();
    assertThat(field(back, "addresses")).as("no second line").isEqualTo(SITE);
    assertThat(back).doesNotContain("<code>" + SITE + "</code>").contains("t.me/admin88");
    assertThat(ticked(back)).as("nothing is ticked for somebody who came back").isEmpty();
  }

  @Test
  void in_a_case_that_may_name_victims_no_link_is_ticked_beforehand() {
    FoundPost offer = linking();
    String number =
        desk.confirmed(
            desk.post(
                Category.HATE, offer.post().text(), offer.entities().toArray(EntityFound[]::new)));

    String page = form(number, ministry);

    assertThat(page).contains("<code>" + SITE + "</code>");
    assertThat(ticked(page)).isEmpty();
  }

  private static List<String> ticked(String page) {
    return Pattern.compile("name=\"link\" value=\"([^\"]+)\" checked")
        .matcher(page)
        .results()
        .map(found -> found.group(1))
        .toList();
  }
}
