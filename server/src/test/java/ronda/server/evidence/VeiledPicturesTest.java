package ronda.server.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import ronda.casework.chain.Link;
import ronda.casework.evidence.Item;
import ronda.casework.office.Officer;
import ronda.casework.office.Role;
import ronda.server.Browser;
import ronda.server.OpenDesk;
import ronda.server.desk.Desks;
import ronda.store.sql.InOffice;
import ronda.store.sql.SqlCases;
import ronda.store.sql.SqlItems;
import ronda.testkit.picture.PictureFiles;

/** For the officer's own sake: a picture stands blurred and grey until somebody asks for it. */
class VeiledPicturesTest {
  @RegisterExtension static final OpenDesk DESK = new OpenDesk();

  private CaseAtHand at = CaseAtHand.open(DESK);
  private Officer custodian = DESK.person(at.office(), "Yana Contoh", Role.EVIDENCE_CUSTODIAN);
  private Browser browser = DESK.browserOf(custodian);

  @BeforeEach
  void somebody_is_signed_in() {
    browser.open("/");
  }

  @Test
  void the_picture_of_a_captured_page_is_veiled_until_it_is_asked_for() {
    UUID item = kept(Item.Kind.CAPTURE);
    assertThat(browser.get("/evidence/" + item).body()).as("sealed").doesNotContain("<img");
    open(item);

    assertThat(browser.get("/evidence/" + item).body())
        .contains("class=\"veiled\"", "Tampilkan apa adanya");
    Browser.Page clear = browser.post("/evidence/" + item + "/look");
    assertThat(clear.body()).contains("class=\"clear\"").doesNotContain("class=\"veiled\"");
    assertThat(browser.get("/evidence/" + item).body())
        .as("whoever comes again asks again")
        .contains("class=\"veiled\"");
  }

  @Test
  void each_asking_counts_as_being_shown_it_and_a_veiled_look_does_not() {
    UUID item = kept(Item.Kind.CAPTURE);
    open(item);
    browser.get("/evidence/" + item);
    assertThat(shown()).isZero();
    browser.post("/evidence/" + item + "/look");
    DESK.pass(Duration.ofSeconds(5));
    browser.post("/evidence/" + item + "/look");
    assertThat(shown()).isEqualTo(2);
  }

  @Test
  void the_address_of_a_picture_shows_a_veil_to_whoever_did_not_ask_to_see_it() {
    UUID item = kept(Item.Kind.CAPTURE);
    String picture = "/evidence/" + item + "/pictures/screenshot.png";
    open(item);

    byte[] veil = browser.download(picture);
    assertThat(veil).isNotEqualTo(picture()).hasSizeLessThan(30_000);
    assertThat(browser.download(picture + "?clear=true")).as("nobody asked yet").isEqualTo(veil);
    assertThat(acts(item)).containsExactly("kept", "asked", "opened", "veiled", "veiled");

    Browser.Page page = browser.post("/evidence/" + item + "/look");
    assertThat(page.body()).contains("src=\"" + picture + "?clear=true\"");
    assertThat(browser.download(picture + "?clear=true")).isEqualTo(picture());
    assertThat(browser.download(picture)).as("the veiled page beside it").isEqualTo(veil);
    assertThat(acts(item)).endsWith("unveiled", "opened", "veiled");
    assertThat(browser.get("/evidence/" + item).body()).contains("Diminta melihat gambar");

    DESK.pass(Duration.ofMinutes(16));
    open(item);
    assertThat(browser.download(picture + "?clear=true"))
        .as("opened anew, asked for anew")
        .isEqualTo(veil);
  }

  private List<String> acts(UUID item) {
    return at
        .look(
            DESK,
            jdbc ->
                new SqlItems(jdbc)
                    .custodyOf(new SqlCases(jdbc).find(at.number()).orElseThrow().id()))
        .stream()
        .filter(link -> link.subject().equals("item:" + item) && !link.act().equals("stamped"))
        .map(Link::act)
        .toList();
  }

  @Test
  void the_picture_comes_as_a_picture_and_each_time_is_a_touch() {
    UUID item = kept(Item.Kind.CAPTURE);
    String picture = "/evidence/" + item + "/pictures/screenshot.png";
    assertThat(browser.get(picture).status()).as("sealed").isEqualTo(404);
    open(item);
    Browser.Page shown = browser.get(picture);
    assertThat(shown.header("content-type")).isEqualTo("image/png");
    assertThat(shown.header("cache-control")).contains("no-store");
    assertThat(shown.header("x-content-type-options")).isEqualTo("nosniff");
    assertThat(browser.get("/evidence/" + item).body()).contains("screenshot.png: agar jelas");
    assertThat(browser.get("/evidence/" + item + "/pictures/page.html").status()).isEqualTo(404);
  }

  @Test
  void an_intimate_picture_and_a_file_that_was_brought_are_never_shown() {
    Officer second = DESK.person(at.office(), "Tia Contoh", Role.EVIDENCE_CUSTODIAN);
    Browser other = DESK.browserOf(second);
    other.open("/");
    for (Item.Kind kind : List.of(Item.Kind.PICTURE, Item.Kind.FILE)) {
      UUID item = kept(kind);
      open(item);
      String page = other.get("/evidence/" + item).body();
      int wish = page.indexOf("/evidence/openings/");
      if (wish >= 0) {
        other.post("/evidence/openings/" + page.substring(wish + 19, wish + 55) + "/agree");
      }
      assertThat(browser.get("/evidence/" + item).body())
          .as("%s, open", kind)
          .contains("/parts/screenshot.png")
          .doesNotContain("<img", "/look");
      assertThat(browser.get("/evidence/" + item + "/pictures/screenshot.png").status())
          .isEqualTo(404);
      assertThat(browser.post("/evidence/" + item + "/look").status()).isEqualTo(404);
    }
    assertThat(shown()).isZero();
  }

  @Test
  void the_picture_of_a_page_that_may_be_intimate_is_never_shown() {
    UUID item = kept(Item.Kind.CAPTURE);
    open(item);
    change("UPDATE officers SET sees_worst = true WHERE id = ?", custodian.id());
    assertThat(browser.get("/evidence/" + item).body()).contains("class=\"veiled\"");

    change(
        "UPDATE jobs SET suspected = array_append(suspected, 'SEXTORTION') WHERE id = ?", at.job());

    assertThat(browser.get("/evidence/" + item).body())
        .contains("agar jelas")
        .doesNotContain("<img");
    assertThat(browser.get("/evidence/" + item + "/pictures/screenshot.png").status())
        .isEqualTo(404);
    assertThat(browser.post("/evidence/" + item + "/look").status()).isEqualTo(404);
  }

  private void change(String sql, UUID id) {
    DESK.bean(InOffice.class).write(at.office().id(), jdbc -> jdbc.sql(sql).param(id).update());
  }

  private void open(UUID item) {
    browser.post("/evidence/" + item + "/ask", "why", "agar jelas");
  }

  private long shown() {
    return at.look(
        DESK,
        jdbc ->
            jdbc.sql("SELECT count(*) FROM views WHERE officer = ?")
                .param(custodian.id())
                .query(Long.class)
                .single());
  }

  private UUID kept(Item.Kind kind) {
    byte[] picture = picture();
    Keeping keeping = DESK.bean(Keeping.class);
    return DESK.bean(Desks.class)
        .change(
            at.office().id(),
            (desk, jdbc) -> {
              var file = new SqlCases(jdbc).byNumber(at.number()).orElseThrow();
              keeping.keep(
                  at.keeper(),
                  file,
                  kind,
                  "contoh",
                  Map.of(),
                  List.of(new Keeping.Brought("screenshot.png", "image/png", picture)),
                  desk,
                  jdbc);
              return new SqlItems(jdbc).ofCase(file.id()).getLast().id();
            });
  }

  private static byte[] picture() {
    return PictureFiles.png(new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB));
  }
}
