package ronda.identify.text;

import java.util.List;

/** The strong reading. */
final class StrongReading {
  static final int MOST_RECOVERED = 256;

  private StrongReading() {}

  static List<Recovered> of(PlainText text) {
    return List.of();
  }
}
