package ronda.proof.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** ZIP files that were made to harm whoever opens them. Each begins as a bundle does. */
class HostileZipTest {
  @TempDir private Path folder;

  private String refused(byte[] zip) throws IOException {
    Path path = folder.resolve("hostile.zip");
    Files.write(path, zip);
    return ((Verdict.Altered) Archives.verify(path)).faults().toString();
  }

  private static byte[] zip(ThrowingWriter more) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(bytes)) {
      zip.setLevel(9);
      more.write(zip);
    }
    return bytes.toByteArray();
  }

  @FunctionalInterface
  private interface ThrowingWriter {
    void write(ZipOutputStream zip) throws IOException;
  }

  /** An entry as the writer would write it, in front of whatever follows. */
  private static byte[] plain(String name, long size, byte[] rest) {
    byte[] header = PlainZip.local(new PlainZip.Entry(name, 0, size, 0));
    byte[] all = Arrays.copyOf(header, header.length + rest.length);
    System.arraycopy(rest, 0, all, header.length, rest.length);
    return all;
  }

  @Test
  void what_is_packed_is_never_unpacked() throws IOException {
    byte[] bomb =
        zip(
            zip -> {
              zip.putNextEntry(new ZipEntry("README.txt"));
              for (int i = 0; i < 64; i++) {
                zip.write(new byte[1 << 20]);
              }
            });

    assertThat(bomb.length).isLessThan(100_000);
    assertThat(refused(bomb)).contains("README.txt");
  }

  @Test
  void an_entry_larger_than_the_file_is_refused_unread() throws IOException {
    assertThat(refused(plain("README.txt", 4_000_000_000L, new byte[100])))
        .contains("4000000000 bytes, and the file ends before");
  }

  @Test
  void a_name_that_leads_elsewhere_is_refused() throws IOException {
    for (String name :
        new String[] {"../etc/passwd", "/etc/passwd", "C:\\x", "a//b", "items/..", ""}) {
      byte[] second = plain("x".repeat(name.length()), 0, new byte[0]);
      System.arraycopy(
          name.getBytes(StandardCharsets.ISO_8859_1),
          0,
          second,
          PlainZip.LOCAL_LENGTH,
          name.length());

      assertThat(refused(plain("README.txt", 0, second))).contains("a name that cannot be");
    }
  }

  @Test
  void a_second_entry_of_a_name_is_refused() throws IOException {
    assertThat(refused(plain("README.txt", 0, plain("README.txt", 0, new byte[0]))))
        .contains("second entry of this name");
  }

  @Test
  void more_entries_than_a_bundle_may_have_are_refused() throws IOException {
    var many = new ByteArrayOutputStream();
    many.write(plain("README.txt", 0, new byte[0]));
    for (int i = 0; i < 65_536; i++) {
      many.write(plain("a" + i, 0, new byte[0]));
    }

    assertThat(refused(many.toByteArray())).contains("more than 9999 entries");
  }
}
