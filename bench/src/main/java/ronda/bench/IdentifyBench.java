package ronda.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import ronda.identify.Examination;
import ronda.identify.Patrol;
import ronda.identify.post.Post;
import ronda.policies.outfit.Outfit;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The whole walk of a post, end to end in memory: one core, two cores, words never met before, and
 * scikit-learn in turns on the same posts.
 */
final class IdentifyBench {
  private static final double ROUND_SECONDS = 1.0;

  private final Path root;
  private final Posts posts;
  private final List<String> trainOn;
  private final int rounds;
  private final List<String> report = new ArrayList<>();

  IdentifyBench(Path root, Posts posts, List<String> trainOn, int rounds) {
    this.root = root;
    this.posts = posts;
    this.trainOn = trainOn;
    this.rounds = rounds;
  }

  List<String> run() throws IOException, InterruptedException {
    Patrol patrol = Outfit.patrol(root);
    say(
        "%,d posts, mean %.0f bytes; %d rounds of %.0f s each",
        posts.all().size(), posts.meanBytes(), rounds, ROUND_SECONDS);
    for (int i = 0; i < 5; i++) {
      round(patrol, 1); // compiles the hot path; not counted
    }
    Rates one = new Rates();
    Rates two = new Rates();
    Rates scaling = new Rates();
    Rates peer = new Rates();
    Rates ratio = new Rates();
    String peerName = "scikit-learn is not here: install Debian's python3-sklearn";
    for (int i = 0; i < rounds; i++) {
      double alone = round(patrol, 1);
      double together = round(patrol, 2);
      one.add(alone);
      two.add(together);
      scaling.add(together / alone * 1000);
      if (!trainOn.isEmpty() && i < 3) {
        Peer.Answer answer = sklearn();
        peerName = answer.name();
        peer.add(answer.rate());
        ratio.add(round(patrol, 1) / answer.rate());
      }
    }
    say("");
    say("| what | posts/s: least … **median** … most |");
    say("|---|---|");
    say("| one core | %s |", one.spread());
    say("| two cores | %s |", two.spread());
    say("| one core, words never met before | %s |", unmet().spread());
    if (peer.rounds() > 0) {
      say("| %s, one core | %s |", peerName, peer.spread());
      say("| Ronda ÷ %s, in turns | %s |", peerName, ratio.spread());
    } else {
      say("| %s | |", peerName);
    }
    say("");
    say(
        "Two cores ÷ one core, in turns: ×%.2f (median). One core: %.1f MB/s.",
        scaling.median() / 1000, one.median() * posts.meanBytes() / 1e6);
    return report;
  }

  /** Warmed on one half, timed once over the other: every word not in the first half is new. */
  private Rates unmet() throws IOException {
    Rates rates = new Rates();
    Posts known = posts.half(0);
    Posts unknown = posts.half(1);
    for (int i = 0; i < rounds; i++) {
      Patrol fresh = Outfit.patrol(root);
      walk(fresh, known.all());
      long before = System.nanoTime();
      walk(fresh, unknown.all());
      rates.add(unknown.all().size() / ((System.nanoTime() - before) / 1e9));
    }
    return rates;
  }

  private double round(Patrol patrol, int threads) throws InterruptedException {
    CountDownLatch ready = new CountDownLatch(threads);
    CountDownLatch go = new CountDownLatch(1);
    long[] walked = new long[threads];
    double[] seconds = new double[threads];
    Thread[] walkers = new Thread[threads];
    for (int t = 0; t < threads; t++) {
      int me = t;
      walkers[t] =
          Thread.ofPlatform()
              .start(
                  () -> {
                    ready.countDown();
                    try {
                      go.await();
                    } catch (InterruptedException e) {
                      Thread.currentThread().interrupt();
                      return;
                    }
                    long start = System.nanoTime();
                    do {
                      walked[me] += walk(patrol, posts.all());
                      seconds[me] = (System.nanoTime() - start) / 1e9;
                    } while (seconds[me] < ROUND_SECONDS);
                  });
    }
    ready.await(10, TimeUnit.SECONDS);
    go.countDown();
    double rate = 0;
    for (int t = 0; t < threads; t++) {
      walkers[t].join();
      rate += walked[t] / seconds[t];
    }
    return rate;
  }

  private static int walk(Patrol patrol, List<Post> posts) {
    int findings = 0;
    for (Post post : posts) {
      Examination examination = patrol.examine(post);
      findings += examination.findings().size();
    }
    // Never true; keeps the compiler from leaving the work out.
    return findings == Integer.MIN_VALUE ? 0 : posts.size();
  }

  private Peer.Answer sklearn() throws IOException, InterruptedException {
    Path train = merged();
    Path texts = Files.createTempFile("ronda-posts", ".jsonl");
    JsonMapper json = new JsonMapper();
    List<String> lines = new ArrayList<>();
    for (Post post : posts.all()) {
      ObjectNode row = json.createObjectNode();
      row.put("text", post.text());
      lines.add(row.toString());
    }
    Files.write(texts, lines);
    return Peer.ask(
        "/usr/bin/python3",
        root.resolve("bench/peers/sklearn/identify.py").toString(),
        train.toString(),
        texts.toString(),
        "5");
  }

  private Path merged() throws IOException {
    Path all = Files.createTempFile("ronda-train", ".jsonl");
    for (String file : trainOn) {
      Files.write(all, Files.readAllBytes(Path.of(file)), java.nio.file.StandardOpenOption.APPEND);
    }
    return all;
  }

  private void say(String line, Object... values) {
    String text = values.length == 0 ? line : String.format(Locale.ROOT, line, values);
    System.out.println(text);
    report.add(text);
  }
}
