package ronda.server.transparency;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import ronda.casework.transparency.Amount;
import ronda.casework.transparency.Tally;
import ronda.letters.form.Csv;
import tools.jackson.databind.json.JsonMapper;

/**
 * A report as it is published: its JSON is kept to the letter. Small numbers are hidden already.
 *
 * @param period its code, such as {@code 2026-Q4}
 * @param to the last day
 * @param reason why there is a further version; empty for the first
 * @param madeUp whether made-up sample posts are among what was counted
 * @param notes what has to be known to read it, by language
 * @param since the office's first day where it lies within the period: what was before it is not
 *     known, and not zero; empty where the office was there all the time
 */
public record ReportFile(
    String office,
    String region,
    String period,
    LocalDate from,
    LocalDate to,
    String zone,
    int version,
    String reason,
    Instant publishedAt,
    boolean madeUp,
    List<Map<String, String>> notes,
    List<Section> sections,
    Optional<HarmlessShare> harmlessShare,
    List<PolicyInForce> policies,
    Optional<LocalDate> since) {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  /**
   * Numbers that answer one question.
   *
   * @param source where they come from, by language
   */
  public record Section(String code, Map<String, String> source, List<Column> columns) {}

  /**
   * Numbers side by side with those of the other columns.
   *
   * @param of the code of what was counted
   * @param total empty where the lines are no parts of one whole
   * @param medianHours how long it took, in the middle; rounded to hours
   */
  public record Column(
      String of, List<Line> lines, Optional<String> total, Optional<Long> medianHours) {
    static Column of(Tally tally) {
      return new Column(
          tally.of(),
          tally.parts().stream()
              .map(part -> new Line(part.code(), part.words(), part.amount().shown()))
              .toList(),
          tally.total().map(Amount::shown),
          tally.median().map(Column::hours));
    }

    private static long hours(Duration took) {
      return Math.round(took.toMinutes() / 60.0);
    }
  }

  /**
   * One number.
   *
   * @param words what a code cannot say, such as the text of a law; empty for most
   * @param count digits, {@code <5}, or {@code 13-16} for a sum of which a part is hidden, and for
   *     a number that would betray that part
   */
  public record Line(String code, String words, String count) {}

  /**
   * How many of the decided suspicions people found harmless.
   *
   * @param low the share cannot well be lower than this, in percent (Wilson, 95 %)
   */
  public record HarmlessShare(long decided, double percent, double low, double high) {}

  /** A policy that was in force when the report was published. */
  public record PolicyInForce(String name, int version) {}

  /** The report with this JSON. */
  static ReportFile read(String json) {
    return JSON.readValue(json, ReportFile.class);
  }

  String json() {
    return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(this) + "\n";
  }

  /** All numbers, a line each, for a spreadsheet. */
  String csv() {
    StringBuilder csv =
        new StringBuilder(row("section", "of", "line", "words", "count", "source", "sumber"));
    for (Section section : sections) {
      for (Column column : section.columns) {
        column.lines.forEach(
            line -> csv.append(row(section, column.of, line.code, line.words, line.count)));
        column.total.ifPresent(total -> csv.append(row(section, column.of, "total", "", total)));
        column.medianHours.ifPresent(
            hours -> csv.append(row(section, column.of, "median-hours", "", Long.toString(hours))));
      }
    }
    policies.forEach(
        policy ->
            csv.append(
                row("policies", "", policy.name, "", Integer.toString(policy.version), "", "")));
    return csv.toString();
  }

  private String row(Section section, String of, String line, String words, String count) {
    return row(
        section.code,
        of,
        line,
        words,
        count,
        section.source.getOrDefault("en", ""),
        section.source.getOrDefault("id", ""));
  }

  private String row(String... fields) {
    String[] all = new String[fields.length + 3];
    boolean head = fields[0].equals("section");
    all[0] = head ? "office" : office;
    all[1] = head ? "period" : period;
    all[2] = head ? "version" : Integer.toString(version);
    System.arraycopy(fields, 0, all, 3, fields.length);
    return Csv.row(all);
  }
}
