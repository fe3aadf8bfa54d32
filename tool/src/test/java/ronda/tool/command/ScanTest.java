package ronda.tool.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A scan for known flaws, against a service on this machine that answers in the form of OSV's
 * documents (google.github.io/osv.dev, "POST /v1/querybatch" and "GET /v1/vulns/ID").
 */
class ScanTest {
  private static final Instant NOW = Instant.parse("2026-11-23T23:59:59Z");
  private static final LocalDate TODAY = LocalDate.parse("2026-11-23");

  private static final String BILL =
      """
      {"bomFormat":"CycloneDX","specVersion":"1.6","components":[
        {"type":"library","purl":"pkg:maven/ronda/ronda-identify@0.1.0?type=jar"},
        {"type":"library","purl":"pkg:maven/org.contoh/rapuh@1.0?type=jar"},
        {"type":"library","purl":"pkg:maven/org.contoh/kukuh@2.0?type=jar"}]}
      """;

  private static final String RECORD =
      """
      {"id":"%s","summary":"Menulis di luar batas\\nsaat membaca berkas","aliases":["CVE-2026-0001"],
       "modified":"2026-11-01T00:00:00Z",%s
       "severity":[{"type":"CVSS_V3","score":"CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H"}],
       "affected":[
         {"package":{"ecosystem":"Maven","name":"org.contoh:rapuh","purl":"pkg:maven/org.contoh/rapuh"},
          "ranges":[{"type":"ECOSYSTEM","events":[{"introduced":"0"},{"fixed":"1.1.4"}]}]},
         {"package":{"ecosystem":"Maven","name":"org.contoh:lain","purl":"pkg:maven/org.contoh/lain"},
          "ranges":[{"type":"ECOSYSTEM","events":[{"introduced":"0"},{"fixed":"9.9"}]}]}],
       "database_specific":{"github_reviewed":true,"cwe_ids":["CWE-787"]%s}}
      """;

  @TempDir private Path folder;
  private final List<String> asked = new CopyOnWriteArrayList<>();
  private final List<String> batches = new CopyOnWriteArrayList<>();
  private final Map<String, String> records = new ConcurrentHashMap<>();
  private final HttpServer service = service();

  private static HttpServer service() {
    try {
      return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  @BeforeEach
  void open() throws IOException {
    Path bill = Files.writeString(folder.resolve("bom.json"), BILL);
    Files.setLastModifiedTime(bill, FileTime.from(NOW));
    service.createContext("/v1/querybatch", this::batch);
    service.createContext("/v1/vulns/", this::record);
    service.start();
    batches.add("{\"results\":[{},{}]}");
  }

  @AfterEach
  void close() {
    service.stop(0);
  }

  private void batch(HttpExchange exchange) throws IOException {
    asked.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
    answer(exchange, 200, batches.size() > 1 ? batches.removeFirst() : batches.getFirst());
  }

  private void record(HttpExchange exchange) throws IOException {
    String id = exchange.getRequestURI().getPath().substring("/v1/vulns/".length());
    String record = records.get(id);
    answer(exchange, record == null ? 404 : 200, record == null ? "{}" : record);
  }

  private static void answer(HttpExchange exchange, int status, String body) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  private void answers(String... bodies) {
    batches.clear();
    batches.addAll(List.of(bodies));
  }

  /** One flaw of the first library. */
  private void knows(String id, String severity) {
    answers(
        "{\"results\":[{\"vulns\":[{\"id\":\""
            + id
            + "\",\"modified\":\"2026-11-01T00:00:00Z\"}]},{}]}");
    String word = severity.isEmpty() ? "" : ",\"severity\":\"" + severity + "\"";
    records.put(id, RECORD.formatted(id, "", word));
  }

  private String address() {
    return "http://127.0.0.1:" + service.getAddress().getPort();
  }

  private Told scan(String... more) {
    List<String> words =
        new ArrayList<>(
            List.of(
                "scan",
                folder.resolve("bom.json").toString(),
                "--service",
                address(),
                "--accepted",
                folder.resolve("accepted.txt").toString()));
    words.addAll(List.of(more));
    return Told.at(NOW, words.toArray(String[]::new));
  }

  private void accept(String flaw, LocalDate on) throws IOException {
    Files.writeString(
        folder.resolve("accepted.txt"),
        "# komentar\n\n" + flaw + " org.contoh/rapuh " + on + " sari Bagian itu tidak dipakai.\n");
  }

  @Test
  void names_and_versions_of_others_libraries_are_sent_and_nothing_else() {
    Told told = scan();

    assertThat(told.exit()).isZero();
    assertThat(told.out()).contains("2 libraries, as listed on " + TODAY + ": 0 known flaws");
    assertThat(asked)
        .containsExactly(
            "{\"queries\":[{\"package\":{\"purl\":\"pkg:maven/org.contoh/rapuh@1.0\"}},"
                + "{\"package\":{\"purl\":\"pkg:maven/org.contoh/kukuh@2.0\"}}]}");
  }

  @Test
  void a_flaw_that_weighs_is_told_with_the_version_in_which_it_is_gone() {
    knows("GHSA-aaaa-bbbb-cccc", "CRITICAL");

    Told told = scan();

    assertThat(told.exit()).isEqualTo(1);
    assertThat(told.lines().get(1))
        .matches(
            "critical +org.contoh/rapuh +1.0 +GHSA-aaaa-bbbb-cccc +1.1.4 "
                + "+Menulis di luar batas saat membaca berkas");
    assertThat(told.out()).contains("1 known flaws, 1 of them must be dealt with");
  }

  @Test
  void a_flaw_of_which_nobody_says_how_bad_it_is_weighs() {
    knows("GHSA-aaaa-bbbb-cccc", "");

    assertThat(scan().exit()).isEqualTo(1);
  }

  @Test
  void a_moderate_flaw_is_told_and_stops_nothing() {
    knows("GHSA-aaaa-bbbb-cccc", "MODERATE");

    Told told = scan();

    assertThat(told.exit()).isZero();
    assertThat(told.out()).contains("moderate", "GHSA-aaaa-bbbb-cccc");
  }

  @Test
  void a_flaw_that_was_taken_back_is_none() {
    knows("GHSA-aaaa-bbbb-cccc", "HIGH");
    records.put(
        "GHSA-aaaa-bbbb-cccc",
        RECORD.formatted("GHSA-aaaa-bbbb-cccc", "\"withdrawn\":\"2026-11-02T00:00:00Z\",", ""));

    assertThat(scan().out()).contains("0 known flaws");
  }

  @Test
  void a_flaw_that_somebody_looked_at_stops_nothing_and_says_who_and_why() throws IOException {
    knows("GHSA-aaaa-bbbb-cccc", "HIGH");
    accept("CVE-2026-0001", TODAY);

    Told told = scan();

    assertThat(told.exit()).isZero();
    assertThat(told.out()).contains("by sari: Bagian itu tidak dipakai.");
  }

  @Test
  void after_ninety_days_somebody_looks_again() throws IOException {
    knows("GHSA-aaaa-bbbb-cccc", "HIGH");
    accept("GHSA-aaaa-bbbb-cccc", TODAY.minusDays(90));

    assertThat(scan().exit()).isEqualTo(1);
  }

  @Test
  void what_was_accepted_of_one_library_is_not_accepted_of_another() throws IOException {
    knows("GHSA-aaaa-bbbb-cccc", "HIGH");
    Files.writeString(
        folder.resolve("accepted.txt"),
        "GHSA-aaaa-bbbb-cccc org.contoh/kukuh " + TODAY + " sari Tidak dipakai.\n");

    assertThat(scan().exit()).isEqualTo(1);
  }

  @Test
  void a_line_without_a_reason_is_refused_with_its_number() throws IOException {
    Files.writeString(
        folder.resolve("accepted.txt"), "\nGHSA-aaaa-bbbb-cccc org.contoh/rapuh 2026-11-22 sari\n");

    Told told = scan();

    assertThat(told.exit()).isEqualTo(66);
    assertThat(told.err()).contains("line 2").contains("reason");
  }

  @Test
  void an_answer_in_pages_is_read_to_its_end() {
    knows("GHSA-aaaa-bbbb-cccc", "HIGH");
    records.put("GHSA-dddd-eeee-ffff", records.get("GHSA-aaaa-bbbb-cccc"));
    answers(
        "{\"results\":[{\"vulns\":[{\"id\":\"GHSA-aaaa-bbbb-cccc\"}],\"next_page_token\":\"lagi\"},{}]}",
        "{\"results\":[{\"vulns\":[{\"id\":\"GHSA-dddd-eeee-ffff\"}]}]}");

    assertThat(scan().out()).contains("GHSA-aaaa-bbbb-cccc", "GHSA-dddd-eeee-ffff");
    assertThat(asked.getLast())
        .isEqualTo(
            "{\"queries\":[{\"package\":{\"purl\":\"pkg:maven/org.contoh/rapuh@1.0\"},"
                + "\"page_token\":\"lagi\"}]}");
  }

  @Test
  void a_service_that_is_not_there_is_said_in_one_line_and_has_an_exit_code_of_its_own() {
    service.stop(0);

    Told told = scan();

    assertThat(told.exit()).isEqualTo(69);
    assertThat(told.err().lines()).hasSize(1);
    assertThat(told.err()).contains("could not be asked, so nothing is known");
  }

  @Test
  void what_is_no_address_is_said() {
    Told told = Told.on("", "scan", "bom.json", "--service", "api.osv.dev");

    assertThat(told.exit()).isEqualTo(64);
    assertThat(told.err()).contains("https://api.osv.dev");
  }

  @Test
  void an_answer_that_is_not_osvs_is_never_taken_for_a_clean_bill() {
    for (String odd :
        List.of(
            "<html>proxy</html>",
            "{}",
            "{\"results\":[{}]}",
            "{\"results\":[{\"vulns\":[{\"id\":\"../../v1/other\"}]},{}]}",
            "{\"results\":[{\"vulns\":[{\"id\":\"GHSA-tidak-ada-sama\"}]},{}]}",
            "{\"results\":[{\"next_page_token\":\"lagi\"},{\"next_page_token\":\"lagi\"}]}")) {
      answers(odd);

      assertThat(scan().exit()).as(odd).isEqualTo(69);
    }
  }

  @Test
  void a_bill_that_was_never_written_is_said() {
    Told told = Told.on("", "scan", folder.resolve("none.json").toString());

    assertThat(told.exit()).isEqualTo(66);
    assertThat(told.err()).contains("./ronda check writes one");
  }
}
