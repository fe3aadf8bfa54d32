package ronda.server.page;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import ronda.casework.office.Role;
import ronda.server.Browser;
import ronda.server.OpenDesk;

/** What nobody types is refused as the sender's mistake, not stumbled over. */
class OddFieldsTest {
  @RegisterExtension static final OpenDesk DESK = new OpenDesk();

  private final Browser officer =
      DESK.browserOf(DESK.person(DESK.office("Dinas contoh"), "Ani Contoh", Role.REVIEWER));

  @Test
  void a_nul_in_a_field_counts_as_a_space() {
    for (String path : List.of("/queue?q=%00", "/queue?a%00=1", "/queue?q=a%00b")) {
      assertThat(officer.get(path).status()).as(path).isEqualTo(200);
    }
    assertThat(officer.post("/queue/judge", "reason", "a\0b").status()).isLessThan(500);
    assertThat(DESK.browser().post("/sign-in", "email", "a\0", "password", "b").body())
        .contains("class=\"problem\"");
    assertThat(officer.post("/bring/text", "text", "K\u00e4rnten, \u65e5\u672c").body())
        .as("every other letter stays")
        .contains("K\u00e4rnten, \u65e5\u672c");
  }

  @Test
  void a_broken_escape_in_an_address_is_refused_with_words() throws IOException {
    // Java's own client would not send it.
    URI base = DESK.base();
    try (var socket = new Socket(base.getHost(), base.getPort())) {
      String asked = "GET /sign-in?%zz HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n";
      socket.getOutputStream().write(asked.getBytes(US_ASCII));
      String answer = new String(socket.getInputStream().readAllBytes(), UTF_8);
      assertThat(answer).startsWith("HTTP/1.1 400").contains("<h1");
    }
  }
}
