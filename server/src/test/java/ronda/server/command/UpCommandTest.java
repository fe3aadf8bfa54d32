package ronda.server.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code ./ronda up} as a process of its own: what it takes from whom, and what it prints. */
class UpCommandTest {
  @TempDir Path folder;

  @Test
  void what_is_typed_outweighs_the_environment_for_every_part_of_the_desk() {
    Path typed = folder.resolve("typed");
    Path set = folder.resolve("set");
    Map<String, String> environment =
        Map.of("RONDA_HOME", set.toString(), "SERVER_PORT", "1", "SERVER_ADDRESS", "203.0.113.1");

    try (RondaProcess ronda =
        RondaProcess.start(environment, "up", "--empty", "--port", "0", "--home", typed + "")) {
      assertThat(ronda.after("Ronda is ready at ")).matches("http://127\\.0\\.0\\.1:[0-9]{4,5}");
    }

    assertThat(typed).isDirectoryContaining(file -> file.endsWith("evidence.keys"));
    assertThat(typed).isDirectoryContaining(file -> file.endsWith("seal.key"));
    assertThat(set).as("the home that was set and not typed").doesNotExist();
  }
}
