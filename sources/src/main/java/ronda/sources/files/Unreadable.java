package ronda.sources.files;

/** Says why one line is refused. It never leaves this room: outside, it is a {@link Refusal}. */
final class Unreadable extends Exception {
  private static final long serialVersionUID = 1;

  private final transient Why why;

  Unreadable(Why why) {
    // No stack trace: a file of a million bad lines must not cost a million of them.
    super(null, null, false, false);
    this.why = why;
  }

  Why why() {
    return why;
  }

  @Override
  public String getMessage() {
    return why.toString();
  }
}
