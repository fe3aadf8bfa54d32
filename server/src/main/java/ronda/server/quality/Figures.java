package ronda.server.quality;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.context.i18n.LocaleContextHolder;
import ronda.casework.office.Officer;
import ronda.casework.office.Role;
import ronda.casework.quality.BlindPair;
import ronda.casework.quality.Reading;
import ronda.casework.review.Agreement;
import ronda.identify.post.Category;
import ronda.store.sql.SqlQuality.GoldenShare;

/**
 * The office's figures. A group is shown only if three people or more are behind its figure, so
 * that none is about a person.
 */
final class Figures {
  /** So many people hide in a group. */
  static final int LEAST_PEOPLE = 3;

  private Figures() {}

  /**
   * How well some agree.
   *
   * @param kind {@code all}, {@code category}, {@code role} or {@code region}
   * @param name the code within its kind
   * @param people how many are behind the figure
   */
  public record Line(String kind, String name, int people, Agreement agreement, Reading reading) {
    /** κ with two decimals, as the reader's language writes them; empty if it is not defined. */
    public String kappa() {
      return agreement.kappa().isPresent()
          ? String.format(LocaleContextHolder.getLocale(), "%.2f", agreement.kappa().getAsDouble())
          : "";
    }
  }

  /** How often a group was right on golden copies. */
  public record Golden(String kind, String name, int people, long answers, long right) {
    public boolean isEnough() {
      return answers >= Reading.ENOUGH;
    }

    public long percent() {
      return answers == 0 ? 0 : Math.round(100.0 * right / answers);
    }
  }

  /** Of all pairs, and of those of each category. */
  static List<Line> byCategory(List<BlindPair> pairs) {
    List<Line> lines = new ArrayList<>();
    lines.add(line("all", "", pairs));
    Map<Category, List<BlindPair>> split =
        pairs.stream()
            .collect(
                Collectors.groupingBy(
                    BlindPair::category, () -> new EnumMap<>(Category.class), Collectors.toList()));
    split.forEach((category, some) -> lines.add(line("category", category.code(), some)));
    return lines;
  }

  /** Of the pairs within each role and each region that enough people stand behind. */
  static List<Line> byGroup(List<BlindPair> pairs, List<Officer> officers) {
    List<Line> lines = new ArrayList<>();
    groups(officers)
        .forEach(
            (group, members) -> {
              List<BlindPair> within =
                  pairs.stream()
                      .filter(
                          pair -> members.contains(pair.first()) && members.contains(pair.second()))
                      .toList();
              Line line = line(group.kind(), group.name(), within);
              if (line.people() >= LEAST_PEOPLE) {
                lines.add(line);
              }
            });
    return lines;
  }

  private static Line line(String kind, String name, List<BlindPair> pairs) {
    Agreement agreement = BlindPair.agreement(pairs);
    Set<UUID> people = new HashSet<>();
    pairs.forEach(pair -> people.addAll(List.of(pair.first(), pair.second())));
    return new Line(kind, name, people.size(), agreement, Reading.of(agreement));
  }

  /** How right everybody was, and each group that enough people stand behind. */
  static List<Golden> golden(List<GoldenShare> shares, List<Officer> officers) {
    Map<UUID, GoldenShare> byOfficer =
        shares.stream().collect(Collectors.toMap(GoldenShare::officer, Function.identity()));
    List<Golden> lines = new ArrayList<>();
    lines.add(golden("all", "", List.copyOf(shares)));
    groups(officers)
        .forEach(
            (group, members) -> {
              List<GoldenShare> within =
                  members.stream().filter(byOfficer::containsKey).map(byOfficer::get).toList();
              if (within.size() >= LEAST_PEOPLE) {
                lines.add(golden(group.kind(), group.name(), within));
              }
            });
    return lines;
  }

  private static Golden golden(String kind, String name, List<GoldenShare> shares) {
    return new Golden(
        kind,
        name,
        shares.size(),
        shares.stream().mapToLong(GoldenShare::answers).sum(),
        shares.stream().mapToLong(GoldenShare::right).sum());
  }

  private record Group(String kind, String name) implements Comparable<Group> {
    @Override
    public int compareTo(Group other) {
      int byKind = other.kind.compareTo(kind);
      return byKind != 0 ? byKind : name.compareTo(other.name);
    }
  }

  private static Map<Group, Set<UUID>> groups(List<Officer> officers) {
    Map<Group, Set<UUID>> groups = new TreeMap<>();
    for (Officer officer : officers) {
      for (Role role : officer.roles()) {
        groups
            .computeIfAbsent(new Group("role", role.code()), group -> new HashSet<>())
            .add(officer.id());
      }
      groups
          .computeIfAbsent(new Group("region", officer.region().code()), group -> new HashSet<>())
          .add(officer.id());
    }
    return groups;
  }
}
