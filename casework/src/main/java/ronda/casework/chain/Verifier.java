package ronda.casework.chain;

import java.util.Optional;

/**
 * Reads a chain from its first entry to its last and says where it was broken. It keeps one hash in
 * memory, however long the chain.
 */
public final class Verifier {
  private long expected = 1;
  private Hash before = Hash.NONE;
  private Optional<Break> found = Optional.empty();

  /**
   * Where a chain was broken, and how.
   *
   * @param number the entry at which it shows
   */
  public record Break(long number, String reason) {}

  /** Looks at the next entry. After the first break nothing further is looked at. */
  public void next(Link link) {
    if (found.isPresent()) {
      return;
    }
    found = whatIsWrong(link);
    expected = link.number() + 1;
    before = link.hash();
  }

  private Optional<Break> whatIsWrong(Link link) {
    if (link.number() != expected) {
      return broken(link, "entry " + expected + " is missing or out of order");
    }
    if (!link.before().equals(before)) {
      return broken(link, "does not follow the entry before it");
    }
    return link.isSound()
        ? Optional.empty()
        : broken(link, "was changed: its words do not give its hash");
  }

  private static Optional<Break> broken(Link link, String reason) {
    return Optional.of(new Break(link.number(), reason));
  }

  /** The first break; empty if there is none. */
  public Optional<Break> broken() {
    return found;
  }

  /** How many entries were read. */
  public long read() {
    return expected - 1;
  }

  /** The last entry's hash: compare it with one kept elsewhere, or a cut-off end goes unseen. */
  public Hash head() {
    return before;
  }
}
