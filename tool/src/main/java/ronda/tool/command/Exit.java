package ronda.tool.command;

/** How a command ends, for scripts. The numbers above 63 are those of BSD's sysexits. */
public final class Exit {
  /** Everything was read and written. */
  public static final int FINE = 0;

  /** A record was altered. */
  public static final int ALTERED = 1;

  /** A library has a known flaw that must be dealt with. */
  public static final int FLAWED = 1;

  /** Some lines were refused; the others were done. */
  public static final int REFUSED = 2;

  /** The command line is wrong. */
  public static final int USAGE = 64;

  /** A file cannot be opened. */
  public static final int NO_INPUT = 66;

  /** A service that has to be asked cannot be. */
  public static final int UNAVAILABLE = 69;

  /** A fault in Ronda itself. */
  public static final int FAULT = 70;

  /** Writing failed: a full disk, for instance. */
  public static final int CANNOT_WRITE = 74;

  /** A setting, model, lexicon or policy cannot be used. */
  public static final int CONFIGURATION = 78;

  /** Whoever read our output stopped reading, as {@code head} does: 128 + SIGPIPE. */
  public static final int CLOSED_PIPE = 141;

  private Exit() {}
}
