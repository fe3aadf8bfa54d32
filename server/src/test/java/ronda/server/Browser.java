package ronda.server;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A browser without scripts: it keeps cookies, follows redirects when told, and sends forms. */
public final class Browser {
  private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

  private static final Pattern SHOWN = Pattern.compile("name=\"shown\" value=\"([^\"]+)\"");

  private static final String BOUNDARY = "ronda-test-boundary-7f3a";

  private final CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);
  private final HttpClient client;
  private final URI base;
  private String csrf = "";
  private Charset charset = StandardCharsets.UTF_8;

  /** A browser that begins at this site. */
  public static Browser at(URI base) {
    return new Browser(base);
  }

  private Browser(URI base) {
    this.base = base;
    client = HttpClient.newBuilder().cookieHandler(cookies).build();
  }

  /** An answer, as far as tests look at it. */
  public record Page(int status, String path, String body, Map<String, List<String>> headers) {
    public String header(String name) {
      return String.join("; ", headers.getOrDefault(name, List.of()));
    }

    /** What the first field of this name holds; empty if there is none. */
    public String field(String name) {
      Matcher field =
          Pattern.compile("name=\"" + Pattern.quote(name) + "\" value=\"([^\"]*)\"").matcher(body);
      return field.find() ? field.group(1) : "";
    }
  }

  /** Opens a page; a redirect is not followed. */
  public Page get(String path, String... headers) {
    return send(request(path, headers).GET());
  }

  /** Opens a page and goes wherever it sends. */
  public Page open(String path) {
    Page page = get(path);
    for (int i = 0; i < 5 && page.status() / 100 == 3; i++) {
      page = get(URI.create(page.header("location")).getRawPath());
    }
    return page;
  }

  /** Opens a stream of events: its lines as they come. Who closes them ends it. */
  public Stream<String> listen(String path) {
    HttpRequest request = request(path, "Accept", "text/event-stream").GET().build();
    try {
      return client.send(request, HttpResponse.BodyHandlers.ofLines()).body();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException("the test was stopped", e);
    }
  }

  /** Sends a form, with the field that shows it came from one of our pages. */
  public Page post(String path, String... namesAndValues) {
    if (csrf.isEmpty()) {
      open("/sign-in");
    }
    var fields = new TreeMap<String, String>();
    fields.put("_csrf", csrf);
    for (int i = 0; i < namesAndValues.length; i += 2) {
      fields.put(namesAndValues[i], namesAndValues[i + 1]);
    }
    return postRaw(path, fields);
  }

  /** The mark of what the first form of a page shows that has one. */
  public String shown(String path) {
    return shown(path, "");
  }

  /** The same of the first such form behind these words of the page. */
  public String shown(String path, String behind) {
    String page = open(path).body();
    Matcher mark = SHOWN.matcher(page);
    return mark.find(page.indexOf(behind)) ? mark.group(1) : "";
  }

  /** As {@link #post}, for an answer that is a file: each byte is one character of its body. */
  public Page postForBytes(String path, String... namesAndValues) {
    charset = StandardCharsets.ISO_8859_1;
    try {
      return post(path, namesAndValues);
    } finally {
      charset = StandardCharsets.UTF_8;
    }
  }

  /** Sends exactly these fields. */
  public Page postRaw(String path, Map<String, String> fields) {
    String form =
        fields.entrySet().stream()
            .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
            .collect(Collectors.joining("&"));
    return send(
        request(path, "Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(form)));
  }

  /** Sends a form with one file in it. */
  public Page postFile(
      String path, Map<String, String> fields, String name, String type, byte[] bytes) {
    if (csrf.isEmpty()) {
      open("/sign-in");
    }
    var body = new ByteArrayOutputStream();
    var all = new TreeMap<>(fields);
    all.put("_csrf", csrf);
    all.forEach(
        (field, value) ->
            body.writeBytes(
                part("name=\"" + field + "\"", "", value.getBytes(StandardCharsets.UTF_8))));
    body.writeBytes(
        part("name=\"file\"; filename=\"" + name + "\"", "Content-Type: " + type + "\r\n", bytes));
    body.writeBytes(("--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8));
    return send(
        request(path, "Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
            .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray())));
  }

  private static byte[] part(String disposition, String header, byte[] content) {
    var part = new ByteArrayOutputStream();
    part.writeBytes(
        ("--"
                + BOUNDARY
                + "\r\nContent-Disposition: form-data; "
                + disposition
                + "\r\n"
                + header
                + "\r\n")
            .getBytes(StandardCharsets.UTF_8));
    part.writeBytes(content);
    part.writeBytes("\r\n".getBytes(StandardCharsets.UTF_8));
    return part.toByteArray();
  }

  /** Downloads a file. */
  public byte[] download(String path) {
    try {
      return client
          .send(request(path).GET().build(), HttpResponse.BodyHandlers.ofByteArray())
          .body();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException("the test was stopped", e);
    }
  }

  /** Takes out a file by the button that its address has. */
  public byte[] takeOut(String path) {
    return postForBytes(path).body().getBytes(StandardCharsets.ISO_8859_1);
  }

  /** Sends any request. */
  public Page send(String method, String path, String... headers) {
    return send(request(path, headers).method(method, HttpRequest.BodyPublishers.noBody()));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private HttpRequest.Builder request(String path, String... headers) {
    HttpRequest.Builder request = HttpRequest.newBuilder(base.resolve(path));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return request;
  }

  private Page send(HttpRequest.Builder request) {
    try {
      HttpResponse<String> answer =
          client.send(request.build(), HttpResponse.BodyHandlers.ofString(charset));
      Matcher token = CSRF.matcher(answer.body());
      if (token.find()) {
        csrf = token.group(1);
      }
      return new Page(
          answer.statusCode(), answer.uri().getPath(), answer.body(), answer.headers().map());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException("the test was stopped", e);
    }
  }

  /** What the first group of a pattern matches first in a text, which must hold it. */
  public static String first(String pattern, String text) {
    Matcher found = Pattern.compile(pattern).matcher(text);
    if (!found.find()) {
      throw new AssertionError(pattern + " stands nowhere in: " + text);
    }
    return found.group(1);
  }

  /** The cookies this browser holds, as {@code name=value}. */
  public List<String> cookies() {
    return cookies.getCookieStore().getCookies().stream().map(Object::toString).toList();
  }

  /** Forgets who was signed in. */
  public void forgetCookies() {
    cookies.getCookieStore().removeAll();
  }
}
