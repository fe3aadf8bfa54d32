package ronda.tool.scan;

/** Nobody who knows the flaws could be asked, or the answer is none. Later it may work. */
public final class Unreachable extends RuntimeException {
  private static final long serialVersionUID = 1;

  Unreachable(String reason) {
    super(reason);
  }

  Unreachable(String reason, Throwable cause) {
    super(reason, cause);
  }
}
