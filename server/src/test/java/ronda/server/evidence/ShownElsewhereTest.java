package ronda.server.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import ronda.server.Browser;
import ronda.server.OpenDesk;

/** Where a script led the browser to another page, the item says so. */
class ShownElsewhereTest {
  @RegisterExtension static final OpenDesk DESK = new OpenDesk();

  private static final Pattern ITEM = Pattern.compile("href=\"(/evidence/[0-9a-f-]{36})\"");

  @Test
  void a_page_whose_script_leads_elsewhere_is_told_as_such() throws Exception {
    CaseAtHand at = CaseAtHand.open(DESK);
    Browser browser = DESK.browserOf(at.keeper());
    browser.open("/");
    HttpServer site =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    site.createContext(
        "/",
        exchange -> {
          boolean leads = exchange.getRequestURI().getPath().equals("/bawa");
          byte[] page =
              (leads ? "<script>location.replace('/lain')</script>" : "<p>Halaman lain</p>")
                  .getBytes(StandardCharsets.UTF_8);
          exchange.getResponseHeaders().add("Content-Type", "text/html");
          exchange.sendResponseHeaders(200, page.length);
          exchange.getResponseBody().write(page);
          exchange.close();
        });
    site.start();
    try {
      String url = "http://localhost:" + site.getAddress().getPort() + "/bawa";
      browser.post(at.page() + "/evidence/capture", "url", url, "why", "sebelum dihapus");
      String item = "";
      for (int i = 0; i < 240 && item.isEmpty(); i++) {
        Matcher found = ITEM.matcher(browser.get(at.page()).body());
        item = found.find() ? found.group(1) : "";
        Thread.sleep(500);
      }
      assertThat(browser.get(item).body())
          .contains("Halaman yang tampil", "peramban berakhir di alamat lain")
          .doesNotContain("/lain\"");
    } finally {
      site.stop(0);
    }
  }
}
