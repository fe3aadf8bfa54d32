package ronda.proof.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A bundle as it was written, and after somebody touched it. */
class BundlesTest {
  private static final Path ROOT = Path.of(System.getProperty("ronda.root", ".."));

  @TempDir private Path folder;
  private Path bundle = Path.of("");

  @BeforeEach
  void a_bundle() throws IOException {
    bundle = folder.resolve("berkas.zip");
    Bundles.write(bundle, SampleBundle.bundle(SampleBundle.recorded()), SampleBundle.recorded());
  }

  @Test
  void a_bundle_as_it_was_written_is_intact_and_says_what_it_holds() {
    var intact = (Verdict.Intact) Archives.verify(bundle);

    assertThat(intact.facts().subject()).isEqualTo("case:2026-000007");
    assertThat(intact.facts().counts())
        .containsExactly(
            new Verdict.Count("steps", 6),
            new Verdict.Count("touches", 8),
            new Verdict.Count("items", 4),
            new Verdict.Count("withheld", 2));
    assertThat(intact.facts().stamp().orElseThrow().independent()).isFalse();
  }

  @Test
  void the_same_content_gives_the_same_bytes_and_these_are_the_sample() throws IOException {
    assertThat(bundle)
        .as("run SampleBundle after a change of the format")
        .hasSameBinaryContentAs(ROOT.resolve("docs/samples/bundle.zip"));
  }

  @Test
  void made_in_memory_it_is_the_same_file() throws IOException {
    byte[] bytes =
        Bundles.bytes(SampleBundle.bundle(SampleBundle.recorded()), SampleBundle.recorded());
    assertThat(bundle).hasBinaryContent(bytes);
  }

  @Test
  void what_is_larger_than_a_piece_of_memory_is_the_same_file_as_well() throws IOException {
    Path onDisk = folder.resolve("besar.zip");
    var memory = new MemoryChannel();
    byte[] large = new byte[3_300_000];
    new Random(7).nextBytes(large);
    for (PlainZipWriter zip : List.of(PlainZipWriter.create(onDisk), new PlainZipWriter(memory))) {
      try (zip) {
        zip.add("a", new ByteArrayInputStream(large));
        zip.add("b", new ByteArrayInputStream(new byte[0]));
        zip.add("c", new ByteArrayInputStream(large));
        zip.finish();
      }
    }
    assertThat(onDisk).hasBinaryContent(memory.bytes());
  }

  @Test
  void any_program_that_reads_zip_files_reads_it() throws IOException {
    Map<String, Long> sizes = new HashMap<>();
    try (var zip = new ZipFile(bundle.toFile())) {
      zip.stream().forEach(entry -> sizes.put(entry.getName(), entry.getSize()));
    }

    assertThat(sizes)
        .containsKeys(
            "README.txt",
            "case.json",
            "chain.jsonl",
            "items/0001/post.json",
            "items/0004/picture-01.png")
        .doesNotContainKeys("items/0003/gambar.png", "items/0004/picture-02.webp");
  }

  @Test
  void whatever_byte_is_changed_it_is_found_and_its_place_is_named() throws IOException {
    try (FileChannel file =
        FileChannel.open(bundle, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
      for (long i = 0; i < file.size(); i++) {
        byte was = flip(file, i, (byte) (1 << (i % 8)));
        Verdict verdict = Archives.verify(bundle);

        assertThat(verdict).as("byte %d", i).isInstanceOf(Verdict.Altered.class);
        assertThat(((Verdict.Altered) verdict).faults())
            .as("byte %d", i)
            .anySatisfy(
                fault -> assertThat(fault.offset() >= 0 || !fault.entry().isEmpty()).isTrue());
        file.write(ByteBuffer.wrap(new byte[] {was}), i);
      }
    }
  }

  private static byte flip(FileChannel file, long at, byte bits) throws IOException {
    ByteBuffer one = ByteBuffer.allocate(1);
    file.read(one, at);
    byte was = one.get(0);
    file.write(ByteBuffer.wrap(new byte[] {(byte) (was ^ bits)}), at);
    return was;
  }

  @Test
  void wherever_it_is_cut_off_it_is_found() throws IOException {
    byte[] whole = Files.readAllBytes(bundle);
    for (int length = whole.length - 1; length > 200; length -= 97) {
      Files.write(bundle, Arrays.copyOf(whole, length));

      assertThat(Archives.verify(bundle))
          .as("%d bytes", length)
          .isInstanceOf(Verdict.Altered.class);
    }
  }

  @Test
  void a_byte_after_the_end_is_found() throws IOException {
    long size = Files.size(bundle);
    Files.write(bundle, new byte[1], StandardOpenOption.APPEND);

    assertThat(((Verdict.Altered) Archives.verify(bundle)).faults())
        .singleElement()
        .satisfies(fault -> assertThat(fault.offset()).isEqualTo(size));
  }

  @Test
  void what_is_no_bundle_is_unreadable() throws IOException {
    Path other = folder.resolve("lain.zip");
    Files.writeString(other, "PK\u0003\u0004 something else");

    assertThat(Archives.verify(other)).isInstanceOf(Verdict.Unreadable.class);
    assertThat(Archives.verify(folder.resolve("none"))).isInstanceOf(Verdict.Unreadable.class);
  }
}
