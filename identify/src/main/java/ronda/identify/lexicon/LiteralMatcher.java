package ronda.identify.lexicon;

import java.util.Arrays;
import java.util.List;

/**
 * Finds every occurrence of thousands of byte strings in one pass, overlapping ones included.
 * Immutable and safe to share.
 *
 * <p>The time grows with the text and with the number of matches; see {@link #mostCandidates()} for
 * the worst that a hostile text can do.
 */
public final class LiteralMatcher {
  /** Is told of each match. */
  @FunctionalInterface
  public interface Hit {
    /** Literal {@code literal} (its place in the list) ends just before position {@code end}. */
    void found(int literal, int end);
  }

  /** The shortest literal, in bytes. */
  public static final int SHORTEST = GramFilter.SHORTEST;

  private final byte[][] literals;
  private final GramFilter[] filters;

  private LiteralMatcher(byte[][] literals) {
    this.literals = literals;
    this.filters = GramFilter.of(literals);
  }

  /**
   * A matcher for these literals; equal ones are each reported.
   *
   * @throws IllegalArgumentException for a literal shorter than {@link #SHORTEST} bytes
   */
  public static LiteralMatcher of(List<byte[]> literals) {
    return new LiteralMatcher(literals.stream().map(byte[]::clone).toArray(byte[][]::new));
  }

  /** The most literals that are compared at one position of a text, however hostile. */
  public int mostCandidates() {
    int most = 0;
    for (GramFilter filter : filters) {
      most += filter.mostCandidates();
    }
    return most;
  }

  /**
   * Tells {@code hit} of every match that lies in {@code text} from {@code from} up to {@code to}.
   * Matches come in no particular order.
   */
  public void scan(byte[] text, int from, int to, Hit hit) {
    for (GramFilter filter : filters) {
      int last = filter.last(to);
      for (int block = from; block <= last; block += filter.blockLength()) {
        long found = filter.block(text, block, last);
        while (found != 0) {
          int at = block + Long.numberOfTrailingZeros(found) * filter.stride();
          long candidates = filter.table().candidates(filter.key(text, at));
          if (candidates != 0) {
            compare(filter.table(), candidates, text, from, to, at, hit);
          }
          found &= found - 1;
        }
      }
    }
  }

  private void compare(
      CandidateTable table, long candidates, byte[] text, int from, int to, int at, Hit hit) {
    int endOfAll = CandidateTable.end(candidates);
    for (int candidate = CandidateTable.first(candidates); candidate < endOfAll; candidate += 2) {
      byte[] literal = literals[table.piece(candidate)];
      int start = at - table.offset(candidate);
      int end = start + literal.length;
      if (start >= from
          && end <= to
          && Arrays.equals(text, start, end, literal, 0, literal.length)) {
        hit.found(table.piece(candidate), end);
      }
    }
  }
}
