package ronda.bench;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import ronda.identify.post.Post;
import tools.jackson.databind.json.JsonMapper;

/** File to file with the real command in a process of its own: JSON Lines in, JSON Lines out. */
final class FilesBench {
  private static final int LINES = 1_000_000;

  private final Path root;
  private final Posts posts;
  private final int rounds;

  FilesBench(Path root, Posts posts, int rounds) {
    this.root = root;
    this.posts = posts;
    this.rounds = rounds;
  }

  List<String> run() throws IOException, InterruptedException {
    Path in = Files.createTempFile("ronda-in", ".jsonl");
    Path out = Files.createTempFile("ronda-out", ".jsonl");
    write(in);
    Rates one = new Rates();
    Rates two = new Rates();
    for (int i = 0; i < rounds; i++) {
      one.add(LINES / seconds(in, out, 1));
      two.add(LINES / seconds(in, out, 2));
    }
    long size = Files.size(in);
    long lines;
    try (var written = Files.lines(out)) {
      lines = written.count();
    }
    Files.delete(in);
    Files.delete(out);
    return List.of(
        String.format(
            Locale.ROOT,
            "%,d lines, %,d MB in, %,d lines out, heap at most 512 MB, start-up of the JVM"
                + " included.",
            LINES,
            size / 1_000_000,
            lines),
        "",
        "| `--threads` | posts/s: least … **median** … most |",
        "|---|---|",
        "| 1 | " + one.spread() + " |",
        "| 2 | " + two.spread() + " |");
  }

  private void write(Path file) throws IOException {
    JsonMapper json = new JsonMapper();
    byte[][] texts = new byte[posts.all().size()][];
    for (int i = 0; i < texts.length; i++) {
      Post post = posts.all().get(i);
      texts[i] = json.writeValueAsString(post.text()).getBytes(StandardCharsets.UTF_8);
    }
    try (OutputStream out = new java.io.BufferedOutputStream(Files.newOutputStream(file))) {
      for (int i = 0; i < LINES; i++) {
        out.write(("{\"id\":\"" + i + "\",\"text\":").getBytes(StandardCharsets.UTF_8));
        out.write(texts[i % texts.length]);
        out.write("}\n".getBytes(StandardCharsets.UTF_8));
      }
    }
  }

  private double seconds(Path in, Path out, int threads) throws IOException, InterruptedException {
    long start = System.nanoTime();
    Process process =
        new ProcessBuilder(
                root.resolve("ronda").toString(),
                "identify",
                in.toString(),
                "--out",
                out.toString(),
                "--threads",
                Integer.toString(threads))
            .redirectErrorStream(true)
            .start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() != 0) {
      throw new IOException("identify failed: " + said);
    }
    return (System.nanoTime() - start) / 1e9;
  }
}
