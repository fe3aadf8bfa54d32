package ronda.server.policies;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import ronda.casework.office.Office;
import ronda.casework.office.Role;
import ronda.server.Browser;
import ronda.server.OpenDesk;
import ronda.server.desk.Batch;
import ronda.server.desk.Intake;
import ronda.sources.files.Format;

/** A policy whose condition is sound and still has no answer for some posts. */
class FailingPolicyTest {
  @RegisterExtension static final OpenDesk DESK = new OpenDesk();

  private static final String FAILING = "/policies/coin-toss";
  private static final String ADVERT =
      "{\"text\":\"Slot gacor maxwin hari ini, daftar sekarang bonus new member 100%\"}\n";

  private final Office office = DESK.office("Dinas syarat gagal");
  private final Browser head = DESK.browserOf(DESK.person(office, "Hana Contoh", Role.HEAD));

  @BeforeEach
  void a_condition_divides_by_what_may_be_zero() {
    String text =
        PolicyEditor.template("coin-toss")
            .replaceAll("(?s)condition:.*", "condition: 10 / payments > 1\n");
    Browser.Page page =
        head.post(
            FAILING + "/trial",
            "shown",
            head.shown("/policies/new?name=coin-toss"),
            "text",
            text,
            "why",
            "Modus baru.");
    assertThat(page.status()).isEqualTo(302);
  }

  @Test
  void how_often_it_failed_and_why_stands_beside_it() throws IOException {
    assertThat(head.get("/policies").body()).contains("coin-toss").doesNotContain("dihitung 1");

    bring(ADVERT);

    assertThat(head.get("/policies").body())
        .containsOnlyOnce(
            "Syarat versi 1 tidak dapat dihitung 1 kali sejak server dinyalakan, terakhir karena"
                + " pembagian dengan nol.");
    head.post("/preferences", "language", "en");
    assertThat(head.get("/policies").body())
        .contains(
            "The condition of version 1 could not be answered once since", "division by zero");
  }

  @Test
  void the_count_goes_on_when_another_policy_is_changed() throws IOException {
    bring(ADVERT);
    String other = "/policies/gambling-promotion";
    head.post(other + "/limit", "shown", head.shown(other), "limit", "777", "why", "Gelombang.");
    assertThat(head.get(other).body()).contains("value=\"777\"");

    bring(ADVERT.replace("maxwin", "menang"));

    assertThat(head.get("/policies").body()).contains("versi 1 tidak dapat dihitung 2 kali");
  }

  @Test
  void another_office_hears_nothing_of_it() throws IOException {
    bring(ADVERT);
    Office other = DESK.office("Dinas tetangga");

    assertThat(DESK.browserOf(DESK.person(other, "Tono Contoh", Role.HEAD)).get("/policies").body())
        .doesNotContain("tidak dapat dihitung");
  }

  private void bring(String posts) throws IOException {
    Intake.Answer answer =
        DESK.bean(Intake.class)
            .receive(
                new Intake.Sending(office.id(), "test", Batch.Way.API, "", Optional.empty()),
                new ByteArrayInputStream(posts.getBytes(StandardCharsets.UTF_8)),
                Format.JSONL);
    assertThat(((Intake.Answer.Done) answer).batch().found()).isEqualTo(1);
  }
}
