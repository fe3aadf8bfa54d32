package ronda.sources.files;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Optional;

/**
 * The stretch of a stream that is in memory. It grows up to {@link Limits#LINE_BYTES} while no line
 * ends in it, and never beyond.
 */
final class ByteWindow {
  private final InputStream in;

  /** Whether a lone CR ends a line, as in CSV. */
  private final boolean returnsEnd;

  private byte[] bytes = new byte[Limits.CHUNK_BYTES];
  private int filled;
  private boolean ended;
  private Optional<Why> failure = Optional.empty();

  ByteWindow(InputStream in, boolean returnsEnd) {
    this.in = in;
    this.returnsEnd = returnsEnd;
  }

  byte[] bytes() {
    return bytes;
  }

  int filled() {
    return filled;
  }

  /** Whether nothing follows what is in memory. */
  boolean ended() {
    return ended;
  }

  /** What broke, if the stream ended because it broke. */
  Optional<Why> failure() {
    return failure;
  }

  boolean isFull() {
    return filled == bytes.length;
  }

  /**
   * Reads until the window is full, the stream ends, or would make us wait: what a slow sender has
   * sent so far is worth looking at.
   */
  void fill() {
    try {
      do {
        if (ended || isFull()) {
          return;
        }
        int read = in.read(bytes, filled, bytes.length - filled);
        ended = read < 0;
        filled += Math.max(read, 0);
      } while (in.available() > 0);
    } catch (Unpacked.TooFar tooFar) {
      fail(Why.of(Why.Kind.UNPACKS_TOO_FAR).and(tooFar.most()));
    } catch (IOException broken) {
      fail(Why.of(Why.Kind.BROKEN_OFF, String.valueOf(broken.getMessage())));
    }
  }

  void fail(Why why) {
    ended = true;
    failure = Optional.of(why);
  }

  /** Forgets everything, and reads no more. */
  void abandon() {
    ended = true;
    filled = 0;
    failure = Optional.empty();
  }

  /** Makes room for a longer line, or says that the longest one is reached. */
  boolean grow() {
    if (bytes.length >= Limits.LINE_BYTES) {
      return false;
    }
    bytes = Arrays.copyOf(bytes, Math.min(2 * bytes.length, Limits.LINE_BYTES));
    return true;
  }

  /** Gives the first {@code length} bytes away, array and all, and goes on in a new one. */
  byte[] take(int length) {
    byte[] taken = bytes;
    int rest = filled - length;
    bytes = new byte[Math.max(Limits.CHUNK_BYTES, rest)];
    System.arraycopy(taken, length, bytes, 0, rest);
    filled = rest;
    return taken;
  }

  /** Drops the first {@code length} bytes. */
  void drop(int length) {
    System.arraycopy(bytes, length, bytes, 0, filled - length);
    filled -= length;
  }

  /** Drops everything up to and with the next line end, and says how many bytes that were. */
  long dropLine() {
    long dropped = 0;
    while (true) {
      int end = lineEnd();
      if (end > 0) {
        drop(end);
        return dropped + end;
      }
      int kept = returnsEnd && !ended && filled > 0 && bytes[filled - 1] == '\r' ? 1 : 0;
      dropped += filled - kept;
      drop(filled - kept);
      if (ended) {
        return dropped;
      }
      fill();
    }
  }

  /** Where the first line ends, after its line end; 0 where none does. */
  int lineEnd() {
    if (returnsEnd) {
      return LineEnds.afterAny(bytes, 0, filled, ended);
    }
    int feed = LineEnds.next(bytes, 0, filled);
    return feed < filled ? feed + 1 : 0;
  }

  /** Where the last line ends, after its line end; 0 where none does. */
  int lastLineEnd() {
    for (int at = filled; at > 0; at--) {
      if (bytes[at - 1] == '\n') {
        return at;
      }
    }
    return 0;
  }
}
