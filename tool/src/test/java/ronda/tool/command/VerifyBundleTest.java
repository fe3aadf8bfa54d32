package ronda.tool.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The sample bundle at the command line: as it is, changed, and something else. */
class VerifyBundleTest {
  private static final Path SAMPLE =
      Path.of(System.getProperty("ronda.root", ".."), "docs/samples/bundle.zip");

  @TempDir private Path folder;

  @Test
  void an_intact_bundle_ends_with_0_and_says_what_it_holds() {
    Told told = Told.on("", "verify", SAMPLE.toString());

    assertThat(told.exit()).isZero();
    assertThat(told.out()).contains("Intact: case:2026-000007", "6 steps", "not independent");
  }

  @Test
  void a_changed_bundle_ends_with_1_and_names_the_entry_and_the_byte() throws IOException {
    byte[] bytes = Files.readAllBytes(SAMPLE);
    int at = new String(bytes, StandardCharsets.ISO_8859_1).indexOf("CONTOH88");
    bytes[at] ^= 1;
    Path changed = Files.write(folder.resolve("ubah.zip"), bytes);

    Told told = Told.on("", "verify", changed.toString());
    assertThat(told.exit()).isEqualTo(1);
    assertThat(told.out()).contains("Altered: items/0001/post.json, at byte ");
    assertThat(Told.on("", "verify", "--json", changed.toString()).out())
        .contains("{\"outcome\":\"altered\"", "\"entry\":\"items/0001/post.json\",\"offset\":");
  }

  @Test
  void what_is_no_bundle_ends_with_66() throws IOException {
    Path other = Files.writeString(folder.resolve("lain.zip"), "PK\u0003\u0004 lain");

    assertThat(Told.on("", "verify", other.toString()).exit()).isEqualTo(66);
    assertThat(Told.on("", "verify", "--json", other.toString()).out())
        .startsWith("{\"outcome\":\"unreadable\"");
  }
}
