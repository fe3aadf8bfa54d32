package ronda.floorplan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Each kind of page has its picture, or the list of pictures says why not. */
class PicturesTest {
  private static final Path ROOT = Path.of(System.getProperty("ronda.root", ".."));
  private static final Path TEMPLATES = ROOT.resolve("server/src/main/resources/templates");
  private static final Path PICTURES = ROOT.resolve("docs/pictures");

  @Test
  void every_kind_of_page_stands_in_the_list() throws IOException {
    assertThat(named("(?m)^\\| `([^`]+)` \\| \\S")).isEqualTo(pages());
  }

  @Test
  void every_picture_stands_in_the_list_and_every_one_in_the_list_is_there() throws IOException {
    assertThat(named("\\]\\(([^/)]+\\.jpg)\\)")).isEqualTo(files(PICTURES, ".jpg"));
  }

  private static Set<String> named(String pattern) throws IOException {
    return Pattern.compile(pattern)
        .matcher(Files.readString(PICTURES.resolve("README.md")))
        .results()
        .map(found -> found.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** The templates that fill a page; the others are parts of one. */
  private static Set<String> pages() throws IOException {
    Set<String> pages = files(TEMPLATES, ".html");
    pages.removeIf(file -> !read(TEMPLATES.resolve(file)).contains("~{layout :: page("));
    return pages;
  }

  private static Set<String> files(Path folder, String ending) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.map(file -> folder.relativize(file).toString().replace('\\', '/'))
          .filter(name -> name.endsWith(ending))
          .collect(Collectors.toCollection(TreeSet::new));
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
