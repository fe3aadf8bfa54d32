package ronda.server.desk;

import java.util.List;
import java.util.stream.IntStream;
import ronda.casework.chain.Hash;
import ronda.casework.intake.ByHand;
import ronda.casework.intake.FoundPost;
import ronda.identify.signal.Signal;
import ronda.store.sql.SqlJobPosts;

/**
 * A post of a job as a page shows it. The marks in its pieces bear the numbers of its own reasons,
 * which stand in a table below it.
 *
 * @param reasons none where an officer raised it: no policy says which words
 * @param text the hash of what it says
 * @param posts how many of the job's posts say the very same, this one among them
 */
public record ShownPost(
    FoundPost found, List<Marked.Piece> pieces, List<Signal> reasons, Hash text, long posts) {

  static ShownPost of(FoundPost found, long posts) {
    List<Signal> reasons = ByHand.is(found.first()) ? List.of() : Marked.reasons(found.findings());
    String said = found.post().text();
    return new ShownPost(found, Marked.pieces(said, reasons), reasons, Hash.of(said), posts);
  }

  /** Texts of a job, as they are shown of it or of its copy. */
  static List<ShownPost> of(List<SqlJobPosts.Same> texts, JobInSight seen) {
    List<FoundPost> latest = seen.shown(texts.stream().map(SqlJobPosts.Same::latest).toList());
    return IntStream.range(0, texts.size())
        .mapToObj(n -> of(latest.get(n), texts.get(n).posts()))
        .toList();
  }

  public boolean isByHand() {
    return ByHand.is(found.first());
  }
}
