package ronda.sources.files;

/** How much of one thing the doors take in. Beyond it a line is refused, and the others go on. */
public final class Limits {
  /** Bytes in one line, or in one CSV record: 16 MiB. Longer ones are skipped unread. */
  public static final int LINE_BYTES = 16 << 20;

  /**
   * UTF-16 units in one post's text: 1,048,576. A hundred times the longest post that any platform
   * takes, and little enough that every thread can examine one at once in a small heap.
   */
  public static final int TEXT_UNITS = 1 << 20;

  /** Bytes of a refused line that are kept for the person who sent it: 64 KiB. */
  public static final int KEPT_BYTES = 64 << 10;

  /** Links, pictures or labels of one post: 1,000. */
  public static final int LISTED = 1_000;

  /** Bytes that are read ahead and handed to one worker: 256 KiB, or one line if that is longer. */
  static final int CHUNK_BYTES = 256 << 10;

  private Limits() {}
}
