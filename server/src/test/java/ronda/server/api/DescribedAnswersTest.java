package ronda.server.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import ronda.casework.office.Office;
import ronda.casework.office.Permission;
import ronda.casework.office.Role;
import ronda.server.OpenDesk;
import ronda.store.login.Tokens;
import ronda.store.sql.InOffice;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Knocks at every described door in every wrong way that follows from its description, and compares
 * what comes with what the description says: its statuses and the kinds of content.
 */
class DescribedAnswersTest {
  @RegisterExtension static final OpenDesk DESK = new OpenDesk();

  private static final Path DESCRIPTION =
      Path.of(System.getProperty("ronda.root", ".."), "docs", "api", "openapi.json");

  /** What no single request brings about: other tests do, each with its own outage or crowd. */
  private static final Set<String> NOT_BY_ONE_REQUEST =
      Set.of("408", "413", "429", "500", "503", "507");

  /** Of those, what may happen at any door. */
  private static final Set<String> ANYWHERE = Set.of("400", "405", "429", "500", "503");

  private static final Pattern NEEDED = Pattern.compile("Needs the permission ([A-Z_]+)");

  private static final List<String> METHODS =
      List.of("GET", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");

  private final Office office = DESK.office("Dinas yang diketuk " + UUID.randomUUID());
  private final String report = published();

  private record Answer(String status, String type, String of) {}

  private record Operation(String path, String method, JsonNode said) {
    Set<String> statuses() {
      return new TreeSet<>(said.get("responses").propertyNames());
    }

    boolean isOpen() {
      return said.has("security") && said.get("security").isEmpty();
    }

    @Override
    public String toString() {
      return method + " " + path;
    }
  }

  @Test
  void what_a_door_answers_is_what_is_described() throws Exception {
    JsonNode description = JsonMapper.shared().readTree(Files.readString(DESCRIPTION));
    Map<String, Set<String>> unsaid = new TreeMap<>();
    Map<String, Set<String>> neverCame = new TreeMap<>();
    for (Operation operation : operations(description)) {
      assertThat(operation.statuses()).as(operation.toString()).containsAll(ANYWHERE);
      Set<String> came = new TreeSet<>();
      for (Answer answer : knock(operation)) {
        came.add(answer.status());
        if (!kinds(operation, answer.status(), description).contains(answer.type())) {
          unsaid.computeIfAbsent(operation.toString(), o -> new TreeSet<>()).add(answer.toString());
        }
      }
      assertThat(came).as("%s breaks", operation).doesNotContain("500");
      Set<String> never = new TreeSet<>(operation.statuses());
      never.removeAll(came);
      never.removeAll(NOT_BY_ONE_REQUEST);
      if (everyRoleMay(operation)) {
        never.remove("403");
      }
      if (!never.isEmpty()) {
        neverCame.put(operation.toString(), never);
      }
    }

    assertThat(unsaid).as("answered and not described").isEmpty();
    assertThat(neverCame).as("described and never answered").isEmpty();
  }

  /** Then its door refuses nobody yet, and still would a role that comes without the permission. */
  private static boolean everyRoleMay(Operation operation) {
    Matcher needed = NEEDED.matcher(operation.said().path("description").asString(""));
    return needed.find()
        && Stream.of(Role.values())
            .allMatch(role -> role.permissions().contains(Permission.valueOf(needed.group(1))));
  }

  private static List<Operation> operations(JsonNode description) {
    List<Operation> all = new ArrayList<>();
    JsonNode paths = description.get("paths");
    for (String path : paths.propertyNames()) {
      for (String method : paths.get(path).propertyNames()) {
        all.add(new Operation(path, method.toUpperCase(Locale.ROOT), paths.get(path).get(method)));
      }
    }
    return all;
  }

  /** The kinds of content that are described for this status; none where the status is not. */
  private static Set<String> kinds(Operation operation, String status, JsonNode description) {
    JsonNode response = operation.said().get("responses").path(status);
    if (response.has("$ref")) {
      response = description.at(response.get("$ref").asString().substring(1));
    }
    return new TreeSet<>(response.path("content").propertyNames());
  }

  private List<Answer> knock(Operation operation) throws Exception {
    List<Answer> answers = new ArrayList<>();
    String place = operation.path().replace("{id}", report);
    Knock right = new Knock(operation.method(), place).of(operation);
    answers.add(right.send());
    answers.add(right.without("Authorization").send());
    for (Role role : Role.values()) {
      answers.add(right.with("Authorization", "Bearer " + token(role)).send());
    }
    answers.add(right.with("Authorization", "Bearer salah").send());
    answers.add(right.with("Accept", "image/png").send());
    answers.add(right.with("Accept", "application/problem+json").send());
    answers.add(right.with("Accept", "///").send());
    answers.add(right.at(place + "?" + "a".repeat(9_000)).send());
    for (String method : METHODS) {
      // What another operation of this path answers is that one's.
      if (!method.equals(operation.method())) {
        answers.add(right.as(method).send());
      }
    }
    for (JsonNode parameter : operation.said().path("parameters")) {
      answers.addAll(wrong(parameter, operation, right));
    }
    if (operation.said().has("requestBody")) {
      answers.addAll(wrongBodies(right));
    }
    return answers;
  }

  private static List<Answer> wrong(JsonNode parameter, Operation operation, Knock right)
      throws Exception {
    List<Answer> answers = new ArrayList<>();
    String name = parameter.get("name").asString();
    for (String value : List.of("x", "-1", "99999999999999999999", "%00", "a".repeat(500), "")) {
      answers.add(
          switch (parameter.get("in").asString()) {
            case "query" -> right.at(operation.path() + "?" + name + "=" + value).send();
            case "path" ->
                right
                    .at(operation.path().replace("{" + name + "}", value.isEmpty() ? "0" : value))
                    .send();
            default -> right.with(name, value).send();
          });
    }
    if (parameter.get("in").asString().equals("path")) {
      answers.add(
          right
              .at(operation.path().replace("{" + name + "}", UUID.randomUUID().toString()))
              .send());
    }
    return answers;
  }

  private static List<Answer> wrongBodies(Knock right) throws Exception {
    byte[] packed = gzip("{\"text\":\"selamat pagi\"}\n".repeat(500));
    return List.of(
        right.with("Content-Type", "text/plain").send(),
        right.with("Content-Type", "multipart/form-data; boundary=x").send(),
        right.with("Content-Type", "///").send(),
        right.without("Content-Type").send(),
        right.body(new byte[0]).send(),
        right.body(packed).send(),
        right.body(Arrays.copyOf(packed, packed.length / 2)).send(),
        right.with("Idempotency-Key", "sekali").body("{\"text\":\"a\"}".getBytes(UTF_8)).send(),
        right.with("Idempotency-Key", "sekali").body("{\"text\":\"b\"}".getBytes(UTF_8)).send());
  }

  private static byte[] gzip(String text) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(bytes)) {
      gzip.write(text.getBytes(UTF_8));
    }
    return bytes.toByteArray();
  }

  private String token(Role role) {
    return DESK.bean(Tokens.class)
        .make(office.id(), UUID.randomUUID().toString(), role, DESK.now())
        .text();
  }

  /** A request, of which each wrong way changes one thing. */
  private final class Knock {
    private final String method;
    private final String place;
    private final Map<String, String> headers = new TreeMap<>();
    private byte[] body = {};

    Knock(String method, String place) {
      this.method = method;
      this.place = place;
    }

    private Knock of(Operation operation) {
      if (!operation.isOpen()) {
        headers.put("Authorization", "Bearer " + token(Role.REVIEWER));
      }
      if (operation.said().has("requestBody")) {
        headers.put("Content-Type", "application/x-ndjson");
        body = "{\"text\":\"selamat pagi\"}\n".getBytes(UTF_8);
      }
      return this;
    }

    private Knock changed(String otherMethod, String otherPlace) {
      Knock other = new Knock(otherMethod, otherPlace);
      other.headers.putAll(headers);
      other.body = body;
      return other;
    }

    Knock as(String otherMethod) {
      return changed(otherMethod, place);
    }

    Knock at(String otherPlace) {
      return changed(method, otherPlace);
    }

    Knock with(String header, String value) {
      Knock other = changed(method, place);
      other.headers.put(header, value);
      return other;
    }

    Knock without(String header) {
      Knock other = changed(method, place);
      other.headers.remove(header);
      return other;
    }

    Knock body(byte[] otherBody) {
      Knock other = changed(method, place);
      other.body = otherBody;
      return other;
    }

    Answer send() throws IOException, InterruptedException {
      HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(DESK.base() + place));
      headers.forEach(request::header);
      request.method(
          method,
          method.equals("GET") ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body));
      try (HttpClient program = HttpClient.newHttpClient()) {
        HttpResponse<String> answer =
            program.send(request.build(), HttpResponse.BodyHandlers.ofString());
        return new Answer(
            Integer.toString(answer.statusCode()),
            answer.headers().firstValue("Content-Type").orElse("").replaceAll(";.*", ""),
            method + " " + place.substring(0, Math.min(80, place.length())) + " " + headers);
      }
    }
  }

  /** A report that anybody reads. */
  private String published() {
    UUID id = UUID.randomUUID();
    String content =
        """
        {"office":"Dinas yang diketuk","region":"32.71","period":"2018","from":"2018-01-01",
         "to":"2018-12-31","zone":"Asia/Jakarta","version":1,"reason":"",
         "publishedAt":"2019-01-01T00:00:00Z","madeUp":true,"notes":[],"sections":[],
         "harmlessShare":null,"policies":[]}
        """;
    DESK.bean(InOffice.class)
        .run(
            office.id(),
            jdbc ->
                jdbc.sql(
                        """
                        INSERT INTO published_reports
                          (id, office_name, period, begins, version, reason, at, content, sha256)
                        VALUES (?, 'Dinas yang diketuk', '2018', ?, 1, '', now(), ?, ?)
                        """)
                    .params(id, LocalDate.of(2018, 1, 1), content, "0".repeat(64))
                    .update());
    return id.toString();
  }
}
