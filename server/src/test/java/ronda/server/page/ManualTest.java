package ronda.server.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import ronda.casework.office.Officer;
import ronda.casework.office.Role;
import ronda.server.OpenDesk;

/** The officers' manual (panduan) names pages, menus and buttons as the console does. */
class ManualTest {
  @RegisterExtension static final OpenDesk DESK = new OpenDesk();

  private static final Path ROOT = Path.of(System.getProperty("ronda.root", ".."));
  private static final Path MANUAL = ROOT.resolve("docs/panduan");
  private static final Pattern BOLD = Pattern.compile("\\*\\*(.+?)\\*\\*", Pattern.DOTALL);
  private static final Pattern LINK = Pattern.compile("\\]\\(([^)#]+)(?:#[^)]*)?\\)");
  private static final Pattern MENU = Pattern.compile("(?m)^Menu: (.+)$");
  private static final Pattern NAV = Pattern.compile("(?s)<nav[^>]*>\\s*<ul>(.*?)</ul>");
  private static final Pattern ITEM = Pattern.compile("<a [^>]*>([^<]+)</a>");

  static Stream<Path> pages() throws IOException {
    try (Stream<Path> all = Files.list(MANUAL)) {
      return all.sorted().toList().stream();
    }
  }

  /** All that the console says, with … where it puts in a number or a name. */
  private static Set<String> said() throws IOException {
    Set<String> said = new TreeSet<>();
    Path messages = ROOT.resolve("server/src/main/resources/messages");
    try (Stream<Path> all = Files.list(messages)) {
      for (Path file : all.filter(one -> one.toString().endsWith("_id.properties")).toList()) {
        var words = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
          words.load(reader);
        }
        words
            .values()
            .forEach(
                word ->
                    said.add(String.valueOf(word).replace("''", "'").replaceAll("\\{[^}]*}", "…")));
      }
    }
    return said;
  }

  private static String read(Path page) {
    try {
      return Files.readString(page);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> bold(String text) {
    return BOLD.matcher(text)
        .results()
        .map(found -> found.group(1).replaceAll("\\s+", " "))
        .toList();
  }

  @ParameterizedTest
  @MethodSource("pages")
  void what_stands_in_bold_stands_so_in_the_console(Path page) throws IOException {
    assertThat(bold(read(page))).isNotEmpty().isSubsetOf(said());
  }

  @ParameterizedTest
  @MethodSource("pages")
  void every_link_and_picture_leads_somewhere(Path page) {
    assertThat(LINK.matcher(read(page)).results().map(found -> found.group(1)))
        .allSatisfy(link -> assertThat(MANUAL.resolve(link)).exists());
  }

  @ParameterizedTest
  @CsvSource({
    "ADMINISTRATOR, administrator",
    "HEAD, pimpinan",
    "REVIEWER, peninjau",
    "CASE_OFFICER, petugas-kasus",
    "EVIDENCE_CUSTODIAN, penjaga-barang-bukti",
    "SPOKESPERSON, juru-bicara",
    "POSKO, posko",
    "ANALYST, analis",
    "AUDITOR, auditor"
  })
  void the_page_of_a_role_gives_the_menu_that_the_role_is_shown(Role role, String page) {
    Officer officer = DESK.person(DESK.office("Kantor panduan"), "Panduan Contoh", role);
    String start = DESK.browserOf(officer).get("/").body();
    var nav = NAV.matcher(start);
    assertThat(nav.find()).isTrue();
    List<String> shown =
        ITEM.matcher(nav.group(1)).results().map(found -> found.group(1).strip()).toList();
    var menu = MENU.matcher(read(MANUAL.resolve(page + ".md")));

    assertThat(menu.find()).isTrue();
    assertThat(bold(menu.group(1))).isEqualTo(shown);
  }

  @Test
  void the_map_names_every_page_and_the_readme_leads_to_it() throws IOException {
    String map = read(MANUAL.resolve("README.md"));

    assertThat(pages().map(page -> page.getFileName().toString()))
        .filteredOn(name -> !name.equals("README.md"))
        .hasSize(11)
        .allSatisfy(name -> assertThat(map).contains("(" + name + ")"));
    assertThat(read(ROOT.resolve("README.md"))).contains("(docs/panduan/README.md)");
  }
}
