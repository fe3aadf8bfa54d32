package ronda.server.objection;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import ronda.casework.objection.Objection;
import ronda.casework.office.Office;
import ronda.casework.referral.Scheme;
import ronda.casework.referral.Stationery;
import ronda.server.Browser.Page;
import ronda.store.sql.SqlAddressees;
import ronda.store.sql.SqlObjections;

/** What whoever objects finds at the public door: the form, the receipt, and the way away. */
class PublicDoorTest extends Objecting {
  @Test
  void what_was_typed_comes_back_with_what_was_wrong_tied_to_its_field() {
    String form = outside.post("/objection", "code", "AAAA", "words", WORDS).body();
    assertThat(form)
        .contains("id=\"wrong\"", ">" + WORDS + "</textarea>")
        .containsPattern("<input id=\"code\"[^>]*aria-invalid=\"true\"[^>]*=\"wrong code-what\"");

    assertThat(outside.open("/objection/answer").body()).doesNotContain("aria-invalid");
    assertThat(outside.post("/objection/answer", "number", "AAAA", "secret", "BBBB").body())
        .containsPattern("<input id=\"number\"[^>]*value=\"AAAA\"[^>]*aria-describedby=\"wrong\"");
  }

  @Test
  void a_code_of_no_case_gets_the_same_answer_until_its_time_is_over() {
    String pageOfAReal = page(raised("code", code(), "words", WORDS));
    Page made = raised("code", stranger(12), "words", WORDS);
    assertThat(page(made)).isEqualTo(pageOfAReal);
    Receipt receipt = receipt(made);
    assertThat(answer(receipt).body()).contains("sedang diperiksa");
    DESK.pass(Duration.ofDays(15));
    assertThat(answer(receipt).body()).contains("tidak menemukan kasus");
  }

  @Test
  void a_slip_in_the_code_is_told_at_once_and_nothing_typed_is_lost() {
    Page page = outside.post("/objection", "code", "ABCD-2345-WXYA", "words", WORDS);
    assertThat(page.status()).isEqualTo(400);
    assertThat(page.body()).contains("Kodenya belum benar", WORDS, "ABCD-2345-WXYA");
  }

  @Test
  void a_receipt_stands_reloading_and_switching_in_its_own_browser_until_it_is_noted() {
    Receipt receipt = objected(code(), WORDS, "");
    Page again = outside.get("/objection/received");
    assertThat(receipt(again)).isEqualTo(receipt);
    assertThat(again.body()).contains("name=\"next\" value=\"/objection/received\"");

    Page switched = outside.post("/preferences", "language", "en", "next", "/objection/received");
    Page english = outside.open(switched.header("location"));
    assertThat(receipt(english)).isEqualTo(receipt);
    assertThat(english.body()).contains("lang=\"en\"");
    List<Objection> kept =
        tables().read(office.id(), jdbc -> new SqlObjections(jdbc).ofCase(file.id()));
    assertThat(kept).as("reloading sends nothing again").hasSize(1);
    assertThat(outside.cookies()).noneMatch(cookie -> cookie.contains(receipt.secret()));
    assertThat(DESK.browser().get("/objection/received").header("location"))
        .as("another browser")
        .endsWith("/objection/answer");

    outside.post("/objection/received");
    assertThat(outside.get("/objection/received").status()).as("it was noted").isEqualTo(302);
  }

  @Test
  void a_receipt_says_at_which_address_the_answer_is_read() {
    Receipt receipt = objected(code(), WORDS, "");
    String page = outside.open("/objection/received").body();

    String where = page.replaceAll("(?s).*<b>(http[^<]+)</b>.*", "$1");
    assertThat(where).startsWith("http://127.0.0.1:").endsWith("/objection/answer");
    assertThat(page.indexOf(where)).as("with the other two").isLessThan(page.indexOf("<code>"));
    Page there = outside.open(URI.create(where).getPath());
    assertThat(there.body()).contains("name=\"number\"", "name=\"secret\"");
    assertThat(answer(receipt).body()).contains("sedang diperiksa");
  }

  @Test
  void whoever_leaves_the_receipt_at_once_leaves_nothing_that_shows_it_again() {
    Receipt receipt = objected(code(), WORDS, "");
    assertThat(outside.open("/objection/received").body())
        .contains("action=\"/objection/received/leave\"");

    Page left = outside.post("/objection/received/leave");
    assertThat(left.status()).isEqualTo(302);
    Page away = outside.get(left.header("location"));
    assertThat(away.header("refresh")).isEqualTo("0; url=https://id.wikipedia.org/");
    assertThat(away.body()).doesNotContain("Ronda", "Keberatan", receipt.number());

    Page back = outside.get("/objection/received");
    assertThat(back.status()).as("the way back").isEqualTo(302);
    assertThat(back.body()).doesNotContain(receipt.number());
    assertThat(outside.cookies()).noneMatch(cookie -> cookie.startsWith("ronda-receipt="));
  }

  @Test
  void a_receipt_is_shown_for_half_an_hour() {
    objected(code(), WORDS, "");
    DESK.pass(Duration.ofMinutes(31));
    assertThat(outside.get("/objection/received").status()).isEqualTo(302);
  }

  @Test
  void what_answers_a_form_has_no_switch_that_would_throw_it_away() {
    assertThat(outside.get("/objection").body()).contains("action=\"/preferences\"");
    assertThat(outside.post("/objection", "code", "AAAA", "words", WORDS).body())
        .contains(WORDS)
        .doesNotContain("action=\"/preferences\"");
  }

  @Test
  void the_switches_of_a_page_that_is_not_there_stay_at_its_address() {
    assertThat(outside.get("/tidak-ada?a=1").body())
        .contains("Halaman ini tidak ada", "name=\"next\" value=\"/tidak-ada?a=1\"");
  }

  @Test
  void a_wrong_word_opens_no_answer() {
    Receipt receipt = objected(code(), WORDS, "");
    Page page = answer(new Receipt(receipt.number(), stranger(16)));
    assertThat(page.status()).isEqualTo(400);
    assertThat(page.body()).contains("tidak cocok").doesNotContain("sedang diperiksa");
  }

  @Test
  void whoever_has_no_code_is_told_whom_to_ask() {
    DESK.pass(OfficeContacts.KEPT);
    assertThat(outside.get("/objection").body())
        .contains("Tidak punya kode?", office.name(), "belum mencantumkan alamatnya")
        .doesNotContain(file.number());
    Stationery head =
        new Stationery(
            "PEMERINTAH KOTA CONTOH\nDINAS KOMINFO UJI\nJalan Contoh 7 16121\n"
                + "Telepon (0251) 8321075, Faks. (0251) 8321076, WA 0812-3456-7890",
            "Contoh",
            "Kepala Dinas",
            "Budi Contoh",
            "",
            new Scheme("B-{n}/{unit}/{roman}/{year}", "KOMINFO"),
            "keberatan" + office.id() + "@contoh.invalid",
            Stationery.Chasing.BY_A_PERSON,
            "sekda@contoh.invalid");
    tables().run(office.id(), jdbc -> new SqlAddressees(jdbc).put(head));
    DESK.pass(OfficeContacts.KEPT);

    assertThat(outside.get("/objection").body())
        .contains("Jalan Contoh 7 16121\nTelepon ", "mailto:" + head.from())
        .contains("<a href=\"tel:+622518321075\">(0251) 8321075</a>, Faks. (0251) 8321076, WA ")
        .contains("<a href=\"tel:+6281234567890\">0812-3456-7890</a>")
        .contains("<a href=\"tel:110\">110</a>", "<a href=\"tel:129\">129</a>")
        .doesNotContain("Budi Contoh", "sekda@contoh.invalid");
  }

  @Test
  void who_just_wrote_how_it_is_reached_is_read_after_a_moment_and_not_anew_for_each_stranger() {
    DESK.pass(OfficeContacts.KEPT);
    outside.get("/objection");
    // Of the offices of all tests the page names the first two hundred.
    Office late = DESK.office("A, dinas baru " + UUID.randomUUID());

    assertThat(outside.get("/objection").body()).as("at once").doesNotContain(late.name());
    DESK.pass(OfficeContacts.KEPT);
    assertThat(outside.get("/objection").body()).as("after a moment").contains(late.name());
  }
}
