package ronda.casework.transparency;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Counts that stand together, as the public may know them (hitungan).
 *
 * @param of the code of what was counted, such as a kind of recipient
 * @param total empty where the parts are no parts of one whole
 * @param median how long it took, in the middle; empty if fewer than five took any time
 */
public record Tally(
    String of, List<Part> parts, Optional<Amount> total, Optional<Duration> median) {
  public Tally {
    parts = List.copyOf(parts);
  }

  /**
   * One of the counts.
   *
   * @param code what it counts
   * @param words what a code cannot say, such as the text of a law; empty for most
   */
  public record Part(String code, String words, Amount amount) {}

  /**
   * What was counted, before anything is hidden: it never leaves the office.
   *
   * @param beside a related number that is published too; exactly nought where there is none
   */
  public record Count(String code, String words, long number, Amount beside) {
    private static final Amount NONE = new Amount.Exact(0);

    public Count(String code, String words, long number) {
      this(code, words, number, NONE);
    }

    public Count(String code, long number) {
      this(code, "", number);
    }

    /** The same, where somebody could subtract this number and that one. */
    public Count beside(Amount related) {
      return new Count(code, words, number, related);
    }

    private Amount amount() {
      return Amount.beside(beside, number);
    }
  }

  /** Counts that add up to a whole. */
  public static Tally whole(String of, List<Count> counts) {
    List<Part> parts = parts(counts);
    return new Tally(
        of,
        parts,
        Optional.of(Amount.sum(parts.stream().map(Part::amount).toList())),
        Optional.empty());
  }

  /** Counts of different things. */
  public static Tally apart(String of, List<Count> counts) {
    return new Tally(of, parts(counts), Optional.empty(), Optional.empty());
  }

  private static List<Part> parts(List<Count> counts) {
    return counts.stream().map(one -> new Part(one.code(), one.words(), one.amount())).toList();
  }

  /** What is said of the part with this code; exactly nought where there is none. */
  public Amount amount(String code) {
    return parts.stream()
        .filter(part -> part.code().equals(code))
        .map(Part::amount)
        .findFirst()
        .orElse(Count.NONE);
  }

  /** The same, with how long each took. */
  public Tally taking(List<Duration> times) {
    return new Tally(of, parts, total, median(times));
  }

  private static Optional<Duration> median(List<Duration> times) {
    if (times.size() < Amount.FEW) {
      return Optional.empty();
    }
    List<Duration> sorted = new ArrayList<>(times);
    sorted.sort(null);
    int middle = sorted.size() / 2;
    return Optional.of(
        sorted.size() % 2 == 1
            ? sorted.get(middle)
            : sorted.get(middle - 1).plus(sorted.get(middle)).dividedBy(2));
  }
}
