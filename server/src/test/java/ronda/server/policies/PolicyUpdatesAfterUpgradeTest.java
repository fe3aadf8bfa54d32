package ronda.server.policies;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import ronda.casework.chain.AuditLog;
import ronda.casework.chain.Link;
import ronda.casework.office.Office;
import ronda.casework.office.Officer;
import ronda.casework.office.Offices;
import ronda.casework.office.Region;
import ronda.casework.office.Role;
import ronda.casework.policy.PolicyChanges;
import ronda.policies.cel.PolicyText;
import ronda.server.desk.Batch;
import ronda.server.desk.Intake;
import ronda.server.patrol.OfficePatrols;
import ronda.server.patrol.WrittenDraft;
import ronda.server.start.Server;
import ronda.sources.files.Format;
import ronda.store.login.SignInLinks;
import ronda.store.postgres.EmbeddedDatabase;
import ronda.store.sql.InOffice;
import ronda.store.sql.SqlOfficePolicies;
import ronda.store.sql.SqlTrials;

/**
 * An office that was installed with an older release, after the server was started with a newer.
 */
class PolicyUpdatesAfterUpgradeTest {
  @RegisterExtension static final EmbeddedDatabase DATABASE = new EmbeddedDatabase();

  private static final Path RONDA = Path.of(System.getProperty("ronda.root", ".."));
  private static final String GAMBLING = "/policies/gambling-promotion";
  private static final String UPDATE = GAMBLING + "/update";
  private static final String OLD_CONDITION = "score >= 0.9\n";

  @TempDir private Path root;

  private ConfigurableApplicationContext server;
  private final UUID office = UUID.randomUUID();
  private Visitor head;

  @BeforeEach
  void an_office_of_the_older_release() throws IOException {
    for (String part : List.of("lexicons", "models", "docs")) {
      Files.createSymbolicLink(root.resolve(part), RONDA.resolve(part).toRealPath());
    }
    Files.createDirectories(root.resolve("policies/data"));
    try (Stream<Path> files = Files.list(RONDA.resolve("policies/data"))) {
      for (Path file : files.toList()) {
        Files.copy(file, root.resolve("policies/data").resolve(file.getFileName().toString()));
      }
    }
    ship(2, "score >= 0.9");
    start();
    server
        .getBean(Offices.class)
        .put(
            new Office(
                office, "Kominfo " + office, Office.Kind.COMMUNICATIONS_OFFICE, new Region("32")));
    head = somebody(Role.HEAD);
    assertThat(head.look("/policies").body())
        .contains("gambling-promotion")
        .doesNotContain("/update", "Baru dalam rilis ini");
  }

  @AfterEach
  void close() {
    server.close();
  }

  private void start() {
    server =
        Server.open(
            // A server that is stopped closes its source, and ours is for the next one too.
            new DelegatingDataSource(DATABASE.source()),
            "server.port=0",
            "server.address=127.0.0.1",
            "ronda.root=" + root.toAbsolutePath());
  }

  private Visitor somebody(Role role) {
    UUID id = UUID.randomUUID();
    server
        .getBean(Offices.class)
        .put(
            new Officer(
                id, office, "Hana", id + "@kota.example", Set.of(role), Region.UNKNOWN, false));
    String link =
        server.getBean(SignInLinks.class).make(id, SignInLinks.Purpose.START, Instant.now()).text();
    return Visitor.signedIn(
        "http://127.0.0.1:"
            + server.getEnvironment().getRequiredProperty("local.server.port", Integer.class),
        "/sign-in/link/" + link);
  }

  /** What the release says of one policy. */
  private void ship(int version, String condition) throws IOException {
    Path file = root.resolve("policies/data/gambling-promotion.yaml");
    String text = Files.readString(file);
    String changed =
        text.replaceAll("(?m)^version: \\d+$", "version: " + version)
            .replaceAll("(?m)^    score >= [0-9.]+$", "    " + condition);
    assertThat(changed).contains("version: " + version, condition + "\n");
    Files.writeString(file, changed);
  }

  /** The server is stopped, brought to a newer release, and started. */
  private void upgrade(int version, String condition) throws IOException {
    server.close();
    ship(version, condition);
    start();
    head = somebody(Role.HEAD);
  }

  @Test
  void a_newer_version_is_offered_with_what_differs_and_nothing_changes_by_itself()
      throws IOException {
    upgrade(3, "score >= 0.875");

    assertThat(head.look("/").body()).contains("menunggu diambil atau ditolak");
    assertThat(head.look("/policies").body())
        .contains("Versi 3 yang lebih baru ada dalam rilis ini", "href=\"" + UPDATE + "\"")
        .doesNotContain("href=\"/policies/scam-offer/update\"");
    assertThat(head.look(GAMBLING).body())
        .contains("Versi 3 yang lebih baru", "score &gt;= 0.9\n")
        .doesNotContain("0.875", "/versions/2");
    String page = head.look(UPDATE).body();
    assertThat(page)
        .contains("<h1>gambling-promotion: versi 3 dari rilis ini</h1>")
        .containsPattern("(?s)>Syarat</td>.*score &gt;= 0\\.9\n.*score &gt;= 0\\.875\n")
        .doesNotContain(">Tingkat</td>", ">Kategori</td>");
    assertThat(condition()).contains(OLD_CONDITION);
  }

  @Test
  void it_is_tried_and_taken_over_in_force_with_a_reason_and_its_own_limit() throws IOException {
    head.press(GAMBLING, GAMBLING + "/limit", Map.of("limit", "77", "why", "Sedikit orang."));
    bring(
        "{\"id\":\"1\",\"text\":\"Slot gacor maxwin, daftar sekarang di CONTOH88 bonus 100%\"}\n");
    upgrade(3, "score >= 0.875");

    HttpResponse<String> untried = head.press(UPDATE, UPDATE + "/force", Map.of("why", "Baru."));
    assertThat(untried.statusCode()).isEqualTo(400);
    assertThat(untried.body()).contains("harus diuji dahulu", "value=\"Baru.\"");
    assertThat(head.press(UPDATE, UPDATE + "/try", Map.of("days", "7")).body())
        .contains("Hasil uji pada 7 hari", "Akan mengangkat 1 unggahan.")
        .contains("dapat diberlakukan");
    assertThat(head.press(UPDATE, UPDATE + "/force", Map.of()).body()).contains("tulis alasannya");
    assertThat(condition()).contains(OLD_CONDITION);
    assertThat(head.press(UPDATE, UPDATE + "/force", Map.of("why", "Lebih tepat.")).body())
        .contains("berlaku mulai unggahan berikutnya", "Lebih tepat.");

    assertThat(condition()).contains("score >= 0.875", "daily-limit: 77", "version: 3\n");
    assertThat(acts())
        .extracting(Link::act)
        .startsWith("policy-update-taken", "policy-in-force", "policy-tried");
    assertThat(acts().getFirst().body()).contains("\"shipped\":\"3\"", "Lebih tepat.");
    assertThat(acts().getFirst().actor()).startsWith("Hana <");
    assertThat(head.look("/policies").body()).doesNotContain("/update");
    assertThat(head.look(UPDATE).body()).contains("Teks kantor Anda sudah sama");
  }

  @Test
  void what_is_declined_is_not_offered_again_until_a_still_newer_one() throws IOException {
    upgrade(3, "score >= 0.875");

    HttpResponse<String> silent = head.press(UPDATE, UPDATE + "/decline", Map.of("why", " "));
    assertThat(silent.statusCode()).isEqualTo(400);
    assertThat(silent.body()).contains("tulis alasannya");
    assertThat(head.press(UPDATE, UPDATE + "/decline", Map.of("why", "Terlalu longgar.")).body())
        .contains("ditolak dan tidak ditawarkan lagi");
    assertThat(head.look("/policies").body()).doesNotContain("/update");
    assertThat(head.look(UPDATE).body())
        .contains("ditolak oleh Hana", "Terlalu longgar.")
        .doesNotContain("/update/decline");
    assertThat(acts().getFirst().act()).isEqualTo("policy-update-declined");
    upgrade(3, "score >= 0.875");
    assertThat(head.look("/policies").body()).doesNotContain("/update");
    upgrade(4, "score >= 0.85");
    assertThat(head.look("/policies").body()).contains("Versi 4 yang lebih baru");
  }

  @Test
  void a_policy_that_is_new_in_the_release_is_offered_and_begins_on_trial() throws IOException {
    Files.writeString(
        root.resolve("policies/data/judi-contoh.yaml"), PolicyEditor.template("judi-contoh"));
    upgrade(2, "score >= 0.9");

    assertThat(head.look("/policies").body())
        .contains("Baru dalam rilis ini", "href=\"/policies/judi-contoh/update\"");
    assertThat(head.look("/policies/judi-contoh").statusCode()).isEqualTo(404);
    String page = head.look("/policies/judi-contoh/update").body();
    assertThat(page)
        .contains("Siapa yang dirugikan bila kebijakan ini keliru?", "promotes &amp;&amp; score")
        .doesNotContain("update/force\"");
    assertThat(
            head.press(
                    "/policies/judi-contoh/update",
                    "/policies/judi-contoh/update/trial",
                    Map.of("why", "Modus baru."))
                .body())
        .contains("diuji coba mulai unggahan berikutnya");
    assertThat(head.look("/policies").body()).doesNotContain("/update");
  }

  @Test
  void a_page_from_before_a_colleague_changed_something_changes_nothing() throws IOException {
    upgrade(3, "score >= 0.875");
    String before = head.look(UPDATE).body();
    String mark = before.replaceAll("(?s).*name=\"shown\" value=\"([^\"]+)\".*", "$1");
    head.press(GAMBLING, GAMBLING + "/limit", Map.of("limit", "5", "why", "Sedikit orang."));

    for (String act : List.of("trial", "force", "decline")) {
      HttpResponse<String> late =
          head.press(UPDATE, UPDATE + "/" + act, Map.of("why", "Lama.", "shown", mark));
      assertThat(late.statusCode()).as(act).isEqualTo(409);
      assertThat(late.body()).contains("orang lain mengubah kebijakan ini", "Lama.");
    }
    assertThat(head.look("/policies").body()).contains("href=\"" + UPDATE + "\"");
  }

  @Test
  void whoever_may_only_read_sees_it_and_answers_nothing() throws IOException {
    upgrade(3, "score >= 0.875");
    Visitor auditor = somebody(Role.AUDITOR);

    assertThat(auditor.look(UPDATE).body()).contains(">Syarat</td>").doesNotContain("<textarea");
    for (String act : List.of("try", "trial", "force", "decline")) {
      assertThat(auditor.press(UPDATE, UPDATE + "/" + act, Map.of("why", "x")).statusCode())
          .as(act)
          .isEqualTo(403);
    }
    assertThat(head.look("/policies/tidak-ada/update").statusCode()).isEqualTo(404);
    assertThat(
            head.press(UPDATE, "/policies/tidak-ada/update/decline", Map.of("why", "x"))
                .statusCode())
        .isEqualTo(404);
  }

  /** Before it was kept with which versions an office began. */
  @Test
  void an_office_from_before_answers_were_kept_is_offered_what_it_does_not_have()
      throws IOException {
    UUID older = UUID.randomUUID();
    server
        .getBean(Offices.class)
        .put(
            new Office(
                older, "Kominfo lama", Office.Kind.COMMUNICATIONS_OFFICE, new Region("33.74")));
    List<PolicyText> shipped = server.getBean(OfficePatrols.class).shipped();
    server
        .getBean(InOffice.class)
        .run(
            older,
            jdbc ->
                new PolicyChanges(new SqlOfficePolicies(jdbc), new SqlTrials(jdbc), entry -> {})
                    .begin(
                        shipped.stream().map(text -> new WrittenDraft(asOfOld(text))).toList(),
                        new PolicyChanges.Act("Ronda", Instant.now(), "Kebijakan bawaan Ronda.")));

    UpdateDesk updates = server.getBean(UpdateDesk.class);

    assertThat(updates.offered(older))
        .extracting(text -> text.policy().name())
        .containsExactly("scam-offer");
  }

  /** One policy said something else then. */
  private static PolicyText asOfOld(PolicyText text) {
    if (!text.policy().name().equals("scam-offer")) {
      return text;
    }
    String older = text.text().replaceAll("(?m)^floor: .*$", "floor: 0.125");
    assertThat(older).isNotEqualTo(text.text());
    return ((PolicyText.Read.Sound) PolicyText.read("scam-offer", older)).policy();
  }

  /** The text in force. */
  private String condition() {
    return server
        .getBean(PolicyDesk.class)
        .named(office, "gambling-promotion")
        .orElseThrow()
        .inForce()
        .orElseThrow()
        .text();
  }

  private List<Link> acts() {
    return server
        .getBean(AuditLog.class)
        .page(office, AuditLog.Filter.ALL, Long.MAX_VALUE, 100)
        .stream()
        .filter(link -> link.act().startsWith("policy-"))
        .toList();
  }

  private void bring(String posts) throws IOException {
    Intake.Sending sending =
        new Intake.Sending(office, "test", Batch.Way.API, "", Optional.empty());
    Intake.Answer answer =
        server
            .getBean(Intake.class)
            .receive(
                sending,
                new ByteArrayInputStream(posts.getBytes(StandardCharsets.UTF_8)),
                Format.JSONL);
    assertThat(((Intake.Answer.Done) answer).batch().found()).isEqualTo(1);
  }
}
