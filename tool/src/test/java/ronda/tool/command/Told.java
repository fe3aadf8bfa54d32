package ronda.tool.command;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/** What a command answered: everything it wrote, and how it ended. */
record Told(int exit, String out, String err) {

  /** Gives a command what stands on its standard input, as text. */
  static Told on(String input, String... arguments) {
    return on(input.getBytes(StandardCharsets.UTF_8), arguments);
  }

  /** Gives a command what stands on its standard input, as bytes. */
  static Told on(byte[] input, String... arguments) {
    return on(input, InstantSource.system(), arguments);
  }

  /** Gives a command nothing, at this time. */
  static Told at(Instant now, String... arguments) {
    return on(new byte[0], InstantSource.fixed(now), arguments);
  }

  private static Told on(byte[] input, InstantSource clock, String... arguments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    PrintStream errText = new PrintStream(err, true, StandardCharsets.UTF_8);
    Streams streams = new Streams(new ByteArrayInputStream(input), out, errText, err, false, false);
    int exit = Commands.run(streams, clock, arguments);
    return new Told(
        exit, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  List<String> lines() {
    return out.lines().toList();
  }

  /** The refused lines, without the summary. */
  List<String> refusals() {
    return err.lines().filter(line -> line.startsWith("{")).toList();
  }
}
