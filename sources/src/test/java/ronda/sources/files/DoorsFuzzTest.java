package ronda.sources.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import ronda.testkit.hostile.Hostile;

/** Anything may stand in a file: the doors answer, in order, and never throw. */
class DoorsFuzzTest {
  private static final String[] PIECES = {
    "{\"text\":\"a\"}",
    "{\"id\":1,",
    "\"text\":",
    "\"",
    "\"\"",
    ",",
    ";",
    "\n",
    "\r\n",
    "\r",
    "1,b\r",
    "\n\n",
    "id,text\n",
    "\\u0000",
    "\\ud800",
    "[[[[",
    "{}",
    "null",
    "\ufeff",
    "💥",
    "a",
    " ",
    "\t",
    "|",
    "\"postedAt\":\"2026-11-22T00:00:00Z\"",
    "1,\"x\ny\"\n",
    "links",
    "\0"
  };

  @ParameterizedTest
  @EnumSource(Format.class)
  void a_door_survives_anything_and_gives_the_same_however_it_arrives(Format format) {
    Hostile.forSeconds(
        2,
        100,
        random -> new Arrival(anything(random), 1 + random.nextInt(7)),
        arrival -> {
          byte[] bytes = arrival.bytes();

          assertThat(read(bytes, arrival.atATime(), format))
              .isEqualTo(read(bytes, bytes.length, format));
        });
  }

  private record Arrival(byte[] bytes, int atATime) {
    @Override
    public String toString() {
      return atATime + " at a time, " + HexFormat.of().formatHex(bytes);
    }
  }

  private static byte[] anything(SplittableRandom random) {
    StringBuilder text = new StringBuilder();
    int pieces = random.nextInt(40);
    for (int i = 0; i < pieces; i++) {
      text.append(PIECES[random.nextInt(PIECES.length)]);
    }
    byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
    for (int i = random.nextInt(4); i > 0 && bytes.length > 0; i--) {
      if (random.nextInt(3) == 0) {
        bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
      }
    }
    return bytes;
  }

  private static List<String> read(byte[] bytes, int atATime, Format format) {
    List<String> seen = new ArrayList<>();
    Rows rows =
        new Rows() {
          @Override
          public void read(Row row) {
            assertThat(row.line()).isPositive();
            seen.add(row.line() + " " + row.post().id() + " " + row.post().text());
          }

          @Override
          public void refused(Refusal refusal) {
            assertThat(refusal.error()).isNotBlank();
            seen.add(refusal.line() + " ! " + refusal.input());
          }
        };
    try (Input input =
        Input.open(
            Source.of("-"),
            format,
            new Input.Reading("", ""),
            new Dripping(bytes, atATime),
            new AtomicLong())) {
      for (Optional<Chunk> chunk = input.next(); chunk.isPresent(); chunk = input.next()) {
        chunk.get().read(rows);
      }
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return seen;
  }

  /** Gives a few bytes at a time, like a slow sender. */
  private static final class Dripping extends ByteArrayInputStream {
    private final int atATime;

    Dripping(byte[] bytes, int atATime) {
      super(bytes);
      this.atATime = atATime;
    }

    @Override
    public synchronized int read(byte[] into, int offset, int length) {
      return super.read(into, offset, Math.min(length, atATime));
    }

    @Override
    public synchronized int available() {
      return 0;
    }
  }
}
