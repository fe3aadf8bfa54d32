package ronda.server.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import ronda.casework.chain.Hash;
import ronda.casework.office.Office;
import ronda.casework.office.Role;
import ronda.proof.vault.Vault;
import ronda.server.Browser;
import ronda.server.OpenDesk;
import ronda.server.desk.ChildLane;
import ronda.store.backup.Backup;
import ronda.store.sql.InOffice;
import ronda.store.sql.SqlPoliceLane;
import ronda.testkit.picture.MadeUpPictures;
import ronda.testkit.picture.MadeUpPictures.Kind;
import ronda.testkit.picture.PictureFiles;

/** Suspected material with children leaves nothing but hashes. All words here are made up. */
class ChildLaneTest {
  @RegisterExtension static final OpenDesk DESK = new OpenDesk();

  @TempDir private Path folder;

  /** Whether these words stand anywhere in what a backup would carry away. */
  private List<String> leftOf(List<String> words) throws IOException {
    Path file = folder.resolve(UUID.randomUUID() + ".backup");
    Backup.write(DESK.bean(DataSource.class), file);
    List<String> left = new ArrayList<>();
    try (var zip = new ZipFile(file.toFile())) {
      for (Enumeration<? extends ZipEntry> all = zip.entries(); all.hasMoreElements(); ) {
        ZipEntry entry = all.nextElement();
        try (var content = zip.getInputStream(entry)) {
          String text = new String(content.readAllBytes(), StandardCharsets.UTF_8);
          words.stream().filter(text::contains).map(word -> entry + ": " + word).forEach(left::add);
        }
      }
    }
    return left;
  }

  private static List<SqlPoliceLane.Entry> lane(Office office) {
    return DESK.bean(InOffice.class).read(office.id(), jdbc -> new SqlPoliceLane(jdbc).waiting(10));
  }

  @Test
  void a_lane_that_does_not_show_all_says_so() {
    Office office = DESK.office("Dinas Jalur Panjang");
    DESK.bean(InOffice.class)
        .run(
            office.id(),
            jdbc ->
                jdbc.sql(
                        """
                        INSERT INTO police_lane (id, at, actor, way, sha256, url_sha256, address,
                          handed_at, handed_by, handed_to)
                        SELECT uuidv7(), now(), 'Ani', 'PERSON', repeat('0', 64), repeat('0', 64),
                          ''::bytea, CASE WHEN n % 2 = 0 THEN now() END, 'Ani', 'Polda'
                        FROM generate_series(1, 600) AS n
                        """)
                    .update());
    Browser custodian = DESK.browserOf(DESK.person(office, "Kus Contoh", Role.EVIDENCE_CUSTODIAN));

    assertThat(custodian.get("/police-lane").body())
        .containsPattern("Hanya \\d+ yang paling lama menunggu, dari 300")
        .containsPattern("Hanya \\d+ yang terakhir diserahkan, dari 300");
  }

  @Test
  void after_the_button_nothing_but_hashes_is_left_in_the_database_and_its_backup()
      throws IOException {
    CaseAtHand at = CaseAtHand.open(DESK);
    Office office = DESK.office("Dinas Anak " + UUID.randomUUID());
    String text = CaseAtHand.WORDS + " Kataunikpertama https://kataunikdua.example/x";
    UUID job =
        CaseAtHand.job(
            DESK,
            office,
            "{\"id\":\"kataunikid\",\"text\":\""
                + text
                + "\",\"author\":\"kataunikakun\","
                + "\"url\":\"https://kataunikurl.example/p/9\",\"platform\":\"tiktok\","
                + "\"images\":[\"kataunikgambar.png\"]}");
    List<String> words =
        List.of(
            "ataunikpertama",
            "kataunikdua",
            "kataunikid",
            "kataunikakun",
            "kataunikurl",
            "kataunikgambar");
    assertThat(leftOf(words)).as("before").isNotEmpty();

    Browser reviewer = DESK.browserOf(DESK.person(office, "Rina Contoh", Role.REVIEWER));
    reviewer.open("/");
    assertThat(reviewer.get("/jobs/" + job).body()).contains("Laporkan dugaan materi anak");
    assertThat(reviewer.post("/jobs/" + job + "/child").status()).isEqualTo(302);

    assertThat(leftOf(words)).as("afterwards").isEmpty();
    assertThat(lane(office))
        .singleElement()
        .satisfies(
            entry -> {
              assertThat(entry.text()).isEqualTo(Hash.of(text));
              assertThat(entry.url()).isEqualTo(Hash.of("https://kataunikurl.example/p/9"));
            });
    DESK.pass(Duration.ofSeconds(1));
    assertThat(reviewer.get("/jobs/" + job).body()).contains("sha256:").doesNotContain("gacor");
    assertThat(reviewer.get("/queue?q=kataunikpertama").body()).doesNotContain("/jobs/" + job);
    assertThat(at.number()).isNotEmpty();
  }

  @Test
  void what_a_picture_looks_like_goes_with_the_picture() {
    CaseAtHand at = CaseAtHand.open(DESK);
    Browser keeper = DESK.browserOf(at.keeper());
    keeper.open("/");
    keeper.postFile(
        at.page() + "/evidence/file",
        Map.of("why", "dibawa warga"),
        "a.png",
        "image/png",
        PictureFiles.png(MadeUpPictures.picture(Kind.POSTER, 81)));
    assertThat(looks(at)).as("before").isPositive();

    Browser reviewer = DESK.browserOf(DESK.person(at.office(), "Rina Contoh", Role.REVIEWER));
    reviewer.open("/");
    assertThat(reviewer.post("/jobs/" + at.job() + "/child").status()).isEqualTo(302);

    assertThat(looks(at)).as("afterwards").isZero();
  }

  private static long looks(CaseAtHand at) {
    return at.look(
        DESK, jdbc -> jdbc.sql("SELECT count(*) FROM picture_looks").query(Long.class).single());
  }

  @Test
  void words_that_put_a_child_next_to_something_sexual_are_never_kept() throws IOException {
    Office office = DESK.office("Dinas Anak " + UUID.randomUUID());
    UUID job =
        CaseAtHand.job(
            DESK,
            office,
            "{\"id\":\"k\",\"text\":\"Open BO anak SMP umur 14 ready malam ini, include room, chat WA"
                + " 081200004321 kataunikmesin\",\"author\":\"kataunikpelaku\","
                + "\"url\":\"https://kataunikalamat.example/1\"}");

    assertThat(
            leftOf(
                List.of(
                    "kataunikmesin",
                    "kataunikpelaku",
                    "kataunikalamat",
                    "081200004321",
                    "81200004321")))
        .isEmpty();
    SqlPoliceLane.Entry entry = lane(office).getFirst();
    assertThat(entry.way()).isEqualTo("MACHINE");
    assertThat(entry.job()).isEqualTo(job);
    byte[] sealed =
        DESK.bean(InOffice.class)
            .read(office.id(), jdbc -> new SqlPoliceLane(jdbc).address(entry.id()).orElseThrow());
    byte[] address = DESK.bean(Vault.class).open(sealed, ChildLane.purpose(entry.id()));
    assertThat(new String(address, StandardCharsets.UTF_8))
        .isEqualTo("https://kataunikalamat.example/1");
  }

  @Test
  void a_line_that_cannot_be_read_is_not_kept_either_if_it_hints_at_a_child() throws IOException {
    Office office = DESK.office("Dinas Anak " + UUID.randomUUID());
    Browser reviewer = DESK.browserOf(DESK.person(office, "Rina Contoh", Role.REVIEWER));
    reviewer.open("/");
    String lines =
        "{\"text\": rusak open bo anak smp kataunikrusak\n{\"text\": rusak biasa kataunikbiasa";
    Browser.Page answer =
        reviewer.postFile(
            "/bring/file",
            Map.of(),
            "rusak.jsonl",
            "application/jsonl",
            lines.getBytes(StandardCharsets.UTF_8));

    assertThat(answer.status()).as(answer.body()).isEqualTo(302);
    assertThat(leftOf(List.of("kataunikbiasa"))).as("an ordinary line is kept").isNotEmpty();
    assertThat(leftOf(List.of("kataunikrusak"))).isEmpty();
  }

  @Test
  void the_lane_is_shown_to_who_keeps_evidence_and_handing_over_is_written_down() {
    CaseAtHand at = CaseAtHand.open(DESK);
    Browser keeper = DESK.browserOf(at.keeper());
    keeper.open("/");
    keeper.post(at.page() + "/child");

    assertThat(keeper.get("/").body()).contains("menunggu diserahkan ke polisi");
    assertThat(keeper.get("/police-lane").body())
        .contains("Dilaporkan petugas")
        .doesNotContain("gacor");
    String id = lane(at.office()).getFirst().id().toString();
    keeper.post("/police-lane/" + id + "/hand-over", "to", "Unit PPA Polres Contoh");
    assertThat(lane(at.office())).isEmpty();
    assertThat(keeper.post("/police-lane/" + id + "/hand-over", "to", "lagi").status())
        .isEqualTo(404);
  }
}
