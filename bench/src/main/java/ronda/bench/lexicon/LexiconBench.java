package ronda.bench.lexicon;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import ronda.identify.lexicon.LiteralMatcher;

/**
 * Finds 5,000 and 50,000 terms in the same 100,000 made-up posts, by our matcher and by Vectorscan
 * in turns, one thread each, processor time, each turn the best of three passes; says how many
 * times as fast ours is, and whether both found the same number of matches.
 *
 * <p>The peer is compiled from {@code bench/peers/vectorscan/literals.c}; where it cannot be, the
 * bench says so and measures ours alone.
 */
public final class LexiconBench {
  private static final long SEED = 2026;
  private static final int POSTS = 100_000;
  private static final int MEAN_BYTES = 335;
  private static final int ROUNDS = 7;
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private LexiconBench() {}

  /** Takes the numbers of terms as arguments; 5000 and 50000 where there are none. */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    List<Integer> sizes =
        arguments.length == 0
            ? List.of(5_000, 50_000)
            : Arrays.stream(arguments).map(Integer::valueOf).toList();
    for (int terms : sizes) {
      compare(MadeUpPosts.of(SEED, POSTS, MEAN_BYTES, terms));
    }
  }

  private static void compare(MadeUpPosts made) throws IOException, InterruptedException {
    long before = System.nanoTime();
    LiteralMatcher ours = LiteralMatcher.of(made.terms());
    say(
        "%,d terms, %,d posts, %.1f MB; built in %d ms; at most %d candidates at one position",
        made.terms().size(),
        made.posts().size(),
        made.totalBytes() / 1e6,
        (System.nanoTime() - before) / 1_000_000,
        ours.mostCandidates());
    try (Peer peer = Peer.of(Path.of("bench/peers/vectorscan"), made)) {
      double[] our = new double[ROUNDS];
      double[] their = new double[ROUNDS];
      Round last = ours(ours, made);
      for (int round = 0; round < ROUNDS; round++) {
        last = bestOfThree(ours, made);
        our[round] = last.megabytesPerSecond(made);
        Optional<Round> theirs = peer.round();
        if (theirs.isPresent()) {
          their[round] = theirs.get().megabytesPerSecond(made);
          checkSame(last, theirs.get());
        }
      }
      say("  ours        %6.0f MB/s (median), %,d matches", median(our), last.matches());
      if (peer.absence().isPresent()) {
        say("  Vectorscan  not measured: %s", peer.absence().get());
      } else {
        say("  Vectorscan  %6.0f MB/s (median), the same matches", median(their));
        say("  ours is x%.2f", median(our) / median(their));
      }
    }
  }

  private static Round bestOfThree(LiteralMatcher matcher, MadeUpPosts made) {
    return Stream.generate(() -> ours(matcher, made))
        .limit(3)
        .min(Comparator.comparingDouble(Round::milliseconds))
        .orElseThrow();
  }

  private static Round ours(LiteralMatcher matcher, MadeUpPosts made) {
    long[] matches = {0};
    LiteralMatcher.Hit count = (literal, end) -> matches[0]++;
    long before = THREADS.getCurrentThreadCpuTime();
    for (byte[] post : made.posts()) {
      matcher.scan(post, 0, post.length, count);
    }
    return new Round((THREADS.getCurrentThreadCpuTime() - before) / 1e6, matches[0]);
  }

  private static void checkSame(Round ours, Round theirs) {
    if (ours.matches() != theirs.matches()) {
      throw new IllegalStateException(
          "ours found " + ours.matches() + " matches, Vectorscan " + theirs.matches());
    }
  }

  private static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }

  private static void say(String format, Object... arguments) {
    System.out.printf(Locale.ROOT, format + "%n", arguments);
  }

  /** One pass over all posts: processor milliseconds, and how many matches. */
  record Round(double milliseconds, long matches) {
    double megabytesPerSecond(MadeUpPosts made) {
      return made.totalBytes() / 1e3 / milliseconds;
    }
  }
}
