package ronda.casework.chain;

import java.util.Locale;
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
   * @param expected the entry that should have stood there
   */
  public record Break(long number, Kind kind, long expected) {
    /** What is wrong, in English. */
    public String reason() {
      return switch (kind) {
        case MISSING -> "entry " + expected + " is missing or out of order";
        case DETACHED -> "does not follow the entry before it";
        case CHANGED -> "was changed: its words do not give its hash";
      };
    }
  }

  /** How a chain can be broken. */
  public enum Kind {
    /** Another entry stands where one was expected. */
    MISSING,
    /** An entry does not name the hash of the one before it. */
    DETACHED,
    /** An entry's words do not give its hash. */
    CHANGED;

    /** The stable code, such as {@code missing}. */
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

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
      return broken(link, Kind.MISSING);
    }
    if (!link.before().equals(before)) {
      return broken(link, Kind.DETACHED);
    }
    return link.isSound() ? Optional.empty() : broken(link, Kind.CHANGED);
  }

  private Optional<Break> broken(Link link, Kind kind) {
    return Optional.of(new Break(link.number(), kind, expected));
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
