package ronda.floorplan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the build says of the programs that it makes. */
class BuildTest {
  private static final Path ROOT = Path.of(System.getProperty("ronda.root", ".."));

  private static List<Path> poms() throws IOException {
    try (Stream<Path> folders = Files.list(ROOT)) {
      return folders.map(folder -> folder.resolve("pom.xml")).filter(Files::exists).toList();
    }
  }

  @Test
  void every_jar_says_which_version_it_is_because_evidence_names_the_program_that_kept_it()
      throws IOException {
    assertThat(Files.readString(ROOT.resolve("pom.xml")))
        .contains("<addDefaultImplementationEntries>true</addDefaultImplementationEntries>");
    assertThat(poms())
        .isNotEmpty()
        .allSatisfy(pom -> assertThat(Files.readString(pom)).doesNotContain("<archive>"));
  }
}
