package ronda.tool.command;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import ronda.sources.files.InOrder;
import ronda.sources.files.JsonBytes;
import ronda.sources.files.Refusal;
import ronda.sources.files.RefusalJson;
import ronda.sources.files.Row;
import ronda.sources.files.Rows;
import ronda.sources.files.Source;

/** Reads files of labelled posts, on all cores, and keeps what a function makes of each. */
final class LabelledRows {
  private LabelledRows() {}

  /**
   * What was kept.
   *
   * @param labelled how many of the rows have the field of labels, be it empty
   * @param refused how many lines were refused
   */
  record Read<R>(List<R> rows, int labelled, int refused) {}

  /**
   * Reads all files.
   *
   * @throws Failures.Ended where a file cannot be opened
   */
  static <R> Read<R> of(
      List<String> files, String labelsField, Function<Row, R> keep, Streams streams)
      throws IOException {
    List<Source> sources = files.stream().map(Source::of).toList();
    sources.forEach(Sources::check);
    List<R> rows = new ArrayList<>();
    int[] labelled = {0};
    int[] refused = {0};
    try (Reading reading = new Reading(sources, Optional.empty(), labelsField, streams.in());
        Outlet rejects = Outlet.of(Optional.empty(), "standard error", streams.rejects())) {
      InOrder.<Reading.Piece, Kept<R>>run(
          Runtime.getRuntime().availableProcessors(),
          reading::next,
          piece -> {
            Kept<R> kept = new Kept<>(piece.file(), keep);
            piece.chunk().read(kept);
            return kept;
          },
          kept -> {
            rows.addAll(kept.rows);
            labelled[0] += kept.labelled;
            refused[0] += kept.refused;
            rejects.write(kept.refusals);
          });
    }
    return new Read<>(rows, labelled[0], refused[0]);
  }

  private static final class Kept<R> implements Rows {
    private final String file;
    private final Function<Row, R> keep;
    private final List<R> rows = new ArrayList<>();
    private final JsonBytes refusals = new JsonBytes(0);
    private int labelled;
    private int refused;

    Kept(String file, Function<Row, R> keep) {
      this.file = file;
      this.keep = keep;
    }

    @Override
    public void read(Row row) {
      R kept;
      try {
        kept = keep.apply(row);
      } catch (Failures.Ended ended) {
        throw ended; // what the person asked for cannot be done with any row
      } catch (RuntimeException | StackOverflowError fault) {
        refused(Faults.refusal(row, fault));
        return;
      }
      rows.add(kept);
      labelled += row.labelled() ? 1 : 0;
    }

    @Override
    public void refused(Refusal refusal) {
      RefusalJson.write(refusal, file, refusals);
      refused++;
    }
  }
}
