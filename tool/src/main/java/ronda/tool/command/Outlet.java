package ronda.tool.command;

import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import ronda.sources.files.JsonBytes;

/** Somewhere to write to, which says where it was when writing fails. */
final class Outlet implements AutoCloseable {
  private final String where;
  private final OutputStream out;
  private final boolean ours;

  private Outlet(String where, OutputStream out, boolean ours) {
    this.where = where;
    this.out = out;
    this.ours = ours;
  }

  /** The file, made or made empty; or, where none is named, the stream. */
  static Outlet of(Optional<Path> file, String streamName, OutputStream stream) {
    if (file.isEmpty()) {
      return new Outlet(streamName, stream, false);
    }
    try {
      return new Outlet(file.get().toString(), new FileOutputStream(file.get().toFile()), true);
    } catch (IOException refused) {
      throw new Failures.Ended(Exit.NO_INPUT, "cannot open for writing: " + refused.getMessage());
    }
  }

  /** Writes a text for people to standard output. */
  static void print(String text, Streams streams) throws IOException {
    if (text.isEmpty()) {
      return;
    }
    try {
      streams.out().write(text.getBytes(StandardCharsets.UTF_8));
    } catch (IOException broken) {
      throw new Failures.CannotWrite("standard output", broken);
    }
  }

  void write(JsonBytes json) throws IOException {
    if (json.length() == 0) {
      return;
    }
    try {
      json.writeTo(out);
    } catch (IOException broken) {
      throw new Failures.CannotWrite(where, broken);
    }
  }

  @Override
  public void close() throws IOException {
    try {
      if (ours) {
        out.close();
      } else {
        out.flush();
      }
    } catch (IOException broken) {
      throw new Failures.CannotWrite(where, broken);
    }
  }
}
