package ronda.tool.report;

import static org.assertj.core.api.Assertions.assertThat;

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

  private static Verdict row(String source, String truth, String said, float score) {
    return new Verdict(source, set(truth), Set.of(), set(said), new float[] {score}, "", "");
  }

  private static Set<String> set(String label) {
    return label.isEmpty() ? Set.of() : Set.of(label);
  }

  /** The cells of the line that begins with {@code first}. */
  private static List<String> cells(String tables, String first) {
    String line =
        tables.lines().filter(one -> one.startsWith("| " + first + " ")).findFirst().orElseThrow();
    List<String> cells = new ArrayList<>(Arrays.asList(line.split("\\|")));
    cells.removeFirst();
    return cells.stream().map(String::strip).toList();
  }
}
