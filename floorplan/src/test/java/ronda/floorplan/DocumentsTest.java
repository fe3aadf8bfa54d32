package ronda.floorplan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the documents say of the house, held to the house. */
class DocumentsTest {
  private static final Path ROOT = Path.of(System.getProperty("ronda.root", ".."));

  @Test
  void every_room_stands_on_the_page_of_the_architecture() throws IOException {
    String page = Files.readString(ROOT.resolve("ARCHITECTURE.md"));
    Set<String> missing = new TreeSet<>();
    for (Path file : sources()) {
      String room = packageOf(file);
      String shown = room.substring("ronda.".length());
      if (!page.contains("`" + shown + "`") && !page.contains("`" + room + "`")) {
        missing.add(room);
      }
    }

    assertThat(missing).as("rooms that ARCHITECTURE.md does not name").isEmpty();
  }

  /** A row of the glossary: what it is called in Indonesian, and which type it is. */
  @Test
  void a_type_of_the_glossary_names_its_indonesian_word() throws IOException {
    Pattern row = Pattern.compile("(?m)^[|][^|]*[|]([^|]*)[|][^|]*[|]([^|]*)[|]");
    Pattern type = Pattern.compile("`(ronda\\.[a-z.]+\\.[A-Z]\\w*)");
    Set<String> silent = new TreeSet<>();
    int looked = 0;
    for (MatchResult one :
        row.matcher(Files.readString(ROOT.resolve("GLOSSARY.md"))).results().toList()) {
      List<String> words =
          Stream.of(one.group(1).toLowerCase(Locale.ROOT).split("[,;]"))
              .map(String::strip)
              .toList();
      for (MatchResult named : type.matcher(one.group(2)).results().toList()) {
        looked++;
        String text = oneLine(source(named.group(1)));
        if (words.stream().noneMatch(text::contains)) {
          silent.add(named.group(1) + " " + words);
        }
      }
    }

    assertThat(looked).isGreaterThan(100);
    assertThat(silent).as("types whose Javadoc does not name their Indonesian word").isEmpty();
  }

  @Test
  void every_decision_has_a_status_a_date_and_a_line_in_the_index() throws IOException {
    Path folder = ROOT.resolve("docs/decisions");
    String index = Files.readString(folder.resolve("README.md"));
    Set<String> wrong = new TreeSet<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(one -> !one.endsWith("README.md")).toList()) {
        String name = file.getFileName().toString();
        String number = name.substring(0, 3);
        List<String> lines = Files.readAllLines(file);
        boolean template = number.equals("000");
        if (!template
            && (!lines.getFirst().startsWith("# " + number + ": ")
                || !lines.get(2).matches("[*]{2}Status[*]{2}: .+ · [*]{2}Date[*]{2}: 20.+")
                || !index.contains("- [" + number + "](" + name + "): "))) {
          wrong.add(name);
        }
      }
    }

    assertThat(wrong)
        .as("decisions not written as the template says, or not in README.md")
        .isEmpty();
  }

  private static String source(String type) throws IOException {
    String path = "/src/main/java/" + type.replace('.', '/') + ".java";
    for (Path file : sources()) {
      if (file.toString().endsWith(path)) {
        return Files.readString(file);
      }
    }
    return ""; // That it exists is held by the floor plan.
  }

  private static String oneLine(String source) {
    return source.replaceAll("\\s*\\n\\s*[*]\\s*", " ").toLowerCase(Locale.ROOT);
  }

  private static String packageOf(Path file) {
    String path = file.getParent().toString();
    return path.substring(path.indexOf("/src/main/java/") + "/src/main/java/".length())
        .replace('/', '.');
  }

  private static List<Path> sources() throws IOException {
    try (Stream<Path> files = Files.walk(ROOT)) {
      return files
          .filter(file -> file.toString().endsWith(".java"))
          .filter(file -> file.toString().contains("/src/main/java/ronda/"))
          .filter(file -> !file.toString().contains("/target/"))
          .filter(file -> !file.endsWith("package-info.java"))
          .toList();
    }
  }
}
