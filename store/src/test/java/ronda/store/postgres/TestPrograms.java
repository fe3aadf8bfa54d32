package ronda.store.postgres;

import java.nio.file.Path;

/** PostgreSQL's programs, unpacked once for all test runs. */
final class TestPrograms {
  private TestPrograms() {}

  static Path shelf() {
    return Path.of(System.getProperty("ronda.root", ".."), ".ronda", "postgres")
        .toAbsolutePath()
        .normalize();
  }
}
