package ronda.bench;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** How long each thing took that people did at a desk, in milliseconds, and what failed. */
final class DeskTimes {
  /** What somebody does, in the words of the report. */
  enum Step {
    QUEUE("queue page"),
    FILTERED("filtered page"),
    TAKE("take"),
    READ("job page"),
    JUDGE("judge");

    private final String words;

    Step(String words) {
      this.words = words;
    }
  }

  private final Map<Step, List<Double>> milliseconds = new EnumMap<>(Step.class);
  private final List<String> failures = new ArrayList<>();
  private int streams;

  synchronized void add(Step step, double time) {
    milliseconds.computeIfAbsent(step, none -> new ArrayList<>()).add(time);
  }

  synchronized void failed(String how) {
    failures.add(how);
  }

  synchronized void opened() {
    streams++;
  }

  /** A line for each step, how often a stream was opened, and what failed first. */
  synchronized List<String> lines() {
    List<String> lines = new ArrayList<>();
    milliseconds.forEach((step, all) -> lines.add("  - " + step.words + ": " + spread(all)));
    lines.add(
        String.format(
            Locale.ROOT,
            "  - streams opened: %,d; failed: %s",
            streams,
            failures.isEmpty() ? "none" : failures.size() + ", the first " + failures.getFirst()));
    return lines;
  }

  private static String spread(List<Double> all) {
    List<Double> sorted = new ArrayList<>(all);
    Collections.sort(sorted);
    return String.format(
        Locale.ROOT,
        "median **%.0f ms**, p95 %.0f, p99 **%.0f ms**, most %.0f (%,d)",
        sorted.get(sorted.size() / 2),
        sorted.get(sorted.size() * 95 / 100),
        sorted.get(sorted.size() * 99 / 100),
        sorted.getLast(),
        sorted.size());
  }
}
