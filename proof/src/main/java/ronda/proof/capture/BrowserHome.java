package ronda.proof.capture;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Where a browser lives for one page: a folder that only this user reads, in which it finds its
 * home, its profile and its room for temporary files, and which is thrown away whole. What a page
 * makes it write lies in there and nowhere else, or else it would stay, unsealed.
 */
final class BrowserHome implements AutoCloseable {
  private static final String FOLDER = "ronda-capture";

  /** Longer than any browser runs. */
  private static final Duration LEFT_OVER = Duration.ofMinutes(3);

  /** What a browser needs to know of this machine: never the server's keys and passwords. */
  private static final List<String> NEEDED =
      List.of("PATH", "LANG", "LC_ALL", "TZ", "FONTCONFIG_FILE", "FONTCONFIG_PATH");

  /**
   * Nothing is downloaded (3: no file at all), and calls between browsers stay within the proxy, as
   * the command says as well.
   */
  private static final String PREFERENCES =
      """
      {"download_restrictions":3,
       "download":{"prompt_for_download":false},
       "safebrowsing":{"enabled":false},
       "signin":{"allowed":false,"allowed_on_next_startup":false},
       "search":{"suggest_enabled":false},
       "alternate_error_pages":{"enabled":false},
       "translate":{"enabled":false},
       "webrtc":{"ip_handling_policy":"disable_non_proxied_udp"}}
      """;

  private final Path folder;

  private BrowserHome(Path folder) {
    this.folder = folder;
  }

  static BrowserHome open() throws IOException {
    Path folder = Files.createTempDirectory(FOLDER);
    var home = new BrowserHome(folder);
    try {
      Files.createDirectories(folder.resolve("home/temporary"));
      Path settings = Files.createDirectories(home.profile().resolve("Default"));
      Files.writeString(settings.resolve("Preferences"), PREFERENCES);
      return home;
    } catch (IOException full) {
      home.close();
      throw full;
    }
  }

  Path profile() {
    return folder.resolve("profile");
  }

  Path folder() {
    return folder;
  }

  /** How much lies in it, in bytes; about, while a browser writes. */
  long bytes() {
    var sum = new AtomicLong();
    try {
      Files.walkFileTree(
          folder,
          new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
              sum.addAndGet(attributes.size());
              return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException gone) {
              return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path left, @Nullable IOException gone) {
              return FileVisitResult.CONTINUE;
            }
          });
    } catch (IOException gone) {
      return sum.get();
    }
    return sum.get();
  }

  /** Takes all that this server was told away from the environment, and puts the home's in. */
  void furnish(Map<String, String> environment) {
    bare(environment);
    Path home = folder.resolve("home");
    environment.put("HOME", home.toString());
    environment.put("TMPDIR", home.resolve("temporary").toString());
    environment.put("XDG_CONFIG_HOME", home.resolve("config").toString());
    environment.put("XDG_CACHE_HOME", home.resolve("cache").toString());
    environment.put("XDG_DATA_HOME", home.resolve("data").toString());
    environment.put("XDG_STATE_HOME", home.resolve("state").toString());
    environment.put("XDG_RUNTIME_DIR", home.resolve("temporary").toString());
  }

  /** Leaves in the environment what any browser needs to start. */
  static void bare(Map<String, String> environment) {
    environment.keySet().retainAll(NEEDED);
    environment.putIfAbsent("LANG", "C.UTF-8");
  }

  @Override
  public void close() throws IOException {
    delete(folder);
  }

  /**
   * Deletes what captures left in this folder for temporary files when their program was killed:
   * pages lie open in it. What is younger than three minutes may still be in use.
   */
  static void clear(Path temporary, Instant now) throws IOException {
    try (DirectoryStream<Path> left = Files.newDirectoryStream(temporary, FOLDER + "*")) {
      for (Path folder : left) {
        if (Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)
            && Files.getLastModifiedTime(folder).toInstant().isBefore(now.minus(LEFT_OVER))) {
          try {
            delete(folder);
          } catch (AccessDeniedException others) {
            continue; // Anybody may name a folder so; only ours is ours to delete.
          }
        }
      }
    }
  }

  private static void delete(Path folder) throws IOException {
    Files.walkFileTree(
        folder,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.deleteIfExists(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFileFailed(Path file, IOException gone) {
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path left, @Nullable IOException broken) {
            left.toFile().delete(); // A dying browser may still write; the folder is temporary.
            return FileVisitResult.CONTINUE;
          }
        });
  }
}
