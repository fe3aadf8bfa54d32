package ronda.server.transparency;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Something that was measured of what the machine raises (hasil pengukuran), as a report in {@code
 * bench/reports} says it.
 *
 * @param key what it is of, such as {@code gambling}
 * @param numbers as the message of that key takes them; shares lie in 0..1
 * @param report where it stands, from Ronda's root
 * @param quote the words that say it there
 */
public record Measurement(String key, List<String> numbers, String report, String quote) {
  private static final String FILE = "measured.tsv";

  public Measurement {
    numbers = List.copyOf(numbers);
  }

  /** All that the public page tells, in its order; the first is the day. */
  static List<Measurement> all() {
    try (InputStream in = Measurement.class.getResourceAsStream(FILE)) {
      if (in == null) {
        throw new IllegalStateException(FILE + " is missing beside " + Measurement.class);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(Measurement::read)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Measurement read(String line) {
    List<String> cells = List.of(line.split("\t", -1));
    return new Measurement(
        cells.get(0), List.of(cells.get(1).split(" ")), cells.get(2), cells.get(3));
  }

  /**
   * One of the numbers, as a message takes it.
   *
   * @param index from 0
   */
  public double number(int index) {
    return Double.parseDouble(numbers.get(index));
  }
}
