package ronda.store.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;

/**
 * The two passwords of an embedded server: of its administrator, who only sets it up, and of Ronda.
 * They lie in a file that only its owner may read.
 */
record Passwords(String administrator, String ronda) {
  private static final int BYTES = 24;

  /** Reads them, or makes them up when there are none yet. */
  static Passwords in(Path folder, PlainUser user) throws IOException {
    Path file = folder.resolve("passwords");
    if (!Files.exists(file)) {
      if (Files.exists(folder.resolve(DataFolder.NAME))) {
        throw new DatabaseUnavailable(
            "The file %s is missing, and without it nobody can open the database beside it. Bring it back from where you keep copies, or restore a backup into a new home."
                .formatted(file));
      }
      Passwords fresh = new Passwords(random(), random());
      Durably.write(
          file,
          fresh.administrator + "\n" + fresh.ronda + "\n",
          PosixFilePermissions.fromString("rw-------"));
      user.give(file);
      return fresh;
    }
    List<String> lines = Files.readAllLines(file);
    if (lines.size() != 2 || lines.stream().anyMatch(String::isBlank)) {
      throw new DatabaseUnavailable(
          "The file " + file + " does not hold two passwords, a line each.");
    }
    return new Passwords(lines.get(0), lines.get(1));
  }

  private static String random() {
    byte[] bytes = new byte[BYTES];
    new SecureRandom().nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }

  @Override
  public String toString() {
    return "Passwords[not shown]";
  }
}
