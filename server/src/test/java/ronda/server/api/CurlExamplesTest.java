package ronda.server.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import ronda.casework.office.Office;
import ronda.casework.office.Role;
import ronda.casework.transparency.Period;
import ronda.server.Browser;
import ronda.server.OpenDesk;
import ronda.store.login.Tokens;
import ronda.store.sql.InOffice;
import ronda.store.sql.SqlPublishedReports;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The examples of {@code docs/api/README.md} as somebody copies them into a shell. Two things are
 * put in for the reader: the address of this desk for the usual one, and the values of {@code
 * $TOKEN} and {@code $REPORT}.
 */
class CurlExamplesTest {
  @RegisterExtension static final OpenDesk DESK = new OpenDesk();

  private static final Path ROOT = Path.of(System.getProperty("ronda.root", ".."));
  private static final Path README = Path.of("docs", "api", "README.md");
  private static final Pattern BLOCK = Pattern.compile("(?s)```sh\n(.*?)```");
  private static final String USUAL = "http://127.0.0.1:8080";

  /** Has each curl keep what it was sent, and say what came of it: a line each. */
  private static final String KEEPING =
      """
      set -eu
      n=0
      curl() {
        n=$((n + 1))
        command curl --silent --show-error --output "$KEPT/$n" \\
          --write-out '%{http_code} %{content_type}\\n' "$@" >>"$KEPT/said"
      }
      """;

  /** Of its own: a report that an office published names it to every stranger. */
  private final Office office = DESK.office("Dinas Contoh Perintah");

  @TempDir private Path kept;

  @Test
  void each_example_works_as_it_is_written() throws Exception {
    String examples = examples();
    assertThat(examples).contains(USUAL);

    String complaint = run(KEEPING + examples.replace(USUAL, DESK.base().toString()));

    assertThat(complaint).isEmpty();
    List<String> said = Files.readAllLines(kept.resolve("said"));
    assertThat(said)
        .as("one line for each curl")
        .hasSize((int) Pattern.compile("(?m)^curl ").matcher(examples).results().count())
        .allMatch(line -> line.startsWith("200 "));
    assertThat(json(1).get("accepted").asInt()).isPositive();
    assertThat(json(1).get("rejected")).isEmpty();
    assertThat(json(2).get("accepted")).as("packed").isEqualTo(json(1).get("accepted"));
    assertThat(json(3).get("items")).isNotEmpty().hasSizeLessThanOrEqualTo(20);
    assertThat(Files.readString(kept.resolve("4"))).contains("ready");
    assertThat(Files.readString(kept.resolve("5"))).contains(office.name());
    assertThat(said.get(5)).contains("text/csv");
    assertThat(Files.readString(kept.resolve("6"))).contains(office.name());
  }

  @Test
  void no_other_document_has_examples_that_are_not_tried() throws IOException {
    try (Stream<Path> files = Files.walk(ROOT.resolve("docs"))) {
      assertThat(files.filter(file -> file.toString().endsWith(".md")))
          .filteredOn(CurlExamplesTest::hasExamples)
          .containsExactly(ROOT.resolve(README));
    }
    assertThat(hasExamples(ROOT.resolve("README.md"))).isFalse();
  }

  private static boolean hasExamples(Path file) {
    try {
      return Files.readString(file).contains("\ncurl ");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String examples() throws IOException {
    StringBuilder examples = new StringBuilder();
    BLOCK
        .matcher(Files.readString(ROOT.resolve(README)))
        .results()
        .map((MatchResult block) -> block.group(1))
        .forEach(examples::append);
    return examples.toString();
  }

  /** What it complained of. */
  private String run(String script) throws IOException, InterruptedException {
    Path complaints = kept.resolve("complaints");
    ProcessBuilder bash = new ProcessBuilder("bash", "-c", script);
    bash.directory(ROOT.toFile()).redirectErrorStream(true).redirectOutput(complaints.toFile());
    bash.environment()
        .putAll(
            Map.of(
                "TOKEN", token(),
                "REPORT", published(),
                "KEPT", kept.toString(),
                "TMPDIR", kept.toString()));
    Process process = bash.start();
    assertThat(process.waitFor(2, TimeUnit.MINUTES)).as("it ends").isTrue();
    String said = Files.readString(complaints);
    assertThat(process.exitValue()).as(said).isZero();
    return said;
  }

  private String token() {
    return DESK.bean(Tokens.class).make(office.id(), "contoh", Role.REVIEWER, DESK.now()).text();
  }

  /** A report of the office, which somebody published. */
  private String published() {
    Period month =
        Period.of(Period.Kind.MONTH, LocalDate.ofInstant(DESK.now(), ZoneOffset.UTC)).before();
    DESK.bean(InOffice.class)
        .run(
            office.id(),
            jdbc ->
                jdbc.sql("UPDATE offices SET created_at = now() - interval '90 days'").update());
    Browser head = DESK.browserOf(DESK.person(office, "Kepala Contoh", Role.HEAD));
    head.open("/publishing");
    head.post("/publishing", "period", month.code(), "reason", "contoh");
    return DESK.bean(InOffice.class)
        .read(office.id(), jdbc -> new SqlPublishedReports(jdbc).ofOffice(office.id()))
        .getFirst()
        .id()
        .toString();
  }

  private JsonNode json(int number) throws IOException {
    return JsonMapper.shared()
        .readTree(Files.readString(kept.resolve(Integer.toString(number)), StandardCharsets.UTF_8));
  }
}
