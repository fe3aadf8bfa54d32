package ronda.tool.report;

import java.util.List;

/**
 * What whoever uses a model must know of it.
 *
 * @param trainedOn SHA-256 of the examples
 * @param command what made it, but for the place it was put: the card is the same wherever that is
 * @param rows how many examples there were
 * @param folds into how many parts they were cut to measure; 0 where nothing was measured
 */
public record ModelCard(
    List<String> labels, String trainedOn, String command, int rows, int folds) {
  public ModelCard {
    labels = List.copyOf(labels);
  }

  /** The card, as Markdown. */
  public String text(Verdicts unseen) {
    return """
    # A model's card

    It is called as the folder it is in. Labels: %s.

    Made by `%s` from %,d rows (SHA-256 of the texts and labels: `%s`).

    ## Measured

    %s
    ## Before you use it

    State here the licence of the data, when and where it was collected, who labelled it by
    which rules, and whom a mistake can hurt. Figures on rows of the same collection flatter:
    measure on a source that it never saw (`./ronda evaluate`) before you rely on it.
    """
        .formatted(String.join(", ", labels), command, rows, trainedOn, measured(unseen));
  }

  private String measured(Verdicts unseen) {
    return folds == 0
        ? "Not measured: it was trained with `--folds 0`.\n"
        : """
        Each of %d parts was judged by a model that had not seen it; texts with the same letters
        stayed together.

        %s
        """
            .formatted(folds, EvaluationText.tables(unseen));
  }
}
