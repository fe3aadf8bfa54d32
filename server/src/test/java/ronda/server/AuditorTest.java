package ronda.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import ronda.casework.office.Office;
import ronda.casework.office.Permission;
import ronda.casework.office.Role;
import ronda.server.door.Declaration;
import ronda.server.sample.SamplePeople;
import ronda.store.login.Tokens;

/** The auditor reads everything but what is sealed, and changes nothing. */
class AuditorTest {
  @RegisterExtension static final OpenDesk DESK = new OpenDesk();

  private static final Pattern LINK = Pattern.compile("href=\"(/[^\"#]*)\"");

  /** Forms, files for others to take out, and what is about oneself: none of them is to be read. */
  private static final Set<String> NOT_FOR_READING =
      Set.of(
          "/authority/new",
          "/bring",
          "/modus/new",
          "/notices/import",
          "/notices/new",
          "/people/new",
          "/policies/new",
          "/quality/mine",
          "/referrals/export.csv",
          "/watchlist/export.csv",
          "/watchlist/import",
          "/watchlist/new");

  @Test
  void the_auditor_reads_every_list_and_finds_no_form_and_no_secret_there() {
    Office office = DESK.office("Dinas yang diaudit");
    String secret =
        DESK.bean(Tokens.class).make(office.id(), "program", Role.REVIEWER, DESK.now()).text();
    Browser auditor = DESK.browserOf(DESK.person(office, "Umar Contoh", Role.AUDITOR));
    auditor.open("/");
    for (Door door : Door.all(DESK)) {
      String path = door.pattern().getPatternString();
      if (door.changes()
          || door.isApi()
          || path.contains("{")
          || !(Declaration.of(door.behind()).orElseThrow() instanceof Declaration.ForHolders)) {
        continue;
      }
      Browser.Page page = auditor.get(path);
      assertThat(page.status()).as(path).isEqualTo(NOT_FOR_READING.contains(path) ? 403 : 200);
      assertThat(page.body()).as(path).doesNotContain("??", secret);
    }
    for (String path :
        List.of(
            "/office",
            "/office/letters",
            "/objections",
            "/police-lane",
            "/evidence/openings",
            "/referrals/unknown",
            "/batches")) {
      String body = auditor.get(path).body();
      assertThat(body.substring(body.indexOf("<main")).split("</main>")[0])
          .as(path)
          .doesNotContain("<form");
    }
    assertThat(auditor.get("/office").body()).contains("program", "Dinas yang diaudit");
  }

  @Test
  void the_auditor_reads_what_is_behind_a_list_but_not_what_somebody_pasted() {
    Browser auditor = DESK.browserOf(DESK.person(SamplePeople.OFFICE, "Umar Contoh", Role.AUDITOR));
    auditor.open("/");
    Browser ani = DESK.browserOf(DESK.person(SamplePeople.OFFICE, "Ani Contoh", Role.REVIEWER));
    ani.open("/bring");
    ani.post(
        "/bring/text",
        "text",
        "Open BO anak SMP umur 14 ready malam ini, include room, chat WA 081200004321");
    for (String list : List.of("/batches", "/objections", "/police-lane")) {
      List<String> behind =
          LINK.matcher(auditor.get(list).body())
              .results()
              .map(found -> found.group(1))
              .filter(path -> path.startsWith(list + "/"))
              .toList();
      assertThat(behind).as(list).isNotEmpty();
      for (String path : behind) {
        Browser.Page page = auditor.get(path);
        assertThat(page.status()).as(path).isEqualTo(200);
        assertThat(page.body().substring(page.body().indexOf("<main")).split("</main>")[0])
            .as(path)
            .doesNotContain("<form");
      }
    }
    String pasted =
        ani.post("/bring/text", "text", "CONTOH91 slot gacor maxwin daftar sekarang")
            .header("location");
    String batch = URI.create(pasted).getPath();
    assertThat(batch).startsWith("/batches/");
    assertThat(ani.get(batch).status()).isEqualTo(200);
    assertThat(auditor.get(batch).status()).as("it may be the first word of two").isEqualTo(404);
    assertThat(auditor.get("/batches").body()).doesNotContain(batch);
  }

  /**
   * Views of the queue are one's own; lines that could not be read are read, and that is entered.
   */
  private static final Set<String> NO_ACTS =
      Set.of("/queue/views", "/queue/views/forget", "/batches/{id}/rejects.csv");

  @Test
  void the_auditor_is_refused_every_act() {
    Browser auditor =
        DESK.browserOf(DESK.person(DESK.office("Dinas diaudit"), "Umar Contoh", Role.AUDITOR));
    auditor.open("/");
    for (Door door : Door.all(DESK)) {
      if (door.changes()
          && !door.isApi()
          && Declaration.of(door.behind()).orElseThrow() instanceof Declaration.ForHolders holders
          && !NO_ACTS.contains(door.pattern().getPatternString())) {
        assertThat(door.knock(auditor, UUID.randomUUID().toString()).status())
            .as("%s for %s", door, holders.permissions())
            .isEqualTo(403);
      }
    }
  }

  @Test
  void the_auditor_reads_and_changes_nothing() {
    assertThat(Role.AUDITOR.permissions())
        .allMatch(permission -> permission.name().startsWith("READ_"));
    assertThat(Role.AUDITOR.permissions()).contains(Permission.READ_AUDIT);
  }
}
