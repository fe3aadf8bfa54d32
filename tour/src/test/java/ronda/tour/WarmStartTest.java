package ronda.tour;

import static java.nio.file.StandardCopyOption.COPY_ATTRIBUTES;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * When the launcher lays out classes beforehand, of the desk ({@code up}) and of the command line
 * ({@code identify}). What it calls to build and to run are two small scripts.
 */
class WarmStartTest {
  private static final String BUILD =
      """
      #!/bin/sh
      echo built >>"$(dirname "$0")/builds"
      mkdir -p tool/target/lib server/target/lib
      for jar in tool/target/ronda-tool.jar server/target/ronda-server.jar tool/target/lib/a.jar \
          server/target/lib/a.jar; do
        echo jar >$jar
      done
      """;

  /** A JVM: it writes the cache that it is asked for, or hangs or fails over it when told to. */
  private static final String JAVA =
      """
      #!/bin/sh
      here=$(dirname "$0")
      for word; do
        case "$word" in
          -XX:AOTCacheOutput=*)
            echo warmed >>"$here/warmed"
            echo cache >"${word#*=}"
            [ ! -f "$here/hang" ] || exec sleep 60
            [ ! -f "$here/fail" ] || exit 137
            exit 0 ;;
          -XX:AOTCache=*) echo with >>"$here/started"; exit 0 ;;
        esac
      done
      echo without >>"$here/started"
      """;

  @TempDir Path folder;

  private Path home;
  private Path bin;

  @BeforeEach
  void a_clone_and_a_jdk() throws IOException {
    home = folder.resolve("ronda kota");
    for (String module :
        List.of(
            "tables",
            "identify",
            "policies",
            "onnx",
            "sources",
            "casework",
            "store",
            "paper",
            "proof",
            "letters",
            "server",
            "tool")) {
      Files.createDirectories(home.resolve(module + "/src/main"));
      Files.createFile(home.resolve(module + "/pom.xml"));
    }
    Files.createFile(home.resolve("pom.xml"));
    Files.copy(
        Path.of(System.getProperty("ronda.root", ".."), "ronda"),
        home.resolve("ronda"),
        COPY_ATTRIBUTES);
    program(home.resolve("mvnw"), BUILD);
    bin = Files.createDirectories(folder.resolve("jdk/bin"));
    program(bin.resolve("java"), JAVA);
    program(bin.resolve("javac"), JAVA);
    Files.writeString(folder.resolve("jdk/release"), "JAVA_VERSION=\"25.0.1\"\n");
  }

  private static void program(Path file, String text) throws IOException {
    Files.writeString(file, text);
    assertThat(file.toFile().setExecutable(true)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"up", "identify"})
  void it_is_done_once(String command) throws Exception {
    start(command).waitFor();
    start(command).waitFor();

    assertThat(lines(bin.resolve("warmed"))).hasSize(1);
    assertThat(lines(bin.resolve("started"))).last().isEqualTo("with");
  }

  @ParameterizedTest
  @ValueSource(strings = {"up", "identify"})
  void a_first_start_that_was_broken_off_is_made_up_for_by_the_next(String command)
      throws Exception {
    Files.createFile(bin.resolve("hang"));
    Process first = start(command);
    awaitLine(bin.resolve("warmed"));
    first.descendants().forEach(ProcessHandle::destroyForcibly);
    first.destroyForcibly().waitFor();
    Files.delete(bin.resolve("hang"));

    start(command).waitFor();

    assertThat(lines(bin.resolve("warmed"))).hasSize(2);
    assertThat(lines(home.resolve("builds"))).as("it was built").hasSize(1);
    assertThat(lines(bin.resolve("started"))).last().isEqualTo("with");
  }

  @ParameterizedTest
  @ValueSource(strings = {"up", "identify"})
  void where_it_cannot_be_done_it_is_not_tried_at_every_start(String command) throws Exception {
    Files.createFile(bin.resolve("fail"));

    start(command).waitFor();
    start(command).waitFor();

    assertThat(lines(bin.resolve("warmed"))).hasSize(1);
    assertThat(lines(bin.resolve("started"))).last().isEqualTo("without");

    Files.delete(bin.resolve("fail"));
    Files.writeString(home.resolve("identify/pom.xml"), "changed");
    start(command).waitFor();

    assertThat(lines(bin.resolve("started"))).as("after a change").last().isEqualTo("with");
  }

  private Process start(String command) throws IOException {
    ProcessBuilder launcher =
        new ProcessBuilder(home.resolve("ronda").toString(), command).redirectErrorStream(true);
    launcher.environment().put("JAVA_HOME", folder.resolve("jdk").toString());
    launcher.redirectOutput(ProcessBuilder.Redirect.DISCARD);
    launcher.redirectInput(ProcessBuilder.Redirect.from(home.resolve("pom.xml").toFile()));
    return launcher.start();
  }

  private static List<String> lines(Path file) throws IOException {
    return Files.readAllLines(file);
  }

  private static void awaitLine(Path file) throws Exception {
    Instant end = Instant.now().plus(Duration.ofSeconds(30));
    while (!Files.exists(file) || lines(file).isEmpty()) {
      assertThat(Instant.now()).as("%s was never written", file).isBefore(end);
      Thread.sleep(20);
    }
  }
}
