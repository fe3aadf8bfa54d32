package ronda.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** One post from the shell, launcher and start of the JVM included. */
final class StartBench {
  private static final byte[] POST =
      "{\"id\":\"1\",\"text\":\"Contoh unggahan yang biasa saja\"}\n"
          .getBytes(StandardCharsets.UTF_8);

  private final Path root;
  private final int rounds;

  StartBench(Path root, int rounds) {
    this.root = root;
    this.rounds = rounds;
  }

  List<String> run() throws IOException, InterruptedException {
    Path file = Files.createTempFile("ronda-start-bench", ".jsonl");
    Rates ofFile = new Rates();
    Rates ofPipe = new Rates();
    try {
      Files.write(file, POST);
      for (int i = -1; i < rounds; i++) {
        double fromFile = start(file.toString(), new byte[0]);
        double fromPipe = start("-", POST);
        if (i >= 0) {
          ofFile.add(fromFile);
          ofPipe.add(fromPipe);
        }
      }
    } finally {
      Files.delete(file);
    }
    return List.of(
        "`./ronda identify` of one post, milliseconds, in turns: least … **median** … most.",
        "",
        "- from a file: " + ofFile.spread(),
        "- from a pipe, of which nobody knows how much will come: " + ofPipe.spread());
  }

  private double start(String input, byte[] bytes) throws IOException, InterruptedException {
    long start = System.nanoTime();
    Process process =
        new ProcessBuilder(root.resolve("ronda").toString(), "identify", input)
            .redirectErrorStream(true)
            .start();
    try (var post = process.getOutputStream()) {
      post.write(bytes);
    }
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() != 0) {
      throw new IOException("identify failed: " + said);
    }
    return (System.nanoTime() - start) / 1e6;
  }
}
