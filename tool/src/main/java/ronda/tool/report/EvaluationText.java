package ronda.tool.report;

import java.util.ArrayList;
import java.util.List;

/** The evaluation as Markdown, for people. */
public final class EvaluationText {
  private EvaluationText() {}

  /** The tables alone, for a terminal. */
  public static String tables(Verdicts verdicts) {
    return "%,d rows, %s flagged for anything%n%n"
            .formatted(verdicts.rows().size(), Tables.percent(verdicts.flagged()))
        + labels(verdicts)
        + unknown(verdicts)
        + "\n"
        + sources(verdicts)
        + stances(verdicts);
  }

  /**
   * The whole report.
   *
   * @param command what was run, so that anybody can run it again
   * @param judged who or what gave the labels
   */
  public static String report(Verdicts verdicts, String command, String judged) {
    return """
    # Evaluation

    Made by `%s`.
    Judged by %s.

    %s
    Rows without a label count against every label. A row that nobody read for a label counts
    as one without it, so false-positive rates are upper bounds where a source was labelled for
    something else. *Recall at .001* is that of the threshold which keeps the false-positive
    rate at .001. *Calibration error* is the expected calibration error in %d bins.

    ![How precise, for how much is found](precision-recall.svg)

    ![How often is a score right](calibration.svg)
    """
        .formatted(command, judged, tables(verdicts), Answers.BINS);
  }

  private static String labels(Verdicts verdicts) {
    Tables table =
        new Tables()
            .row(
                "label",
                "support",
                "precision",
                "recall",
                "F1",
                "false positives",
                "recall at .001",
                "calibration error");
    for (String label : verdicts.labels()) {
      table.row(cells(label, verdicts.measures(label)));
    }
    table.row(cells("(mean of those met)", verdicts.macro()));
    return table.markdown();
  }

  static List<String> cells(String label, Measures of) {
    boolean met = of.support() > 0;
    return List.of(
        label,
        Tally.grouped(of.support()),
        met ? Tables.share(of.precision()) : "–",
        met ? Tables.share(of.recall()) : "–",
        met ? Tables.share(of.f1()) : "–",
        Tables.percent(of.falsePositiveRate()),
        met ? Tables.share(of.recallAtFpr001()) : "–",
        Tables.share(of.calibrationError()));
  }

  private static String unknown(Verdicts verdicts) {
    List<String> unknown =
        verdicts.labels().stream().filter(label -> !verdicts.known().contains(label)).toList();
    return unknown.isEmpty()
        ? ""
        : "\nNot known to the model, so never given: " + String.join(", ", unknown) + ".\n";
  }

  /** One line a source and label met there, and one for what was flagged without reason. */
  private static String sources(Verdicts verdicts) {
    Tables table =
        new Tables()
            .row(
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
    for (String source : verdicts.sources()) {
      Verdicts from = verdicts.from(source);
      String name = source.isEmpty() ? "(no source)" : source;
      String rows = Tally.grouped(from.rows().size());
      String flagged = Tables.percent(from.flagged());
      int before = table.size();
      for (String label : verdicts.labels()) {
        Measures of = from.measures(label);
        if (of.support() > 0) {
          table.row(
              name,
              rows,
              flagged,
              label,
              Tally.grouped(of.support()),
              Tables.share(of.precision()),
              Tables.share(of.recall()),
              Tables.share(of.f1()),
              Tables.percent(of.falsePositiveRate()),
              Tables.share(of.calibrationError()));
        }
      }
      if (table.size() == before) {
        table.row(name, rows, flagged, "(harmless)", "0", "–", "–", "–", flagged, "–");
      }
    }
    return table.markdown();
  }

  private static String stances(Verdicts verdicts) {
    StanceTable stances = StanceTable.of(verdicts);
    if (stances.columns().isEmpty()) {
      return "";
    }
    Tables table = new Tables();
    List<String> head = new ArrayList<>(List.of("stance: people ↓, Ronda →"));
    head.addAll(stances.columns());
    table.row(head);
    for (String row : stances.rows()) {
      List<String> cells = new ArrayList<>(List.of(row));
      stances.columns().forEach(column -> cells.add(Tally.grouped(stances.count(row, column))));
      table.row(cells);
    }
    return "\n" + table.markdown() + told(stances);
  }

  private static String told(StanceTable stances) {
    if (stances.told().isEmpty()) {
      return "";
    }
    Tables table =
        new Tables()
            .row("stance, where people told it", "support", "precision", "recall", "flagged");
    stances
        .told()
        .forEach(
            (stance, of) ->
                table.row(
                    stance,
                    Tally.grouped(of.support()),
                    Tables.share(of.precision()),
                    Tables.share(of.recall()),
                    Tables.percent(of.flagged())));
    return "\n" + table.markdown();
  }
}
