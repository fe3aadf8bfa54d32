package ronda.tool.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Rows and columns as Markdown, which reads well in a terminal too. */
final class Tables {
  private final List<List<String>> rows = new ArrayList<>();

  Tables row(String... cells) {
    rows.add(List.of(cells));
    return this;
  }

  Tables row(List<String> cells) {
    rows.add(List.copyOf(cells));
    return this;
  }

  int size() {
    return rows.size();
  }

  /** The first row is the head; the first column stands left, the others right. */
  String markdown() {
    int columns = rows.getFirst().size();
    int[] widths = new int[columns];
    for (List<String> row : rows) {
      for (int c = 0; c < columns; c++) {
        widths[c] = Math.max(widths[c], Math.max(3, row.get(c).length()));
      }
    }
    StringBuilder text = new StringBuilder();
    for (int r = 0; r < rows.size(); r++) {
      line(rows.get(r), widths, text);
      if (r == 0) {
        rule(widths, text);
      }
    }
    return text.toString();
  }

  private static void line(List<String> row, int[] widths, StringBuilder text) {
    for (int c = 0; c < widths.length; c++) {
      String format = c == 0 ? "| %-" + widths[c] + "s " : "| %" + widths[c] + "s ";
      text.append(String.format(Locale.ROOT, format, row.get(c)));
    }
    text.append("|\n");
  }

  private static void rule(int[] widths, StringBuilder text) {
    for (int c = 0; c < widths.length; c++) {
      text.append(c == 0 ? "|:" : "|-").append("-".repeat(widths[c])).append(c == 0 ? "-" : ":");
    }
    text.append("|\n");
  }

  static String share(double value) {
    return String.format(Locale.ROOT, "%.3f", value);
  }

  static String percent(double value) {
    return String.format(Locale.ROOT, "%.2f %%", 100 * value);
  }
}
