package ronda.sources.files;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

/** Little gzip that stands for much text. */
class HostileGzipTest {
  private static final int MOST = 24 << 20;

  private static byte[] bomb(String first, char filling) throws IOException {
    var bytes = new ByteArrayOutputStream();
    byte[] piece = new byte[1 << 20];
    Arrays.fill(piece, (byte) filling);
    try (var gzip = new GZIPOutputStream(bytes)) {
      gzip.write(first.getBytes(StandardCharsets.UTF_8));
      for (int megabytes = 0; megabytes < 64; megabytes++) {
        gzip.write(piece);
      }
    }
    return bytes.toByteArray();
  }

  private static List<Refusal> refusals(byte[] file, Format format) throws IOException {
    List<Refusal> refusals = new ArrayList<>();
    Rows rows =
        new Rows() {
          @Override
          public void read(Row row) {
            assertThat(row.post().text()).isNotBlank();
          }

          @Override
          public void refused(Refusal refusal) {
            refusals.add(refusal);
          }
        };
    try (Input input =
        Input.open(
            Source.of("-"),
            format,
            new Input.Reading("", ""),
            new ByteArrayInputStream(file),
            new AtomicLong(),
            MOST)) {
      Optional<Chunk> chunk = input.next();
      while (chunk.isPresent()) {
        chunk.get().read(rows);
        chunk = input.next();
      }
    }
    return refusals;
  }

  @Test
  void breaks_off_at_the_bound_and_says_so() throws IOException {
    for (Format format : Format.values()) {
      List<Refusal> refusals = refusals(bomb("text\nhalo\n", '\n'), format);

      assertThat(refusals.getLast().error())
          .as("%s", format)
          .contains("unpacks to more than 24 MB");
      assertThat(refusals.getLast().line()).as("%s", format).isGreaterThan(2);
    }
  }

  @Test
  void one_endless_line_never_lies_in_memory_whole() throws IOException {
    byte[] bomb = bomb("{\"text\":\"", 'a');
    long before = allocated();

    List<Refusal> refusals = refusals(bomb, Format.JSONL);

    assertThat(allocated() - before).isLessThan(80L << 20);
    assertThat(refusals.getLast().error()).contains("unpacks to more than 24 MB");
  }

  /** What this thread has ever taken from the heap, in bytes: it does not depend on the machine. */
  private static long allocated() {
    return ((ThreadMXBean) ManagementFactory.getThreadMXBean()).getCurrentThreadAllocatedBytes();
  }
}
