package ronda.tool.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import ronda.tool.report.Verdicts.Verdict;

/** The tables that people read, of made-up verdicts. */
class EvaluationTextTest {
  @Test
  void each_source_tells_its_false_positives_and_calibration() {
    Verdicts verdicts =
        Verdicts.of(
            List.of("judi"),
            List.of(
                row("pasar", "judi", "judi", 1),
                row("pasar", "", "judi", 1),
                row("pasar", "", "", 0),
                row("desa", "", "judi", 1),
                row("desa", "", "", 0)));

    assertThat(cells(EvaluationText.tables(verdicts), "source"))
        .containsExactly(
            "source",
            "rows",
            "flagged",
            "label",
            "support",
            "precision",
            "recall",
            "F1",
            "false positives",
            "calibration error");
    assertThat(cells(EvaluationText.tables(verdicts), "pasar"))
        .containsExactly(
            "pasar", "3", "66.67 %", "judi", "1", "0.500", "1.000", "0.667", "50.00 %", "0.333");
    assertThat(cells(EvaluationText.tables(verdicts), "desa"))
        .as("all that was flagged there is a false positive")
        .containsExactly("desa", "2", "50.00 %", "(harmless)", "0", "–", "–", "–", "50.00 %", "–");
  }

  @Test
  void stances_that_people_told_are_measured_and_others_are_counted_beside_them() {
    Verdicts verdicts =
        Verdicts.of(
            List.of("judi"),
            List.of(
                stance("promotes", "promotes", "judi"),
                stance("promotes", "mentions", ""),
                stance("mentions", "promotes", "judi"),
                stance("mentions", "mentions", ""),
                stance("mentions", "mentions", ""),
                stance("", "promotes", "judi")));
    String tables = EvaluationText.tables(verdicts);

    assertThat(cells(tables, "promotes", "0.500"))
        .containsExactly("promotes", "2", "0.500", "0.500", "50.00 %");
    assertThat(cells(tables, "mentions", "0.667"))
        .containsExactly("mentions", "3", "0.667", "0.667", "33.33 %");
    assertThat(cells(tables, "(harmless)", "1")).containsExactly("(harmless)", "0", "1");
    assertThat(new String(EvaluationJson.of(verdicts).toBytes(), StandardCharsets.UTF_8))
        .contains("\"stanceMeasures\":{\"mentions\":{\"support\":3,\"precision\":0.66");
  }

  @Test
  void stances_that_nobody_told_are_not_measured() {
    Verdicts verdicts = Verdicts.of(List.of("judi"), List.of(stance("", "promotes", "judi")));

    assertThat(EvaluationText.tables(verdicts)).doesNotContain("where people told it");
  }

  private static Verdict stance(String truth, String given, String said) {
    return new Verdict("", Set.of(), Set.of(), set(said), new float[] {0}, truth, given);
  }

  private static Verdict row(String source, String truth, String said, float score) {
    return new Verdict(source, set(truth), Set.of(), set(said), new float[] {score}, "", "");
  }

  private static Set<String> set(String label) {
    return label.isEmpty() ? Set.of() : Set.of(label);
  }

  private static List<String> cells(String tables, String first) {
    return cells(tables, first, "");
  }

  /** The cells of the line that begins with {@code first} and holds {@code also}. */
  private static List<String> cells(String tables, String first, String also) {
    String line =
        tables
            .lines()
            .filter(one -> one.startsWith("| " + first + " ") && one.contains(also))
            .findFirst()
            .orElseThrow();
    List<String> cells = new ArrayList<>(Arrays.asList(line.split("\\|")));
    cells.removeFirst();
    return cells.stream().map(String::strip).toList();
  }
}
