package ronda.proof.capture;

import java.io.IOException;
import java.io.InputStream;
import java.net.ProxySelector;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import ronda.casework.chain.Hash;
import ronda.proof.picture.PictureKind;
import ronda.proof.picture.Pictures;

/**
 * The pictures that a page shows, fetched one by one through a guard of their own: few, none large,
 * no icons, all within half a minute. What does not come is left out: the page itself was captured.
 */
final class PagePictures {
  /** No more are kept of a page. */
  static final int MOST = 12;

  private static final int MOST_TRIED = 40;
  private static final int LARGEST = 4 << 20;
  private static final int MOST_BYTES = 12 << 20;
  private static final Duration ALTOGETHER = Duration.ofSeconds(30);
  private static final Duration PATIENCE = Duration.ofSeconds(8);

  /** What is narrower or lower is an icon or a button, in pixels. */
  private static final int SMALLEST_SIDE = 160;

  /**
   * Of a format that is not read the size is not known; what has fewer bytes is taken for small.
   */
  private static final int SMALLEST_UNREAD = 8 << 10;

  private static final String WITHIN = "data:image/";

  private PagePictures() {}

  /**
   * A picture of a page.
   *
   * @param address where it lay; {@code data:} if it lay within the page
   */
  record Shown(String address, PictureKind kind, byte[] bytes) {
    String name(int place) {
      return String.format(Locale.ROOT, "picture-%02d.%s", place, kind.ending());
    }
  }

  /**
   * The pictures of this page.
   *
   * @param body what the page's server answered: it may be a picture itself
   */
  static List<Shown> of(String html, byte[] body, URI page, PublicHosts hosts) throws IOException {
    List<Shown> shown = new ArrayList<>();
    Set<Hash> seen = new HashSet<>();
    int bytes = 0;
    if (body.length <= LARGEST && PictureKind.of(body).isPresent()) {
      return shown(page.toString(), body).stream().toList();
    }
    try (FilteringProxy proxy = FilteringProxy.open(hosts, ALTOGETHER);
        HttpClient client =
            HttpClient.newBuilder()
                .proxy(ProxySelector.of(proxy.address()))
                .connectTimeout(PATIENCE)
                .followRedirects(HttpClient.Redirect.NORMAL)
                .version(HttpClient.Version.HTTP_1_1)
                .build()) {
      for (String address : PictureAddresses.in(html, MOST_TRIED)) {
        Optional<Shown> one =
            address.startsWith(WITHIN)
                ? within(address).flatMap(data -> shown("data:", data))
                : fetched(address, page, hosts, client)
                    .flatMap(data -> shown(page.resolve(address).toString(), data));
        if (one.isPresent()
            && bytes + one.get().bytes().length <= MOST_BYTES
            && seen.add(Hash.of(one.get().bytes()))) {
          shown.add(one.get());
          bytes += one.get().bytes().length;
        }
        if (shown.size() == MOST || proxy.isClosed()) {
          break;
        }
      }
      client.shutdownNow(); // Nobody waits for what was left unread.
    }
    return shown;
  }

  /** The picture, if it is one of a sensible size. */
  private static Optional<Shown> shown(String address, byte[] bytes) {
    boolean sensible =
        Pictures.size(bytes)
            .map(size -> Math.min(size.width(), size.height()) >= SMALLEST_SIDE)
            .orElse(bytes.length >= SMALLEST_UNREAD);
    return PictureKind.of(bytes)
        .filter(kind -> sensible)
        .map(kind -> new Shown(address, kind, bytes));
  }

  private static Optional<byte[]> within(String address) {
    int comma = address.indexOf(',');
    if (comma < 0 || !address.startsWith(";base64", comma - 7) || address.length() > 2 * LARGEST) {
      return Optional.empty();
    }
    try {
      return Optional.of(Base64.getMimeDecoder().decode(address.substring(comma + 1)))
          .filter(bytes -> bytes.length <= LARGEST);
    } catch (IllegalArgumentException none) {
      return Optional.empty();
    }
  }

  private static Optional<byte[]> fetched(
      String written, URI page, PublicHosts hosts, HttpClient client) {
    try {
      URI address = hosts.address(page.resolve(written).toString());
      HttpRequest request =
          HttpRequest.newBuilder(address)
              .timeout(PATIENCE)
              // What is asked for in a format that is read can be compared.
              .header("Accept", "image/png,image/jpeg,image/gif;q=0.9,image/webp;q=0.8,*/*;q=0.1")
              .header("Referer", page.toString())
              .build();
      HttpResponse<InputStream> answer =
          client.send(request, HttpResponse.BodyHandlers.ofInputStream());
      try (InputStream body = answer.body()) {
        byte[] bytes = body.readNBytes(LARGEST + 1);
        return answer.statusCode() == 200 && bytes.length <= LARGEST
            ? Optional.of(bytes)
            : Optional.empty();
      }
    } catch (IOException | IllegalArgumentException left) {
      return Optional.empty(); // What the guard refused, or what is no address.
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }
}
