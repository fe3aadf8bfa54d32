package ronda.server.desk;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import ronda.casework.chain.Hash;
import ronda.casework.intake.ChildHint;
import ronda.casework.intake.FoundPost;
import ronda.identify.Examination;
import ronda.identify.decide.Finding;

/**
 * Which posts with findings come for the first time. Those that are kept already, and a post that
 * stands twice among these, take no room in a policy's daily limit.
 */
final class FirstTimes {
  private final List<One> all;

  /** What the daily limits leave of the findings of each post that comes for the first time. */
  private final Map<One, List<Finding>> left = new HashMap<>();

  private FirstTimes(List<One> all) {
    this.all = all;
  }

  /**
   * A post with findings.
   *
   * @param post as it would be kept; empty if all its findings are on trial
   * @param place where it stands among the others: two may be the same
   * @param hinted whether its words hint at a child: asked once, for all that is done with it
   * @param known whether it is kept already
   * @param before the same post, earlier among these
   */
  record One(
      Examination examined,
      Optional<FoundPost> post,
      int place,
      boolean hinted,
      boolean known,
      Optional<One> before) {
    @Override
    public boolean equals(Object other) {
      return other instanceof One one && one.place == place;
    }

    @Override
    public int hashCode() {
      return place;
    }
  }

  /**
   * @param found posts with a finding, one on trial perhaps
   * @param whole makes what is kept of one
   * @param known which of these prints are kept already, asked once for all
   */
  static FirstTimes of(
      List<Examination> found,
      Function<Examination, FoundPost> whole,
      UnaryOperator<Set<Hash>> known) {
    List<Optional<FoundPost>> posts = new ArrayList<>();
    List<Optional<Hash>> prints = new ArrayList<>();
    List<Boolean> hinted = new ArrayList<>();
    for (Examination examined : found) {
      Optional<FoundPost> post =
          examined.findings().stream().allMatch(Finding::shadow)
              ? Optional.empty()
              : Optional.of(whole.apply(examined));
      boolean hint = ChildHint.in(examined);
      posts.add(post);
      hinted.add(hint);
      prints.add(post.map(one -> (hint ? ChildHint.withoutWords(one) : one).print()));
    }
    Set<Hash> asked = prints.stream().flatMap(Optional::stream).collect(Collectors.toSet());
    Set<Hash> kept = asked.isEmpty() ? Set.of() : known.apply(asked);
    Map<Hash, One> first = new HashMap<>();
    List<One> all = new ArrayList<>();
    for (int i = 0; i < found.size(); i++) {
      Optional<Hash> print = prints.get(i);
      One one =
          new One(
              found.get(i),
              posts.get(i),
              i,
              hinted.get(i),
              print.filter(kept::contains).isPresent(),
              print.flatMap(same -> Optional.ofNullable(first.get(same))));
      all.add(one);
      print.ifPresent(same -> first.putIfAbsent(same, one));
    }
    return new FirstTimes(all);
  }

  List<One> all() {
    return all;
  }

  private static boolean isFirst(One one) {
    return !one.known() && one.before().isEmpty();
  }

  /** The posts that come for the first time. */
  List<Examination> anew() {
    return all.stream().filter(FirstTimes::isFirst).map(One::examined).toList();
  }

  /**
   * @param findings what the daily limits leave of the findings of those {@link #anew}, in their
   *     order
   */
  void admit(List<List<Finding>> findings) {
    List<One> first = all.stream().filter(FirstTimes::isFirst).toList();
    for (int i = 0; i < first.size(); i++) {
      left.put(first.get(i), findings.get(i));
    }
  }

  /** What goes to the desk of it; empty if no finding reaches people. */
  Optional<FoundPost> kept(One one) {
    if (one.known()) {
      return one.post();
    }
    List<Finding> findings = left.getOrDefault(one.before().orElse(one), List.of());
    return one.post()
        .filter(post -> findings.stream().anyMatch(finding -> !finding.shadow()))
        .map(
            post ->
                new FoundPost(
                    post.id(), post.post(), findings, post.entities(), post.receivedAt()));
  }
}
