package ronda.tool.command;

import java.util.Optional;
import ronda.identify.Examination;
import ronda.identify.Patrol;
import ronda.identify.decide.Finding;
import ronda.sources.files.JsonBytes;
import ronda.sources.files.PostJson;
import ronda.sources.files.Refusal;
import ronda.sources.files.RefusalJson;
import ronda.sources.files.Row;
import ronda.sources.files.Rows;
import ronda.tool.report.Explanation;
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
  private final Optional<Explanation> explanation;
  private final StringBuilder explained = new StringBuilder();

  private Done(String file, Patrol patrol, Optional<Explanation> explanation) {
    this.file = file;
    this.patrol = patrol;
    this.explanation = explanation;
  }

  /**
   * Reads and examines every post of a chunk.
   *
   * @param explanation how to explain it to a person, if one is to read it
   */
  static Done of(Reading.Piece piece, Patrol patrol, Optional<Explanation> explanation) {
    Done done = new Done(piece.file(), patrol, explanation);
    piece.chunk().read(done);
    return done;
  }

  @Override
  public void read(Row row) {
    int before = found.length();
    Examination examined;
    String told;
    try {
      examined = patrol.examine(row.post());
      PostJson.write(examined, found);
      told = explanation.isPresent() ? explanation.get().of(examined) : "";
    } catch (RuntimeException | StackOverflowError fault) {
      // One post that trips us must not stop the others; it is kept, and the fault is told.
      found.cutTo(before);
      refused(Faults.refusal(row, fault));
      return;
    }
    explained.append(told);
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

  JsonBytes findings() {
    return found;
  }

  JsonBytes rejects() {
    return refused;
  }

  /** What a person is to read; empty where nobody asked, or nothing was found. */
  String explained() {
    return explained.toString();
  }

  Tally tally() {
    return tally;
  }
}
