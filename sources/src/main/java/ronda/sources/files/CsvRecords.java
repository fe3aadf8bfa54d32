package ronda.sources.files;

/**
 * Finds where CSV records end (RFC 4180), and nothing more: the fields are read by a library. Only
 * a quote at the beginning of a field opens it, and only a line end outside quotes ends a record:
 * LF, CR LF, or the lone CR that some spreadsheets still write. The library takes the lone CR for a
 * line end too, so that a record which held one would lose what follows it.
 *
 * <p>A quote that is not closed properly would swallow the rest of the file. Then only the line it
 * stands on is given up, and the next line begins a new record.
 */
final class CsvRecords {
  private final byte[] bytes;
  private final int limit;
  private final byte separator;

  /** Whether nothing follows {@link #limit}: a record may then end without a line end. */
  private final boolean complete;

  private int from;
  private int to;
  private int lines;
  private boolean broken;

  CsvRecords(byte[] bytes, int limit, char separator, boolean complete) {
    this.bytes = bytes;
    this.limit = limit;
    this.separator = (byte) separator;
    this.complete = complete;
  }

  /** Moves to the next whole record, or says that there is none. */
  boolean next() {
    from = to;
    lines = 0;
    broken = false;
    if (from >= limit) {
      return false;
    }
    int end = end();
    if (end == OPEN && !complete) {
      return false;
    }
    if (end < 0) {
      broken = true;
      lines = 1;
      end = afterLine();
      if (end < 0) {
        return false;
      }
    }
    to = end;
    return true;
  }

  private static final int OPEN = -1;
  private static final int MALFORMED = -2;

  /** Where the record ends, after its line end; {@link #OPEN} where more bytes are needed. */
  private int end() {
    boolean fieldBegins = true;
    int at = from;
    while (at < limit) {
      byte b = bytes[at++];
      if (b == '"' && fieldBegins) {
        at = afterQuoted(at);
        if (at < 0) {
          return at;
        }
        fieldBegins = false;
      } else if (b == '\n') {
        lines++;
        return at;
      } else if (b == '\r') {
        int end = LineEnds.afterReturn(bytes, at, limit, complete);
        lines += end == 0 ? 0 : 1;
        return end == 0 ? OPEN : end;
      } else {
        fieldBegins = b == separator;
      }
    }
    lines++;
    return complete ? limit : OPEN;
  }

  /** Where a quoted field ends, after its closing quote. */
  private int afterQuoted(int start) {
    int at = start;
    while (at < limit) {
      byte b = bytes[at++];
      if (b == '\n' || (b == '\r' && (at == limit || bytes[at] != '\n'))) {
        lines++;
      } else if (b == '"') {
        if (at == limit) {
          return complete ? at : OPEN;
        }
        byte after = bytes[at];
        if (after == separator || after == '\n' || after == '\r') {
          return at;
        }
        if (after != '"') {
          return MALFORMED;
        }
        at++;
      }
    }
    return OPEN;
  }

  private int afterLine() {
    int end = LineEnds.afterAny(bytes, from, limit, complete);
    if (end > 0) {
      return end;
    }
    return complete ? limit : OPEN;
  }

  int from() {
    return from;
  }

  /** Where the record ends, after its line end. */
  int to() {
    return to;
  }

  /** Where the record ends, before its line end. */
  int toBeforeLineEnd() {
    int end = to;
    if (end > from && bytes[end - 1] == '\n') {
      end--;
    }
    if (end > from && bytes[end - 1] == '\r') {
      end--;
    }
    return end;
  }

  /** How many lines the record takes. */
  int lines() {
    return lines;
  }

  /** Whether a quote was opened on this line and never closed properly. */
  boolean isBroken() {
    return broken;
  }
}
