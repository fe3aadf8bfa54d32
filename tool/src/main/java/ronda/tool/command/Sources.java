package ronda.tool.command;

import java.util.List;
import ronda.sources.files.Source;

/** The files a person names. */
final class Sources {
  private Sources() {}

  /** Each file, or standard input where none is named; all of them can be opened. */
  static List<Source> of(List<String> files) {
    List<Source> sources =
        files.isEmpty() ? List.of(Source.of("-")) : files.stream().map(Source::of).toList();
    sources.forEach(Sources::check);
    return sources;
  }

  /** Ends the command where a file cannot be opened, before any work is begun. */
  static void check(Source source) {
    source
        .problem()
        .ifPresent(
            problem -> {
              throw new Failures.Ended(Exit.NO_INPUT, problem);
            });
  }
}
