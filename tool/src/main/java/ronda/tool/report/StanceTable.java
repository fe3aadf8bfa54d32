package ronda.tool.report;

import java.util.ArrayList;
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
  private final List<String> columns;

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
