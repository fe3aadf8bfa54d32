package ronda.tool.command;

import ronda.sources.files.Refusal;
import ronda.sources.files.Row;
import ronda.sources.files.Why;

/** What becomes of a post that trips us: it goes to the rejects, and the run goes on. */
final class Faults {
  private Faults() {}

  static Refusal refusal(Row row, Throwable fault) {
    String error = "a fault in Ronda itself, please report it: " + fault;
    return new Refusal(row.line(), Why.said(error), row.post().text(), 0);
  }
}
