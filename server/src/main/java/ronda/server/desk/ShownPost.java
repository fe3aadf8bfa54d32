package ronda.server.desk;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import ronda.casework.chain.Hash;
import ronda.casework.intake.ByHand;
import ronda.casework.intake.FoundPost;
import ronda.identify.decide.Finding;
import ronda.identify.signal.Signal;
import ronda.store.sql.SqlJobPosts;

/**
 * A post of a job as a page shows it. The marks in its pieces bear the numbers of its own reasons,
 * which stand in a table below it.
 *
 * @param groups what each policy found; without reasons where an officer raised it
 * @param text the hash of what it says
 * @param posts how many of the job's posts say the very same, this one among them
 */
public record ShownPost(
    FoundPost found, List<Marked.Piece> pieces, List<Group> groups, Hash text, long posts) {
  /** What one policy found, and why. */
  public record Group(Finding finding, List<Numbered> reasons) {}

  /** A reason with the number that marks it in the text. */
  public record Numbered(int number, Signal signal) {}

  static ShownPost of(FoundPost found, long posts) {
    List<Signal> reasons = ByHand.is(found.first()) ? List.of() : Marked.reasons(found.findings());
    String said = found.post().text();
    List<Group> groups = found.findings().stream().map(finding -> group(finding, reasons)).toList();
    return new ShownPost(found, Marked.pieces(said, reasons), groups, Hash.of(said), posts);
  }

  private static Group group(Finding finding, List<Signal> all) {
    Map<Integer, Signal> own = new TreeMap<>();
    finding.reasons().forEach(reason -> own.putIfAbsent(Marked.number(reason, all), reason));
    own.remove(0);
    return new Group(
        finding,
        own.entrySet().stream().map(one -> new Numbered(one.getKey(), one.getValue())).toList());
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
