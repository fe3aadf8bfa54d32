package ronda.tool.command;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import ronda.sources.files.Chunk;
import ronda.sources.files.Format;
import ronda.sources.files.Input;
import ronda.sources.files.Source;

/** Reads several sources one after the other, a chunk at a time. */
final class Reading implements AutoCloseable {
  private final Deque<Source> waiting;
  private final Optional<Format> format;
  private final String labelsField;
  private final InputStream standardInput;
  private final boolean several;
  private final long size;
  private final AtomicLong bytesRead = new AtomicLong();
  private @Nullable Input input;
  private String name = "";

  /**
   * A chunk and the file it came from.
   *
   * @param file the file's name; empty where there is only one
   */
  record Piece(String file, Chunk chunk) {}

  Reading(
      List<Source> sources,
      Optional<Format> format,
      String labelsField,
      InputStream standardInput) {
    this.waiting = new ArrayDeque<>(sources);
    this.format = format;
    this.labelsField = labelsField;
    this.standardInput = standardInput;
    this.several = sources.size() > 1;
    boolean known = sources.stream().allMatch(source -> source.size() > 0);
    this.size = known ? sources.stream().mapToLong(Source::size).sum() : 0;
  }

  /** How many bytes there are in all; 0 where nobody knows. */
  long size() {
    return size;
  }

  /** How many bytes have been read. */
  long bytesRead() {
    return bytesRead.get();
  }

  /** The next chunk of any source; empty at the end of the last. */
  Optional<Piece> next() {
    while (true) {
      Input open = input;
      if (open != null) {
        Optional<Chunk> chunk = open.next();
        if (chunk.isPresent()) {
          return Optional.of(new Piece(name, chunk.get()));
        }
        close();
      }
      if (waiting.isEmpty()) {
        return Optional.empty();
      }
      open(waiting.remove());
    }
  }

  private void open(Source source) {
    name = several ? source.name() : "";
    Format stated = format.orElse(Format.ofName(source.name()));
    String idPrefix = several ? source.name() + ":" : "";
    try {
      input =
          Input.open(
              source, stated, new Input.Reading(idPrefix, labelsField), standardInput, bytesRead);
    } catch (IOException broken) {
      throw new Failures.Ended(Exit.NO_INPUT, source.name() + ": " + broken.getMessage());
    }
  }

  @Override
  public void close() {
    Input open = input;
    input = null;
    if (open == null) {
      return;
    }
    try {
      open.close();
    } catch (IOException broken) {
      throw new Failures.Ended(Exit.NO_INPUT, name + ": " + broken.getMessage());
    }
  }
}
