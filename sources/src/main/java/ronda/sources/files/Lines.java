package ronda.sources.files;

/**
 * Walks through the lines of a chunk. A line ends with LF or CR LF, and the last one may lack it.
 */
final class Lines {
  private final byte[] bytes;
  private final int length;
  private int next;
  private long line;
  private int from;
  private int to;

  Lines(Chunk.Whole chunk) {
    this.bytes = chunk.bytes();
    this.length = chunk.length();
    this.line = chunk.firstLine() - 1;
  }

  /** Moves to the next line, or says that there is none. */
  boolean next() {
    if (next >= length) {
      return false;
    }
    from = next;
    int end = LineEnds.next(bytes, from, length);
    next = end + 1;
    to = end > from && bytes[end - 1] == '\r' ? end - 1 : end;
    line++;
    return true;
  }

  /** Whether the line holds nothing but blanks. */
  boolean isBlank() {
    for (int i = from; i < to; i++) {
      if (bytes[i] != ' ' && bytes[i] != '\t' && bytes[i] != '\r') {
        return false;
      }
    }
    return true;
  }

  long line() {
    return line;
  }

  byte[] bytes() {
    return bytes;
  }

  int from() {
    return from;
  }

  int to() {
    return to;
  }

  /** Refuses what is not text at all, with the place of the first byte that shows it. */
  void checkText() throws Unreadable {
    Text.check(bytes, from, to);
  }

  Refusal refusal(Why why) {
    return Refusal.of(line, why, bytes, from, to);
  }
}
