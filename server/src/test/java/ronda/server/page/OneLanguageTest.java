package ronda.server.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ronda.casework.office.Officer;
import ronda.casework.office.Offices;
import ronda.server.Browser;
import ronda.server.OpenDesk;

/**
 * Whoever reads Indonesian is told nothing in English, wherever the links of the sample lead. What
 * a page says only when something went wrong is tried beside the room that says it.
 */
class OneLanguageTest {
  @RegisterExtension static final OpenDesk DESK = new OpenDesk();

  private static final int MOST_PAGES = 150;
  private static final int OF_A_KIND = 3;

  private static final Pattern LINK = Pattern.compile("href=\"(/[^\"#]*)\"");
  private static final Pattern ID = Pattern.compile("[0-9a-f-]{36}|\\d+");

  /** What is not ours to say: code, what people typed, the switch to English. */
  private static final Pattern NOT_OURS =
      Pattern.compile(
          "(?s)<head>.*?</head>|<textarea.*?</textarea>|<pre.*?</pre>|<code.*?</code>"
              + "|<td[^>]*class=\"code.*?</td>|<ol class=\"changes code.*?</ol>|<button[^>]*lang=\"en\".*?</button>");

  /** Words that no English sentence does without, and no Indonesian one has. */
  private static final Pattern ENGLISH =
      Pattern.compile(
          "(?i)\\b(the|was|were|which|could|cannot|with|without|and|not|what|your|every|from)\\b");

  @ParameterizedTest
  @ValueSource(strings = {"sari", "anisa", "umar"})
  void an_indonesian_page_says_nothing_in_english(String name) {
    Officer officer =
        DESK.bean(Offices.class).officerByEmail(name + "@contoh.invalid").orElseThrow();
    Map<String, List<String>> pages = walk(DESK.browserOf(officer));

    assertThat(pages).hasSizeGreaterThan(25);
    pages.forEach((path, lines) -> assertThat(english(lines)).as(path).isEmpty());
  }

  @Test
  void a_page_in_english_would_be_noticed() {
    Officer officer = DESK.bean(Offices.class).officerByEmail("sari@contoh.invalid").orElseThrow();
    Browser browser = DESK.browserOf(officer);
    browser.open("/");
    browser.post("/preferences", "language", "en");

    assertThat(english(lines(browser.get("/audit").body()))).isNotEmpty();
  }

  /** What each page says, as far as links lead; of pages that differ in an id alone, a few. */
  private static Map<String, List<String>> walk(Browser browser) {
    Map<String, List<String>> pages = new TreeMap<>();
    Deque<String> ahead = new ArrayDeque<>(List.of("/"));
    Set<String> seen = new LinkedHashSet<>(ahead);
    Map<String, Integer> kinds = new TreeMap<>();
    while (!ahead.isEmpty() && pages.size() < MOST_PAGES) {
      String path = ahead.remove();
      Browser.Page page = browser.get(path);
      if (page.status() != 200 || !page.header("content-type").contains("html")) {
        continue;
      }
      pages.put(path, lines(page.body()));
      LINK.matcher(page.body())
          .results()
          .map(link -> link.group(1).replace("&amp;", "&"))
          .filter(seen::add)
          .filter(next -> kinds.merge(kind(next), 1, Integer::sum) <= OF_A_KIND)
          .forEach(ahead::add);
    }
    return pages;
  }

  private static String kind(String path) {
    return ID.matcher(path).replaceAll("x");
  }

  private static List<String> lines(String body) {
    return NOT_OURS
        .matcher(body)
        .replaceAll(" ")
        .replaceAll("<[^>]+>", "\n")
        .lines()
        .map(String::strip)
        .filter(line -> !line.isEmpty())
        .toList();
  }

  private static List<String> english(List<String> lines) {
    return lines.stream().filter(line -> ENGLISH.matcher(line).find()).toList();
  }
}
