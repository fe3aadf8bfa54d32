package ronda.tool.command;

import java.nio.file.Path;
import java.util.Optional;

/** The folder that holds lexicons, models and policies. */
final class Root {
  private Root() {}

  /** What the launcher says in {@code ronda.root}, else the current folder. */
  static Path path() {
    return Path.of(System.getProperty("ronda.root", "")).toAbsolutePath().normalize();
  }

  /** Where the launcher lets us keep what was worked out before ({@code ronda.prepared}). */
  static Optional<Path> prepared() {
    return Optional.ofNullable(System.getProperty("ronda.prepared")).map(Path::of);
  }
}
