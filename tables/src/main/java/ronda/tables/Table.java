package ronda.tables;

import java.io.IOException;

/**
 * One table that {@code identify} reads from its class path. The same sources give the same bytes.
 */
interface Table {
  /** Where the table goes, relative to the resources' root, with forward slashes. */
  String path();

  /** The table's content. */
  byte[] content() throws IOException;
}
