package ronda.server.policies;

import java.util.ArrayList;
import java.util.List;

/** What changed from one text to the next, line by line: the longest common run of lines stays. */
final class LineChanges {
  /** Above so many lines, texts are not compared: they are shown as they are. */
  private static final int MOST_LINES = 1_000;

  private LineChanges() {}

  /** Whether a line was taken out, put in, or stayed. */
  enum Change {
    SAME,
    GONE,
    NEW
  }

  /** One line. */
  record Line(Change change, String text) {}

  static List<Line> between(String before, String after) {
    List<String> old = before.lines().toList();
    List<String> now = after.lines().toList();
    if (old.size() > MOST_LINES || now.size() > MOST_LINES) {
      return now.stream().map(line -> new Line(Change.SAME, line)).toList();
    }
    int[][] common = new int[old.size() + 1][now.size() + 1];
    for (int i = old.size() - 1; i >= 0; i--) {
      for (int j = now.size() - 1; j >= 0; j--) {
        common[i][j] =
            old.get(i).equals(now.get(j))
                ? common[i + 1][j + 1] + 1
                : Math.max(common[i + 1][j], common[i][j + 1]);
      }
    }
    return walk(old, now, common);
  }

  private static List<Line> walk(List<String> old, List<String> now, int[][] common) {
    List<Line> lines = new ArrayList<>();
    int i = 0;
    int j = 0;
    while (i < old.size() || j < now.size()) {
      if (i < old.size() && j < now.size() && old.get(i).equals(now.get(j))) {
        lines.add(new Line(Change.SAME, now.get(j)));
        i++;
        j++;
      } else if (j == now.size() || i < old.size() && common[i + 1][j] >= common[i][j + 1]) {
        lines.add(new Line(Change.GONE, old.get(i++)));
      } else {
        lines.add(new Line(Change.NEW, now.get(j++)));
      }
    }
    return lines;
  }
}
