package ronda.server.evidence;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import ronda.proof.vault.Vault;
import ronda.proof.vault.VaultKeys;
import ronda.proof.vault.VaultRefused;

/**
 * Where the keys come from that seal evidence; the first that is not blank is taken.
 *
 * @param keys the keys themselves
 * @param command what writes them to its output
 * @param file where they lie
 * @param home the folder with {@code evidence.keys}; without it, a key that is gone at the end
 */
public record VaultSettings(String keys, String command, String file, String home) {
  private static final String NAME = "RONDA_EVIDENCE_KEYS";

  /** As the environment says it, for a command beside the desk. */
  public static VaultSettings of(Map<String, String> environment, Path home) {
    return new VaultSettings(
        environment.getOrDefault(NAME, ""),
        environment.getOrDefault(NAME + "_COMMAND", ""),
        environment.getOrDefault(NAME + "_FILE", ""),
        home.toString());
  }

  /** The vault; a key file that is not there is made. */
  Vault vault() {
    if (!keys.isBlank()) {
      return new Vault(VaultKeys.read(keys, NAME));
    }
    if (!command.isBlank()) {
      return new Vault(VaultKeys.ofCommand(command));
    }
    return new Vault(
        file.isBlank() && home.isBlank() ? VaultKeys.forOnce() : VaultKeys.ofFile(keyFile()));
  }

  /**
   * The vault, where something is sealed already: no key is made up.
   *
   * @throws VaultRefused if the key file is not there
   */
  public Vault knownVault() {
    if (keys.isBlank() && command.isBlank() && !Files.exists(keyFile())) {
      throw new VaultRefused("there is no key file " + keyFile());
    }
    return vault();
  }

  /** Where the keys are, for a person who keeps them: a file, or the setting that names them. */
  public String place() {
    if (!keys.isBlank()) {
      return NAME;
    }
    return command.isBlank() ? keyFile().toString() : "what " + NAME + "_COMMAND writes";
  }

  /** Whether the keys lie in the home, beside what they seal. */
  boolean areBesideTheData() {
    return keys.isBlank() && command.isBlank() && file.isBlank() && !home.isBlank();
  }

  private Path keyFile() {
    return file.isBlank() ? Path.of(home).resolve("evidence.keys") : Path.of(file);
  }

  /** Where the keys are, and never the keys: whatever writes this down may be a log. */
  @Override
  public String toString() {
    return "keys: " + place();
  }
}
