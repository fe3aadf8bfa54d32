package ronda.proof.vault;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/**
 * The keys of a vault: one to a line or separated by commas, each 64 hexadecimal digits. The first
 * seals; all of them open. To change the key, put a new one in front and keep the old ones for as
 * long as something is sealed by them.
 */
public final class VaultKeys {
  private static final int KEY_BYTES = 32;
  private static final int MOST_BYTES = 1 << 16;
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final Map<String, SecretKey> byId;

  private VaultKeys(Map<String, SecretKey> byId) {
    this.byId = byId;
  }

  /**
   * The keys in this text.
   *
   * @param source where it comes from, for the message
   * @throws VaultRefused if there is none, or one is no key; the message never quotes it
   */
  public static VaultKeys read(String text, String source) {
    Map<String, SecretKey> keys = new LinkedHashMap<>();
    for (String line : text.replace(',', '\n').lines().map(String::strip).toList()) {
      if (!line.isEmpty() && !line.startsWith("#")) {
        byte[] key = key(line, source);
        keys.put(idOf(key), new SecretKeySpec(key, "AES"));
      }
    }
    if (keys.isEmpty()) {
      throw new VaultRefused("there is no key in " + source);
    }
    return new VaultKeys(keys);
  }

  private static byte[] key(String line, String source) {
    try {
      byte[] key = HexFormat.of().parseHex(line);
      if (key.length == KEY_BYTES) {
        return key;
      }
    } catch (IllegalArgumentException noHex) {
      // Said below, without the words.
    }
    throw new VaultRefused("a key in " + source + " is not 64 hexadecimal digits");
  }

  /** The keys in a file; made with one new key, for its owner's eyes only, if it is not there. */
  public static VaultKeys ofFile(Path file) {
    try {
      if (!Files.exists(file)) {
        create(file);
      }
      return read(Files.readString(file), file.toString());
    } catch (IOException broken) {
      throw new VaultRefused(
          "the key file " + file + " cannot be read or made: " + broken.getMessage());
    }
  }

  private static void create(Path file) throws IOException {
    byte[] key = new byte[KEY_BYTES];
    new SecureRandom().nextBytes(key);
    Files.createDirectories(file.toAbsolutePath().getParent());
    var onlyTheOwner =
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
    Path fresh =
        Files.createTempFile(file.toAbsolutePath().getParent(), "keys", ".new", onlyTheOwner);
    try {
      Files.writeString(fresh, HexFormat.of().formatHex(key) + "\n", StandardOpenOption.SYNC);
      Files.createLink(file, fresh); // Of two that start at once, the second keeps the first's.
    } catch (FileAlreadyExistsException another) {
      // Its key is read.
    } finally {
      Files.deleteIfExists(fresh);
    }
  }

  /** The keys that a command writes to its output, such as one that asks a key service. */
  public static VaultKeys ofCommand(String command) {
    return ofCommand(command, PATIENCE);
  }

  /**
   * @param patience after so long the command is ended
   */
  static VaultKeys ofCommand(String command, Duration patience) {
    try {
      Process process =
          new ProcessBuilder("/bin/sh", "-c", command)
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      process.getOutputStream().close();
      // Whoever hangs is ended, and what it started: only then does its output come to an end.
      CompletableFuture.delayedExecutor(patience.toMillis(), TimeUnit.MILLISECONDS)
          .execute(() -> end(process));
      byte[] told = process.getInputStream().readNBytes(MOST_BYTES);
      if (!process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)
          || process.exitValue() != 0) {
        end(process);
        throw new VaultRefused(
            "the command for the key failed, or took longer than %d seconds"
                .formatted(patience.toSeconds()));
      }
      return read(new String(told, StandardCharsets.US_ASCII), "the command's output");
    } catch (IOException broken) {
      throw new VaultRefused("the command for the key cannot be run: " + broken.getMessage());
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new VaultRefused("stopped while the command for the key ran");
    }
  }

  private static void end(Process process) {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
  }

  /** A key that is gone when the program ends: for tests. */
  public static VaultKeys forOnce() {
    byte[] key = new byte[KEY_BYTES];
    new SecureRandom().nextBytes(key);
    return read(HexFormat.of().formatHex(key), "memory");
  }

  /** The ids of all keys, the current one first. */
  Set<String> ids() {
    return byId.keySet();
  }

  /** The id of the key that seals. */
  String current() {
    return byId.keySet().iterator().next();
  }

  /**
   * The key of this id.
   *
   * @throws VaultRefused if it is not here
   */
  SecretKey byId(String id) {
    SecretKey key = byId.get(id);
    if (key == null) {
      throw new VaultRefused(
          "it was sealed with key " + id + ", and only " + byId.keySet() + " are known here");
    }
    return key;
  }

  /** Eight bytes by which a key is known without being known, in hexadecimal. */
  private static String idOf(byte[] key) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(key);
      return HexFormat.of().formatHex(Arrays.copyOf(hash, Vault.ID_BYTES));
    } catch (NoSuchAlgorithmException never) {
      throw new IllegalStateException("every Java platform has SHA-256", never);
    }
  }
}
