package ronda.proof.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is sealed, under which key, and who opens it. */
class VaultTest {
  private static final byte[] WORDS = "catatan contoh".getBytes(StandardCharsets.UTF_8);
  private static final String OLD = "11".repeat(32);
  private static final String NEW = "22".repeat(32);

  @TempDir private Path folder;

  private static Vault with(String keys) {
    return new Vault(VaultKeys.read(keys, "this test"));
  }

  @Test
  void what_is_sealed_opens_again_and_shows_nothing_meanwhile() {
    byte[] sealed = with(OLD).seal(WORDS, "item:1/a");

    assertThat(new String(sealed, StandardCharsets.ISO_8859_1)).doesNotContain("catatan");
    assertThat(with(OLD).open(sealed, "item:1/a")).isEqualTo(WORDS);
    assertThat(with(OLD).seal(WORDS, "item:1/a")).isNotEqualTo(sealed);
  }

  @Test
  void whatever_bit_is_changed_it_does_not_open() {
    byte[] sealed = with(OLD).seal(WORDS, "item:1/a");
    for (int i = 0; i < sealed.length; i++) {
      byte[] changed = sealed.clone();
      changed[i] ^= 1;
      assertThatThrownBy(() -> with(OLD).open(changed, "item:1/a"))
          .as("byte %d", i)
          .isInstanceOf(VaultRefused.class);
    }
  }

  @Test
  void it_does_not_open_as_something_else() {
    byte[] sealed = with(OLD).seal(WORDS, "item:1/a");

    assertThatThrownBy(() -> with(OLD).open(sealed, "item:2/a"))
        .isInstanceOf(VaultRefused.class)
        .hasMessageContaining("item:2/a");
  }

  @Test
  void a_new_key_in_front_seals_and_the_old_one_still_opens() {
    byte[] old = with(OLD).seal(WORDS, "x");
    Vault rotated = with("# turned 2026-11-22\n" + NEW + "\n" + OLD);

    assertThat(rotated.open(old, "x")).isEqualTo(WORDS);
    assertThat(rotated.isOld(old)).isTrue();
    assertThat(rotated.isOld(rotated.seal(WORDS, "x"))).isFalse();
  }

  @Test
  void a_wrong_key_is_refused_with_its_id_and_without_a_secret() {
    byte[] sealed = with(OLD).seal(WORDS, "x");

    assertThatThrownBy(() -> with(NEW).open(sealed, "x"))
        .isInstanceOf(VaultRefused.class)
        .hasMessageContaining("sealed with key")
        .hasMessageNotContaining(NEW);
    assertThatThrownBy(() -> VaultKeys.read("geheim", "this test"))
        .isInstanceOf(VaultRefused.class)
        .hasMessageNotContaining("geheim");
  }

  @Test
  void keys_come_from_a_file_for_its_owner_alone_or_from_a_commands_output() throws Exception {
    Path file = folder.resolve("home/evidence.keys");
    byte[] sealed = new Vault(VaultKeys.ofFile(file)).seal(WORDS, "x");

    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    assertThat(new Vault(VaultKeys.ofFile(file)).open(sealed, "x")).isEqualTo(WORDS);
    assertThat(new Vault(VaultKeys.ofCommand("cat " + file)).open(sealed, "x")).isEqualTo(WORDS);
    assertThatThrownBy(() -> VaultKeys.ofCommand("exit 3")).isInstanceOf(VaultRefused.class);
  }

  @Test
  void a_command_that_hangs_is_ended_with_all_that_it_started() {
    assertThatThrownBy(() -> VaultKeys.ofCommand("sleep 600; true", Duration.ofMillis(300)))
        .isInstanceOf(VaultRefused.class)
        .hasMessageContaining("took longer");
  }
}
