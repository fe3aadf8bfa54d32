package ronda.policies.cel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Where the page of a policy gives the figures of its condition, it gives them all, as they are.
 */
class RulePageFiguresTest {
  private static final Path ROOT = Path.of(System.getProperty("ronda.root", ".."));
  private static final Pattern SHARE = Pattern.compile("\\b0\\.\\d+");
  private static final Pattern VERSION = Pattern.compile("(?m)^version: (\\d+)$");

  /** The others say in words how sure a model has to be. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "abuse-of-person",
        "gambling-lookalike",
        "gambling-promotion",
        "hate-against-group",
        "illegal-trade-offer",
        "scam-offer",
        "sextortion-threat"
      })
  void both_pages_give_every_score_that_the_condition_asks_for(String policy) throws IOException {
    String data = Files.readString(ROOT.resolve("policies/data/" + policy + ".yaml"));
    Set<String> asked = new TreeSet<>();
    SHARE
        .matcher(data.substring(data.indexOf("condition:")))
        .results()
        .forEach(found -> asked.add(found.group()));

    assertThat(asked).isNotEmpty();
    assertThat(page("docs/rules/" + policy + ".md")).contains(asked);
    assertThat(page("docs/rules/id/" + policy + ".md"))
        .contains(asked.stream().map(score -> score.replace('.', ',')).toList());
  }

  @ParameterizedTest
  @ValueSource(strings = "sextortion-threat")
  void both_pages_say_of_which_version_they_are(String policy) throws IOException {
    var version =
        VERSION.matcher(Files.readString(ROOT.resolve("policies/data/" + policy + ".yaml")));

    assertThat(version.find()).isTrue();
    assertThat(page("docs/rules/" + policy + ".md")).contains("version " + version.group(1));
    assertThat(page("docs/rules/id/" + policy + ".md")).contains("versi " + version.group(1));
  }

  private static String page(String path) throws IOException {
    return Files.readString(ROOT.resolve(path));
  }
}
