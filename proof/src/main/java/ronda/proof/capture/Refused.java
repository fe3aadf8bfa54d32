package ronda.proof.capture;

import java.io.IOException;
import java.util.stream.Stream;

/** A page is not captured, and why: the address, the host or the page itself is beyond bounds. */
public final class Refused extends IOException {
  private static final long serialVersionUID = 1;

  private final transient Obstacle why;

  Refused(Obstacle.Kind kind, Object... words) {
    this(new Obstacle(kind, Stream.of(words).map(String::valueOf).toList()));
  }

  Refused(Obstacle why) {
    super(why.toString());
    this.why = why;
  }

  /** What stood in the way. */
  public Obstacle why() {
    return why;
  }
}
