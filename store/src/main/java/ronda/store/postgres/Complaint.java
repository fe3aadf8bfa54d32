package ronda.store.postgres;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Turns what PostgreSQL's programs print into one sentence that says what to do. */
final class Complaint {
  private Complaint() {}

  /**
   * The sentence.
   *
   * @param what what we tried, as in "PostgreSQL did not start"
   * @param output what the program wrote
   * @param folder where the database lives
   */
  static String of(String what, String output, Path folder) {
    if (output.contains("No space left on device") || output.contains("Disk quota exceeded")) {
      return "The disk that holds %s is full: PostgreSQL needs about 200 MB there to start. Make room and start Ronda again."
          .formatted(folder);
    }
    if (output.contains("error while loading shared libraries:")) {
      return "%s, because this machine lacks the library %s. Install it, or name a PostgreSQL of your own in RONDA_DATABASE_URL."
          .formatted(what, between(output, "error while loading shared libraries:", ":"));
    }
    if (output.matches("(?s).*(unshare|setpriv)[:\"].*")) {
      return "%s, because PostgreSQL does not run as root and this machine does not let Ronda step down. Start Ronda as an ordinary user, or give %s to one (chown) and start again."
          .formatted(what, folder);
    }
    if (output.contains("has wrong ownership")
        || output.contains("Permission denied")
        || output.contains("AccessDeniedException")) {
      return "%s, because files in %s belong to another user. Start Ronda as the user who started it first."
          .formatted(what, folder);
    }
    if (output.contains("could not map anonymous shared memory")
        || output.contains("Cannot allocate memory")) {
      return "%s, because this machine has too little free memory: PostgreSQL needs about 200 MB."
          .formatted(what);
    }
    return lastWord(output)
        .map(line -> "%s: %s".formatted(what, line))
        .orElseGet(() -> "%s, and said nothing about why.".formatted(what));
  }

  private static String between(String text, String start, String end) {
    int from = text.indexOf(start) + start.length();
    int to = text.indexOf(end, from);
    return text.substring(from, to < 0 ? text.length() : to).strip();
  }

  private static Optional<String> lastWord(String output) {
    List<String> lines = output.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
    return lines.stream()
        .filter(
            line -> line.contains("FATAL:") || line.contains("PANIC:") || line.contains("error:"))
        .reduce((earlier, later) -> later)
        .or(() -> lines.stream().reduce((earlier, later) -> later));
  }
}
