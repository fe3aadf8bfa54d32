package ronda.server.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ronda.server.Browser;
import ronda.server.OpenDesk;

/** Addresses that somebody types who heard them said. */
class PublicAliasesTest {
  @RegisterExtension static final OpenDesk DESK = new OpenDesk();

  @ParameterizedTest
  @CsvSource({
    "/keberatan, /objection",
    "/keberatan/jawaban, /objection/answer",
    "/transparansi, /transparency",
    "/metode, /methods",
    "/cara-kerja, /methods",
  })
  void a_word_leads_to_its_page_for_good(String typed, String page) {
    Browser anybody = DESK.browser();

    Browser.Page answer = anybody.get(typed);

    assertThat(answer.status()).isEqualTo(301);
    assertThat(answer.header("location")).endsWith(page);
    assertThat(anybody.open(typed).status()).isEqualTo(200);
    assertThat(anybody.open(typed).path()).isEqualTo(page);
  }
}
