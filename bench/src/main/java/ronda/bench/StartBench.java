package ronda.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** One post from the shell, launcher and start of the JVM included. */
final class StartBench {
  private final Path root;
  private final int rounds;

  StartBench(Path root, int rounds) {
    this.root = root;
    this.rounds = rounds;
  }

  List<String> run() throws IOException, InterruptedException {
    Rates milliseconds = new Rates();
    for (int i = -1; i < rounds; i++) {
      long start = System.nanoTime();
      Process process =
          new ProcessBuilder(root.resolve("ronda").toString(), "identify", "-")
              .redirectErrorStream(true)
              .start();
      try (var post = process.getOutputStream()) {
        post.write(
            "{\"id\":\"1\",\"text\":\"Contoh unggahan yang biasa saja\"}\n"
                .getBytes(StandardCharsets.UTF_8));
      }
      String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (process.waitFor() != 0) {
        throw new IOException("identify failed: " + said);
      }
      if (i >= 0) {
        milliseconds.add((System.nanoTime() - start) / 1e6);
      }
    }
    return List.of(
        String.format(
            Locale.ROOT, "`./ronda identify` of one post: %s ms.", milliseconds.spread()));
  }
}
