package ronda.tool.report;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import ronda.identify.Examination;
import ronda.identify.decide.Finding;
import ronda.identify.post.Category;
import ronda.identify.post.Stance;
import ronda.identify.signal.EntityFound;
import ronda.identify.signal.EntityKind;

/** What a walk through some days of posts brought to light, on one screen or three. */
public final class WeekReport {
  /** West Indonesian time: whose evening it is matters more than where the server stands. */
  private static final ZoneId ZONE = ZoneOffset.ofHours(7);

  private static final int WIDEST_BAR = 40;
  private static final int MOST_SHARED = 5;
  private static final int MOST_SPARED = 8;

  private final Wording wording;
  private final Explanation explanation;
  private final List<Examination> posts;

  /** A report on posts, in the order they were examined. */
  public WeekReport(Wording wording, boolean inColour, List<Examination> posts) {
    this.wording = wording;
    this.explanation = new Explanation(wording, inColour);
    this.posts = List.copyOf(posts);
  }

  /** The whole report. */
  public String text() {
    List<Examination> found = posts.stream().filter(WeekReport::isFound).toList();
    StringBuilder text = new StringBuilder();
    title(wording.of("up.title", grouped(posts.size())), '═', text);
    text.append(wording.of("up.found", grouped(found.size()), grouped(posts.size()))).append('\n');
    bars(wording.of("up.each"), byCategory(found), text);
    bars(wording.of("up.days"), byDay(found), text);
    examples(found, text);
    shared(found, text);
    spared(text);
    return text.toString();
  }

  private static boolean isFound(Examination examined) {
    return examined.findings().stream().anyMatch(finding -> !finding.shadow());
  }

  private Map<String, Integer> byCategory(List<Examination> found) {
    Map<Category, Integer> counts = new EnumMap<>(Category.class);
    for (Examination examined : found) {
      for (Finding finding : examined.findings()) {
        if (!finding.shadow()) {
          counts.merge(finding.category(), 1, Integer::sum);
        }
      }
    }
    Map<String, Integer> named = new java.util.LinkedHashMap<>();
    counts.forEach((category, count) -> named.put(wording.category(category), count));
    return named;
  }

  private static Map<String, Integer> byDay(List<Examination> found) {
    Map<String, Integer> counts = new TreeMap<>();
    for (Examination examined : found) {
      examined
          .post()
          .origin()
          .postedAt()
          .map(at -> LocalDate.ofInstant(at, ZONE).toString())
          .ifPresent(day -> counts.merge(day, 1, Integer::sum));
    }
    return counts;
  }

  private static void bars(String name, Map<String, Integer> counts, StringBuilder text) {
    if (counts.isEmpty()) {
      return;
    }
    int most = counts.values().stream().mapToInt(Integer::intValue).max().orElse(1);
    text.append('\n').append(name).append('\n');
    counts.forEach(
        (what, count) -> {
          String bar = "█".repeat(Math.max(1, count * WIDEST_BAR / most));
          text.append(String.format(Locale.ROOT, "  %-20s %4d %s%n", what, count, bar));
        });
  }

  /** One post a category: the first one with the most reasons, because it shows the most. */
  private void examples(List<Examination> found, StringBuilder text) {
    Map<Category, Examination> best = new EnumMap<>(Category.class);
    for (Examination examined : found) {
      Category category = live(examined).category();
      Examination before = best.get(category);
      if (before == null || live(examined).reasons().size() > live(before).reasons().size()) {
        best.put(category, examined);
      }
    }
    title(wording.of("up.examples"), '─', text);
    best.values().forEach(examined -> text.append(explanation.of(examined)));
  }

  private static Finding live(Examination examined) {
    return examined.findings().stream().filter(f -> !f.shadow()).findFirst().orElseThrow();
  }

  private void shared(List<Examination> found, StringBuilder text) {
    Map<String, Integer> counts = new TreeMap<>();
    for (Examination examined : found) {
      examined.entities().stream()
          .filter(entity -> entity.entityKind() != EntityKind.PRICE)
          .filter(entity -> entity.entityKind() != EntityKind.NIK)
          .map(WeekReport::named)
          .distinct()
          .forEach(value -> counts.merge(value, 1, Integer::sum));
    }
    List<Map.Entry<String, Integer>> several = new ArrayList<>(counts.entrySet());
    several.removeIf(entry -> entry.getValue() < 2);
    several.sort(Map.Entry.<String, Integer>comparingByValue().reversed());
    if (several.isEmpty()) {
      return;
    }
    title(wording.of("up.shared"), '─', text);
    for (Map.Entry<String, Integer> one :
        several.subList(0, Math.min(MOST_SHARED, several.size()))) {
      text.append(
          String.format(
              Locale.ROOT,
              "  %-44s %s%n",
              one.getKey(),
              wording.of("up.times", grouped(one.getValue()))));
    }
  }

  private static String named(EntityFound entity) {
    return entity.entityKind().code() + " " + Marked.visible(entity.value());
  }

  /** Posts that speak of a harm in words that do not promote it, and which are no finding. */
  private void spared(StringBuilder text) {
    List<Examination> spared =
        posts.stream()
            .filter(examined -> examined.findings().isEmpty())
            .filter(examined -> examined.terms().stream().anyMatch(t -> t.category().isPresent()))
            .filter(
                examined -> examined.terms().stream().anyMatch(t -> t.stance() == Stance.MENTIONS))
            .toList();
    if (spared.isEmpty()) {
      return;
    }
    title(wording.of("up.spared"), '─', text);
    int step = Math.max(1, spared.size() / MOST_SPARED);
    for (int i = 0; i < spared.size() && i / step < MOST_SPARED; i += step) {
      text.append("  “").append(Marked.visible(spared.get(i).post().text())).append("”\n");
    }
  }

  private static void title(String name, char line, StringBuilder text) {
    text.append('\n').append(name).append('\n');
    text.append(String.valueOf(line).repeat(name.length())).append('\n');
  }

  private static String grouped(long number) {
    return Tally.grouped(number);
  }
}
