package ronda.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.http.server.PathContainer;
import ronda.casework.chain.AuditLog;
import ronda.casework.office.Office;
import ronda.casework.office.Officer;
import ronda.casework.office.Role;
import ronda.server.door.Declaration;
import ronda.server.sample.SamplePeople;

/**
 * Walks past every door of the server, as nobody, as each role and as an officer of another office.
 * A page that somebody adds is walked past without a word here.
 */
class DoorsTest {
  @RegisterExtension static final OpenDesk DESK = new OpenDesk();

  private static final Pattern ID =
      Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");
  private static final Pattern PLACE = Pattern.compile("(?:href|action|formaction)=\"(/[^\"#]*)\"");
  private static final int MOST_PAGES = 300;
  private static final int IDS_A_DOOR = 6;

  /** What the sample's first person, who may see all, finds by following every link. */
  private static final Map<String, Browser.Page> SEEN = new TreeMap<>();

  private static final Set<String> IDS = new LinkedHashSet<>();

  @BeforeAll
  static void the_first_person_follows_every_link() {
    Browser all = DESK.browserOf(SamplePeople.FIRST);
    var waiting = new LinkedHashSet<String>(Set.of("/"));
    while (!waiting.isEmpty() && SEEN.size() < MOST_PAGES) {
      String path = waiting.removeFirst();
      if (SEEN.containsKey(path) || path.contains("/export")) {
        continue;
      }
      Browser.Page page = all.get(path);
      SEEN.put(path, page);
      PLACE
          .matcher(page.body())
          .results()
          .map(found -> found.group(1).replace("&amp;", "&"))
          .filter(
              place -> !place.endsWith(".css") && !place.endsWith(".svg") && !place.endsWith(".js"))
          .forEach(waiting::add);
      ID.matcher(page.body()).results().map(MatchResult::group).forEach(IDS::add);
    }
  }

  @Test
  void every_door_says_who_may_enter() throws IOException {
    var list = new TreeSet<String>();
    var silent = new TreeSet<String>();
    for (Door door : Door.all(DESK)) {
      Optional<Declaration> declaration = Declaration.of(door.behind());
      declaration.ifPresentOrElse(
          said -> list.add("%-55s %s".formatted(door, said)), () -> silent.add(door.toString()));
    }
    Files.write(Path.of("target", "doors.txt"), list);

    assertThat(silent).as("doors that say nothing: add @Allowed, @AnyOfficer or @Open").isEmpty();
    assertThat(list).hasSizeGreaterThan(20);
  }

  @Test
  void nobody_enters_without_signing_in_but_where_it_is_said() {
    Browser nobody = DESK.browser();
    for (Door door : Door.all(DESK)) {
      if (Declaration.of(door.behind()).orElseThrow() instanceof Declaration.ForAnybody) {
        continue;
      }
      Browser.Page answer = door.knock(nobody, UUID.randomUUID().toString());
      assertThat(answer.status())
          .as("%s signed out", door)
          .isEqualTo(door.isApi() || door.changes() ? 401 : 302);
      if (!door.isApi()) {
        // A form that was sent too late gets a page, so that what was typed is not lost.
        assertThat(door.changes() ? answer.body() : answer.header("location"))
            .as(door.toString())
            .contains("/sign-in");
      }
    }
  }

  @Test
  void each_role_enters_where_its_permissions_say_and_nowhere_else() {
    Office office = DESK.office("Dinas untuk peran");
    for (Role role : Role.values()) {
      Officer officer = DESK.person(office, "Orang " + role.code(), role);
      Browser browser = DESK.browserOf(officer);
      browser.open("/");
      for (Door door : Door.all(DESK)) {
        if (door.isApi() && door.changes() || door.path("").equals("/sign-out")) {
          continue;
        }
        walk(door, officer, browser);
      }
    }
  }

  private static void walk(Door door, Officer officer, Browser browser) {
    switch (Declaration.of(door.behind()).orElseThrow()) {
      case Declaration.ForAnybody anybody -> {}
      case Declaration.ForOfficers officers -> {}
      case Declaration.ForHolders holders -> {
        boolean may = holders.permissions().stream().anyMatch(officer::may);
        if (!may) {
          assertThat(door.knock(browser, UUID.randomUUID().toString()).status())
              .as("%s as %s", door, officer.roles())
              .isEqualTo(403);
        } else if (!door.changes()) {
          assertThat(door.knock(browser, UUID.randomUUID().toString()).status())
              .as("%s as %s", door, officer.roles())
              .isIn(200, 302, 400, 404, 406);
        }
      }
    }
  }

  @Test
  void a_stranger_from_another_office_finds_nothing_of_it_behind_any_door() {
    Browser stranger = stranger();
    List<String> before = actsOfTheFirstOffice();
    for (Door door : Door.all(DESK)) {
      if (door.path("").equals("/sign-out") || door.path("").startsWith("/me")) {
        continue;
      }
      boolean ofThings = door.pattern().getPatternString().contains("{");
      for (String id : ofThings ? idsFor(door) : List.of("")) {
        if (!ofThings && door.changes()) {
          continue; // It changes the stranger's own office, whatever it is.
        }
        Browser.Page answer = door.knock(stranger, id);
        assertThat(mentioned(answer))
            .as("%s with %s, as a stranger", door, id)
            // Anybody is told which offices hear objections, and no more of them.
            .filteredOn(
                word ->
                    !door.path("").equals("/objection") || !word.equals(SamplePeople.OFFICE.name()))
            .isEmpty();
        if (ofThings && !isOpen(door)) {
          // A form may be sent back with a word, as long as nothing came of it: see below.
          assertThat(answer.status())
              .as("%s with %s, as a stranger", door, id)
              .isBetween(door.changes() ? 300 : 400, 499);
        }
      }
    }
    assertThat(actsOfTheFirstOffice()).as("acts in the first office").isEqualTo(before);
  }

  /** What people did there; the machine's own rounds go on meanwhile. */
  private static List<String> actsOfTheFirstOffice() {
    return DESK
        .bean(AuditLog.class)
        .page(SamplePeople.OFFICE.id(), AuditLog.Filter.ALL, Long.MAX_VALUE, 1000)
        .stream()
        .filter(link -> !link.actor().equals("Ronda"))
        .map(link -> link.number() + " " + link.act() + " by " + link.actor())
        .toList();
  }

  private static boolean isOpen(Door door) {
    return Declaration.of(door.behind()).orElseThrow() instanceof Declaration.ForAnybody;
  }

  /** Things that stand behind this door for the first office, or else any of its things. */
  private static List<String> idsFor(Door door) {
    List<String> known =
        SEEN.keySet().stream()
            .filter(path -> door.pattern().matches(PathContainer.parsePath(path.split("\\?")[0])))
            .flatMap(path -> ID.matcher(path).results().map(MatchResult::group))
            .distinct()
            .limit(IDS_A_DOOR)
            .toList();
    return known.isEmpty() ? IDS.stream().limit(IDS_A_DOOR).toList() : known;
  }

  @Test
  void a_stranger_is_shown_none_of_the_pages_that_the_first_office_sees() {
    Browser stranger = stranger();
    SEEN.forEach(
        (path, page) ->
            assertThat(mentioned(stranger.get(path)))
                .as("%s as a stranger", path)
                // A filter shows what was typed into it.
                .allMatch(URLDecoder.decode(path, StandardCharsets.UTF_8)::contains));
  }

  private static Browser stranger() {
    Office elsewhere = DESK.office("Dinas lain");
    Browser stranger = DESK.browserOf(DESK.person(elsewhere, "Orang Asing", Role.values()));
    stranger.open("/");
    return stranger;
  }

  /** What of the first office this answer lets out: its name, its people, the ids of its things. */
  private static List<String> mentioned(Browser.Page page) {
    List<String> found = new ArrayList<>();
    if (page.body().contains(SamplePeople.OFFICE.name())) {
      found.add(SamplePeople.OFFICE.name());
    }
    SamplePeople.EVERYBODY.stream()
        .map(Officer::email)
        .filter(page.body()::contains)
        .forEach(found::add);
    if (page.status() == 200) {
      IDS.stream().filter(page.body()::contains).forEach(found::add);
    }
    return found;
  }

  @Test
  void the_walk_has_seen_the_pages_it_is_about() {
    assertThat(SEEN.keySet()).contains("/people", "/audit", "/office", "/me");
    assertThat(SEEN.values()).allSatisfy(page -> assertThat(page.status()).isLessThan(500));
    assertThat(IDS).hasSizeGreaterThanOrEqualTo(SamplePeople.EVERYBODY.size());
    assertThat(SEEN.values())
        .as("words without a translation")
        .noneMatch(page -> page.body().contains("??"));
  }
}
