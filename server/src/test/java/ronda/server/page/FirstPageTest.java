package ronda.server.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import ronda.casework.office.Officer;
import ronda.casework.office.Role;
import ronda.server.OpenDesk;
import ronda.server.sample.SamplePeople;
import ronda.store.login.SignInLinks;

/**
 * What goes over a thin line until the first page stands: the page and all it names, as they are
 * sent, to a browser that has seen nothing yet.
 */
class FirstPageTest {
  @RegisterExtension static final OpenDesk DESK = new OpenDesk();

  private static final int MOST_BYTES = 150_000;

  /** What a browser fetches by itself: not what stands behind a link that somebody may follow. */
  private static final Pattern FETCHED =
      Pattern.compile(
          "<(?:script|img|iframe|source|embed|input)[^>]*\\ssrc=\"([^\"]+)\""
              + "|<link[^>]*\\shref=\"([^\"]+)\"|url\\(['\"]?([^'\")]+)|@import\\s+['\"]([^'\"]+)");

  private static final Pattern JOB = Pattern.compile("href=\"(/jobs/[0-9a-f-]{36})\"");

  /** A page with all that it made the browser fetch: what, and how it was sent. */
  private record Arrived(String page, String visitor, Map<URI, HttpResponse<byte[]>> sent) {
    long bytes() {
      return sent.values().stream().mapToLong(answer -> answer.body().length).sum();
    }

    @Override
    public String toString() {
      return "%s for %s, %d bytes".formatted(page, visitor, bytes());
    }
  }

  /** A browser with an empty cache. */
  private static final class FreshBrowser {
    private final HttpClient client =
        HttpClient.newBuilder()
            .cookieHandler(new CookieManager(null, CookiePolicy.ACCEPT_ALL))
            .build();
    private String visitor = "nobody";

    FreshBrowser signedIn(Officer officer) {
      visitor = officer.roles().size() > 1 ? "several roles" : officer.roles().toString();
      fetch(DESK.base().resolve("/sign-in/link/" + DESK.link(officer, SignInLinks.Purpose.START)));
      return this;
    }

    Arrived open(String path) {
      Map<URI, HttpResponse<byte[]>> sent = new LinkedHashMap<>();
      List<URI> wanted = new ArrayList<>(List.of(DESK.base().resolve(path)));
      while (!wanted.isEmpty()) {
        URI next = wanted.removeFirst();
        assertThat(next.getAuthority()).as("%s for %s", next, path).isEqualTo(host());
        if (!sent.containsKey(next)) {
          HttpResponse<byte[]> answer = fetch(next);
          assertThat(answer.statusCode()).as(next.toString()).isEqualTo(200);
          sent.put(next, answer);
          wanted.addAll(named(answer));
        }
      }
      return new Arrived(path, visitor, sent);
    }

    private HttpResponse<byte[]> fetch(URI address) {
      try {
        return client.send(
            HttpRequest.newBuilder(address).header("Accept-Encoding", "gzip").build(),
            HttpResponse.BodyHandlers.ofByteArray());
      } catch (IOException | InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  private static String host() {
    return DESK.base().getAuthority();
  }

  private static List<URI> named(HttpResponse<byte[]> answer) {
    return FETCHED
        .matcher(read(answer))
        .results()
        .flatMap(
            found ->
                Arrays.asList(found.group(1), found.group(2), found.group(3), found.group(4))
                    .stream())
        .filter(place -> place != null && !place.startsWith("data:"))
        .map(answer.uri()::resolve)
        .toList();
  }

  private static String read(HttpResponse<byte[]> answer) {
    byte[] body = answer.body();
    if (header(answer, "content-encoding").equals("gzip")) {
      try (GZIPInputStream plain = new GZIPInputStream(new ByteArrayInputStream(body))) {
        body = plain.readAllBytes();
      } catch (IOException e) {
        throw new IllegalStateException(e);
      }
    }
    return new String(body, StandardCharsets.UTF_8);
  }

  private static String header(HttpResponse<?> answer, String name) {
    return answer.headers().firstValue(name).orElse("");
  }

  static List<Arrived> pages() {
    List<Arrived> pages = new ArrayList<>();
    pages.add(new FreshBrowser().open("/sign-in"));
    for (Officer officer : SamplePeople.EVERYBODY) {
      pages.add(new FreshBrowser().signedIn(officer).open("/"));
    }
    Arrived queue = new FreshBrowser().signedIn(SamplePeople.FIRST).open("/queue");
    pages.add(queue);
    var job = JOB.matcher(read(queue.sent().values().iterator().next()));
    assertThat(job.find()).as("a job in the queue").isTrue();
    pages.add(new FreshBrowser().signedIn(SamplePeople.FIRST).open(job.group(1)));
    return pages;
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("pages")
  void needs_150_kb_at_most_and_nothing_from_another_host(Arrived page) {
    assertThat(page.sent()).as("page, style sheet and icon").hasSizeGreaterThanOrEqualTo(3);
    assertThat(page.bytes()).isLessThanOrEqualTo(MOST_BYTES);
    assertThat(header(page.sent().values().iterator().next(), "content-security-policy"))
        .startsWith("default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:")
        .doesNotContain("http:", "https:", "*");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("pages")
  void every_text_of_some_length_is_sent_compressed(Arrived page) {
    assertThat(page.sent().values())
        .allSatisfy(
            answer -> {
              if (read(answer).length() > 1024) {
                assertThat(header(answer, "content-encoding"))
                    .as("%s, %s", answer.uri(), header(answer, "content-type"))
                    .isEqualTo("gzip");
              }
            });
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("pages")
  void what_pages_share_is_fetched_once_and_kept_under_a_name_that_changes_with_it(Arrived page) {
    page.sent().values().stream()
        .skip(1)
        .forEach(
            answer ->
                assertThat(header(answer, "cache-control"))
                    .as(answer.uri().toString())
                    .contains("max-age=31536000"));
    assertThat(page.sent().keySet())
        .as("the style sheet's name")
        .anyMatch(address -> address.getPath().matches("/ronda-[0-9a-f]{32}\\.css"));
  }

  @Test
  void the_people_of_the_sample_have_every_role() {
    Set<Role> roles = EnumSet.noneOf(Role.class);
    SamplePeople.EVERYBODY.forEach(officer -> roles.addAll(officer.roles()));
    assertThat(roles).containsExactlyInAnyOrder(Role.values());
  }
}
