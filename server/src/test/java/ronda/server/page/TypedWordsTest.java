package ronda.server.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import ronda.casework.office.Office;
import ronda.casework.office.Role;
import ronda.server.Browser;
import ronda.server.OpenDesk;
import ronda.store.sql.InOffice;

/** A form that is refused shows what was typed: on a slow line nobody types it twice. */
class TypedWordsTest {
  @RegisterExtension static final OpenDesk DESK = new OpenDesk();

  private final Office office = DESK.office("Dinas yang mengetik");
  private final Browser browser =
      DESK.browserOf(DESK.person(office, "Ani Contoh", Role.ADMINISTRATOR, Role.REVIEWER));

  @Test
  void an_office_with_a_region_that_is_none_keeps_its_new_name() {
    Browser.Page refused =
        browser.post("/office", "name", "Dinas Baru", "kind", "ministry", "region", "Kota Rekaan ");

    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.body())
        .contains("value=\"Dinas Baru\"", "value=\"Kota Rekaan\"", "aria-invalid=\"true\"")
        .contains("class=\"problem\"");
  }

  @Test
  void a_space_behind_a_region_is_no_mistake() {
    String shown = Shown.of(office.name(), office.kind().code(), office.region().code()).mark();
    Browser.Page kept =
        browser.post(
            "/office", "name", "Dinas", "kind", "ministry", "region", " 32.71 ", "shown", shown);

    assertThat(kept.status()).isEqualTo(302);
    assertThat(browser.get("/office").body()).contains("value=\"32.71\"");
  }

  @Test
  void of_the_days_of_retention_those_that_are_right_stay_too() {
    Browser.Page refused =
        browser.post("/office/retention", "judged-harmless", "45", "looks", "99999");

    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.body()).contains("value=\"45\"", "value=\"99999\" aria-invalid=\"true\"");
  }

  @Test
  void an_account_whose_text_is_missing_need_not_be_typed_again() {
    Browser.Page refused =
        browser.post("/bring/text", "text", " ", "author", "akun-rekaan", "platform", "x");

    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.body()).contains("value=\"akun-rekaan\"", "value=\"x\"");
  }

  @Test
  void an_address_alone_is_examined() {
    Browser.Page sent =
        browser.post("/bring/text", "text", "", "url", "https://contoh.example/slot-gacor");

    assertThat(sent.status()).isEqualTo(200);
    assertThat(sent.body())
        .contains("Ronda tidak menemukan apa-apa", "value=\"https://contoh.example/slot-gacor\"");
    assertThat(brought()).as("who brought it is written down").isEqualTo(1);
  }

  private long brought() {
    return DESK.bean(InOffice.class)
        .read(
            office.id(),
            jdbc ->
                jdbc.sql("SELECT count(*) FROM audit_log WHERE act = 'posts-brought'")
                    .query(Long.class)
                    .single());
  }

  @Test
  void one_entry_of_the_menu_is_marked() {
    assertThat(browser.open("/quality/mine").body().split("aria-current=\"page\"", -1)).hasSize(2);
  }
}
