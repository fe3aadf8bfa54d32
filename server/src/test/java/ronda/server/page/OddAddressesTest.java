package ronda.server.page;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ronda.server.OpenDesk;

/** Addresses and headers that no browser of today writes, on a real socket. */
class OddAddressesTest {
  @RegisterExtension static final OpenDesk DESK = new OpenDesk();

  /** What the server answers to exactly these letters. */
  private static String raw(String request) throws IOException {
    URI base = DESK.base();
    try (var socket = new Socket(base.getHost(), base.getPort())) {
      socket.setSoTimeout(10_000);
      socket.getOutputStream().write(request.getBytes(ISO_8859_1));
      return new String(socket.getInputStream().readAllBytes(), UTF_8);
    }
  }

  private static String get(String path, String... headers) throws IOException {
    String more = headers.length == 0 ? "" : String.join("\r\n", headers) + "\r\n";
    return raw("GET %s HTTP/1.1\r\nHost: x\r\nConnection: close\r\n%s\r\n".formatted(path, more));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/v1/%",
        "/api/v1/%zz",
        "/api/v1/%00",
        "/api/v1/%ff",
        "/api/v1/jobs%2fx",
        "/api/v1/a%5cb",
        "/api/v1/../../../x",
        "/api/v1/../jobs",
        "/api/v1/%2e%2e/jobs",
        "/api//v1/jobs",
        "//api/v1/jobs",
        "/api/v1/jobs;x=1",
        "/api/v1/jobs?a=%zz",
        "/api/v1/transparency/x",
        "/api",
        "/api/",
      })
  void a_program_is_answered_in_the_form_that_programs_read(String path) throws IOException {
    String answer = get(path);

    assertThat(answer)
        .containsPattern("^HTTP/1.1 40[04] ")
        .containsPattern("(?i)content-type: application/problem\\+json")
        .contains("\"detail\":\"", "\"status\":40")
        .doesNotContain("<html", "Tomcat");
  }

  @Test
  void so_is_one_whose_header_cannot_be_read() throws IOException {
    for (String header :
        new String[] {
          "X: " + "a".repeat(9_000),
          "X: a\u0001b",
          "X y: a",
          "Content-Length: x",
          "Content-Length: 1\r\nContent-Length: 2",
          "Transfer-Encoding: foo",
          "Accept: ///",
        }) {
      assertThat(get("/api/v1/transparency/x", header))
          .as(header.substring(0, Math.min(30, header.length())))
          .containsPattern("^HTTP/1.1 (4|501)")
          .containsPattern("(?i)content-type: application/problem\\+json")
          .doesNotContain("<html");
    }
    assertThat(raw("FOO /api/v1/jobs HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"))
        .startsWith("HTTP/1.1 405")
        .contains("application/problem+json");
  }

  @Test
  void a_question_for_the_methods_of_an_address_is_answered_by_naming_them() throws IOException {
    String ask = " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n";
    assertThat(raw("OPTIONS /api/v1/jobs" + ask))
        .startsWith("HTTP/1.1 405")
        .containsPattern("(?i)allow: ?(GET|HEAD), ?(GET|HEAD)\r")
        .contains("application/problem+json");
    assertThat(raw("OPTIONS /api/v1/posts" + ask))
        .startsWith("HTTP/1.1 405")
        .containsPattern("(?i)allow: ?POST\r");
    assertThat(raw("OPTIONS /api/v1/none" + ask)).startsWith("HTTP/1.1 404");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/transparency/x",
        "/transparency/00000000-0000-0000-0000-00000000000",
        "/transparency/%",
        "/transparency/%zz",
        "/transparency/%00",
        "/transparency/%ff",
        "/transparency/a;b",
        "/transparency//",
        "//transparency",
        "/transparency/../x",
        "/transparency/%2e%2e/x",
        "/methods/x%2fy",
        "/methods/%",
        "/methods/x",
        "/objection/x",
        "/objection/received/x",
        "/sign-in/link/%",
      })
  void a_person_is_told_that_there_is_no_such_page_and_where_to_go(String path) throws IOException {
    assertThat(get(path))
        .as("by whoever answers")
        .startsWith("HTTP/1.1 404 ")
        .contains("Halaman ini tidak ada", "/transparency", "/methods", "/objection")
        .doesNotContain("Tomcat", "Bad Request", "??");
    assertThat(get(path, "Cookie: ronda-language=en"))
        .as("in English")
        .containsAnyOf("There is no such page", "is nothing at this address");
  }

  @Test
  void what_is_too_long_or_no_request_at_all_is_told_in_both_languages_and_names_no_software()
      throws IOException {
    assertThat(get("/sign-in?" + "a".repeat(9_000)))
        .startsWith("HTTP/1.1 400 ")
        .contains("lang=\"id\"", "lang=\"en\"", "Content-Security-Policy")
        .doesNotContain("Tomcat");
    for (String broken : new String[] {"G(T / HTTP/1.1", "GET / HTTP/9.9", "GET /a|b HTTP/1.1"}) {
      assertThat(raw(broken + "\r\nHost: x\r\nConnection: close\r\n\r\n"))
          .as(broken)
          .containsPattern("^HTTP/1.1 (4|505)")
          .contains("lang=\"en\"")
          .doesNotContain("Tomcat", "Exception");
    }
  }

  /** An address goes into the page that refuses it only as letters. */
  @Test
  void no_header_and_no_markup_comes_out_of_an_address() throws IOException {
    for (String path :
        new String[] {
          "/keberatan%0d%0aX-Evil:%201", "/nowhere%0d%0aX-Evil:%201", "/%3Cscript%3E"
        }) {
      assertThat(get(path))
          .as(path)
          .doesNotContain("\nX-Evil", "<script>")
          .startsWith("HTTP/1.1 404 ");
    }
  }
}
