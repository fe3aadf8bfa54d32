package ronda.tour;

import static java.nio.file.StandardCopyOption.COPY_ATTRIBUTES;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * When the launcher builds, and where to. What it calls to build writes two small files instead of
 * half a minute's work: that the real one is called as it has to be, every other test here shows.
 */
class LauncherTest {
  private static final String BUILD =
      """
      #!/bin/sh
      echo built >>"$(dirname "$0")/builds"
      sleep 0.3
      mkdir -p tool/target/lib
      echo jar >tool/target/ronda-tool.jar
      echo "$(cat release)" >"tool/target/lib/ronda-identify-$(cat release).jar"
      """;

  @TempDir Path folder;

  private Path home;

  @BeforeEach
  void a_clone() throws IOException {
    home = folder.resolve("opt/ronda kota");
    for (String module :
        List.of("tables", "identify", "policies", "onnx", "sources", "casework", "proof", "tool")) {
      Files.createDirectories(home.resolve(module + "/src/main"));
      Files.createFile(home.resolve(module + "/pom.xml"));
    }
    Files.createFile(home.resolve("pom.xml"));
    Files.copy(
        Path.of(System.getProperty("ronda.root", ".."), "ronda"),
        home.resolve("ronda"),
        COPY_ATTRIBUTES);
    Files.writeString(home.resolve("mvnw"), BUILD);
    assertThat(home.resolve("mvnw").toFile().setExecutable(true)).isTrue();
    release("1");
  }

  private void release(String number) throws IOException {
    Files.writeString(home.resolve("release"), number);
  }

  @Test
  void it_builds_once_and_again_after_a_change() throws Exception {
    run(home.resolve("ronda"));
    run(home.resolve("ronda"));
    assertThat(builds(home)).isEqualTo(1);

    Files.writeString(home.resolve("tool/pom.xml"), "changed");
    run(home.resolve("ronda"));

    assertThat(builds(home)).isEqualTo(2);
  }

  @Test
  void nothing_of_an_earlier_release_stays_on_the_class_path() throws Exception {
    run(home.resolve("ronda"));
    release("2");
    Files.writeString(home.resolve("tool/pom.xml"), "changed");
    run(home.resolve("ronda"));

    assertThat(classPath(home)).contains("ronda-identify-2.jar").doesNotContain("identify-1.jar");
    assertThat(built(home)).hasSize(1);
  }

  @Test
  void what_somebody_still_runs_is_left_where_it_is() throws Exception {
    run(home.resolve("ronda"));
    Path first = built(home).getFirst();
    Process running =
        new ProcessBuilder(
                "/bin/sh",
                "-c",
                "sleep 60 # "
                    + first
                    + "/ronda-tool.jar"
                    + "\n:") // A second command keeps the shell, and its words, alive.
            .start();
    try {
      Files.writeString(home.resolve("tool/pom.xml"), "changed");
      run(home.resolve("ronda"));

      assertThat(built(home)).hasSize(2).contains(first);
    } finally {
      running.descendants().forEach(ProcessHandle::destroyForcibly);
      running.destroyForcibly();
    }
  }

  @Test
  void a_link_to_it_means_the_folder_in_which_it_lies() throws Exception {
    Path programs = Files.createDirectories(folder.resolve("bin"));
    Path link = Files.createSymbolicLink(programs.resolve("ronda"), home.resolve("ronda"));
    Path second =
        Files.createSymbolicLink(folder.resolve("ronda"), Path.of("bin").resolve("ronda"));

    run(link);
    run(second);

    assertThat(builds(home)).isEqualTo(1);
    assertThat(programs.resolve(".ronda")).doesNotExist();
  }

  @Test
  void a_folder_that_was_moved_builds_for_itself() throws Exception {
    run(home.resolve("ronda"));
    Path moved = Files.move(home, folder.resolve("moved"));

    run(moved.resolve("ronda"));

    assertThat(builds(moved)).isEqualTo(2);
    assertThat(classPath(moved)).startsWith(moved.toString()).doesNotContain(home.toString());
  }

  @Test
  void two_at_once_build_once() throws Exception {
    List<Process> both = List.of(start(home.resolve("ronda")), start(home.resolve("ronda")));
    for (Process one : both) {
      one.waitFor();
    }

    assertThat(builds(home)).isEqualTo(1);
    assertThat(built(home)).hasSize(1);
  }

  @Test
  void streams_that_are_closed_lead_nowhere_before_java_opens_a_file() throws Exception {
    Path java = folder.resolve("jdk/bin/java");
    Files.createDirectories(java.getParent());
    Files.writeString(folder.resolve("jdk/release"), "JAVA_VERSION=\"25\"\n");
    Files.writeString(
        java,
        """
        #!/bin/sh
        (for n in 0 1 2; do readlink "/proc/$$/fd/$n" || echo closed; done) >"$0.streams"
        :
        """);
    Files.copy(java, java.resolveSibling("javac"));
    assertThat(java.toFile().setExecutable(true)).isTrue();
    assertThat(java.resolveSibling("javac").toFile().setExecutable(true)).isTrue();

    ProcessBuilder command =
        new ProcessBuilder(
            "/bin/sh", "-c", "\"$0\" identify - <&- >&- 2>&-", home.resolve("ronda").toString());
    command.environment().put("JAVA_HOME", folder.resolve("jdk").toString());
    command.start().waitFor();

    assertThat(folder.resolve("jdk/bin/java.streams"))
        .hasContent("/dev/null\n/dev/null\n/dev/null\n");
  }

  private static Process start(Path launcher) throws IOException {
    ProcessBuilder command =
        new ProcessBuilder(launcher.toString(), "identify", "-").redirectErrorStream(true);
    command.environment().put("JAVA_HOME", System.getProperty("java.home"));
    command.redirectOutput(ProcessBuilder.Redirect.DISCARD);
    return command.start();
  }

  private static void run(Path launcher) throws IOException, InterruptedException {
    start(launcher).waitFor();
  }

  private static int builds(Path home) throws IOException {
    return Files.readAllLines(home.resolve("builds")).size();
  }

  private static String classPath(Path home) throws IOException {
    return Files.readString(home.resolve(".ronda/tool.classpath"), StandardCharsets.UTF_8);
  }

  private static List<Path> built(Path home) throws IOException {
    try (Stream<Path> all = Files.list(home.resolve(".ronda"))) {
      return all.filter(one -> one.getFileName().toString().startsWith("tool-")).toList();
    }
  }
}
