package ronda.server.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import ronda.casework.office.Office;
import ronda.casework.office.Role;
import ronda.server.Browser;
import ronda.server.OpenDesk;

/** What somebody keeps asking of the queue is kept under a name, for that person alone. */
class SavedViewsTest {
  @RegisterExtension static final OpenDesk DESK = new OpenDesk();

  private static final Pattern ID = Pattern.compile("name=\"view\" value=\"([0-9a-f-]{36})\"");

  private final Office office = DESK.office("Dinas yang menyimpan");
  private final Browser ani = DESK.browserOf(DESK.person(office, "Ani", Role.REVIEWER));

  private static final String ASKED = "/queue/views?show=open&category=gambling&q=gacor+88&days=7";

  private static Browser.Page kept(Browser browser, String asked, String name) {
    Browser.Page sent = browser.post(asked, "name", name);
    assertThat(sent.status()).isEqualTo(302);
    return browser.get(pathAndQuery(sent.header("location")));
  }

  private static String pathAndQuery(String address) {
    URI uri = URI.create(address);
    return uri.getRawPath() + (uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery());
  }

  private static String idOn(Browser.Page page) {
    Matcher id = ID.matcher(page.body());
    assertThat(id.find()).as("a view that can be deleted").isTrue();
    return id.group(1);
  }

  @Test
  void it_is_kept_opened_renewed_and_deleted() {
    assertThat(kept(ani, ASKED, "Judi pekan ini").body())
        .contains("Tampilan disimpan", "Judi pekan ini");

    Matcher link =
        Pattern.compile("href=\"(/queue\\?[^\"]*)\"[^>]*>Judi pekan ini<")
            .matcher(ani.get("/queue").body());
    assertThat(link.find()).isTrue();
    Browser.Page opened = ani.get(link.group(1).replace("&amp;", "&"));
    assertThat(opened.body())
        .contains("value=\"gacor 88\"", "value=\"gambling\" selected", "value=\"7\"")
        .containsPattern("aria-current=\"page\"[^>]*>Judi pekan ini<");

    kept(ani, "/queue/views?show=second", "Judi pekan ini");
    assertThat(ani.get("/queue").body()).containsOnlyOnce(">Judi pekan ini<");

    ani.post("/queue/views/forget", "view", idOn(ani.get("/queue")));
    assertThat(ani.get("/queue").body()).doesNotContain("Judi pekan ini");
  }

  @Test
  void nobody_else_sees_or_deletes_it() {
    String view = idOn(kept(ani, ASKED, "Hanya milik Ani"));
    Browser colleague = DESK.browserOf(DESK.person(office, "Budi", Role.REVIEWER));
    Browser stranger =
        DESK.browserOf(DESK.person(DESK.office("Dinas lain"), "Citra", Role.REVIEWER));

    for (Browser other : List.of(colleague, stranger)) {
      assertThat(other.open("/queue").body()).doesNotContain("Hanya milik Ani");
      assertThat(other.post("/queue/views/forget", "view", view).status()).isEqualTo(404);
    }
    assertThat(ani.get("/queue").body()).contains("Hanya milik Ani");
  }

  @Test
  void one_without_a_name_is_not_said_to_be_kept() {
    ani.open("/queue");
    assertThat(kept(ani, ASKED, "   ").body())
        .contains("Tulis nama")
        .doesNotContain("Tampilan disimpan", "name=\"view\"");
  }

  @Test
  void an_odd_name_is_kept_as_far_as_it_can_be_shown() {
    ani.open("/queue");
    // The sixtieth place falls between the two halves of a character.
    assertThat(kept(ani, ASKED, "a".repeat(59) + "\uD83D\uDE00\u0000").body())
        .contains("Tampilan disimpan", "a".repeat(59));
  }

  @Test
  void nobody_fills_the_page_with_them() {
    ani.open("/queue");
    for (int i = 1; i <= SavedViews.MOST; i++) {
      kept(ani, ASKED, "Tampilan ke-" + i + ".");
    }
    assertThat(kept(ani, ASKED, "Satu lagi").body())
        .contains("Hapus satu dahulu")
        .doesNotContain("Satu lagi");
    assertThat(kept(ani, "/queue/views?show=mine", "Tampilan ke-1.").body())
        .as("an older one may be renewed")
        .contains("Tampilan disimpan");
  }
}
