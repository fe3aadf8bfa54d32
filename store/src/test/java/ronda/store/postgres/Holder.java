package ronda.store.postgres;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Another process that has a home folder open, to be killed. */
final class Holder implements AutoCloseable {
  private final Process process;
  private final Path home;
  private final BufferedReader output;

  private Holder(Process process, Path home) {
    this.process = process;
    this.home = home;
    this.output = process.inputReader(StandardCharsets.UTF_8);
  }

  /** What the child does: opens the folder, keeps a row in an open transaction, and waits. */
  public static void main(String[] arguments) throws SQLException, InterruptedException {
    EmbeddedPostgres server = EmbeddedPostgres.open(Path.of(arguments[0]), TestPrograms.shelf());
    try (Connection connection =
            DriverManager.getConnection(server.jdbcUrl(), server.user(), server.password());
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE TABLE kept (word text)");
      statement.execute("INSERT INTO kept VALUES ('committed')");
      connection.setAutoCommit(false);
      statement.execute("INSERT INTO kept VALUES ('open')");
      if (arguments[1].equals("close-on-term")) {
        Runtime.getRuntime().addShutdownHook(new Thread(server::close));
      }
      System.out.println("open");
      Thread.sleep(600_000);
    }
  }

  static Holder of(Path home, String behaviour) throws IOException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx128m",
                "-Dronda.root=" + System.getProperty("ronda.root", ".."),
                "-cp",
                System.getProperty("java.class.path"),
                Holder.class.getName(),
                home.toString(),
                behaviour)
            .redirectErrorStream(true)
            .start();
    Holder holder = new Holder(process, home);
    holder.waitUntilOpen();
    return holder;
  }

  private void waitUntilOpen() throws IOException {
    List<String> said = new ArrayList<>();
    for (String line = output.readLine(); line != null; line = output.readLine()) {
      if (line.equals("open")) {
        return;
      }
      said.add(line);
    }
    throw new IOException("the child ended: " + said);
  }

  long pid() {
    return process.pid();
  }

  /** Ends it as a power cut would: it has no time for anything. */
  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  /** Asks it to end; returns whether it did so in time. */
  boolean terminate(long seconds) throws InterruptedException {
    process.destroy();
    return process.waitFor(seconds, TimeUnit.SECONDS);
  }

  /**
   * Ends it, and waits for the server that it leaves behind: one that goes on writes into the
   * folder that the test is about to delete. A test that killed it has the server to itself.
   */
  @Override
  public void close() throws IOException, InterruptedException {
    if (!process.isAlive()) {
      return;
    }
    kill();
    Optional<Postmaster> left = Postmaster.in(home.resolve("postgres").resolve("data"));
    if (left.isPresent()) {
      ProcessHandle.of(left.get().pid()).ifPresent(ProcessHandle::destroy);
      for (int tries = 0; left.get().isAlive() && tries < 1_000; tries++) {
        Thread.sleep(20);
      }
    }
  }
}
