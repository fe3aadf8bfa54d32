package ronda.proof.capture;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Words that put a child next to something sexual are found wherever a captured page carries them.
 */
class HiddenWordsTest {
  private static final ZoneId JAKARTA = ZoneId.of("Asia/Jakarta");
  private static final String WORDS = "VCS anak SMP";

  private final HttpServer server = server();

  private static HttpServer server() {
    try {
      return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  @BeforeEach
  void start() {
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  private void answer(String path, String html) {
    answer(path, html, StandardCharsets.UTF_8);
  }

  private void answer(String path, String html, Charset characters) {
    byte[] bytes = html.getBytes(characters);
    server.createContext(
        path,
        exchange -> {
          exchange.getResponseHeaders().add("Content-Type", "text/html;charset=" + characters);
          exchange.sendResponseHeaders(200, bytes.length);
          exchange.getResponseBody().write(bytes);
          exchange.close();
        });
  }

  private boolean isHinted(String path, Optional<Chromium> browser) throws IOException {
    Captured captured =
        new Capturing(PublicHosts.and(Set.of("localhost")), browser, JAKARTA, "Ronda (test)")
            .capture(
                "http://localhost:" + server.getAddress().getPort() + path,
                "Kirana Contoh",
                Instant.now().atZone(JAKARTA));
    assertThat(captured.how())
        .as(captured.browser())
        .isEqualTo(browser.isPresent() ? "browser" : "fetch");
    return captured.hintsAtAChild();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<p>" + WORDS + "</p>",
        "<SCRIPT>var a = 1;</SCRIPT><p>" + WORDS + "</p>",
        "<script>var a = 1;</SCRIPT ><p>" + WORDS + "</p>",
        "<STYLE>p{}</STYLE><p>" + WORDS + "</p>",
        "<p>VCS <b>anak</b> <i>SMP</i></p>",
        "<p>&#86;CS ana&#x6b; SMP</p>",
        "<img alt='" + WORDS + "'>",
        "<IMG TITLE=\"" + WORDS + "\">",
        "<meta property='og:description' content='" + WORDS + "'>",
        "<iframe srcdoc='&lt;p>VCS &lt;b>anak&lt;/b> SMP&lt;/p>'></iframe>",
        "<noscript>" + WORDS + "</noscript>",
        "<template><p>" + WORDS + "</p></template>",
        "<!-- " + WORDS + " -->",
        "<script type='application/ld+json'>{\"name\":\"" + WORDS + "\"}</script>",
        "<title>anak SMP</title><p>VCS</p>",
      })
  void wherever_a_page_carries_them(String html) throws Exception {
    answer("/halaman", html);
    assertThat(isHinted("/halaman", Optional.empty())).isTrue();
  }

  @Test
  void at_the_end_of_a_long_page_as_at_its_beginning() throws Exception {
    answer("/panjang", "<p>" + "kata biasa ".repeat(30_000) + WORDS + "</p>");
    assertThat(isHinted("/panjang", Optional.empty())).isTrue();
  }

  @Test
  void in_other_characters_and_in_an_address() throws Exception {
    answer("/lebar", "<p>" + WORDS + "</p>", StandardCharsets.UTF_16);
    answer("/vcs", "<p>Halaman contoh</p>");
    assertThat(isHinted("/lebar", Optional.empty())).isTrue();
    assertThat(isHinted("/vcs/anak%20smp", Optional.empty())).isTrue();
  }

  @Test
  void in_the_body_of_a_redirect_on_the_way() throws Exception {
    answer("/akhir", "<p>Halaman contoh</p>");
    server.createContext(
        "/lewat",
        exchange -> {
          byte[] body = ("<p>" + WORDS + "</p>").getBytes(StandardCharsets.UTF_8);
          exchange.getResponseHeaders().add("Location", "/akhir");
          exchange.sendResponseHeaders(302, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    assertThat(isHinted("/lewat", Optional.empty())).isTrue();
  }

  @Test
  void in_what_a_server_sent_though_a_script_replaced_it() throws Exception {
    answer(
        "/ganti",
        "<body><p>"
            + WORDS
            + "</p><script>document.body.innerHTML = 'Halaman contoh'</script></body>");
    assertThat(isHinted("/ganti", Optional.of(HostilePageTest.chromium()))).isTrue();
  }

  @Test
  void in_frames_of_the_same_site_and_of_another_and_in_what_is_drawn_by_a_script()
      throws Exception {
    answer("/isi", "<p>" + WORDS + "</p>");
    int port = server.getAddress().getPort();
    answer("/bingkai", "<iframe src='/isi'></iframe>");
    answer("/dalam", "<iframe src='/bingkai'></iframe>");
    answer("/situs-lain", "<iframe src='http://127.0.0.1:" + port + "/isi'></iframe>");
    answer(
        "/bayangan",
        "<div id=a></div><script>a.attachShadow({mode: 'closed'}).innerHTML ="
            + " 'V' + 'CS anak' + ' SMP'</script>");
    answer("/gaya", "<style>p::before { content: 'VCS anak ' 'SMP' }</style><p></p>");
    for (String path : new String[] {"/bingkai", "/dalam", "/bayangan", "/gaya"}) {
      assertThat(isHinted(path, Optional.of(HostilePageTest.chromium()))).as(path).isTrue();
    }
    Captured other =
        new Capturing(
                PublicHosts.and(Set.of("localhost", "127.0.0.1")),
                Optional.of(HostilePageTest.chromium()),
                JAKARTA,
                "Ronda (test)")
            .capture(
                "http://localhost:" + port + "/situs-lain",
                "Kirana Contoh",
                Instant.now().atZone(JAKARTA));
    assertThat(other.hintsAtAChild()).as("a frame of another site").isTrue();
  }

  @Test
  void a_page_that_names_children_and_nothing_sexual_is_kept_as_ever() throws Exception {
    answer(
        "/berita",
        "<title>Anak SD</title><p>Bocah umur 9 menang lomba</p><script>var sex = 1</script>");
    assertThat(isHinted("/berita", Optional.of(HostilePageTest.chromium()))).isFalse();
  }
}
