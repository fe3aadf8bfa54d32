package ronda.server.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import ronda.casework.evidence.Item;
import ronda.casework.office.Officer;
import ronda.casework.office.Offices;
import ronda.casework.office.Role;
import ronda.server.Browser;
import ronda.server.OpenDesk;
import ronda.server.desk.Desks;
import ronda.store.sql.InOffice;
import ronda.store.sql.SqlCases;
import ronda.store.sql.SqlItems;
import ronda.testkit.picture.PictureFiles;

/**
 * In a case that may be about intimate pictures, also in one that came to be so later, what may
 * hold one is opened by two and leaves in no bundle, whatever it was kept as.
 */
class LateSuspicionTest {
  @RegisterExtension static final OpenDesk DESK = new OpenDesk();

  private static final byte[] PICTURE =
      PictureFiles.png(new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB));

  private final CaseAtHand at = CaseAtHand.open(DESK);
  private final Officer custodian =
      DESK.person(at.office(), "Yana Contoh", Role.EVIDENCE_CUSTODIAN);
  private final Browser browser = DESK.browserOf(custodian);

  @BeforeEach
  void somebody_is_signed_in() {
    browser.open("/");
    DESK.bean(InOffice.class)
        .write(
            at.office().id(), jdbc -> jdbc.sql("UPDATE officers SET sees_worst = true").update());
  }

  /** A job of the case is suspected of extortion with intimate pictures from now on. */
  private void suspect() {
    DESK.bean(InOffice.class)
        .write(
            at.office().id(),
            jdbc ->
                jdbc.sql(
                        "UPDATE jobs SET suspected = array_append(suspected, 'SEXTORTION')"
                            + " WHERE id = ?")
                    .param(at.job())
                    .update());
  }

  private UUID kept(Item.Kind kind, String name, String type) {
    Keeping keeping = DESK.bean(Keeping.class);
    return DESK.bean(Desks.class)
        .change(
            at.office().id(),
            (desk, jdbc) -> {
              var file = new SqlCases(jdbc).byNumber(at.number()).orElseThrow();
              var part = new Keeping.Brought(name, type, PICTURE);
              keeping.keep(at.keeper(), file, kind, "contoh", Map.of(), List.of(part), desk, jdbc);
              return new SqlItems(jdbc).ofCase(file.id()).getLast().id();
            });
  }

  private Item.Kind kindOfTheLatest() {
    return at.look(
        DESK,
        jdbc ->
            new SqlItems(jdbc)
                .ofCase(new SqlCases(jdbc).find(at.number()).orElseThrow().id())
                .getLast()
                .kind());
  }

  private void bring() {
    DESK.pass(java.time.Duration.ofSeconds(1));
    browser.postFile(
        at.page() + "/evidence/file",
        Map.of("why", "dibawa korban"),
        "a.pdf",
        "application/pdf",
        "bukan gambar".getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void a_file_that_is_brought_to_such_a_case_is_an_intimate_picture_though_no_box_was_ticked() {
    bring();
    assertThat(kindOfTheLatest()).isEqualTo(Item.Kind.FILE);
    assertThat(box()).doesNotContain("checked");

    suspect();

    assertThat(box()).contains("checked=", "disabled=");
    assertThat(browser.get(at.page()).body()).contains("Dalam kasus ini selalu");
    bring();
    assertThat(kindOfTheLatest()).isEqualTo(Item.Kind.PICTURE);
  }

  /** The box that says that a file is an intimate picture. */
  private String box() {
    String page = browser.get(at.page()).body();
    int from = page.indexOf("name=\"intimate\"");
    return page.substring(from, page.indexOf('>', from));
  }

  @Test
  void what_was_kept_before_anybody_suspected_it_leaves_in_no_bundle() {
    kept(Item.Kind.CAPTURE, "screenshot.png", "image/png");
    kept(Item.Kind.CAPTURE, "page.txt", "text/plain");
    kept(Item.Kind.FILE, "a.png", "image/png");
    assertThat(withheld()).as("before").isZero();

    suspect();

    assertThat(withheld()).as("screen and file, not the words").isEqualTo(2);
  }

  /** With what they agreed to meanwhile. */
  private Officer asTheyAreNow() {
    return DESK.bean(Offices.class).officer(custodian.id()).orElseThrow();
  }

  private int withheld() {
    DESK.pass(java.time.Duration.ofSeconds(1));
    return DESK.bean(Bundling.class).make(asTheyAreNow(), at.number(), "untuk polisi")
            instanceof Bundling.Answer.Done done
        ? done.made().withheld()
        : -1;
  }

  @Test
  void what_one_person_opened_alone_is_sealed_again_and_opened_by_two() {
    UUID item = kept(Item.Kind.FILE, "a.png", "image/png");
    String part = "/evidence/" + item + "/parts/a.png";
    browser.post("/evidence/" + item + "/ask", "why", "agar jelas");
    assertThat(browser.get(part).status()).isEqualTo(200);

    suspect();

    assertThat(browser.get(part).status()).isEqualTo(404);
    assertThat(browser.get("/evidence/" + item).body())
        .contains("Mungkin memuat gambar intim")
        .doesNotContain(part);
    browser.post("/evidence/" + item + "/ask", "why", "mencocokkan wajah");
    assertThat(browser.get(part).status()).as("nobody agreed yet").isEqualTo(404);

    Browser second =
        DESK.browserOf(DESK.person(at.office(), "Tia Contoh", Role.EVIDENCE_CUSTODIAN));
    DESK.bean(InOffice.class)
        .write(
            at.office().id(), jdbc -> jdbc.sql("UPDATE officers SET sees_worst = true").update());
    second.open("/");
    String page = second.get("/evidence/" + item).body();
    int wish = page.indexOf("/evidence/openings/") + 19;
    second.post("/evidence/openings/" + page.substring(wish, wish + 36) + "/agree");
    assertThat(browser.get(part).status()).isEqualTo(200);
  }
}
