package ronda.proof.capture;

import java.io.IOException;
import java.io.InputStream;
import java.net.ProxySelector;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** A page as its server gives it: fetched once, with every redirect looked at and counted. */
final class Visit {
  private static final int MOST_REDIRECTS = 10;
  private static final int MOST_BYTES = 16 << 20;
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);

  private static final List<String> TEXTS = List.of("text/", "html", "xml", "json", "javascript");

  private Visit() {}

  /**
   * One answer on the way.
   *
   * @param headers as they came, one a line
   */
  record Hop(URI address, int status, Map<String, List<String>> headers, byte[] body) {
    /** Its words' form as the server names it; what it says to be a text, or says nothing of. */
    boolean isText() {
      String type = type();
      return type.isBlank() || TEXTS.stream().anyMatch(type::contains);
    }

    private String type() {
      return String.join(" ", headers.getOrDefault("content-type", List.of()))
          .toLowerCase(Locale.ROOT);
    }

    /** The body as text, in the characters that the server names. */
    String text() {
      int named = type().indexOf("charset=");
      String name = named < 0 ? "" : type().substring(named + 8).split("[;,\\s]", 2)[0];
      return new String(body, charset(name.replace("\"", "").replace("'", "")));
    }

    private static Charset charset(String name) {
      try {
        return name.isEmpty() ? StandardCharsets.UTF_8 : Charset.forName(name);
      } catch (IllegalArgumentException unknown) {
        return StandardCharsets.UTF_8;
      }
    }

    String headerLines() {
      return headers.entrySet().stream()
          .filter(header -> !header.getKey().startsWith(":"))
          .flatMap(header -> header.getValue().stream().map(one -> header.getKey() + ": " + one))
          .collect(Collectors.joining("\n"));
    }
  }

  /** All answers, from the first redirect to the page itself. */
  static List<Hop> go(URI address, PublicHosts hosts, FilteringProxy proxy) throws IOException {
    try (HttpClient client =
        HttpClient.newBuilder()
            .proxy(ProxySelector.of(proxy.address()))
            .connectTimeout(PATIENCE)
            .followRedirects(HttpClient.Redirect.NEVER)
            .version(HttpClient.Version.HTTP_1_1)
            .build()) {
      List<Hop> hops = new ArrayList<>();
      URI next = address;
      while (true) {
        Hop hop = fetch(client, next, proxy);
        hops.add(hop);
        Optional<URI> onward = onward(hop, hosts);
        if (onward.isEmpty()) {
          return hops;
        }
        if (hops.size() > MOST_REDIRECTS) {
          throw new Refused(Obstacle.Kind.TOO_MANY_REDIRECTS, MOST_REDIRECTS);
        }
        next = onward.get();
      }
    }
  }

  private static Hop fetch(HttpClient client, URI address, FilteringProxy proxy)
      throws IOException {
    HttpRequest request =
        HttpRequest.newBuilder(address)
            .timeout(PATIENCE)
            .header("Accept", "text/html,application/xhtml+xml,*/*;q=0.8")
            .header("Accept-Language", "id,en;q=0.5")
            .build();
    try {
      HttpResponse<InputStream> answer =
          client.send(request, HttpResponse.BodyHandlers.ofInputStream());
      try (InputStream body = answer.body()) {
        byte[] bytes = body.readNBytes(MOST_BYTES + 1);
        if (bytes.length > MOST_BYTES) {
          throw new Refused(Obstacle.Kind.TOO_LARGE, MOST_BYTES);
        }
        if (answer.statusCode() == 403 && !proxy.refusals().isEmpty()) {
          throw new Refused(proxy.refusals().getLast());
        }
        return new Hop(address, answer.statusCode(), answer.headers().map(), bytes);
      }
    } catch (Refused refused) {
      throw refused;
    } catch (IOException broken) {
      List<Obstacle> refusals = proxy.refusals();
      throw refusals.isEmpty()
          ? new Refused(
              Obstacle.Kind.NO_ANSWER, address.getHost(), String.valueOf(broken.getMessage()))
          : new Refused(refusals.getLast());
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new Refused(Obstacle.Kind.STOPPED);
    }
  }

  private static Optional<URI> onward(Hop hop, PublicHosts hosts) throws Refused {
    if (!REDIRECTS.contains(hop.status)) {
      return Optional.empty();
    }
    List<String> places = hop.headers.getOrDefault("location", List.of());
    if (places.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(hosts.address(hop.address.resolve(places.getFirst()).toString()));
    } catch (IllegalArgumentException wrong) {
      throw new Refused(Obstacle.Kind.ONWARD_TO_NO_ADDRESS);
    }
  }
}
