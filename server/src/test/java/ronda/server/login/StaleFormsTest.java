package ronda.server.login;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import ronda.casework.office.Office;
import ronda.casework.office.Officer;
import ronda.casework.office.Role;
import ronda.server.Browser;
import ronda.server.Browser.Page;
import ronda.server.OpenDesk;

/** Somebody writes for a long time, and the session ends meanwhile. */
class StaleFormsTest {
  @RegisterExtension static final OpenDesk DESK = new OpenDesk();

  private static final String NOTE = "Pelapor datang lagi & menyebut <nama> akun kedua.";
  private static final String SHOWN = "Pelapor datang lagi &amp; menyebut &lt;nama&gt; akun kedua.";

  private final Office office = DESK.office("Dinas Formulir " + System.nanoTime());
  private final Officer officer = DESK.person(office, "Orang Lama", Role.CASE_OFFICER);

  private Browser signedIn() {
    Browser browser = DESK.browserOf(officer);
    browser.open("/me");
    return browser;
  }

  @Test
  void a_text_that_was_sent_after_the_session_ended_is_shown_to_be_copied() {
    Browser browser = signedIn();
    DESK.pass(Duration.ofHours(13));

    Page page = browser.post("/cases/2026-000001/note", "text", NOTE);

    assertThat(page.status()).isEqualTo(401);
    assertThat(page.body())
        .contains("Sesi Anda berakhir", "readonly>" + SHOWN + "</textarea>")
        .contains("/sign-in?next=/cases/2026-000001\"");
  }

  @Test
  void a_form_of_before_one_signed_in_again_is_told_so_and_its_text_shown() {
    Browser browser = signedIn();

    Page page =
        browser.postRaw(
            "/cases/2026-000001/note",
            Map.of("_csrf", "basi", "text", NOTE, "secret", "kata rahasia sekali"));

    assertThat(page.status()).isEqualTo(403);
    assertThat(page.body())
        .contains("Formulir ini sudah kedaluwarsa", SHOWN, "href=\"/cases/2026-000001\"")
        .doesNotContain("bukan untuk peran Anda", "kata rahasia sekali", "basi</textarea>");
  }

  @Test
  void nothing_that_was_typed_where_secrets_are_typed_is_shown_again() {
    Page page =
        DESK.browser().postRaw("/sign-in", Map.of("_csrf", "basi", "email", "sandi rahasia saya"));

    assertThat(page.status()).isEqualTo(403);
    assertThat(page.body()).doesNotContain("sandi rahasia saya", "<textarea");
  }

  @Test
  void whoever_signs_in_again_comes_back_to_the_page_with_its_filter() {
    Browser browser = signedIn();
    DESK.pass(Duration.ofHours(13));

    Page refused = browser.get("/queue?category=gambling&text=a%26b");
    URI place = URI.create(refused.header("location"));

    assertThat(browser.get(place.getRawPath() + "?" + place.getRawQuery()).body())
        .contains("Sesi Anda berakhir");
    assertThat(URLDecoder.decode(place.getRawQuery(), StandardCharsets.UTF_8))
        .endsWith("next=/queue?category=gambling&text=a%26b");
    Page far = browser.get("/queue?text=" + "a".repeat(2_000));
    assertThat(far.header("location")).endsWith("next=%2Fqueue");
  }

  @Test
  void nobody_is_led_to_another_site() {
    Browser browser = signedIn();
    assertThat(browser.get("/sign-in?next=//jahat.example/a?b=c").header("location"))
        .doesNotContain("jahat");
  }

  @Test
  void who_never_was_signed_in_is_not_told_that_a_session_ended() {
    assertThat(DESK.browser().open("/queue").body()).doesNotContain("Sesi Anda berakhir");
  }
}
