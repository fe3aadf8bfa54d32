package ronda.server.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import ronda.casework.office.Office;
import ronda.casework.office.Role;
import ronda.server.Browser;
import ronda.server.OpenDesk;

/** A form that is refused shows what was typed: on a slow line nobody types it twice. */
class TypedWordsTest {
  @RegisterExtension static final OpenDesk DESK = new OpenDesk();

  private final Office office = DESK.office("Dinas yang mengetik");
  private final Browser browser =
      DESK.browserOf(DESK.person(office, "Ani Contoh", Role.ADMINISTRATOR, Role.REVIEWER));

  @Test
  void an_office_with_a_region_that_is_none_keeps_its_new_name() {
    Browser.Page refused =
        browser.post("/office", "name", "Dinas Baru", "kind", "regency", "region", "Kota Rekaan");

    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.body())
        .contains("value=\"Dinas Baru\"", "value=\"Kota Rekaan\"")
        .contains("class=\"problem\"");
  }

  @Test
  void of_the_days_of_retention_those_that_are_right_stay_too() {
    Browser.Page refused =
        browser.post("/office/retention", "judged-harmless", "45", "looks", "selamanya");

    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.body()).contains("value=\"45\"", "value=\"selamanya\"");
  }

  @Test
  void an_account_whose_text_is_missing_need_not_be_typed_again() {
    Browser.Page refused =
        browser.post("/bring/text", "text", " ", "author", "akun-rekaan", "url", "contoh.example");

    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.body()).contains("value=\"akun-rekaan\"", "value=\"contoh.example\"");
  }
}
