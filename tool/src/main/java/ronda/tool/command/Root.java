package ronda.tool.command;

import java.nio.file.Path;

/** The folder that holds lexicons, models and policies. */
final class Root {
  private Root() {}

  /** What the launcher says in {@code ronda.root}, else the current folder. */
  static Path path() {
    return Path.of(System.getProperty("ronda.root", "")).toAbsolutePath().normalize();
  }
}
