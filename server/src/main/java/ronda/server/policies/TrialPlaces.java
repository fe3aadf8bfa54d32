package ronda.server.policies;

import java.util.HashSet;
import java.util.Set;
import java.util.UUID;

/**
 * Where policies are tried on past posts: each run keeps a processor busy for up to twenty seconds.
 * An office has one at a time, so that none keeps the others from theirs; and a server has no more
 * than half its processors busy with them, but two at least.
 */
final class TrialPlaces {
  private final int most;
  private final Set<UUID> offices = new HashSet<>();

  TrialPlaces() {
    this(Math.max(2, Runtime.getRuntime().availableProcessors() / 2));
  }

  TrialPlaces(int most) {
    this.most = most;
  }

  /** A place that is held until it is closed. */
  interface Place extends AutoCloseable {
    @Override
    void close();
  }

  /** That no place is free, and why. */
  static final class Taken extends Exception {
    private static final long serialVersionUID = 1;

    private final Why why;

    Taken(Why why) {
      super("no trial can begin now: " + why, null, false, false);
      this.why = why;
    }

    Why why() {
      return why;
    }
  }

  enum Why {
    /** The office tries a policy already. */
    BUSY,
    /** Other offices do, as many as this server bears. */
    FULL
  }

  synchronized Place take(UUID office) throws Taken {
    if (offices.contains(office)) {
      throw new Taken(Why.BUSY);
    }
    if (offices.size() >= most) {
      throw new Taken(Why.FULL);
    }
    offices.add(office);
    return () -> leave(office);
  }

  private synchronized void leave(UUID office) {
    offices.remove(office);
  }
}
