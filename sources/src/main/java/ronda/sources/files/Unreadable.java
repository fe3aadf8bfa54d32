package ronda.sources.files;

/** Says why one line is refused. It never leaves this room: outside, it is a {@link Refusal}. */
final class Unreadable extends Exception {
  private static final long serialVersionUID = 1;

  Unreadable(String reason) {
    // No stack trace: a file of a million bad lines must not cost a million of them.
    super(reason, null, false, false);
  }

  String reason() {
    return String.valueOf(getMessage());
  }
}
