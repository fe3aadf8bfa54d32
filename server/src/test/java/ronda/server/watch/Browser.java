package ronda.server.watch;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;

/** Somebody's browser: it keeps cookies, follows redirects, and fills in forms it was shown. */
final class Browser {
  private static final String BOUNDARY = "----ronda-test";

  private final HttpClient client =
      HttpClient.newBuilder()
          .cookieHandler(new CookieManager())
          .followRedirects(HttpClient.Redirect.NORMAL)
          .build();
  private final String base;
  private String lastForm = "";

  Browser(String base) {
    this.base = base;
  }

  /** What the server answered, after redirects. */
  record Page(int status, String path, String text) {}

  Page open(String path) {
    return send(HttpRequest.newBuilder(URI.create(base + path)).GET());
  }

  /** Posts a form with these names and values, and the token of the page that was opened last. */
  Page post(String path, String... pairs) {
    StringBuilder form = new StringBuilder("_csrf=" + encode(token()));
    for (int i = 0; i < pairs.length; i += 2) {
      form.append('&').append(pairs[i]).append('=').append(encode(pairs[i + 1]));
    }
    return send(
        HttpRequest.newBuilder(URI.create(base + path))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(form.toString())));
  }

  /** Posts a file through the form that was opened last. */
  Page upload(String path, String name, String content) {
    String body =
        "--%1$s\r\nContent-Disposition: form-data; name=\"_csrf\"\r\n\r\n%2$s\r\n"
                .formatted(BOUNDARY, token())
            + "--%1$s\r\nContent-Disposition: form-data; name=\"file\"; filename=\"%2$s\"\r\n\r\n"
                .formatted(BOUNDARY, name)
            + content
            + "\r\n--%s--\r\n".formatted(BOUNDARY);
    return send(
        HttpRequest.newBuilder(URI.create(base + path))
            .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
            .POST(HttpRequest.BodyPublishers.ofString(body)));
  }

  private Page send(HttpRequest.Builder request) {
    try {
      HttpResponse<String> answer =
          client.send(request.build(), HttpResponse.BodyHandlers.ofString());
      if (answer.body().contains("name=\"_csrf\"")) {
        lastForm = answer.body();
      }
      return new Page(answer.statusCode(), answer.uri().getPath(), answer.body());
    } catch (IOException failed) {
      throw new java.io.UncheckedIOException(failed);
    } catch (InterruptedException stopped) {
      throw new IllegalStateException(stopped);
    }
  }

  private String token() {
    return field("_csrf");
  }

  /** What a hidden field of the page that was opened last holds. */
  String field(String field) {
    int name = lastForm.indexOf("name=\"" + field + "\"");
    int from = lastForm.indexOf("value=\"", name) + 7;
    return name < 0 ? "" : lastForm.substring(from, lastForm.indexOf('"', from));
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
