package ronda.sources.files;

/** Reads the posts of one file's chunks, in one format. Immutable, shared by all workers. */
public sealed interface Door permits JsonDoor, CsvDoor, TextDoor {
  /** Reads every line of {@code chunk} and hands it to {@code rows}, in order. */
  void read(Chunk.Whole chunk, Rows rows);
}
