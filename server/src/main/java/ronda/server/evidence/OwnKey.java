package ronda.server.evidence;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import ronda.proof.vault.Vault;
import ronda.proof.vault.VaultRefused;

/**
 * A key of this installation that lies sealed in the home (kunci sendiri): made when it is first
 * needed. Where the file is there and cannot be opened, because the key that seals evidence was
 * changed or lost, it is set aside under another name and a new one is made, aloud: an installation
 * that could never again stamp or anchor anything would be worse off than one with a second key.
 */
final class OwnKey {
  private static final DateTimeFormatter WHEN =
      DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss", Locale.ROOT).withZone(ZoneOffset.UTC);

  private final Path file;
  private final String purpose;
  private final Vault vault;
  private final InstantSource clock;
  private final Aloud aloud;

  OwnKey(Path file, String purpose, Vault vault, InstantSource clock, Aloud aloud) {
    this.file = file;
    this.purpose = purpose;
    this.vault = vault;
    this.clock = clock;
    this.aloud = aloud;
  }

  /** Tells people of it. */
  @FunctionalInterface
  interface Aloud {
    /**
     * A key file was set aside, and a new key is in its place.
     *
     * @param file what it was called
     * @param aside what it is called now, in the same folder
     * @param why it could not be read
     */
    void replaced(String file, String aside, String why);
  }

  /** How a kind of key is made, written and read. */
  interface Kind<T> {
    T make() throws GeneralSecurityException;

    byte[] bytes(T key) throws GeneralSecurityException;

    T read(byte[] bytes) throws GeneralSecurityException;
  }

  /**
   * The key.
   *
   * @throws IOException if the home cannot be read or written
   */
  <T> T kept(Kind<T> kind) throws IOException {
    if (!Files.exists(file)) {
      return made(kind);
    }
    byte[] sealed = Files.readAllBytes(file);
    String why;
    try {
      return kind.read(vault.open(sealed, purpose));
    } catch (VaultRefused refused) {
      why = Optional.ofNullable(refused.getMessage()).orElse("it cannot be opened");
    } catch (GeneralSecurityException | RuntimeException odd) {
      why = "what is in it is no key";
    }
    String aside = file.getFileName() + ".unreadable-" + WHEN.format(clock.instant());
    Files.move(file, file.resolveSibling(aside)); // Never over another one.
    T fresh = made(kind);
    aloud.replaced(String.valueOf(file.getFileName()), aside, why);
    return fresh;
  }

  private <T> T made(Kind<T> kind) throws IOException {
    try {
      T fresh = kind.make();
      WholeFile.write(file, vault.seal(kind.bytes(fresh), purpose));
      return fresh;
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("no key can be made for " + purpose, impossible);
    }
  }
}
