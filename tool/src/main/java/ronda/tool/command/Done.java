package ronda.tool.command;

import ronda.identify.Examination;
import ronda.identify.Patrol;
import ronda.identify.decide.Finding;
import ronda.tool.door.JsonBytes;
import ronda.tool.door.PostJson;
import ronda.tool.door.Refusal;
import ronda.tool.door.RefusalJson;
import ronda.tool.door.Row;
import ronda.tool.door.Rows;
import ronda.tool.report.Tally;

/**
 * What came of one chunk of posts, ready to be written. Nothing here is shared between threads
 * before it is done.
 */
final class Done implements Rows {
  private final String file;
  private final Patrol patrol;
  private final JsonBytes found = new JsonBytes(256 << 10);
  private final JsonBytes refused = new JsonBytes(0);
  private final Tally tally = new Tally();

  private Done(String file, Patrol patrol) {
    this.file = file;
    this.patrol = patrol;
  }

  /** Reads and examines every post of a chunk. */
  static Done of(Reading.Piece piece, Patrol patrol) {
    Done done = new Done(piece.file(), patrol);
    piece.chunk().read(done);
    return done;
  }

  @Override
  public void read(Row row) {
    Examination examined;
    try {
      examined = patrol.examine(row.post());
    } catch (RuntimeException | StackOverflowError fault) {
      // One post that trips us must not stop the others; it is kept, and the fault is told.
      String error = "a fault in Ronda itself, please report it: " + fault;
      refused(new Refusal(row.line(), error, row.post().text(), 0));
      return;
    }
    PostJson.write(examined, found);
    tally.post();
    for (Finding finding : examined.findings()) {
      if (!finding.shadow()) {
        tally.finding(finding.category());
      }
    }
  }

  @Override
  public void refused(Refusal refusal) {
    RefusalJson.write(refusal, file, refused);
    tally.refusal();
  }

  JsonBytes found() {
    return found;
  }

  JsonBytes refused() {
    return refused;
  }

  Tally tally() {
    return tally;
  }
}
