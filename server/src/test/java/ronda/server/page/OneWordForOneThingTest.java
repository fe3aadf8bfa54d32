package ronda.server.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Pages, the command line and what officers read call one thing by one word. */
class OneWordForOneThingTest {
  private static final Path ROOT = Path.of(System.getProperty("ronda.root", ".."));
  private static final Path MESSAGES = ROOT.resolve("server/src/main/resources/messages");
  private static final Path TOOL = ROOT.resolve("tool/src/main/resources/ronda/tool");

  /**
   * A word that we do not use.
   *
   * @param say what we say instead
   */
  private record Avoided(Pattern word, String say, String why) {}

  private static List<Avoided> avoided() throws IOException {
    try (var list = OneWordForOneThingTest.class.getResourceAsStream("words-we-do-not-use.tsv")) {
      return new String(list.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#") && !line.isBlank())
          .map(line -> line.split("\t", -1))
          .map(row -> new Avoided(Pattern.compile("\\b(?:" + row[0] + ")\\b"), row[1], row[2]))
          .toList();
    }
  }

  private static Properties words(Path file) throws IOException {
    var words = new Properties();
    try (Reader reader = Files.newBufferedReader(file)) {
      words.load(reader);
    }
    return words;
  }

  private static List<Path> in(Path folder, Predicate<String> name) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(file -> name.test(file.getFileName().toString())).sorted().toList();
    }
  }

  /** Each Indonesian text for officers or the public, by where it stands. */
  private static Map<String, String> texts() throws IOException {
    Map<String, String> texts = new TreeMap<>();
    List<Path> files = new ArrayList<>(in(MESSAGES, name -> name.endsWith("_id.properties")));
    files.add(TOOL.resolve("report/wording_id.properties"));
    for (Path file : files) {
      words(file).forEach((key, text) -> texts.put(file.getFileName() + " " + key, (String) text));
    }
    files = new ArrayList<>(in(ROOT.resolve("docs/rules/id"), name -> name.endsWith(".md")));
    files.addAll(in(ROOT.resolve("docs/panduan"), name -> name.endsWith(".md")));
    for (Path file : files) {
      texts.put(file.toString(), Files.readString(file));
    }
    for (String line : Files.readAllLines(TOOL.resolve("command/sentences_id.txt"))) {
      if (!line.startsWith("#")) {
        texts.put("sentences_id.txt " + line, line.substring(line.indexOf('|') + 1));
      }
    }
    return texts;
  }

  @TestFactory
  Stream<DynamicTest> no_indonesian_text_uses_a_word_that_we_do_not_use() throws IOException {
    Map<String, String> texts = texts();
    assertThat(texts).hasSizeGreaterThan(2_000);
    return avoided().stream()
        .map(
            word ->
                dynamicTest(
                    word.word().pattern(),
                    () ->
                        assertThat(
                                texts.entrySet().stream()
                                    .filter(
                                        text ->
                                            word.word()
                                                .matcher(text.getValue().toLowerCase(Locale.ROOT))
                                                .find())
                                    .map(Map.Entry::getKey))
                            .as("say " + word.say() + ": " + word.why())
                            .isEmpty()));
  }

  @Test
  void the_command_line_speaks_of_findings_as_the_pages_do() throws IOException {
    for (String language : List.of("id", "en")) {
      Properties pages = words(MESSAGES.resolve("desk_" + language + ".properties"));
      Map<String, String> said = new TreeMap<>();
      pages.forEach((key, word) -> said.put(plain(key), plain(word)));
      Properties line = words(TOOL.resolve("report/wording_" + language + ".properties"));

      assertThat(line.stringPropertyNames().stream())
          .filteredOn(key -> key.matches("(category|stance|severity|signal)\\..*"))
          .hasSizeGreaterThan(18)
          .allSatisfy(
              key -> assertThat(plain(line.getProperty(key, ""))).as(key).isEqualTo(said.get(key)));
    }
  }

  private static String plain(Object word) {
    return String.valueOf(word).toLowerCase(Locale.ROOT);
  }

  /** It stands in a table beside the column <em>Siapa</em>: who did it, then what. */
  @Test
  void the_audit_log_says_what_somebody_did() throws IOException {
    for (Path file : in(MESSAGES, name -> name.endsWith("_id.properties"))) {
      words(file)
          .forEach(
              (key, act) -> {
                if (key.toString().startsWith("act.")) {
                  assertThat(act.toString())
                      .as(key.toString())
                      .matches(
                          "(Me[a-z]+|Mulai me[a-z]+|Masuk|Keluar|Gagal masuk|Bersedia|Tidak [a-z]+) ?.*");
                }
              });
    }
  }
}
