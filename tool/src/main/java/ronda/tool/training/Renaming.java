package ronda.tool.training;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * How to put invented names in the place of known ones, so that a model learns how such posts talk
 * and not whom they talk of.
 *
 * @param names a file of known names in the data folder, one a line
 * @param copies how many renamed variants to make of each post that holds a name
 * @param plain how many of the invented names are left undisguised, 0 to 1
 */
record Renaming(String names, int copies, double plain) {
  static Renaming of(JsonTree json) {
    json.allowing("names", "copies", "plain");
    return new Renaming(
        json.text("names"), (int) json.number("copies", 1), json.number("plain", 0));
  }

  Renamer renamer(Path dataFolder) throws IOException {
    return new Renamer(Files.readAllLines(dataFolder.resolve(names)), copies, plain);
  }
}
