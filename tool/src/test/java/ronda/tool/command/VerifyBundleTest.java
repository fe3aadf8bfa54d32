package ronda.tool.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The sample bundle at the command line: as it is, changed, and something else. */
class VerifyBundleTest {
  private static final Path SAMPLE =
      Path.of(System.getProperty("ronda.root", ".."), "docs/samples/bundle.zip");

  @TempDir private Path folder;

  @Test
  void an_intact_bundle_ends_with_0_and_says_what_it_holds() {
    Told told = Told.on("", "verify", "--lang", "en", SAMPLE.toString());

    assertThat(told.exit()).isZero();
    assertThat(told.out()).contains("Intact: case:2026-000007", "6 steps", "not independent");
  }

  @Test
  void a_changed_bundle_ends_with_1_and_names_the_entry_and_the_byte() throws IOException {
    byte[] bytes = Files.readAllBytes(SAMPLE);
    int at = new String(bytes, StandardCharsets.ISO_8859_1).indexOf("CONTOH88");
    bytes[at] ^= 1;
    Path changed = Files.write(folder.resolve("ubah.zip"), bytes);

    Told told = Told.on("", "verify", "--lang", "en", changed.toString());
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

  @Test
  void an_indonesian_reader_is_told_all_of_it_in_indonesian_and_in_the_offices_time() {
    Told told = Told.on("", "verify", SAMPLE.toString());

    assertThat(told.exit()).isZero();
    assertThat(told.out())
        .contains("Utuh: case:2026-000007", "6 langkah", "tidak independen", " WIB (20")
        .doesNotContain("Sealed", "Intact", "steps");
  }

  /** One byte after another: whatever is wrong, an Indonesian reader is told it in Indonesian. */
  @Test
  void whatever_is_wrong_with_a_bundle_is_said_without_english() throws IOException {
    byte[] whole = Files.readAllBytes(SAMPLE);
    Path changed = folder.resolve("ubah.zip");
    for (int at = 0; at < whole.length; at += 1 + whole.length / 150) {
      byte[] bytes = whole.clone();
      bytes[at] ^= 1;
      Files.write(changed, bytes);
      Told told = Told.on("", "verify", changed.toString());

      assertThat(told.exit()).as("byte %d", at).isIn(1, 66);
      assertThat(told.out() + told.err())
          .as("byte %d", at)
          .doesNotContainPattern("\\b(the|it|its|is|was|not|this|that|bytes|there)\\b");
    }
    Files.write(changed, Arrays.copyOf(whole, whole.length / 2));
    assertThat(Told.on("", "verify", changed.toString()).out()).startsWith("Berubah: ");
  }

  /** What stands in a sentence is neither lost nor said twice. */
  @Test
  void every_hole_of_a_sentence_is_filled() throws IOException {
    Path sentences =
        Path.of(
            System.getProperty("ronda.root", ".."),
            "tool/src/main/resources/ronda/tool/command/sentences_id.txt");
    assertThat(Files.readAllLines(sentences).stream().filter(line -> !line.startsWith("#")))
        .hasSizeGreaterThan(60)
        .allSatisfy(
            line -> {
              String[] pair = line.split("\\|", -1);
              assertThat(pair).hasSize(2);
              assertThat(pair[0].split("\\{}", -1)).hasSameSizeAs(pair[1].split("\\{}", -1));
            });
  }
}
