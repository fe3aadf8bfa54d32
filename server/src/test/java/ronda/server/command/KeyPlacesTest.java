package ronda.server.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** Whoever makes a backup, or reads one back, is told which keys it does not hold. */
class KeyPlacesTest {
  private static final Path HOME = Path.of("/srv/ronda");

  @Test
  void both_key_files_are_named_with_what_is_lost_without_each() {
    var places = new KeyPlaces(Map.of(), HOME);

    for (List<String> said : List.of(places.afterBackup(), places.afterRestore())) {
      assertThat(said).anyMatch(line -> line.matches(".*/srv/ronda/evidence\\.keys.*evidence.*"));
      assertThat(said)
          .anyMatch(line -> line.matches(".*/srv/ronda/seal\\.key.*contact data.*authenticator.*"));
    }
  }

  @Test
  void keys_that_lie_elsewhere_are_named_where_they_are() {
    var elsewhere = Map.of("RONDA_EVIDENCE_KEYS_FILE", "/etc/ronda/keys", "RONDA_SEAL_KEY", "ab");
    assertThat(new KeyPlaces(elsewhere, HOME).afterBackup())
        .anyMatch(line -> line.contains("/etc/ronda/keys"))
        .anyMatch(line -> line.contains("RONDA_SEAL_KEY"))
        .noneMatch(line -> line.contains("/srv/ronda"));
    var secret = Map.of("RONDA_EVIDENCE_KEYS", "00ff");
    assertThat(new KeyPlaces(secret, HOME).afterBackup())
        .anyMatch(line -> line.contains("RONDA_EVIDENCE_KEYS"))
        .noneMatch(line -> line.contains("00ff"));
  }

  @Test
  void the_help_says_that_a_file_of_that_name_is_overwritten() {
    String help = new CommandLine(new BackupCommand()).getUsageMessage();

    assertThat(help).contains("overwritten").doesNotContain("must not exist");
  }
}
