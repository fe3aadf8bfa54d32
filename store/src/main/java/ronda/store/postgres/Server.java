package ronda.store.postgres;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Starts and stops the server of a data folder, with PostgreSQL's own pg_ctl. */
record Server(DataFolder data) {
  // Long, because after a killed server the log of changes is replayed first.
  private static final Duration START = Duration.ofMinutes(5);
  private static final int FAST_STOP_SECONDS = 6;
  private static final int HARD_STOP_SECONDS = 3;
  private static final int ATTEMPTS = 5;
  private static final int MOST_LOG_CHARACTERS = 8000;

  /** Starts it and waits until it answers; returns its port. */
  int start() throws IOException {
    Path log = data.path().resolve("start.log");
    String said = "";
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      int port = freePort();
      data.configure(port);
      Files.deleteIfExists(log);
      Command.Outcome started =
          control("start", START, "--timeout=" + START.toSeconds(), "--log=" + log);
      if (started.succeeded()) {
        return port;
      }
      said = started.output() + tail(log) + tailOfNewestLog();
      if (!said.contains("Address already in use")) {
        break;
      }
    }
    throw new DatabaseUnavailable(Complaint.of("PostgreSQL did not start", said, data.path()));
  }

  /** Whether the process that the data folder names lives and is its PostgreSQL. */
  boolean isThere() throws IOException {
    Optional<Postmaster> named = Postmaster.in(data.path());
    return named.isPresent() && named.get().serves(data.path());
  }

  /** Starts it again where it was: whoever is connected knows no other port. */
  boolean startAgain(int port) throws IOException {
    if (Postmaster.in(data.path()).isPresent()) {
      Postmaster.declareGone(data.path());
    }
    data.configure(port);
    return control("start", START, "--timeout=" + START.toSeconds()).succeeded();
  }

  // Another program may take it before PostgreSQL does; then we try the next.
  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
      return socket.getLocalPort();
    }
  }

  private String tailOfNewestLog() throws IOException {
    Path logs = data.path().resolve("log");
    if (!Files.isDirectory(logs)) {
      return "";
    }
    try (Stream<Path> files = Files.list(logs)) {
      Optional<Path> newest =
          files.max(Comparator.comparingLong(file -> file.toFile().lastModified()));
      return newest.isPresent() ? tail(newest.get()) : "";
    }
  }

  private static String tail(Path log) throws IOException {
    try {
      String text = Files.readString(log);
      return text.substring(Math.max(0, text.length() - MOST_LOG_CHARACTERS));
    } catch (NoSuchFileException none) {
      return "";
    }
  }

  /** Stops what a killed process left running in this folder, if anything. */
  void stopOrphan() throws IOException {
    Optional<Postmaster> left = Postmaster.in(data.path());
    if (left.isEmpty()) {
      return;
    }
    if (!left.get().serves(data.path())) {
      Postmaster.declareGone(data.path());
    } else if (!stop()) {
      throw new DatabaseUnavailable(
          "A PostgreSQL that a killed Ronda left behind (process %d) does not stop. End it by hand and start again."
              .formatted(left.get().pid()));
    }
  }

  /** Stops it within ten seconds; false when it lives on. */
  boolean stop() throws IOException {
    // Fast rolls open transactions back; immediate is as if the power failed. Both are safe.
    return stop("fast", FAST_STOP_SECONDS) || stop("immediate", HARD_STOP_SECONDS);
  }

  private boolean stop(String mode, int seconds) throws IOException {
    Duration limit = Duration.ofSeconds(seconds);
    control("stop", limit, "--mode=" + mode, "--timeout=" + seconds);
    return Postmaster.in(data.path()).filter(Postmaster::isAlive).isEmpty();
  }

  private Command.Outcome control(String verb, Duration limit, String... more) throws IOException {
    List<String> words =
        Stream.concat(
                Stream.of(verb, "--pgdata=" + data.path(), "--wait", "--silent"), Stream.of(more))
            .toList();
    return Command.run(data.user(), data.programs().program("pg_ctl"), words, limit.plusSeconds(1));
  }
}
