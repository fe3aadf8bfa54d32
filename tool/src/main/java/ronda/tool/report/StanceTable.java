package ronda.tool.report;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Which stance posts were given, against the one people gave them. Where a file tells no stance,
 * its rows are told apart as {@code (labelled)} and {@code (harmless)}.
 */
public final class StanceTable {
  private final Map<String, Map<String, Long>> counts = new TreeMap<>();
  private final Map<String, Share> told = new TreeMap<>();
  private final List<String> columns;

  /**
   * How often a stance that people gave was given by Ronda too. Only rows whose stance people told
   * count, of all their labels.
   *
   * @param support how many rows people gave it
   * @param precision the share of those given it that have it
   * @param recall the share of those with it that were given it
   * @param flagged the share of those with it that were flagged for anything
   */
  record Share(long support, double precision, double recall, double flagged) {}

  private StanceTable(Verdicts verdicts) {
    TreeSet<String> seen = new TreeSet<>();
    for (Verdicts.Verdict row : verdicts.rows()) {
      if (!row.stance().isEmpty()) {
        seen.add(row.stance());
        counts
            .computeIfAbsent(expected(row), any -> new TreeMap<>())
            .merge(row.stance(), 1L, Long::sum);
      }
    }
    columns = new ArrayList<>(seen);
    List<Verdicts.Verdict> known =
        verdicts.rows().stream()
            .filter(row -> !row.stance().isEmpty() && !row.trueStance().isEmpty())
            .toList();
    known.forEach(row -> told.computeIfAbsent(row.trueStance(), stance -> share(stance, known)));
  }

  private static Share share(String stance, List<Verdicts.Verdict> known) {
    List<Verdicts.Verdict> having =
        known.stream().filter(row -> row.trueStance().equals(stance)).toList();
    long given = known.stream().filter(row -> row.stance().equals(stance)).count();
    long right = having.stream().filter(row -> row.stance().equals(stance)).count();
    long flagged = having.stream().filter(row -> !row.said().isEmpty()).count();
    return new Share(
        having.size(),
        Measures.ratio(right, given),
        Measures.ratio(right, having.size()),
        Measures.ratio(flagged, having.size()));
  }

  /** Each stance that people gave, in alphabetical order; empty where no row tells one. */
  Map<String, Share> told() {
    return Collections.unmodifiableMap(told);
  }

  static StanceTable of(Verdicts verdicts) {
    return new StanceTable(verdicts);
  }

  private static String expected(Verdicts.Verdict row) {
    if (!row.trueStance().isEmpty()) {
      return row.trueStance();
    }
    return row.truth().isEmpty() ? "(harmless)" : "(labelled)";
  }

  List<String> rows() {
    return List.copyOf(counts.keySet());
  }

  List<String> columns() {
    return columns;
  }

  long count(String row, String column) {
    return counts.getOrDefault(row, Map.of()).getOrDefault(column, 0L);
  }
}
