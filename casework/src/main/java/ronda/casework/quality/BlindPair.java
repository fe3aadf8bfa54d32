package ronda.casework.quality;

import java.util.List;
import java.util.UUID;
import ronda.casework.review.Agreement;
import ronda.casework.review.Verdict;
import ronda.identify.post.Category;

/**
 * What two people made of one job, the second without knowing of the first (pasangan buta). What a
 * third said afterwards is no part of it.
 *
 * @param category what the machine suspected
 */
public record BlindPair(
    Category category, UUID first, Verdict firstSaid, UUID second, Verdict secondSaid) {

  /** How well all these pairs agree. */
  public static Agreement agreement(List<BlindPair> pairs) {
    return Agreement.of(
        pairs.stream()
            .map(pair -> new Agreement.Pair(word(pair.firstSaid), word(pair.secondSaid)))
            .toList());
  }

  public boolean isOf(UUID officer) {
    return first.equals(officer) || second.equals(officer);
  }

  /** The verdict as one word: two verdicts have the same word when they agree. */
  static String word(Verdict verdict) {
    return switch (verdict) {
      case Verdict.Confirmed confirmed ->
          confirmed.category().code() + "/" + confirmed.stance().code();
      case Verdict.NotHarmful not -> not.code();
      case Verdict.NeedsSecond second -> second.code();
      case Verdict.DuplicateOf same -> same.code() + "/" + same.job();
    };
  }
}
