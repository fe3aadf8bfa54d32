package ronda.sources.files;

/** Takes what was read from a file, line by line. */
public interface Rows {
  /** A post was read. */
  void read(Row row);

  /** A line could not be read. */
  void refused(Refusal refusal);
}
