package ronda.server.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
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
        Map.of(
            "RONDA_HOME",
            set.toString(),
            "SERVER_PORT",
            "1",
            "SERVER_ADDRESS",
            "203.0.113.1",
            "RONDA_LETTERS_SEND_EVERY",
            "20s",
            "RONDA_CAPTURE_SILENCE",
            "1m");

    try (RondaProcess ronda =
        RondaProcess.start(environment, "up", "--empty", "--port", "0", "--home", typed + "")) {
      assertThat(ronda.after("Ronda is ready at ")).matches("http://127\\.0\\.0\\.1:[0-9]{4,5}");
    }

    assertThat(typed).isDirectoryContaining(file -> file.endsWith("evidence.keys"));
    assertThat(typed).isDirectoryContaining(file -> file.endsWith("seal.key"));
    assertThat(set).as("the home that was set and not typed").doesNotExist();
  }

  @Test
  void a_setting_that_cannot_be_used_is_told_in_one_line_before_anything_is_made() {
    Path home = folder.resolve("home");

    RondaProcess.Ended ended =
        RondaProcess.run(Map.of("RONDA_SMTP_TLS", "ssl"), "up", "--port", "0", "--home", home + "");

    assertThat(ended.said())
        .hasLineCount(1)
        .startsWith("RONDA_SMTP_TLS 'ssl'")
        .contains("starttls");
    assertThat(ended.code()).isEqualTo(78);
    assertThat(home).doesNotExist();
  }

  @Test
  void a_file_in_the_home_that_cannot_be_used_is_told_in_one_line() throws Exception {
    Files.writeString(folder.resolve("holidays.tsv"), "1 Januari 2028\n");
    assertToldInOneLine("holidays.tsv", "1 Januari 2028", "a tab");

    Files.delete(folder.resolve("holidays.tsv"));
    Files.writeString(folder.resolve("seal.key"), "00ff\n");
    assertToldInOneLine("seal.key", "64 hexadecimal digits");

    Files.writeString(folder.resolve("seal.key"), "0f".repeat(32));
    Files.writeString(folder.resolve("evidence.keys"), "bukan kunci\n");
    assertToldInOneLine("evidence.keys", "64 hexadecimal digits");
  }

  private void assertToldInOneLine(String... words) {
    RondaProcess.Ended ended =
        RondaProcess.run(Map.of(), "up", "--empty", "--port", "0", "--home", folder + "");

    assertThat(ended.said()).hasLineCount(1).contains(words).doesNotContain("00ff", "bukan kunci");
    assertThat(ended.code()).isEqualTo(78);
  }

  @Test
  void an_address_of_another_machine_is_wrong_usage() {
    RondaProcess.Ended ended =
        RondaProcess.run(
            Map.of("RONDA_STMP_HOST", "salah"), "up", "--listen", "203.0.113.1", "--port", "0");

    assertThat(ended.said()).contains("--listen").contains("203.0.113.1").doesNotContain("\tat ");
    assertThat(ended.code()).isEqualTo(64);
  }
}
