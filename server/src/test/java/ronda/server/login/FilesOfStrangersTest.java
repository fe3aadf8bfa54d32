package ronda.server.login;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;
import ronda.casework.office.Office;
import ronda.casework.office.Officer;
import ronda.casework.office.Offices;
import ronda.casework.office.Region;
import ronda.casework.office.Role;
import ronda.server.Browser;
import ronda.server.start.Server;
import ronda.store.login.SignInLinks;
import ronda.store.login.Tokens;
import ronda.store.postgres.EmbeddedDatabase;

/** Forms with files, and what of them touches the disk while they arrive. */
class FilesOfStrangersTest {
  @RegisterExtension static final EmbeddedDatabase DATABASE = new EmbeddedDatabase();

  private static final int SENT_AT_FIRST = 400_000;
  private static final int LENGTH = 900_000;

  @TempDir private static Path folder;
  private static Path left;
  private static ConfigurableApplicationContext server;
  private static int port;
  private static Office office;

  /** A server that was killed while a file arrived left part of it behind. */
  @BeforeAll
  static void open_after_a_server_that_was_killed() throws IOException {
    Path parts = Files.createDirectories(folder.resolve("home/parts"));
    left = Files.writeString(parts.resolve("upload_1_00000001.tmp"), "nama dan nomor orang");
    server =
        Server.open(
            DATABASE.source(),
            "server.port=0",
            "ronda.home=" + folder.resolve("home"),
            "server.tomcat.basedir=" + folder.resolve("tomcat"));
    port = server.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
    office =
        new Office(
            UUID.randomUUID(), "Dinas", Office.Kind.COMMUNICATIONS_OFFICE, new Region("32.71"));
    server.getBean(Offices.class).put(office);
  }

  @AfterAll
  static void close() {
    server.close();
  }

  @Test
  void what_a_killed_server_left_is_deleted_and_the_folder_is_ours_alone() throws IOException {
    assertThat(left).doesNotExist();
    assertThat(
            PosixFilePermissions.toString(
                Files.getPosixFilePermissions(folder.resolve("home/parts"))))
        .isEqualTo("rwx------");
  }

  @Test
  void nothing_of_a_strangers_file_is_written_anywhere() throws IOException {
    for (String door :
        List.of("/bring/file", "/watchlist/import", "/notices/import", "/sign-in", "/objection")) {
      Sent sent = send(door, "");
      assertThat(sent.onDisk()).as(door).isEmpty();
      assertThat(sent.answer())
          .as(door)
          .startsWith(
              List.of("/sign-in", "/objection").contains(door) ? "HTTP/1.1 415" : "HTTP/1.1 401");
    }
    assertThat(send("/api/v1/posts", "").answer()).startsWith("HTTP/1.1 415");
    assertThat(send("/nowhere", "").answer()).startsWith("HTTP/1.1 404");
  }

  @Test
  void nor_of_an_officers_whose_role_brings_no_files_or_of_a_program() throws IOException {
    Sent spokesperson = send("/bring/file", cookie(Role.SPOKESPERSON));
    assertThat(spokesperson.onDisk()).isEmpty();
    assertThat(spokesperson.answer()).startsWith("HTTP/1.1 403").contains("peran Anda");

    String token =
        server
            .getBean(Tokens.class)
            .make(office.id(), "contoh", Role.REVIEWER, Instant.now())
            .text();
    Sent program = send("/api/v1/posts", "Authorization: Bearer " + token + "\r\n");
    assertThat(program.onDisk()).isEmpty();
    assertThat(program.answer())
        .startsWith("HTTP/1.1 415")
        .contains("application/problem+json")
        .containsPattern("(?i)\nAccept: .*application/x-ndjson");
  }

  @Test
  void an_officers_file_lies_in_that_folder_until_it_is_answered() throws IOException {
    Sent sent = send("/bring/file", cookie(Role.CASE_OFFICER));

    assertThat(sent.onDisk())
        .isNotEmpty()
        .allMatch(file -> file.startsWith(folder.resolve("home/parts")));
    assertThat(sent.answer()).startsWith("HTTP/1.1 403"); // no form of ours: it has no token
    assertThat(parts()).isEmpty();
  }

  @Test
  void the_page_that_turns_a_stranger_away_says_to_sign_in() {
    Browser stranger = Browser.at(URI.create("http://127.0.0.1:" + port));
    Browser.Page page =
        stranger.postFile("/bring/file", Map.of(), "a.csv", "text/csv", new byte[] {'a'});

    assertThat(page.status()).isEqualTo(401);
    assertThat(page.body()).contains("/sign-in");
  }

  /** A GET may have a body too, though nobody's browser sends one. */
  @Test
  void nor_of_what_comes_with_another_method() throws IOException {
    for (String method : List.of("GET", "PUT", "DELETE")) {
      Sent sent = send(method, "/sign-in?next=%2Fqueue", "");
      assertThat(sent.onDisk()).as(method).isEmpty();
      assertThat(sent.answer()).as(method).startsWith("HTTP/1.1 4");
    }
  }

  private record Sent(List<Path> onDisk, String answer) {}

  /** Sends half of a file, looks what of it lies on the disk, and sends the rest. */
  private static Sent send(String door, String header) throws IOException {
    return send("POST", door, header);
  }

  private static Sent send(String method, String door, String header) throws IOException {
    String head =
        """
        %s %s HTTP/1.1
        Host: 127.0.0.1
        Content-Type: multipart/form-data; boundary=contoh
        Content-Length: %d
        Connection: close
        """
            .formatted(method, door, LENGTH)
            .replace("\n", "\r\n");
    String part =
        "--contoh\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.csv\"\r\n\r\n";
    byte[] body = new byte[LENGTH];
    Arrays.fill(body, (byte) 'x');
    System.arraycopy(part.getBytes(StandardCharsets.US_ASCII), 0, body, 0, part.length());
    byte[] end = "\r\n--contoh--\r\n".getBytes(StandardCharsets.US_ASCII);
    System.arraycopy(end, 0, body, LENGTH - end.length, end.length);
    try (Socket socket = new Socket("127.0.0.1", port)) {
      socket.setSoTimeout(30_000);
      socket.getOutputStream().write((head + header + "\r\n").getBytes(StandardCharsets.US_ASCII));
      socket.getOutputStream().write(body, 0, SENT_AT_FIRST);
      socket.getOutputStream().flush();
      List<Path> onDisk = parts();
      for (int i = 0; i < 40 && onDisk.isEmpty(); i++) {
        LockSupport.parkNanos(20_000_000);
        onDisk = parts();
      }
      socket.getOutputStream().write(body, SENT_AT_FIRST, LENGTH - SENT_AT_FIRST);
      socket.getOutputStream().flush();
      String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return new Sent(onDisk, answer);
    }
  }

  /** Files of more than a few letters, wherever the server keeps anything. */
  private static List<Path> parts() {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(file -> file.toString().endsWith(".tmp")).toList();
    } catch (IOException | UncheckedIOException gone) {
      return List.of(); // It was deleted while we looked.
    }
  }

  /** As a browser sends it in which somebody of this role has signed in. */
  private static String cookie(Role role) {
    UUID id = UUID.randomUUID();
    server
        .getBean(Offices.class)
        .put(
            new Officer(
                id,
                office.id(),
                "Orang " + role.code().toUpperCase(Locale.ROOT),
                id + "@contoh.invalid",
                Set.of(role),
                office.region(),
                false));
    String secret =
        server.getBean(SignInLinks.class).make(id, SignInLinks.Purpose.START, Instant.now()).text();
    Browser browser = Browser.at(URI.create("http://127.0.0.1:" + port));
    browser.get("/sign-in/link/" + secret);
    return "Cookie: " + String.join("; ", browser.cookies()).replace("\"", "") + "\r\n";
  }
}
