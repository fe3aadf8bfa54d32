package ronda.bench.lexicon;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import ronda.bench.lexicon.LexiconBench.Round;

/** Vectorscan on the same posts and terms, in a process of its own. */
final class Peer implements AutoCloseable {
  private final Path folder;
  private final Optional<String> absence;

  private Peer(Path folder, Optional<String> absence) {
    this.folder = folder;
    this.absence = absence;
  }

  /** Compiles the peer and hands it posts and terms. */
  static Peer of(Path source, MadeUpPosts made) throws IOException, InterruptedException {
    Path folder = Files.createTempDirectory("ronda-lexicon-bench");
    write(folder.resolve("terms"), made.terms());
    write(folder.resolve("posts"), made.posts());
    return new Peer(folder, compile(source.resolve("literals.c"), folder));
  }

  /** Why there is no peer, or empty where there is one. */
  Optional<String> absence() {
    return absence;
  }

  /** The best of three passes, after loading and compiling, which do not count. */
  Optional<Round> round() throws IOException, InterruptedException {
    if (absence.isPresent()) {
      return Optional.empty();
    }
    Process peer =
        new ProcessBuilder("./literals", "terms", "posts", "3")
            .directory(folder.toFile())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    String printed = new String(peer.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
    if (peer.waitFor() != 0) {
      throw new IOException("the Vectorscan peer failed");
    }
    return printed
        .lines()
        .map(line -> line.split(" ", 2))
        .map(parts -> new Round(Double.parseDouble(parts[0]), Long.parseLong(parts[1])))
        .min(Comparator.comparingDouble(Round::milliseconds));
  }

  @Override
  public void close() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }
    Files.delete(folder);
  }

  private static Optional<String> compile(Path source, Path folder) throws InterruptedException {
    try {
      Process compiler =
          new ProcessBuilder(
                  "cc",
                  "-O2",
                  "-I/usr/include/hs",
                  source.toAbsolutePath().toString(),
                  "-o",
                  folder.resolve("literals").toString(),
                  "-lhs")
              .redirectErrorStream(true)
              .start();
      String said = new String(compiler.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return compiler.waitFor() == 0
          ? Optional.empty()
          : Optional.of(
              "cannot compile it (install libvectorscan-dev): "
                  + said.lines().findFirst().orElse(""));
    } catch (IOException noCompiler) {
      return Optional.of("no C compiler: " + noCompiler.getMessage());
    }
  }

  private static void write(Path file, List<byte[]> entries) throws IOException {
    try (OutputStream plain = new BufferedOutputStream(Files.newOutputStream(file));
        DataOutputStream out = new DataOutputStream(plain)) {
      out.write(littleEndian(entries.size()));
      for (byte[] entry : entries) {
        out.write(littleEndian(entry.length));
        out.write(entry);
      }
    }
  }

  private static byte[] littleEndian(int value) {
    return ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putInt(value).array();
  }
}
