package ronda.sources.files;

/** What one worker reads at a time: whole lines that stand next to each other, or a refusal. */
public sealed interface Chunk {
  /** Reads every line and hands it to {@code rows}, in order. */
  void read(Rows rows);

  /**
   * Whole lines of an input.
   *
   * @param door how to read them
   * @param firstLine the number of the first of them, from 1
   * @param bytes nobody else holds or writes to them
   * @param length how many of {@code bytes} count
   */
  record Whole(Door door, long firstLine, byte[] bytes, int length) implements Chunk {
    @Override
    public void read(Rows rows) {
      door.read(this, rows);
    }
  }

  /** A line, or the rest of a file, that is refused before anybody looks inside. */
  record Refused(Refusal refusal) implements Chunk {
    @Override
    public void read(Rows rows) {
      rows.refused(refusal);
    }
  }
}
