package ronda.tool.scan;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Asks a service that speaks as <a href="https://google.github.io/osv.dev/api/">OSV</a> does:
 * {@code POST /v1/querybatch} with names and versions and nothing else, then {@code GET
 * /v1/vulns/ID} for each flaw that was named.
 */
public final class KnownFlaws {
  /** So many queries are taken at once, says OSV. */
  private static final int AT_ONCE = 1000;

  /** An answer that is continued more often than this is a mistake. */
  private static final int MOST_PAGES = 20;

  private static final int MOST_FLAWS = 2000;
  private static final int MOST_BYTES = 16 << 20;
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final URI service;
  private final HttpClient client =
      HttpClient.newBuilder()
          .connectTimeout(PATIENCE)
          .followRedirects(HttpClient.Redirect.NEVER)
          .build();

  /**
   * @param service without {@code /v1}, such as {@code https://api.osv.dev}
   */
  public KnownFlaws(URI service) {
    this.service = service;
  }

  /**
   * What is known of these libraries, the worst first.
   *
   * @throws Unreachable where the service does not answer, or not as OSV does
   */
  public List<Flaw> of(List<Library> libraries) {
    Map<Library, List<String>> named = new LinkedHashMap<>();
    for (int from = 0; from < libraries.size(); from += AT_ONCE) {
      ask(libraries.subList(from, Math.min(libraries.size(), from + AT_ONCE)), named);
    }
    if (named.values().stream().mapToInt(List::size).sum() > MOST_FLAWS) {
      throw new Unreachable("it named more than " + MOST_FLAWS + " flaws");
    }
    Map<String, JsonNode> told = new TreeMap<>();
    List<Flaw> flaws = new ArrayList<>();
    named.forEach(
        (library, ids) -> {
          for (String id : ids) {
            JsonNode record = told.computeIfAbsent(id, this::record);
            if (!record.has("withdrawn")) {
              flaws.add(flaw(library, id, record));
            }
          }
        });
    flaws.sort(Comparator.comparing(Flaw::severity).thenComparing(flaw -> flaw.library().purl()));
    return flaws;
  }

  /** One batch, and the further pages of those answers that are continued. */
  private void ask(List<Library> libraries, Map<Library, List<String>> named) {
    Map<Library, String> open = new LinkedHashMap<>();
    libraries.forEach(library -> open.put(library, ""));
    for (int page = 0; !open.isEmpty(); page++) {
      if (page == MOST_PAGES) {
        throw new Unreachable("its answer does not end");
      }
      List<Library> asked = List.copyOf(open.keySet());
      JsonNode results = send(queries(open)).path("results");
      if (results.size() != asked.size()) {
        throw new Unreachable(
            "it gave " + results.size() + " answers to " + asked.size() + " questions");
      }
      for (int i = 0; i < asked.size(); i++) {
        Library library = asked.get(i);
        JsonNode answer = results.get(i);
        answer
            .path("vulns")
            .valueStream()
            .map(flaw -> flaw.path("id").asString(""))
            .forEach(id -> named.computeIfAbsent(library, key -> new ArrayList<>()).add(id));
        open.remove(library);
        String next = answer.path("next_page_token").asString("");
        if (!next.isEmpty()) {
          open.put(library, next);
        }
      }
    }
  }

  private static ObjectNode queries(Map<Library, String> open) {
    ObjectNode body = JsonMapper.shared().createObjectNode();
    ArrayNode queries = body.putArray("queries");
    open.forEach(
        (library, page) -> {
          ObjectNode query = queries.addObject();
          query.putObject("package").put("purl", library.purl());
          if (!page.isEmpty()) {
            query.put("page_token", page);
          }
        });
    return body;
  }

  private JsonNode send(ObjectNode body) {
    return answer(
        HttpRequest.newBuilder(service.resolve("/v1/querybatch"))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body.toString())));
  }

  private JsonNode record(String id) {
    // The id comes from outside and becomes part of an address.
    if (id.isEmpty() || id.length() > 100 || !id.chars().allMatch(KnownFlaws::isOfAnId)) {
      throw new Unreachable("it named a flaw \"" + id + "\", which is no id");
    }
    return answer(HttpRequest.newBuilder(service.resolve("/v1/vulns/" + id)).GET());
  }

  private static boolean isOfAnId(int c) {
    return c >= 'a' && c <= 'z'
        || c >= 'A' && c <= 'Z'
        || c >= '0' && c <= '9'
        || c == '-'
        || c == '_';
  }

  private JsonNode answer(HttpRequest.Builder request) {
    try {
      HttpResponse<InputStream> answer =
          client.send(request.timeout(PATIENCE).build(), HttpResponse.BodyHandlers.ofInputStream());
      try (InputStream bytes = answer.body()) {
        byte[] body = bytes.readNBytes(MOST_BYTES + 1);
        if (answer.statusCode() != 200) {
          throw new Unreachable("it answered " + answer.statusCode());
        }
        if (body.length > MOST_BYTES) {
          throw new Unreachable("its answer is longer than " + (MOST_BYTES >> 20) + " MB");
        }
        return JsonMapper.shared().readTree(body);
      }
    } catch (IOException | JacksonException failed) {
      throw new Unreachable(String.valueOf(failed), failed);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Unreachable("it was given up", e);
    }
  }

  private static Flaw flaw(Library library, String id, JsonNode record) {
    return new Flaw(
        library,
        id,
        record.path("aliases").valueStream().map(alias -> alias.asString("")).toList(),
        severity(record),
        fixedIn(library, record),
        record.path("summary").asString(""));
  }

  /** GitHub's advisories, from which OSV has its flaws of Java, say it in a word. */
  private static Flaw.Severity severity(JsonNode record) {
    String word = record.path("database_specific").path("severity").asString("");
    for (Flaw.Severity severity : Flaw.Severity.values()) {
      if (severity.name().equals(word)) {
        return severity;
      }
    }
    return Flaw.Severity.UNKNOWN;
  }

  private static List<String> fixedIn(Library library, JsonNode record) {
    return record
        .path("affected")
        .valueStream()
        .filter(
            affected -> affected.path("package").path("purl").asString("").equals(library.bare()))
        .flatMap(affected -> affected.path("ranges").valueStream())
        .flatMap(range -> range.path("events").valueStream())
        .map(event -> event.path("fixed").asString(""))
        .filter(version -> !version.isEmpty())
        .distinct()
        .toList();
  }
}
