package ronda.tool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import ronda.identify.Patrol;
import ronda.identify.decide.Finding;
import ronda.identify.post.Category;
import ronda.identify.post.Post;
import ronda.identify.signal.Resemblance;
import ronda.policies.outfit.Outfit;

/**
 * Victims of sextortion, and those who warn, report and counsel, raise nothing; some threats do.
 */
class VictimsTest {
  /**
   * How many of the threats are found at least. Few: they were written in other words than the
   * training posts, and a victim who is let alone weighs more than a threat that is found.
   */
  private static final int THREATS_FOUND = 5;

  private static Patrol patrol;

  @BeforeAll
  static void dress() {
    patrol = Outfit.patrol(Path.of(System.getProperty("ronda.root", "..")));
  }

  private record Line(String kind, String text) {}

  @TestFactory
  Stream<DynamicTest> whoever_does_not_threaten_raises_nothing() throws IOException {
    return lines().stream()
        .filter(line -> !line.kind().equals("threat"))
        .map(
            line ->
                dynamicTest(
                    line.kind() + " " + line.text(), () -> assertThat(found(line)).isEmpty()));
  }

  @Test
  void threats_are_found_in_words_that_no_training_post_used() throws IOException {
    List<Line> found =
        lines().stream()
            .filter(line -> line.kind().equals("threat"))
            .filter(line -> found(line).contains("sextortion"))
            .toList();

    assertThat(found).hasSizeGreaterThanOrEqualTo(THREATS_FOUND);
  }

  @Test
  void no_threat_is_found_by_the_model_alone() throws IOException {
    List<Finding> found =
        lines().stream()
            .flatMap(line -> patrol.examine(Post.of("1", line.text())).findings().stream())
            .filter(finding -> finding.category() == Category.SEXTORTION && !finding.shadow())
            .toList();

    assertThat(found)
        .isNotEmpty()
        .allMatch(
            finding ->
                finding.reasons().stream().anyMatch(reason -> !(reason instanceof Resemblance)));
  }

  private static Set<String> found(Line line) {
    return patrol.examine(Post.of("1", line.text())).findings().stream()
        .filter(finding -> !finding.shadow())
        .map(Finding::category)
        .map(Category::code)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static List<Line> lines() throws IOException {
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                Objects.requireNonNull(
                    VictimsTest.class.getResourceAsStream("/golden/sextortion.tsv")),
                StandardCharsets.UTF_8))) {
      return lines
          .lines()
          .filter(line -> !line.startsWith("#") && !line.startsWith("kind\t"))
          .map(line -> line.split("\t", 2))
          .map(cells -> new Line(cells[0], cells[1]))
          .toList();
    }
  }
}
