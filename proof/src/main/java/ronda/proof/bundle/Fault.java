package ronda.proof.bundle;

/**
 * One thing that is not as it was written, and where.
 *
 * @param entry the entry of the archive; empty where it concerns none of them
 * @param offset the byte in the file at which it shows, from 0; for an entry whose hash is wrong
 *     the first byte of its content; -1 where there is no place
 * @param step the step of the history, from 1; 0 where it concerns none
 * @param what a sentence for people
 */
public record Fault(String entry, long offset, long step, String what) {
  static Fault at(String entry, long offset, String what) {
    return new Fault(entry, offset, 0, what);
  }

  static Fault in(String entry, String what) {
    return new Fault(entry, -1, 0, what);
  }

  static Fault of(String entry, long step, String what) {
    return new Fault(entry, -1, step, what);
  }

  @Override
  public String toString() {
    StringBuilder line = new StringBuilder(entry.isEmpty() ? "the file" : entry);
    if (step > 0) {
      line.append(", step ").append(step);
    }
    if (offset >= 0) {
      line.append(", at byte ").append(offset);
    }
    return line.append(": ").append(what).toString();
  }
}
