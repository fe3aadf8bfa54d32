package ronda.sources.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import ronda.identify.post.Post;

/** Files that call our fields by other names, in other letters. */
class NamingTest {
  private static final Naming THEIRS =
      new Naming(
          Map.of("Isi", "text", "Akun", "author", "Tanggal", "postedAt"),
          Optional.of(ZoneId.of("Asia/Jakarta")));

  private final List<Row> rows = new ArrayList<>();
  private final List<Refusal> refused = new ArrayList<>();

  @Test
  void columns_are_read_under_the_names_they_were_given() throws IOException {
    read("Isi;Akun;Tanggal\nhalo;@ani;22/11/2026 07.30\n", Format.CSV);

    Post post = rows.getFirst().post();
    assertThat(post.text()).isEqualTo("halo");
    assertThat(post.origin().author()).isEqualTo("@ani");
    assertThat(post.origin().postedAt()).hasValue(Instant.parse("2026-11-22T00:30:00Z"));
  }

  @Test
  void fields_of_json_lines_are_read_under_the_names_they_were_given() throws IOException {
    read("{\"Isi\":\"halo\",\"Akun\":62811,\"text\":5}\n", Format.JSONL);

    assertThat(rows.getFirst().post().text()).isEqualTo("halo");
    assertThat(rows.getFirst().post().origin().author()).isEqualTo("62811");
  }

  @Test
  void a_row_that_cannot_be_read_is_refused_with_its_own_number() throws IOException {
    read("Isi,Akun,Tanggal\n\"dua\nbaris\",a,\nhalo,a,kemarin\n", Format.CSV);

    assertThat(rows).hasSize(1);
    assertThat(refused.getFirst().line()).isEqualTo(4);
    assertThat(refused.getFirst().error()).contains("kemarin");
  }

  @Test
  void a_naming_without_a_text_is_refused() {
    assertThatThrownBy(() -> new Naming(Map.of("Akun", "author"), Optional.empty()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void a_glance_shows_columns_and_rows_of_csv() {
    Glance glance = glance("Isi;Akun\nhalo;\"a;b\"\n\nlagi;c\n", Format.CSV);

    assertThat(glance.columns()).containsExactly("Isi", "Akun");
    assertThat(glance.rows()).containsExactly(List.of("halo", "a;b"), List.of("lagi", "c"));
  }

  @Test
  void a_glance_shows_rows_that_end_with_a_lone_return() {
    Glance glance = glance("Isi;Akun\rhalo;a\rlagi;c\r", Format.CSV);

    assertThat(glance.columns()).containsExactly("Isi", "Akun");
    assertThat(glance.rows()).containsExactly(List.of("halo", "a"), List.of("lagi", "c"));
  }

  @Test
  void a_glance_shows_fields_of_json_lines_and_passes_over_broken_ones() {
    Glance glance = glance("\n{\"a\":1}\n{broken\n{\"b\":\"x\",\"c\":{\"d\":1}}\n", Format.JSONL);

    assertThat(glance.columns()).containsExactly("a", "b");
    assertThat(glance.rows()).containsExactly(List.of("1", ""), List.of("", "x"));
  }

  @Test
  void windows_letters_are_told_from_utf_8() {
    byte[] windows = "Isi\ncafé Bogor\n".getBytes(Charset.forName("windows-1252"));

    assertThat(Encoding.of(windows)).isEqualTo(Encoding.WINDOWS_1252);
    assertThat(Encoding.WINDOWS_1252.toUtf8(windows))
        .isEqualTo("Isi\ncafé Bogor\n".getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void utf_8_with_one_broken_line_stays_utf_8() {
    byte[] bytes = "é 😀 halo X\n".getBytes(StandardCharsets.UTF_8);
    bytes[bytes.length - 6] = (byte) 0xff;

    assertThat(Encoding.of(bytes)).isEqualTo(Encoding.UTF_8);
  }

  @Test
  void plain_letters_are_utf_8() {
    assertThat(Encoding.of("Isi\nhalo\n".getBytes(StandardCharsets.US_ASCII)))
        .isEqualTo(Encoding.UTF_8);
  }

  @Test
  void utf_16_is_read_whole_with_pairs_that_fall_between_two_reads() throws IOException {
    String text = "\uFEFF" + "a".repeat((8 << 10) - 2) + "😀 halo";
    byte[] bytes = text.getBytes(StandardCharsets.UTF_16LE);

    assertThat(Encoding.of(bytes)).isEqualTo(Encoding.UTF_16LE);
    try (InputStream utf8 = Encoding.UTF_16LE.toUtf8(new ByteArrayInputStream(bytes))) {
      assertThat(new String(utf8.readAllBytes(), StandardCharsets.UTF_8)).isEqualTo(text);
    }
  }

  @Test
  void times_are_understood_as_people_write_them() {
    List<String> same =
        List.of(
            "22/11/2026 07:30",
            "22-11-2026 07.30.00",
            "2026-11-22 07:30",
            "2026-11-22T07:30:00",
            "2026-11-22T07:30:00+07:00",
            "22 November 2026 pukul 07.30 WIB",
            "Minggu, 22 Nov 2026 08.30 WITA",
            "22/11/26 7:30 AM",
            "Nov 22, 2026 7:30 AM",
            "2026-11-22T00:30:00+0000",
            "2026-11-22T07:30:00.000+07",
            "2026-11-22 00:30:00 +00:00",
            "2026-11-21T19:30-0500",
            "22/11/2026 00:30 +0000",
            "22/11/2026 07.30 +07",
            "22-11-2026 07:30 +07:00",
            "21-11-2026 19:30:00 -0500",
            "Sun Nov 22 00:30:00 +0000 2026",
            "Sun, 22 Nov 2026 00:30:00 +0000",
            "Sun, 22 Nov 2026 00:30:00 GMT");

    assertThat(same)
        .allSatisfy(
            written ->
                assertThat(WrittenTime.of(written, ZoneId.of("Asia/Jakarta")))
                    .hasValue(Instant.parse("2026-11-22T00:30:00Z")));
  }

  @Test
  void a_day_that_does_not_exist_is_no_time() {
    assertThat(WrittenTime.of("31/02/2026", ZoneId.of("Asia/Jakarta"))).isEmpty();
    assertThat(WrittenTime.of("kemarin", ZoneId.of("Asia/Jakarta"))).isEmpty();
    assertThat(WrittenTime.of("22/11/2026 07:30 +9999", ZoneId.of("Asia/Jakarta"))).isEmpty();
    assertThat(WrittenTime.of("22/11/2026 07:30 - 2026", ZoneId.of("Asia/Jakarta"))).isEmpty();
  }

  private static Glance glance(String file, Format format) {
    return Glance.at(file.getBytes(StandardCharsets.UTF_8), format, 5);
  }

  private void read(String file, Format format) throws IOException {
    Rows keep =
        new Rows() {
          @Override
          public void read(Row row) {
            rows.add(row);
          }

          @Override
          public void refused(Refusal refusal) {
            refused.add(refusal);
          }
        };
    InputStream bytes = new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8));
    Input.Reading reading = new Input.Reading("", "", THEIRS);
    try (Input input = Input.open(Source.of("-"), format, reading, bytes, new AtomicLong())) {
      for (Optional<Chunk> chunk = input.next(); chunk.isPresent(); chunk = input.next()) {
        chunk.get().read(keep);
      }
    }
  }
}
