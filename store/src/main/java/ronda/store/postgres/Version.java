package ronda.store.postgres;

import java.util.Optional;

/**
 * Which PostgreSQL a server is.
 *
 * @param number as {@code server_version_num} says it: 180001 is 18.1, 90624 is 9.6.24
 */
record Version(int number) {
  /** Ids are made by {@code uuidv7()}, which PostgreSQL has since 18. */
  private static final int OLDEST = 18;

  /** Before 10, the first two numbers named the major version. */
  private static final int ONE_NUMBER = 100_000;

  /** Why Ronda cannot work on it, in one sentence; empty if it can. */
  Optional<String> whyNot(String place) {
    return number / 10_000 >= OLDEST
        ? Optional.empty()
        : Optional.of(
            "The PostgreSQL at %s is version %s, and Ronda needs %d or newer."
                .formatted(place, name(), OLDEST));
  }

  private String name() {
    return number >= ONE_NUMBER
        ? number / 10_000 + "." + number % 10_000
        : number / 10_000 + "." + number / 100 % 100 + "." + number % 100;
  }
}
