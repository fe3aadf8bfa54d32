package ronda.tables;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.ibm.icu.lang.UCharacter;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;

/**
 * The letters that fancy text generators write with and whose Latin letter neither name nor
 * prototype tells: {@code ᗩ} for a, {@code ₳} for a, {@code ʄ} for f. Our own list; the consortium
 * lists what deceives, and these only remind.
 */
final class FancyLetters {
  private static final String RESOURCE = "fancy-letters.tsv";
  private static final Map<Integer, String> READINGS = load();

  private FancyLetters() {}

  /**
   * The Latin letter meant by {@code c}, in either case, or by the one letter that it is a raised
   * or otherwise styled form of; or an empty string.
   */
  static String reading(int c, String compatible) {
    int styled = compatible.codePointAt(0);
    boolean oneLetter = Character.charCount(styled) == compatible.length();
    return READINGS.getOrDefault(c, oneLetter ? READINGS.getOrDefault(styled, "") : "");
  }

  private static Map<Integer, String> load() {
    var readings = new HashMap<Integer, String>();
    try (InputStream in = FancyLetters.class.getResourceAsStream(RESOURCE)) {
      if (in == null) {
        throw new IllegalStateException(RESOURCE + " is missing from the class path");
      }
      new BufferedReader(new InputStreamReader(in, UTF_8))
          .lines()
          .filter(line -> !line.startsWith("#"))
          .forEach(line -> add(line, readings));
    } catch (IOException broken) {
      throw new UncheckedIOException("cannot read " + RESOURCE, broken);
    }
    return Map.copyOf(readings);
  }

  /** Both cases of a letter have a reading or neither has. */
  private static void add(String line, Map<Integer, String> readings) {
    int tab = line.indexOf('\t');
    String letter = line.substring(0, tab);
    line.substring(tab + 1)
        .codePoints()
        .filter(c -> c != ' ')
        .forEach(
            c -> {
              readings.put(UCharacter.toLowerCase(c), letter);
              readings.put(UCharacter.toUpperCase(c), letter);
            });
  }
}
