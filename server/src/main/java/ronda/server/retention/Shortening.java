package ronda.server.retention;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import ronda.casework.retention.Periods;
import ronda.casework.retention.RecordKind;

/**
 * Periods of which one or more are shorter than those that hold (pemendekan masa simpan), and what
 * would be forgotten by them at once. It cannot be taken back, so the form asks again.
 *
 * @param over how many records of each kind a round would forget by {@code wanted}
 * @param mark of {@code wanted}: whoever agrees, agrees to these numbers and to no others
 */
public record Shortening(Periods before, Periods wanted, Map<RecordKind, Long> over, String mark) {

  static boolean isOne(Periods before, Periods wanted) {
    return Stream.of(RecordKind.values()).anyMatch(kind -> isShorter(kind, before, wanted));
  }

  private static boolean isShorter(RecordKind kind, Periods before, Periods wanted) {
    return wanted.daysOf(kind) < before.daysOf(kind);
  }

  /**
   * One kind that is kept less long, or of which something goes because another kind is.
   *
   * @param records how many would go within the hour
   */
  public record Line(RecordKind kind, int before, int wanted, long records) {
    /** Of case papers nothing goes by itself. */
    public boolean isByDecision() {
      return kind == RecordKind.CASE_PAPERS;
    }

    /** Whether the period itself gets shorter. */
    public boolean isShorter() {
      return wanted < before;
    }
  }

  public List<Line> lines() {
    return Stream.of(RecordKind.values())
        .map(
            kind ->
                new Line(
                    kind, before.daysOf(kind), wanted.daysOf(kind), over.getOrDefault(kind, 0L)))
        .filter(line -> line.isShorter() || line.records() > 0)
        .toList();
  }
}
