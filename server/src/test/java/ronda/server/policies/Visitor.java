package ronda.server.policies;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Somebody at a browser without JavaScript: keeps cookies, follows redirects, sends forms. */
final class Visitor {
  private static final String SHOWN = "name=\"shown\" value=\"";
  private static final String CSRF = "name=\"_csrf\" value=\"";

  private final HttpClient client =
      HttpClient.newBuilder()
          .cookieHandler(new CookieManager())
          .followRedirects(HttpClient.Redirect.NORMAL)
          .build();
  private final String base;

  private Visitor(String base) {
    this.base = base;
  }

  /** Comes through a link that signs in. */
  static Visitor signedIn(String base, String link) {
    Visitor visitor = new Visitor(base);
    visitor.look(link);
    return visitor;
  }

  HttpResponse<String> look(String path) {
    return send(HttpRequest.newBuilder(URI.create(base + path)).build());
  }

  /** Sends a form as it stands on the page {@code from}. */
  HttpResponse<String> press(String from, String action, Map<String, String> fields) {
    Map<String, String> form = new TreeMap<>(fields);
    String page = look(from).body();
    form.put("_csrf", value(page, CSRF));
    form.putIfAbsent("shown", value(page, SHOWN));
    String body =
        form.entrySet().stream()
            .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
            .collect(Collectors.joining("&"));
    return send(
        HttpRequest.newBuilder(URI.create(base + action))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(body))
            .build());
  }

  private static String value(String page, String field) {
    int at = page.indexOf(field);
    int from = at + field.length();
    return at < 0 ? "" : page.substring(from, page.indexOf('"', from));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private HttpResponse<String> send(HttpRequest request) {
    try {
      return client.send(request, BodyHandlers.ofString());
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stopped);
    }
  }
}
