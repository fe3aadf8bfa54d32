package ronda.store.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;

/** The folder in which PostgreSQL keeps its tables: how it is made, checked and given settings. */
record DataFolder(Path path, Programs programs, PlainUser user) {
  static final String NAME = "data";

  /** The login that may do everything. Ronda itself works as another. */
  static final String ADMINISTRATOR = "postgres";

  private static final Duration MAKING = Duration.ofMinutes(3);

  /**
   * Makes the folder when there is none. It is made under another name and renamed when it is
   * whole, so that a killed start leaves nothing that could be mistaken for a database.
   */
  void makeUnlessThere(Passwords passwords) throws IOException {
    Path making = path.resolveSibling(NAME + ".making");
    Durably.remove(making);
    if (Files.exists(path)) {
      checkVersion();
      return;
    }
    Files.createDirectory(
        making, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    user.give(making);
    Path password = path.resolveSibling("password.making");
    Durably.write(
        password, passwords.administrator() + "\n", PosixFilePermissions.fromString("rw-------"));
    user.give(password);
    try {
      Command.Outcome made =
          Command.run(user, programs.program("initdb"), initdb(making, password), MAKING);
      if (!made.succeeded()) {
        Durably.remove(making);
        throw new DatabaseUnavailable(
            Complaint.of("The database could not be made", made.output(), path));
      }
    } finally {
      Files.deleteIfExists(password);
    }
    Durably.rename(making, path);
  }

  private static List<String> initdb(Path making, Path password) {
    return List.of(
        "--pgdata=" + making,
        "--username=" + ADMINISTRATOR,
        "--auth=scram-sha-256",
        "--pwfile=" + password,
        "--encoding=UTF8",
        // The same order and letter case on every machine and after every upgrade of its libraries.
        "--locale-provider=builtin",
        "--builtin-locale=C.UTF-8",
        "--locale=C",
        "--data-checksums",
        "--no-instructions");
  }

  private void checkVersion() throws IOException {
    Path file = path.resolve("PG_VERSION");
    String found = Files.exists(file) ? Files.readString(file).strip() : "unknown";
    if (!found.equals(programs.major())) {
      throw new DatabaseUnavailable(
          "%s was made by PostgreSQL %s, and this Ronda brings PostgreSQL %s: with the old release run `ronda backup FILE`, then with this one `ronda restore FILE` into a new home."
              .formatted(path, found, programs.major()));
    }
  }

  /** Writes the settings; they are ours at every start, whatever was in the files before. */
  void configure(int port) throws IOException {
    var readable = PosixFilePermissions.fromString("rw-------");
    Path settings = path.resolve("postgresql.conf");
    Durably.write(settings, SETTINGS.formatted(port), readable);
    user.give(settings);
    Path doors = path.resolve("pg_hba.conf");
    Durably.write(doors, "host all all 127.0.0.1/32 scram-sha-256\n", readable);
    user.give(doors);
  }

  // What is not said here is PostgreSQL's own default. Later lines win over earlier ones.
  private static final String SETTINGS =
      """
      # Ronda writes this file at every start. Put settings of your own into own.conf beside the
      # folder `data`; those below it here are stronger.
      max_connections = 60
      include_if_exists = '../own.conf'

      # Only this machine, by the loopback, with a password.
      listen_addresses = '127.0.0.1'
      port = %d
      unix_socket_directories = ''
      password_encryption = scram-sha-256
      allow_alter_system = off

      # What was accepted is on the disk.
      fsync = on
      full_page_writes = on
      synchronous_commit = on

      # A week of logs, which never hold a row or a statement: those are about people.
      logging_collector = on
      log_directory = 'log'
      log_filename = 'postgres-%%a.log'
      log_rotation_age = 1d
      log_rotation_size = 0
      log_truncate_on_rotation = on
      log_timezone = 'UTC'
      log_statement = none
      log_min_error_statement = panic
      log_error_verbosity = terse
      log_parameter_max_length = 0
      log_parameter_max_length_on_error = 0

      timezone = 'UTC'
      datestyle = 'ISO, YMD'
      lc_messages = 'C'
      # Ronda's statements are short; compiling them costs more than it saves.
      jit = off
      """;
}
