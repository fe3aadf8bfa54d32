package ronda.tool.report;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;
import ronda.identify.post.Category;

/** Counts what a run has done so far. Not for sharing between threads. */
public final class Tally {
  private final Map<Category, Long> findings = new EnumMap<>(Category.class);
  private long posts;
  private long refused;

  /** Counts a post. */
  public void post() {
    posts++;
  }

  /** Counts a line that could not be read. */
  public void refusal() {
    refused++;
  }

  /** Counts a finding. */
  public void finding(Category category) {
    findings.merge(category, 1L, Long::sum);
  }

  /** Counts everything that {@code other} counted. */
  public void add(Tally other) {
    posts += other.posts;
    refused += other.refused;
    other.findings.forEach((category, count) -> findings.merge(category, count, Long::sum));
  }

  /** How many posts were read. */
  public long posts() {
    return posts;
  }

  /** How many lines could not be read. */
  public long refused() {
    return refused;
  }

  /** The line that ends a run, such as {@code 3 posts, 1 finding (gambling 1), 0 rejected, …}. */
  public String summary(Duration taken) {
    long found = findings.values().stream().mapToLong(Long::longValue).sum();
    StringJoiner each = new StringJoiner(", ", " (", ")").setEmptyValue("");
    findings.forEach((category, count) -> each.add(category.code() + " " + grouped(count)));
    return "%s post%s, %s finding%s%s, %s rejected, %s posts/s"
        .formatted(
            grouped(posts),
            posts == 1 ? "" : "s",
            grouped(found),
            found == 1 ? "" : "s",
            each,
            grouped(refused),
            grouped(perSecond(taken)));
  }

  /** How many posts were read in each second of {@code taken}. */
  public long perSecond(Duration taken) {
    return posts * 1_000_000_000L / Math.max(1, taken.toNanos());
  }

  static String grouped(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }
}
