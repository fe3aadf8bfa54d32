package ronda.server.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import ronda.casework.chain.AuditLog;
import ronda.casework.chain.Link;
import ronda.casework.office.Office;
import ronda.casework.office.Officer;
import ronda.casework.office.Offices;
import ronda.casework.office.Region;
import ronda.casework.office.Role;
import ronda.server.Browser;
import ronda.server.OpenDesk;
import ronda.store.login.Tokens;

/** The forms of people and programs, where two people use them at once. */
class PeopleFormsTest {
  @RegisterExtension static final OpenDesk DESK = new OpenDesk();

  private static final Pattern SHOWN = Pattern.compile("name=\"shown\" value=\"([^\"]*)\"");

  private Office office = DESK.office("Dinas dengan dua administrator");

  @BeforeEach
  void an_office() {
    office = DESK.office("Dinas dengan dua administrator");
  }

  private Browser administrator(String name) {
    Browser browser = DESK.browserOf(DESK.person(office, name, Role.ADMINISTRATOR));
    browser.open("/people");
    return browser;
  }

  private static String mark(Browser.Page page) {
    Matcher mark = SHOWN.matcher(page.body());
    assertThat(mark.find()).isTrue();
    return mark.group(1);
  }

  private static Browser.Page change(
      Browser browser, Officer officer, String name, String role, String shown) {
    return browser.post(
        "/people/" + officer.id(),
        "name",
        name,
        "email",
        officer.email(),
        "region",
        "32.71",
        "roles",
        role,
        "shown",
        shown);
  }

  private static Officer kept(Officer officer) {
    return DESK.bean(Offices.class).officer(officer.id()).orElseThrow();
  }

  @Test
  void a_form_that_was_left_open_does_not_give_back_a_role_that_somebody_took_away() {
    Officer officer = DESK.person(office, "Rekan", Role.HEAD);
    Browser ani = administrator("Ani Contoh");
    Browser bayu = administrator("Bayu Contoh");
    String shown = mark(ani.open("/people/" + officer.id()));
    String same = mark(bayu.open("/people/" + officer.id()));
    assertThat(change(bayu, officer, "Rekan", "reviewer", same).status()).isEqualTo(302);

    Browser.Page refused = change(ani, officer, "Rekan Baru", "head", shown);

    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.body())
        .contains("Belum tersimpan", "Bayu Contoh")
        .containsPattern("name=\"name\"[^>]*value=\"Rekan Baru\"");
    assertThat(kept(officer).roles()).containsExactly(Role.REVIEWER);
    assertThat(kept(officer).name()).isEqualTo("Rekan");
    assertThat(change(ani, officer, "Rekan Baru", "head", mark(refused)).status())
        .as("who means it still keeps it")
        .isEqualTo(302);
    assertThat(kept(officer).roles()).containsExactly(Role.HEAD);
  }

  @Test
  void of_two_forms_sent_at_the_same_moment_one_is_kept() throws Exception {
    Officer officer = DESK.person(office, "Rekan", Role.HEAD);
    Browser ani = administrator("Ani Contoh");
    Browser bayu = administrator("Bayu Contoh");
    String shown = mark(ani.open("/people/" + officer.id()));
    bayu.open("/people/" + officer.id());

    assertThat(
            atOnce(
                () -> change(ani, officer, "Rekan", "reviewer", shown).status(),
                () -> change(bayu, officer, "Rekan", "analyst", shown).status()))
        .containsExactlyInAnyOrder(302, 409);
  }

  @Test
  void a_form_with_a_mistake_in_it_keeps_the_mark_of_what_it_showed() {
    Officer officer = DESK.person(office, "Rekan", Role.HEAD);
    Browser ani = administrator("Ani Contoh");
    Browser bayu = administrator("Bayu Contoh");
    String shown = mark(ani.open("/people/" + officer.id()));
    change(bayu, officer, "Rekan", "reviewer", shown);

    Browser.Page mistaken = change(ani, officer, "", "head", shown);

    assertThat(mistaken.status()).isEqualTo(400);
    assertThat(change(ani, officer, "Rekan", "head", mark(mistaken)).status()).isEqualTo(409);
  }

  @Test
  void an_office_that_somebody_changed_meanwhile_is_not_changed_back() {
    Browser ani = administrator("Ani Contoh");
    Browser bayu = administrator("Bayu Contoh");
    String shown = mark(ani.open("/office"));
    assertThat(changeOffice(bayu, "Dinas Bayu", mark(bayu.open("/office"))).status())
        .isEqualTo(302);

    Browser.Page refused = changeOffice(ani, "Dinas Ani", shown);

    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.body()).contains("Belum tersimpan", "Dinas Bayu", "value=\"Dinas Ani\"");
    assertThat(changeOffice(ani, "Dinas Ani", mark(refused)).status()).isEqualTo(302);
    assertThat(DESK.bean(Offices.class).byId(office.id()).orElseThrow().name())
        .isEqualTo("Dinas Ani");
  }

  @Test
  void people_move_along_when_the_region_of_their_office_is_corrected() {
    Browser ani = administrator("Ani Contoh");
    Officer same = DESK.person(office, "Sama Contoh", Role.REVIEWER);
    Officer part = DESK.person(office, "Bagian Contoh", new Region("32.71.02"), Role.REVIEWER);
    Browser.Page form = ani.open("/office");
    assertThat(form.body()).contains("pindahkan juga 2 orang yang wilayahnya persis 32.71");
    for (String wrong : List.of("99.99", "36.00", "Pandeglang")) {
      assertThat(moveOffice(ani, wrong, mark(form)).status()).as(wrong).isEqualTo(400);
    }

    assertThat(moveOffice(ani, "36.01", mark(form)).status()).isEqualTo(302);

    assertThat(kept(same).region()).isEqualTo(new Region("36.01"));
    assertThat(kept(part).region()).isEqualTo(new Region("32.71.02"));
    assertThat(ani.open("/office").body())
        .contains("di luar wilayah kantor, 36.01", "Bagian Contoh (32.71.02)")
        .doesNotContain("Sama Contoh (");
    assertThat(ani.open("/audit").body()).contains("Sama Contoh");
  }

  private static Browser.Page moveOffice(Browser browser, String region, String shown) {
    return browser.post(
        "/office",
        "name",
        "Dinas Pandeglang",
        "kind",
        "communications-office",
        "region",
        region,
        "move",
        "true",
        "shown",
        shown);
  }

  private static Browser.Page changeOffice(Browser browser, String name, String shown) {
    return browser.post(
        "/office", "name", name, "kind", "ministry", "region", "32.71", "shown", shown);
  }

  @Test
  void of_two_invitations_with_one_address_at_the_same_moment_one_is_refused() throws Exception {
    for (int i = 0; i < 5; i++) {
      String email = UUID.randomUUID() + "@contoh.invalid";
      Browser ani = administrator("Ani Contoh");
      Browser bayu = administrator("Bayu Contoh");

      assertThat(atOnce(() -> invite(ani, email), () -> invite(bayu, email)))
          .containsExactlyInAnyOrder(200, 400);
    }
  }

  private static int invite(Browser browser, String email) {
    return browser
        .post(
            "/people/new",
            "name",
            "Orang Baru",
            "email",
            email,
            "region",
            "32.71",
            "roles",
            "reviewer")
        .status();
  }

  private static List<Integer> atOnce(Callable<Integer> one, Callable<Integer> other)
      throws Exception {
    var begin = new CyclicBarrier(2);
    try (ExecutorService both = Executors.newFixedThreadPool(2)) {
      Future<Integer> first = both.submit(() -> after(begin, one));
      Future<Integer> second = both.submit(() -> after(begin, other));
      return List.of(first.get(), second.get());
    }
  }

  private static int after(CyclicBarrier begin, Callable<Integer> work) throws Exception {
    begin.await();
    return work.call();
  }

  @Test
  void two_programs_of_an_office_bear_two_names_and_the_log_says_which_token_it_was() {
    Browser ani = administrator("Ani Contoh");
    assertThat(token(ani, "pengirim").status()).isEqualTo(200);
    UUID id = DESK.bean(Tokens.class).ofOffice(office.id()).getFirst().id();

    Browser.Page refused = token(ani, "Pengirim");

    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.body()).contains("sudah bernama begitu", "value=\"Pengirim\"");
    ani.open("/office");
    assertThat(ani.post("/office/tokens/" + id + "/end").status()).isEqualTo(302);
    assertThat(token(ani, "Pengirim").status()).as("the name is free again").isEqualTo(200);
    assertThat(entries().stream().filter(link -> link.subject().equals("token:" + id)))
        .extracting(Link::act)
        .containsExactly("token-ended", "token-made");
    assertThat(entries().stream().filter(link -> link.act().equals("token-made")))
        .allMatch(link -> link.body().toLowerCase(java.util.Locale.ROOT).contains("pengirim"))
        .hasSize(2);
  }

  private static Browser.Page token(Browser browser, String name) {
    browser.open("/office");
    return browser.post("/office/tokens", "name", name, "role", "reviewer");
  }

  private List<Link> entries() {
    return DESK.bean(AuditLog.class).page(office.id(), AuditLog.Filter.ALL, Long.MAX_VALUE, 1000);
  }
}
