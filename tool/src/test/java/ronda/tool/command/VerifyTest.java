package ronda.tool.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ronda.casework.chain.ChainFile;
import ronda.casework.chain.Link;

/** An audit log that left the desk: intact, altered, or no audit log at all. */
class VerifyTest {
  private static final List<Link> CHAIN = chain();

  @TempDir private Path folder;

  private static List<Link> chain() {
    Link first = Link.first(entry("signed-in", "{\"means\":\"link\"}"));
    Link second = first.then(entry("job-taken", "{}"));
    return List.of(first, second, second.then(entry("signed-out", "{}")));
  }

  private static Link.Entry entry(String act, String body) {
    return new Link.Entry(
        Instant.parse("2026-11-22T05:00:00Z"), "Sari “S” Contoh", act, "officer:1", body);
  }

  private static String file(List<Link> links) {
    return links.stream().map(link -> ChainFile.line(link) + "\n").collect(Collectors.joining())
        + ChainFile.end(links.size(), links.getLast().hash())
        + "\n";
  }

  private Told verify(byte[] bytes) throws IOException {
    Path file = folder.resolve("audit.ndjson");
    Files.write(file, bytes);
    return Told.on("", "verify", "--lang", "en", file.toString());
  }

  private Told verify(String text) throws IOException {
    return verify(text.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void an_export_as_it_left_the_desk_is_intact() throws IOException {
    Told told = verify(file(CHAIN));

    assertThat(told.exit()).isZero();
    assertThat(told.out()).contains("Intact: 3 entries", CHAIN.getLast().hash().hex());
  }

  @Test
  void whatever_byte_is_changed_it_is_found_out() throws IOException {
    byte[] whole = file(CHAIN).getBytes(StandardCharsets.UTF_8);
    for (int i = 0; i < whole.length; i++) {
      byte[] changed = Arrays.copyOf(whole, whole.length);
      changed[i] ^= (byte) (1 << (i % 8));
      Told told = verify(changed);

      assertThat(told.exit()).as("byte %d", i).isEqualTo(1);
      assertThat(told.out()).as("byte %d", i).startsWith("Altered: ");
    }
  }

  @Test
  void the_entry_that_was_changed_is_named() throws IOException {
    assertThat(verify(file(CHAIN).replace("job-taken", "job-given")).out())
        .contains("entry 2 (line 2)");
  }

  @Test
  void an_entry_taken_out_is_missed() throws IOException {
    assertThat(verify(file(List.of(CHAIN.get(0), CHAIN.get(2)))).exit()).isEqualTo(1);
  }

  @Test
  void an_end_cut_off_is_missed() throws IOException {
    String whole = file(CHAIN);

    assertThat(verify(whole.substring(0, whole.indexOf("{\"entries\""))).exit()).isEqualTo(1);
    assertThat(verify(whole.substring(0, whole.length() - 1)).exit()).isEqualTo(1);
  }

  @Test
  void something_added_after_the_end_is_seen() throws IOException {
    assertThat(verify(file(CHAIN) + "\n").exit()).isEqualTo(1);
  }

  @Test
  void a_file_that_is_not_there_or_is_something_else_is_unreadable() throws IOException {
    assertThat(Told.on("", "verify", folder.resolve("none").toString()).exit()).isEqualTo(66);
    assertThat(verify("{\"text\":\"unggahan\"}\n").exit()).isEqualTo(66);
    assertThat(verify("").exit()).isEqualTo(66);
  }

  @Test
  void it_speaks_indonesian_unless_asked_otherwise_and_ends_all_the_same() throws IOException {
    Path file = folder.resolve("catatan.ndjson");
    Files.writeString(file, file(CHAIN));
    Told whole = Told.on("", "verify", file.toString());
    assertThat(whole.exit()).isZero();
    assertThat(whole.out()).contains("Utuh: 3 catatan");

    Files.writeString(file, file(CHAIN).replace("job-taken", "job-given"));
    Told changed = Told.on("", "verify", file.toString());
    assertThat(changed.exit()).isEqualTo(1);
    assertThat(changed.out())
        .isEqualTo("Berubah: catatan 2 (baris 2) diubah: isinya tidak menghasilkan hash-nya\n");

    assertThat(Told.on("", "verify", "--lang", "fr", file.toString()).exit()).isEqualTo(64);
  }

  @Test
  void a_file_that_is_missing_is_said_to_be_missing() throws IOException {
    Path none = folder.resolve("tidak-ada.zip");

    Told indonesian = Told.on("", "verify", none.toString());
    assertThat(indonesian.exit()).isEqualTo(66);
    assertThat(indonesian.err()).contains(none + ": berkas itu tidak ada");
    assertThat(Told.on("", "verify", "--lang", "en", none.toString()).err())
        .contains(none + ": there is no such file");
    assertThat(Told.on("", "verify", folder.toString()).err()).contains("folder");
    assertThat(Told.on("", "verify", "--json", none.toString()).out())
        .isEqualTo("{\"outcome\":\"unreadable\",\"reason\":\"there is no such file\"}\n");
  }
}
