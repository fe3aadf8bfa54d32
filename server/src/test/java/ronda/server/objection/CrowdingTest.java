package ronda.server.objection;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import ronda.casework.objection.PublicCode;
import ronda.server.Browser;
import ronda.server.Browser.Page;
import ronda.server.OpenDesk;

/** Many share one address, and nobody's words are lost where too many come. */
class CrowdingTest {
  @RegisterExtension static final OpenDesk DESK = new OpenDesk();

  private static final String WORDS = "Itu bukan akun saya.";
  private static final Pattern CODE = Pattern.compile("<code>([2-9A-Y-]{9,})</code>");

  private final Browser outside = DESK.browser();

  private static String code() {
    return PublicCode.random(12, new Random()).shown();
  }

  private Page objected(String code) {
    return outside.post("/objection", "code", code, "words", WORDS, "contact", "guru kelas");
  }

  @Test
  void a_school_may_object_from_one_address_and_a_flood_may_not() {
    for (int i = 0; i < 60; i++) {
      assertThat(objected(code()).status()).as("objection %d", i).isEqualTo(302);
    }
    Page last = objected(code());
    for (int i = 0; i < 400 && last.status() != 429; i++) {
      last = objected(code());
    }
    assertThat(last.status()).isEqualTo(429);
    DESK.pass(Duration.ofDays(2));
  }

  @Test
  void who_has_to_wait_keeps_what_was_written_and_is_told_for_how_long() {
    String code = code();
    Page last = objected(code);
    for (int i = 0; i < 40 && last.status() != 429; i++) {
      last = objected(code);
    }
    assertThat(last.status()).isEqualTo(429);
    assertThat(last.body())
        .contains(WORDS, code, "guru kelas", "Kirim lagi setelah 1 menit", "name=\"_csrf\"");
    assertThat(objected(code()).status()).as("another code at the same address").isEqualTo(302);

    DESK.pass(Duration.ofSeconds(Long.parseLong(last.header("retry-after"))));
    assertThat(objected(code).status()).as("the same form, sent again").isEqualTo(302);
  }

  @Test
  void whoever_reads_an_answer_is_not_counted_as_one_who_guesses() {
    objected(code());
    List<String> receipt =
        CODE.matcher(outside.open("/objection/received").body())
            .results()
            .map(found -> found.group(1))
            .toList();
    for (int i = 0; i < 230; i++) {
      assertThat(look(receipt.get(0), receipt.get(1)).status()).as("look %d", i).isEqualTo(200);
    }
    Page guess = look(receipt.get(0), "AAAA");
    for (int i = 0; i < 300 && guess.status() != 429; i++) {
      guess = look(receipt.get(0), "AAAA");
    }
    assertThat(guess.status()).isEqualTo(429);
    assertThat(guess.body()).contains(receipt.get(0), "Coba lagi setelah 1 menit");
    assertThat(guess.header("retry-after")).isEqualTo("30");
    DESK.pass(Duration.ofDays(2));
  }

  private Page look(String number, String secret) {
    return outside.post("/objection/answer", "number", number, "secret", secret);
  }
}
