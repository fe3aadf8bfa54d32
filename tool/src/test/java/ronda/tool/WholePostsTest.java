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
import ronda.identify.Examination;
import ronda.identify.Patrol;
import ronda.identify.decide.Finding;
import ronda.identify.post.Post;
import ronda.identify.signal.Signal;
import ronda.policies.outfit.Outfit;

/** Whole posts through the patrol as it is shipped: its words, models and policies. */
class WholePostsTest {
  private static Patrol patrol;

  @BeforeAll
  static void dress() {
    patrol = Outfit.patrol(Path.of(System.getProperty("ronda.root", "..")));
  }

  private record Whole(Set<String> found, String text) {}

  @TestFactory
  Stream<DynamicTest> a_post_raises_what_it_should_and_nothing_else() throws IOException {
    return posts().stream()
        .map(
            post ->
                dynamicTest(
                    post.found() + " " + post.text(),
                    () -> assertThat(found(post)).isEqualTo(post.found())));
  }

  @Test
  void every_reason_points_into_the_original_text() throws IOException {
    for (Whole post : posts()) {
      for (Finding finding : patrol.examine(Post.of("1", post.text())).findings()) {
        assertThat(finding.reasons()).isNotEmpty();
        for (Signal reason : finding.reasons()) {
          assertThat(reason.span().end()).isLessThanOrEqualTo(post.text().length());
          assertThat(reason.span().of(post.text())).isNotEmpty();
        }
      }
    }
  }

  @Test
  void the_same_post_gives_the_same_answer() throws IOException {
    Patrol another = Outfit.patrol(Path.of(System.getProperty("ronda.root", "..")));
    List<Whole> posts = posts();
    for (Whole post : posts.reversed()) {
      another.examine(Post.of("1", post.text())); // a different history of remembered words
    }
    for (Whole post : posts) {
      Examination one = patrol.examine(Post.of("1", post.text()));
      Examination other = another.examine(Post.of("1", post.text()));
      assertThat(other.findings()).isEqualTo(one.findings());
      assertThat(other.entities()).isEqualTo(one.entities());
    }
  }

  private static Set<String> found(Whole post) {
    return patrol.examine(Post.of("1", post.text())).findings().stream()
        .filter(finding -> !finding.shadow())
        .map(finding -> finding.category().code())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static List<Whole> posts() throws IOException {
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                Objects.requireNonNull(
                    WholePostsTest.class.getResourceAsStream("/golden/posts.tsv")),
                StandardCharsets.UTF_8))) {
      return lines
          .lines()
          .filter(line -> !line.startsWith("#") && !line.startsWith("found\t"))
          .map(line -> line.split("\t", 2))
          .map(
              cells ->
                  new Whole(
                      cells[0].equals("-") ? Set.of() : new TreeSet<>(Set.of(cells[0].split(","))),
                      cells[1]))
          .toList();
    }
  }
}
