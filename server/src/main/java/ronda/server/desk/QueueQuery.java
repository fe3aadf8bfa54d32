package ronda.server.desk;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import ronda.casework.office.Officer;
import ronda.casework.office.Region;
import ronda.casework.review.Filter;
import ronda.casework.review.QueuePage;
import ronda.casework.review.Standing;
import ronda.casework.review.Worst;
import ronda.identify.post.Category;
import ronda.server.page.Fields;

/**
 * What somebody asked of the queue, as it stands in the address. What is not understood is left
 * out: an old bookmark still shows a queue.
 *
 * @param show {@code open}, {@code mine}, {@code second}, {@code disputed} or {@code decided}
 * @param days only jobs with a post in the last so many days; 0 for all
 * @param holder whose hands they are in: an officer's id, {@value #NOBODY} for nobody's, empty for
 *     all
 * @param figure only jobs behind this figure
 */
record QueueQuery(
    String show,
    Optional<Category> category,
    Region region,
    String platform,
    double score,
    int days,
    String holder,
    String words,
    Optional<QueueFigure> figure) {
  /** In nobody's hands. */
  static final String NOBODY = "nobody";

  private static final Set<String> SHOWS = Set.of("open", "mine", "second", "disputed", "decided");

  /** What a figure's address has no use for is not among them. */
  private static final Set<String> FILTERS =
      Set.of("category", "region", "platform", "score", "days");

  private static final int LONGEST_WORDS = 200;

  private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");
  private static final Instant LATEST = Instant.parse("9999-01-01T00:00:00Z");

  static QueueQuery of(Map<String, String> asked) {
    String show = asked.getOrDefault("show", "open");
    String region = asked.getOrDefault("region", "").strip();
    Optional<QueueFigure> figure = QueueFigure.of(asked);
    return new QueueQuery(
        figure.isPresent() ? "decided" : SHOWS.contains(show) ? show : "open",
        Category.ofCode(asked.getOrDefault("category", "")),
        Region.isCode(region) ? new Region(region) : Region.UNKNOWN,
        asked.getOrDefault("platform", "").strip().toLowerCase(Locale.ROOT),
        number(asked.getOrDefault("score", "0"), 100) / 100.0,
        number(asked.getOrDefault("days", "0"), 3650),
        figure.isPresent() ? "" : holder(asked.getOrDefault("holder", "")),
        Fields.text(asked.getOrDefault("q", ""), LONGEST_WORDS),
        figure);
  }

  /** Whether something was asked for that is not understood, and so not heeded. */
  boolean leavesOut(Map<String, String> asked) {
    Set<String> heeded =
        Stream.of(address().split("&"))
            .map(part -> part.substring(0, part.indexOf('=')))
            .collect(Collectors.toSet());
    return FILTERS.stream()
        .filter(name -> !heeded.contains(name))
        .map(name -> asked.getOrDefault(name, "").strip())
        .anyMatch(value -> !value.isEmpty() && !value.equals("0"));
  }

  /** Whether it leaves something out that its tab would show. */
  boolean isFiltered() {
    return category.isPresent()
        || region.isKnown()
        || !platform.isEmpty()
        || score > 0
        || days > 0
        || !words.isEmpty()
        || !holder.isEmpty() && !show.equals("mine") && !show.equals("decided");
  }

  /** The same filter in all other tabs. */
  List<QueueQuery> elsewhere() {
    return SHOWS.stream()
        .filter(other -> !other.equals(show))
        .sorted()
        .map(
            other ->
                new QueueQuery(
                    other,
                    category,
                    region,
                    platform,
                    score,
                    days,
                    other.equals("mine") || other.equals("decided") ? "" : holder,
                    words,
                    Optional.empty()))
        .toList();
  }

  private static String holder(String text) {
    try {
      return text.equals(NOBODY) ? text : UUID.fromString(text).toString();
    } catch (IllegalArgumentException nobodysId) {
      return "";
    }
  }

  static int number(String text, int most) {
    try {
      return Math.clamp(Integer.parseInt(text.strip()), 0, most);
    } catch (NumberFormatException notANumber) {
      return 0;
    }
  }

  /** The jobs that {@code officer} may see of these. */
  Filter filter(Officer officer, Instant now) {
    Set<Category> categories = category.map(EnumSet::of).orElse(EnumSet.allOf(Category.class));
    Region place = officer.region().holds(region) && region.isKnown() ? region : officer.region();
    return new Filter(
        categories,
        place,
        platform,
        standings(),
        score,
        days == 0 ? Optional.empty() : Optional.of(now.minus(Duration.ofDays(days))),
        holder(officer),
        show.equals("open") || show.equals("second") ? Optional.of(officer.id()) : Optional.empty(),
        officer.seesWorst() ? Set.of() : Worst.categories(),
        words,
        figure.map(asked -> asked.counted(now)));
  }

  private Filter.Holder holder(Officer officer) {
    if (show.equals("mine")) {
      return new Filter.Holder.Of(officer.id());
    }
    return switch (holder) {
      case "" -> new Filter.Holder.Anyone();
      case NOBODY -> new Filter.Holder.Nobody();
      default -> new Filter.Holder.Of(UUID.fromString(holder));
    };
  }

  private Set<Standing> standings() {
    if (figure.isPresent()) {
      return figure.get().standings();
    }
    return switch (show) {
      case "second" -> EnumSet.of(Standing.AWAITS_SECOND);
      case "disputed" -> EnumSet.of(Standing.DISPUTED);
      case "decided" -> EnumSet.of(Standing.CONFIRMED, Standing.DISMISSED, Standing.DUPLICATE);
      default -> EnumSet.of(Standing.WAITING, Standing.AWAITS_SECOND, Standing.DISPUTED);
    };
  }

  /** The same question as it stands in an address, without the question mark. */
  String address() {
    Map<String, String> asked = new TreeMap<>();
    asked.put("show", show);
    category.ifPresent(one -> asked.put("category", one.code()));
    put("region", region.code(), asked);
    put("platform", platform, asked);
    put("score", score == 0 ? "" : Long.toString(Math.round(score * 100)), asked);
    put("days", days == 0 ? "" : Integer.toString(days), asked);
    put("holder", holder, asked);
    put("q", words, asked);
    figure.ifPresent(one -> asked.putAll(one.asked()));
    return asked.entrySet().stream()
        .map(one -> one.getKey() + "=" + URLEncoder.encode(one.getValue(), StandardCharsets.UTF_8))
        .collect(Collectors.joining("&"));
  }

  private static void put(String name, String value, Map<String, String> asked) {
    if (!value.isEmpty()) {
      asked.put(name, value);
    }
  }

  /** A place in the queue as it stands in an address. */
  static String written(QueuePage.Place place) {
    return place.asOf() + "_" + Double.doubleToLongBits(place.priority()) + "_" + place.job();
  }

  /** The place that was written so; empty if it is none. */
  static Optional<QueuePage.Place> place(String written) {
    String[] parts = written.split("_", -1);
    if (parts.length != 3) {
      return Optional.empty();
    }
    try {
      Instant asOf = Instant.parse(parts[0]);
      double priority = Double.longBitsToDouble(Long.parseLong(parts[1]));
      UUID job = UUID.fromString(parts[2]);
      // A moment that no table can hold, and what is no priority, nobody ever wrote here.
      boolean sane = EARLIEST.isBefore(asOf) && LATEST.isAfter(asOf);
      return sane && Double.isFinite(priority)
          ? Optional.of(new QueuePage.Place(asOf, priority, job))
          : Optional.empty();
    } catch (RuntimeException notAPlace) {
      return Optional.empty();
    }
  }
}
