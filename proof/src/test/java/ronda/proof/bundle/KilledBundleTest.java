package ronda.proof.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real process that makes bundles is killed in the middle: what bears a name is whole. */
class KilledBundleTest {
  @TempDir private Path folder;

  @Test
  void a_bundle_is_there_whole_or_not_at_all() throws Exception {
    Process process =
        new ProcessBuilder(
                ProcessHandle.current().info().command().orElseThrow(),
                "-cp",
                System.getProperty("java.class.path"),
                Accomplice.class.getName(),
                folder.toString())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    try (BufferedReader told = process.inputReader(StandardCharsets.UTF_8)) {
      for (int i = 0; i < 20; i++) {
        assertThat(told.readLine()).isEqualTo(Integer.toString(i));
      }
      process.destroyForcibly().waitFor();
    }

    List<Path> bundles = named();
    assertThat(bundles).hasSizeGreaterThanOrEqualTo(20);
    assertThat(bundles)
        .allSatisfy(
            bundle -> assertThat(Archives.verify(bundle)).isInstanceOf(Verdict.Intact.class));
  }

  private List<Path> named() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> !file.getFileName().toString().startsWith(".")).toList();
    }
  }
}
