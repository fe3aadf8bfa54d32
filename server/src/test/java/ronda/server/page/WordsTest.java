package ronda.server.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every word of every page stands in a message file, in both languages. */
class WordsTest {
  private static final Path RESOURCES =
      Path.of(System.getProperty("ronda.root", ".."), "server/src/main/resources");
  private static final Pattern KEY = Pattern.compile("#\\{([a-z][a-zA-Z0-9.-]*)[}(]");

  /** What may be a key, or the beginning of one: two parts or more, with a full stop between. */
  private static final Pattern WORD =
      Pattern.compile("[a-z][a-zA-Z0-9-]*\\.(?:[a-zA-Z0-9_-]+\\.?)*");

  private static Properties words(Path file) throws IOException {
    var words = new Properties();
    try (Reader reader = Files.newBufferedReader(file)) {
      words.load(reader);
    }
    return words;
  }

  private static Stream<Path> files(String folder, String ending) throws IOException {
    try (Stream<Path> all = Files.walk(RESOURCES.resolve(folder))) {
      return all.filter(file -> file.toString().endsWith(ending)).toList().stream();
    }
  }

  @TestFactory
  Stream<DynamicTest> indonesian_and_english_have_the_same_keys() throws IOException {
    return files("messages", "_id.properties")
        .map(
            file ->
                dynamicTest(
                    file.getFileName().toString(),
                    () -> {
                      Path english =
                          file.resolveSibling(
                              file.getFileName().toString().replace("_id.", "_en."));
                      assertThat(words(english).stringPropertyNames())
                          .isEqualTo(words(file).stringPropertyNames());
                    }));
  }

  @Test
  void every_key_that_a_template_names_has_words() throws IOException {
    Set<String> known = new TreeSet<>();
    for (Path file : files("messages", "_id.properties").toList()) {
      known.addAll(words(file).stringPropertyNames());
    }
    Set<String> missing = new TreeSet<>();
    for (Path template : files("templates", ".html").toList()) {
      KEY.matcher(Files.readString(template))
          .results()
          .map(found -> found.group(1))
          .filter(key -> !known.contains(key))
          .forEach(missing::add);
    }

    assertThat(missing).isEmpty();
  }

  /** Literally in a template or in our code, or built there from a beginning and a code. */
  @Test
  void every_key_is_used() throws IOException {
    Set<String> literal = new TreeSet<>();
    Set<String> beginnings = new TreeSet<>();
    List<Path> sources = new ArrayList<>(files("templates", ".html").toList());
    sources.addAll(files("static", ".js").toList());
    try (Stream<Path> code = Files.walk(RESOURCES.resolveSibling("java"))) {
      sources.addAll(code.filter(file -> file.toString().endsWith(".java")).toList());
    }
    for (Path source : sources) {
      KEY.matcher(Files.readString(source))
          .results()
          .map(found -> found.group(1))
          .forEach(literal::add);
      WORD.matcher(Files.readString(source))
          .results()
          .map(found -> found.group())
          .forEach(word -> (word.endsWith(".") ? beginnings : literal).add(word));
    }

    Set<String> unused = new TreeSet<>();
    for (Path file : files("messages", "_id.properties").toList()) {
      words(file).stringPropertyNames().stream()
          .filter(key -> !literal.contains(key) && beginnings.stream().noneMatch(key::startsWith))
          .forEach(unused::add);
    }

    assertThat(unused).as("words that no page shows: strike them out").isEmpty();
  }

  @Test
  void every_act_of_the_desk_has_words() throws IOException {
    Path cases = Path.of(System.getProperty("ronda.root", ".."), "casework/src/main/java/ronda");
    Set<String> acts = new TreeSet<>();
    Pattern.compile("\"((?:job|case)-[a-z-]+[a-z])\"")
        .matcher(Files.readString(cases.resolve("casework/Desk.java")))
        .results()
        .forEach(found -> acts.add("act." + found.group(1)));
    Pattern.compile("case [A-Z]\\w+ \\w+ -> \"([a-z-]+)\"")
        .matcher(Files.readString(cases.resolve("casework/cases/Step.java")))
        .results()
        .forEach(found -> acts.add("act.case-" + found.group(1)));
    Set<String> known = new TreeSet<>();
    for (Path file : files("messages", "_id.properties").toList()) {
      known.addAll(words(file).stringPropertyNames());
    }

    assertThat(acts).contains("act.job-judged", "act.case-reply-came");
    assertThat(known).containsAll(acts);
  }

  /** The layout says it, above every page: whoever listens to a page hears it once. */
  @Test
  void what_a_form_led_to_is_said_by_the_layout_alone() throws IOException {
    for (Path template : files("templates", ".html").toList()) {
      if (!template.endsWith("layout.html")) {
        assertThat(Files.readString(template))
            .as(template.toString())
            .doesNotContain("#{${notice}}", "#{${problem}}");
      }
    }
  }

  /** Whoever hears a field's label hears its hint and what was wrong with it too. */
  @Test
  void every_hint_is_tied_to_its_field() throws IOException {
    Pattern field = Pattern.compile("<div class=\"field\"[^>]*>(.*?)</div>", Pattern.DOTALL);
    int hints = 0;
    for (Path template : files("templates", ".html").toList()) {
      for (String shown :
          field
              .matcher(Files.readString(template))
              .results()
              .map(found -> found.group(1))
              .filter(
                  inner -> inner.contains("class=\"fine\"") || inner.contains("class=\"wrong\""))
              .toList()) {
        hints++;
        assertThat(shown).as(template.toString()).contains("aria-describedby=");
      }
    }
    assertThat(hints).isGreaterThan(20);
  }

  @Test
  void templates_escape_what_they_show_and_hold_no_script_or_style() throws IOException {
    for (Path template : files("templates", ".html").toList()) {
      assertThat(Files.readString(template))
          .as(template.toString())
          .doesNotContain("th:utext", "<script>", " style=", "onclick=", "[(");
    }
  }

  @Test
  void nobody_is_sent_to_another_site() {
    assertThat(Places.here("/queue?category=scam")).isEqualTo("/queue?category=scam");
    assertThat(Stream.of("//a.invalid", "https://a.invalid", "/\\a.invalid", "", "/a\nb", "/{x}"))
        .allMatch(path -> Places.here(path).equals("/"));
  }

  @Test
  void what_people_type_is_one_line_without_control_characters() {
    assertThat(Fields.line("  Sari\u0000\n Contoh ")).isEqualTo("Sari   Contoh");
    assertThat(Fields.line("a\ud83d")).isEqualTo("a");
    assertThat(Fields.line(null)).isEmpty();
    assertThat(Fields.isEmail("a@b")).isTrue();
    assertThat(Stream.of("a", "@b", "a@", "a@b@c", "a b@c", "<a@b>", "a@b.", "a..b@c"))
        .noneMatch(Fields::isEmail);
  }
}
