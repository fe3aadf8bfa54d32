package ronda.store.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The server of our own: what it keeps, whom it lets in, and what it does after a kill. */
class EmbeddedPostgresTest {
  @TempDir private Path home;

  private EmbeddedPostgres open() {
    return EmbeddedPostgres.open(home, TestPrograms.shelf());
  }

  private Path folder() {
    return home.resolve("postgres");
  }

  private static List<String> ask(EmbeddedPostgres server, String... sql) throws SQLException {
    List<String> answer = new ArrayList<>();
    try (Connection connection =
            DriverManager.getConnection(server.jdbcUrl(), server.user(), server.password());
        Statement statement = connection.createStatement()) {
      for (String one : sql) {
        if (statement.execute(one)) {
          try (ResultSet rows = statement.getResultSet()) {
            while (rows.next()) {
              answer.add(rows.getString(1));
            }
          }
        }
      }
    }
    return answer;
  }

  private boolean lives(long pid) {
    return new Postmaster(pid, folder(), 1).isAlive();
  }

  @Test
  void a_row_is_still_there_after_a_restart() throws SQLException {
    try (EmbeddedPostgres server = open()) {
      ask(server, "CREATE TABLE kept (word text)", "INSERT INTO kept VALUES ('ronda')");
    }
    try (EmbeddedPostgres server = open()) {
      assertThat(ask(server, "SELECT word FROM kept")).containsExactly("ronda");
    }
  }

  @Test
  void settings_of_the_office_are_read_but_cannot_make_it_unsafe()
      throws SQLException, IOException {
    open().close();
    Files.writeString(folder().resolve("own.conf"), "work_mem = '7MB'\nfsync = off\n");
    try (EmbeddedPostgres server = open()) {
      assertThat(ask(server, "SHOW work_mem", "SHOW fsync")).containsExactly("7MB", "on");
    }
  }

  @Test
  void a_second_process_is_told_who_has_the_folder() throws Exception {
    try (Holder other = Holder.of(home, "hold")) {
      assertThatThrownBy(this::open)
          .isInstanceOf(DatabaseUnavailable.class)
          .hasMessageContaining("in use by process " + other.pid());
    }
  }

  @Test
  void a_second_opening_in_one_process_is_refused_and_takes_nothing_from_the_first()
      throws SQLException {
    try (EmbeddedPostgres server = open()) {
      assertThatThrownBy(this::open).hasMessageContaining("in use by this very process");
      assertThatThrownBy(this::open).hasMessageContaining("in use by this very process");
      assertThat(ask(server, "SELECT 1")).containsExactly("1");
    }
  }

  @Test
  void a_command_may_join_a_running_server_and_leaves_it_running() throws Exception {
    try (Holder other = Holder.of(home, "hold")) {
      try (EmbeddedPostgres joined = EmbeddedPostgres.openOrJoin(home, TestPrograms.shelf())) {
        assertThat(ask(joined, "SELECT word FROM kept")).containsExactly("committed");
      }
      try (EmbeddedPostgres again = EmbeddedPostgres.openOrJoin(home, TestPrograms.shelf())) {
        assertThat(ask(again, "SELECT word FROM kept")).containsExactly("committed");
      }
      assertThat(other.pid()).isPositive();
    }
  }

  @Test
  void what_a_killed_process_had_accepted_is_there_and_its_orphan_is_gone() throws Exception {
    long orphan;
    try (Holder other = Holder.of(home, "hold")) {
      orphan = Postmaster.in(folder().resolve("data")).orElseThrow().pid();
      other.kill();
    }
    assertThat(lives(orphan)).isTrue();
    try (EmbeddedPostgres server = open()) {
      assertThat(ask(server, "SELECT word FROM kept")).containsExactly("committed");
      assertThat(server.pid().orElseThrow()).isNotEqualTo(orphan);
      assertThat(lives(orphan)).isFalse();
    }
  }

  @Test
  void a_killed_server_replays_what_it_had_accepted() throws Exception {
    try (EmbeddedPostgres server = open()) {
      ask(server, "CREATE TABLE kept (word text)", "INSERT INTO kept VALUES ('ronda')");
      ProcessHandle.of(server.pid().orElseThrow()).orElseThrow().destroyForcibly();
      Thread.sleep(300);
    }
    try (EmbeddedPostgres server = open()) {
      assertThat(ask(server, "SELECT word FROM kept")).containsExactly("ronda");
    }
  }

  @Test
  void another_process_that_came_to_bear_the_number_is_left_alone() throws Exception {
    open().close();
    // As after the restart of a container: the file of a killed server names one of our neighbours.
    Process neighbour = new ProcessBuilder("sleep", "600").start();
    Path data = folder().resolve("data");
    try {
      Files.writeString(
          data.resolve("postmaster.pid"),
          "%d\n%s\n1700000000\n5432\n\n127.0.0.1\n  5432001    123\nready   \n"
              .formatted(neighbour.pid(), data));
      try (EmbeddedPostgres server = open()) {
        assertThat(ask(server, "SELECT 1")).containsExactly("1");
      }
      assertThat(neighbour.isAlive()).isTrue();
    } finally {
      neighbour.destroyForcibly();
    }
  }

  @Test
  void a_first_start_that_was_killed_is_begun_again() throws Exception {
    Path making = Files.createDirectories(folder().resolve("data.making").resolve("base"));
    Files.writeString(making.resolveSibling("PG_VERSION"), "18\n");
    Path unpacking = Files.createDirectories(folder().resolve("programs").resolve("unpacking-1"));
    // Its own programs here, to see that what was half unpacked goes too.
    try (EmbeddedPostgres server = EmbeddedPostgres.open(home)) {
      assertThat(ask(server, "SELECT 1")).containsExactly("1");
    }
    assertThat(making).doesNotExist();
    assertThat(unpacking).doesNotExist();
  }

  @Test
  void a_folder_of_another_major_version_is_refused_with_the_way_out() throws IOException {
    open().close();
    Files.writeString(folder().resolve("data").resolve("PG_VERSION"), "17\n");
    assertThatThrownBy(this::open)
        .isInstanceOf(DatabaseUnavailable.class)
        .hasMessageContaining("made by PostgreSQL 17")
        .hasMessageContaining("ronda backup")
        .hasMessageContaining("ronda restore");
  }

  @Test
  void a_lost_password_is_named_and_not_made_up_anew() throws IOException {
    open().close();
    Files.delete(folder().resolve("passwords"));
    assertThatThrownBy(this::open).hasMessageContaining("passwords is missing");
  }

  @Test
  void asked_to_end_it_stops_within_ten_seconds_and_leaves_nothing_running() throws Exception {
    try (Holder other = Holder.of(home, "close-on-term")) {
      long server = Postmaster.in(folder().resolve("data")).orElseThrow().pid();
      assertThat(other.terminate(10)).isTrue();
      assertThat(lives(server)).isFalse();
    }
  }

  @Test
  void it_stops_at_once_although_somebody_is_in_the_middle_of_something() throws Exception {
    EmbeddedPostgres server = open();
    try (Connection connection =
            DriverManager.getConnection(server.jdbcUrl(), server.user(), server.password());
        Statement statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      statement.execute("CREATE TABLE never (word text)");
      server.close();
      assertThat(server.pid()).isEmpty();
    }
    // "Smart" would wait until they go.
    assertThat(log()).contains("received fast shutdown request").doesNotContain("smart");
  }

  private String log() throws IOException {
    try (Stream<Path> logs = Files.list(folder().resolve("data/log"))) {
      return Files.readString(logs.findFirst().orElseThrow());
    }
  }

  @Test
  void it_runs_as_the_owner_of_the_folder_to_whom_root_steps_down() throws Exception {
    Path parent = Files.createTempDirectory(Path.of("/tmp"), "ronda-owner-");
    try {
      Files.setPosixFilePermissions(parent, PosixFilePermissions.fromString("rwxr-xr-x"));
      Path owned = Files.createDirectory(parent.resolve("home"));
      if (System.getProperty("user.name").equals("root")) { // Anybody else owns it already.
        Files.setAttribute(owned, "unix:uid", 65534);
        Files.setAttribute(owned, "unix:gid", 65534);
      }
      Object owner = Files.getAttribute(owned, "unix:uid");
      try (EmbeddedPostgres server = EmbeddedPostgres.open(owned, TestPrograms.shelf())) {
        Path process = Path.of("/proc", Long.toString(server.pid().orElseThrow()));
        assertThat(Files.getAttribute(process, "unix:uid")).isEqualTo(owner).isNotEqualTo(0);
        assertThat(ask(server, "SELECT 1")).containsExactly("1");
      }
    } finally {
      Durably.remove(parent);
    }
  }

  /** What can be asked of one running server. */
  @Nested
  class Running {
    private static EmbeddedPostgres server;
    private static Path home;

    @BeforeAll
    static void start(@TempDir Path fresh) {
      home = fresh;
      server = EmbeddedPostgres.open(fresh, TestPrograms.shelf());
    }

    @AfterAll
    static void stop() {
      server.close();
    }

    @Test
    void nothing_is_accepted_that_is_not_on_the_disk() throws SQLException {
      assertThat(
              ask(
                  server,
                  "SHOW fsync",
                  "SHOW full_page_writes",
                  "SHOW synchronous_commit",
                  "SHOW data_checksums"))
          .containsExactly("on", "on", "on", "on");
    }

    @Test
    void it_listens_on_the_loopback_only_and_wants_a_password() throws SQLException {
      assertThat(ask(server, "SHOW listen_addresses")).containsExactly("127.0.0.1");
      assertThatThrownBy(
              () -> DriverManager.getConnection(server.jdbcUrl(), server.user(), "guessed").close())
          .hasMessageContaining("password authentication failed");
      assertThatThrownBy(
              () -> DriverManager.getConnection(server.jdbcUrl(), "postgres", "postgres").close())
          .hasMessageContaining("password authentication failed");
    }

    @Test
    void the_passwords_are_for_the_owners_eyes_only() throws IOException {
      assertThat(
              PosixFilePermissions.toString(
                  Files.getPosixFilePermissions(home.resolve("postgres").resolve("passwords"))))
          .isEqualTo("rw-------");
      assertThat(server.password()).hasSizeGreaterThanOrEqualTo(32);
      assertThat(server.toString()).doesNotContain(server.password());
      assertThat(Files.exists(home.resolve("postgres").resolve("password.making"))).isFalse();
    }

    @Test
    void rondas_login_has_no_power_over_row_security_and_owns_its_schema() throws SQLException {
      assertThat(
              ask(
                  server,
                  "SELECT rolsuper OR rolbypassrls OR rolcreaterole OR rolcreatedb FROM pg_roles"
                      + " WHERE rolname = current_user",
                  "SELECT pg_get_userbyid(datdba) FROM pg_database WHERE datname ="
                      + " current_database()",
                  "SELECT has_schema_privilege('public', 'CREATE')"))
          .containsExactly("f", "ronda", "t");
    }

    @Test
    void text_is_kept_and_ordered_alike_on_every_machine() throws SQLException {
      assertThat(
              ask(
                  server,
                  "SELECT datlocprovider::text || ' ' || datlocale || ' ' ||"
                      + " pg_encoding_to_char(encoding) FROM pg_database WHERE datname = 'ronda'",
                  "SELECT lower('ÉMOJI 🙂 ΣΑΡΑ')"))
          .containsExactly("b C.UTF-8 UTF8", "émoji 🙂 σαρα");
    }
  }
}
