package ronda.store.postgres;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Optional;

/**
 * A PostgreSQL server of our own, in a folder of ours: made at the first start, found again at the
 * next, stopped by {@link #close}.
 *
 * <p>Nothing that it has accepted is lost, whatever is killed: its writes reach the disk before
 * they are answered. Only programs on this machine that can read the folder's password can reach
 * it. Of all processes one may have the folder open. When that process is killed, the server lives
 * on alone; the next one to open the folder stops it first.
 */
public final class EmbeddedPostgres implements AutoCloseable {
  /** The database and the login of Ronda, which is neither superuser nor exempt from row rules. */
  public static final String RONDA = "ronda";

  /** What only the process has that opened the folder, and not one that joined. */
  private record Held(HomeLock lock, Server server) {}

  /** How often it is looked whether the server still lives. */
  private static final Duration LOOK_EVERY = Duration.ofSeconds(1);

  private static final System.Logger LOG = System.getLogger(EmbeddedPostgres.class.getName());

  private final Path data;
  private final Passwords passwords;
  private final int port;
  private Optional<Held> held;

  private EmbeddedPostgres(Path data, Passwords passwords, int port, Optional<Held> held) {
    this.data = data;
    this.passwords = passwords;
    this.port = port;
    this.held = held;
  }

  /**
   * Starts the server of a home folder, which is made when it is not there.
   *
   * @throws DatabaseUnavailable when another process has the folder, the disk is full, a library is
   *     missing, the data are of another PostgreSQL, …
   */
  public static EmbeddedPostgres open(Path home) {
    return open(home, programs(home));
  }

  /** As {@link #open(Path)}, with the programs in a folder that several homes share. */
  static EmbeddedPostgres open(Path home, Path programs) {
    Path folder = folder(home);
    return attempt(
        folder,
        () -> {
          makePrivate(folder);
          Optional<HomeLock> lock = HomeLock.take(folder);
          if (lock.isEmpty()) {
            throw new DatabaseUnavailable(
                "%s is in use by %s. Stop that one first, or name another folder."
                    .formatted(home, HomeLock.holder(folder)));
          }
          return start(folder, programs, lock.get());
        });
  }

  /**
   * Opens the home folder, or, when another process has it open already, joins its server: for a
   * backup of a running Ronda. Closing what was joined does not stop it.
   */
  public static EmbeddedPostgres openOrJoin(Path home) {
    return openOrJoin(home, programs(home));
  }

  static EmbeddedPostgres openOrJoin(Path home, Path programs) {
    Path folder = folder(home);
    return attempt(
        folder,
        () -> {
          makePrivate(folder);
          Optional<HomeLock> lock = HomeLock.take(folder);
          return lock.isPresent() ? start(folder, programs, lock.get()) : join(home, folder);
        });
  }

  private static EmbeddedPostgres join(Path home, Path folder) throws IOException {
    Path data = folder.resolve(DataFolder.NAME);
    Optional<Postmaster> server = Postmaster.in(data).filter(Postmaster::isAlive);
    if (server.isEmpty()) {
      throw new DatabaseUnavailable(
          "%s is in use by %s, whose database is not running just now. Try again shortly."
              .formatted(home, HomeLock.holder(folder)));
    }
    Passwords passwords = Passwords.in(folder, PlainUser.forFolder(folder));
    return new EmbeddedPostgres(data, passwords, server.get().port(), Optional.empty());
  }

  private static Path folder(Path home) {
    return home.toAbsolutePath().normalize().resolve("postgres");
  }

  private static Path programs(Path home) {
    return folder(home).resolve("programs");
  }

  private static void makePrivate(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      Path home = folder.resolveSibling("");
      Files.createDirectories(home);
      Files.createDirectory(
          folder,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
      PlainUser.forFolder(home).give(folder);
    }
  }

  private static EmbeddedPostgres start(Path folder, Path shelf, HomeLock lock) throws IOException {
    try {
      PlainUser user = PlainUser.forFolder(folder);
      user.give(folder.resolve(HomeLock.FILE));
      Programs programs = Programs.unpackedIn(shelf);
      Passwords passwords = Passwords.in(folder, user);
      DataFolder data = new DataFolder(folder.resolve(DataFolder.NAME), programs, user);
      Server server = new Server(data);
      server.stopOrphan();
      if (shelf.startsWith(folder)) {
        programs.tidy();
      }
      data.makeUnlessThere(passwords);
      int port = server.start();
      EmbeddedPostgres open =
          new EmbeddedPostgres(data.path(), passwords, port, Optional.of(new Held(lock, server)));
      open.setUp(server);
      Thread.ofVirtual().name("postgres-watch").start(open::watch);
      return open;
    } catch (IOException | RuntimeException failed) {
      lock.close();
      throw failed;
    }
  }

  /**
   * Starts the server again when somebody killed it, until it is closed. What it had answered is in
   * its log of changes and is replayed; what was under way failed, and was told so.
   */
  private void watch() {
    try {
      while (revive()) {
        Thread.sleep(LOOK_EVERY);
      }
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
    }
  }

  /** False once it is closed. */
  private synchronized boolean revive() {
    if (held.isEmpty()) {
      return false;
    }
    try {
      if (!held.get().server().isThere()) {
        LOG.log(Level.WARNING, "The database ended by itself or was killed: starting it again.");
        // While its workers have not all noticed, this fails; the next look tries again.
        boolean started = held.get().server().startAgain(port);
        LOG.log(Level.WARNING, started ? "The database is back." : "It did not start yet.");
      }
    } catch (IOException failed) {
      LOG.log(Level.WARNING, "The database could not be started again: " + failed);
    }
    return true;
  }

  // Runs at every start: what a killed first start left out is made up for.
  private void setUp(Server server) throws IOException {
    try (Connection connection = administer(DataFolder.ADMINISTRATOR);
        Statement statement = connection.createStatement()) {
      if (!has(statement, "SELECT 1 FROM pg_roles WHERE rolname = '" + RONDA + "'")) {
        statement.execute(
            "CREATE ROLE %s LOGIN NOSUPERUSER NOBYPASSRLS NOCREATEDB NOCREATEROLE PASSWORD '%s'"
                .formatted(RONDA, passwords.ronda()));
      }
      if (!has(statement, "SELECT 1 FROM pg_database WHERE datname = '" + RONDA + "'")) {
        statement.execute("CREATE DATABASE %s OWNER %s".formatted(RONDA, RONDA));
      }
    } catch (SQLException failed) {
      server.stop();
      throw new DatabaseUnavailable(
          Complaint.of(
              "The database could not be set up", String.valueOf(failed.getMessage()), data),
          failed);
    }
  }

  private static boolean has(Statement statement, String question) throws SQLException {
    try (ResultSet rows = statement.executeQuery(question)) {
      return rows.next();
    }
  }

  /** A connection of the administrator to one of the databases, for setting up only. */
  Connection administer(String database) throws SQLException {
    return DriverManager.getConnection(
        jdbcUrl(database), DataFolder.ADMINISTRATOR, passwords.administrator());
  }

  /** Where Ronda's database is, without login or password. */
  public String jdbcUrl() {
    return jdbcUrl(RONDA);
  }

  String jdbcUrl(String database) {
    // Nothing leaves the machine, so there is nothing to encrypt.
    return "jdbc:postgresql://127.0.0.1:%d/%s?sslmode=disable".formatted(port, database);
  }

  /** The login that goes with {@link #password}. */
  public String user() {
    return RONDA;
  }

  /** Ronda's password. Never for a log or a message. */
  public String password() {
    return passwords.ronda();
  }

  /** The server's process, or empty when it has ended. */
  public Optional<Long> pid() {
    return attempt(
        data, () -> Postmaster.in(data).filter(Postmaster::isAlive).map(Postmaster::pid));
  }

  /** Stops the server within ten seconds, and lets the folder go. A second call does nothing. */
  @Override
  public synchronized void close() {
    if (held.isEmpty()) {
      return;
    }
    try (HomeLock lock = held.get().lock()) {
      Server server = held.get().server();
      held = Optional.empty();
      attempt(lock.folder(), server::stop);
    }
  }

  @FunctionalInterface
  private interface Work<T> {
    T run() throws IOException;
  }

  private static <T> T attempt(Path folder, Work<T> work) {
    try {
      return work.run();
    } catch (IOException failed) {
      throw new DatabaseUnavailable(
          Complaint.of(
              "The database in " + folder + " cannot be opened", failed.toString(), folder),
          failed);
    }
  }

  @Override
  public String toString() {
    return "EmbeddedPostgres[" + jdbcUrl() + "]";
  }
}
