package ronda.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import ronda.identify.Patrol;
import ronda.identify.classify.Classifier;
import ronda.identify.entity.Entities;
import ronda.identify.lexicon.Lexicon;
import ronda.identify.post.Post;
import ronda.identify.signal.EntityFound;
import ronda.identify.signal.TermFound;
import ronda.identify.text.Fold;
import ronda.identify.text.PlainText;
import ronda.policies.outfit.Outfit;

/** Each room alone, and the whole walk: microseconds a post. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class StagesBenchmark {
  /** A JSON Lines file of posts, below the root. */
  @Param("docs/samples/week.jsonl")
  public String posts = "";

  private record Prepared(
      Post post, PlainText text, List<TermFound> terms, List<EntityFound> entities) {}

  private Prepared[] prepared = {};
  private int next;
  private final Path root = Path.of(System.getProperty("ronda.root", "."));
  private final Outfit outfit = Outfit.read(root);
  private final Lexicon lexicon = outfit.lexicon();
  private final Entities entities = outfit.entities();
  private final Classifier classifier = outfit.classifier();
  private final Patrol patrol = outfit.patrol();

  /** Reads the posts and walks them once. */
  @Setup
  public void prepare() throws IOException {
    prepared =
        Posts.read(List.of(root.resolve(posts).toString())).all().stream()
            .map(this::prepare)
            .toArray(Prepared[]::new);
  }

  private Prepared prepare(Post post) {
    PlainText text = Fold.plain(post.text());
    return new Prepared(post, text, lexicon.in(text), entities.in(text));
  }

  private Prepared next() {
    next = next + 1 == prepared.length ? 0 : next + 1;
    return prepared[next];
  }

  /** The light and strong reading. */
  @Benchmark
  public PlainText fold() {
    return Fold.plain(next().post().text());
  }

  /** Listed terms. */
  @Benchmark
  public List<TermFound> lexicon() {
    return lexicon.in(next().text());
  }

  /** Phones, links, accounts. */
  @Benchmark
  public List<EntityFound> entities() {
    return entities.in(next().text());
  }

  /** Every label of every model. */
  @Benchmark
  public float[] classify() {
    Prepared post = next();
    return classifier.scores(post.text(), post.terms(), post.entities());
  }

  /** The whole walk. */
  @Benchmark
  public Object patrol() {
    return patrol.examine(next().post());
  }
}
