package ronda.casework.review;

import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/**
 * How well people agree beyond chance (kesepakatan): Cohen's κ, after J. Cohen, "A coefficient of
 * agreement for nominal scales", Educational and Psychological Measurement 20 (1960), 37–46.
 *
 * @param pairs how many jobs two people judged independently
 * @param agreed how many of them alike
 * @param kappa 1 for full agreement, 0 for what chance gives, below 0 for less; empty where it is
 *     not defined: no pairs, or everybody always said the same one thing
 */
public record Agreement(int pairs, int agreed, OptionalDouble kappa) {

  /** What two people said of the same job, neither knowing of the other. */
  public record Pair(String first, String second) {}

  /** The agreement of these pairs. */
  public static Agreement of(List<Pair> pairs) {
    int total = pairs.size();
    int agreed = (int) pairs.stream().filter(pair -> pair.first().equals(pair.second())).count();
    double byChance =
        pairs.stream()
            .flatMap(pair -> Stream.of(pair.first(), pair.second()))
            .distinct()
            .mapToDouble(word -> share(word, pairs, true) * share(word, pairs, false))
            .sum();
    OptionalDouble kappa =
        total == 0 || byChance == 1
            ? OptionalDouble.empty()
            : OptionalDouble.of((agreed / (double) total - byChance) / (1 - byChance));
    return new Agreement(total, agreed, kappa);
  }

  private static double share(String word, List<Pair> pairs, boolean first) {
    long said =
        pairs.stream().filter(pair -> (first ? pair.first() : pair.second()).equals(word)).count();
    return said / (double) pairs.size();
  }
}
