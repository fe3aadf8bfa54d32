package ronda.server.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ronda.casework.office.Office;
import ronda.casework.office.Role;
import ronda.server.Browser;
import ronda.server.OpenDesk;
import ronda.store.login.Tokens;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** How programs walk through the lists, and what they are told of a place that is none. */
class CursorsTest {
  @RegisterExtension static final OpenDesk DESK = new OpenDesk();

  private static final String ID = new UUID(0, 7).toString();

  private static final List<String> DIFFERENT =
      List.of(
          "Main di CONTOH88 slot gacor maxwin, daftar sekarang juga",
          "Situs RAJA77 gampang jackpot, slot gacor new member 100%",
          "Bandar togel CONTOH66, hadiah 4D sampai 10 juta, daftar",
          "Depo 10 ribu wd jutaan, slot gacor REKAAN303 anti rungkad",
          "Bola parlay terpercaya di TARUHAN55, bonus deposit 50%, link di bio");

  private final Browser program = DESK.browser();

  private Browser.Page jobs(Office office, String asked) {
    String token =
        DESK.bean(Tokens.class)
            .make(office.id(), UUID.randomUUID().toString(), Role.REVIEWER, DESK.now())
            .text();
    return program.get("/api/v1/jobs?" + asked, "Authorization", "Bearer " + token);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "after=x",
        "after=_",
        "after=%00",
        "after=2026-11-22T00:00:00Z_1_x",
        "after=2026-11-22T00:00:00Z_99999999999999999999_00000000-0000-0000-0000-000000000007",
        // Not a number, and endless.
        "after=2026-11-22T00:00:00Z_9221120237041090560_00000000-0000-0000-0000-000000000007",
        "after=2026-11-22T00:00:00Z_9218868437227405312_00000000-0000-0000-0000-000000000007",
        "after=%2B999999999-12-31T23:59:59Z_1_00000000-0000-0000-0000-000000000007",
        "after=-999999999-01-01T00:00:00Z_1_00000000-0000-0000-0000-000000000007",
        "limit=x",
        "limit=0",
        "limit=-5",
        "limit=201",
        "limit=99999999999999999999",
      })
  void a_parameter_that_cannot_be_is_refused_by_its_name(String asked) {
    Browser.Page refused = jobs(DESK.office("Dinas yang salah bertanya"), asked);

    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.header("content-type")).startsWith("application/problem+json");
    String name = asked.substring(0, asked.indexOf('='));
    assertThat(JsonMapper.shared().readTree(refused.body()).get("parameter").asString())
        .isEqualTo(name);
    assertThat(JsonMapper.shared().readTree(refused.body()).get("detail").asString())
        .startsWith(name + " ");
  }

  @Test
  void a_walk_by_next_sees_each_job_once() {
    Office office = DESK.office("Dinas yang berjalan");
    Browser ani = DESK.browserOf(DESK.person(office, "Ani Contoh", Role.REVIEWER));
    for (String text : DIFFERENT) {
      ani.post("/bring/text", "text", text);
    }
    List<String> all = ids(JsonMapper.shared().readTree(jobs(office, "limit=200").body()));
    assertThat(all).hasSize(DIFFERENT.size());
    var walked = new ArrayList<String>();
    String next = "";
    do {
      JsonNode page =
          JsonMapper.shared()
              .readTree(
                  jobs(office, "limit=3&after=" + URLEncoder.encode(next, StandardCharsets.UTF_8))
                      .body());
      walked.addAll(ids(page));
      next = page.get("next").asString();
    } while (!next.isEmpty() && walked.size() < 300);

    assertThat(walked).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(all);
  }

  private static List<String> ids(JsonNode page) {
    return page.get("items").valueStream().map(one -> one.get("id").asString()).toList();
  }

  /** An old bookmark of a person still shows a queue. */
  @Test
  void a_page_with_such_a_place_begins_at_its_beginning() {
    Browser officer =
        DESK.browserOf(DESK.person(DESK.office("Dinas"), "Ani Contoh", Role.REVIEWER));

    for (String place : List.of("x", "%2B999999999-12-31T23:59:59Z_1_" + ID)) {
      assertThat(officer.get("/queue?after=" + place).status()).as(place).isEqualTo(200);
    }
  }
}
