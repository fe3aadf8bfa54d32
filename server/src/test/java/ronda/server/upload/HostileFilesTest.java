package ronda.server.upload;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.zip.CRC32;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ronda.casework.office.Office;
import ronda.casework.office.Officer;
import ronda.casework.office.Role;
import ronda.identify.post.Category;
import ronda.server.Browser;
import ronda.server.MadeUpCases;
import ronda.server.OpenDesk;

/**
 * Files of a few kilobytes that stand for gigabytes, at every page that takes a file.
 *
 * <p>The doors behind them are tried one by one elsewhere: {@code SpreadsheetTest} (XLSX), {@code
 * HostileGzipTest} (gzip), {@code HostileZipTest} (bundles), {@code HostileMailTest} (attachments,
 * which nothing opens) and {@code BackupTest} (restore).
 */
class HostileFilesTest {
  @RegisterExtension static final OpenDesk DESK = new OpenDesk();

  private static final Pattern ITEM = Pattern.compile("/evidence/[0-9a-f-]{36}(?=\")");
  private static final int TOO_MUCH = 600 << 20;

  private final Office office = DESK.office("Dinas waspada");
  private final Officer officer =
      DESK.person(office, "Petugas waspada", Role.CASE_OFFICER, Role.REVIEWER, Role.HEAD);
  private final Officer second = DESK.person(office, "Petugas kedua", Role.REVIEWER);
  private final Browser browser = DESK.browserOf(officer);

  private Browser.Page send(String door, String name, byte[] file) {
    browser.open("/");
    Browser.Page sent = browser.postFile(door, Map.of(), name, "application/octet-stream", file);
    assertThat(sent.status()).isEqualTo(302);
    return browser.open(sent.header("location"));
  }

  @FunctionalInterface
  private interface Content {
    void write(OutputStream out) throws IOException;
  }

  private static byte[] zip(String name, Content content) {
    var bytes = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(bytes)) {
      zip.putNextEntry(new ZipEntry(name));
      content.write(zip);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    return bytes.toByteArray();
  }

  private static byte[] gzip(Content content) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(bytes)) {
      content.write(gzip);
    }
    return bytes.toByteArray();
  }

  private static Content blanks(int length) {
    byte[] piece = new byte[1 << 20];
    Arrays.fill(piece, (byte) '\n');
    return out -> {
      for (int written = 0; written < length; written += piece.length) {
        out.write(piece);
      }
    };
  }

  @Test
  void posts_that_unpack_to_more_than_half_a_gigabyte_break_off_there_and_the_line_is_told()
      throws IOException {
    byte[] bomb =
        gzip(
            out -> {
              out.write("{\"text\":\"Jalan sudah diperbaiki\"}\n".getBytes(StandardCharsets.UTF_8));
              blanks(TOO_MUCH).write(out);
            });
    assertThat(bomb.length).isLessThan(2 << 20);

    Browser.Page page = send("/bring/file", "hari.jsonl.gz", bomb);

    assertThat(page.body()).contains("isinya lebih dari 512 MB");
  }

  @Test
  void an_empty_file_is_called_empty() {
    assertThat(send("/bring/file", "kosong.jsonl", new byte[0]).body())
        .contains("Berkas ini kosong");
    assertThat(send("/bring/file", "", new byte[0]).body()).contains("Pilih berkasnya dahulu");
  }

  @Test
  void a_spreadsheet_that_unpacks_to_much_is_refused_and_it_is_said_why() {
    Browser.Page page =
        send("/bring/file", "daftar.xlsx", zip("xl/worksheets/sheet1.xml", blanks(64 << 20)));

    assertThat(page.body()).contains("membengkak jauh lebih besar");
  }

  @Test
  void an_archive_within_archives_is_no_spreadsheet_and_is_not_opened_further() {
    byte[] nested = zip("isi.bin", blanks(1 << 20));
    for (int depth = 0; depth < 20; depth++) {
      byte[] inner = nested;
      nested = zip("lagi.zip", out -> out.write(inner));
    }

    assertThat(send("/bring/file", "daftar.xlsx", nested).body())
        .contains("bukan lembar kerja XLSX yang utuh");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/watchlist/import", "/notices/import"})
  void lists_and_notices_are_plain_text_and_an_archive_is_refused(String door) {
    Browser.Page page = send(door, "daftar.csv", zip("daftar.csv", blanks(16 << 20)));

    assertThat(page.body()).containsAnyOf("bukan berkas teks UTF-8", "bukan berkas peringatan");
  }

  /** 50,000 × 50,000 points: ten gigabytes, if anybody laid them out. */
  @Test
  void a_picture_is_kept_as_it_came_and_never_laid_out() throws IOException {
    String number =
        new MadeUpCases(DESK)
            .confirmed("Main di CONTOH88, lihat gambarnya", Category.GAMBLING, officer, second)
            .number();
    for (byte[] picture :
        new byte[][] {png(50_000, 50_000), gif(65_535, 65_535), zip("a.png", blanks(8 << 20))}) {
      browser.open("/cases/" + number);
      Browser.Page sent =
          browser.postFile(
              "/cases/" + number + "/evidence/file",
              Map.of("why", "agar tidak hilang"),
              "gambar.png",
              "image/png",
              picture);
      assertThat(sent.status()).isEqualTo(302);
    }

    String page = browser.open("/cases/" + number).body();
    assertThat(page).doesNotContain("<img");
    var items = ITEM.matcher(page).results().map(found -> found.group()).distinct().toList();
    assertThat(items).hasSize(3);
    for (String item : items) {
      assertThat(browser.get(item).status()).isEqualTo(200);
      assertThat(browser.get(item).body()).doesNotContain("<img");
    }
  }

  private static byte[] png(int width, int height) {
    var bytes = new ByteArrayOutputStream();
    bytes.writeBytes("\u0089PNG\r\n\u001a\n".getBytes(StandardCharsets.ISO_8859_1));
    ByteBuffer head = ByteBuffer.allocate(13).putInt(width).putInt(height);
    bytes.writeBytes(chunk("IHDR", head.put((byte) 8).put((byte) 6).array()));
    bytes.writeBytes(chunk("IDAT", new byte[4096]));
    bytes.writeBytes(chunk("IEND", new byte[0]));
    return bytes.toByteArray();
  }

  private static byte[] chunk(String type, byte[] content) {
    byte[] name = type.getBytes(StandardCharsets.US_ASCII);
    CRC32 sum = new CRC32();
    sum.update(name);
    sum.update(content);
    return ByteBuffer.allocate(12 + content.length)
        .putInt(content.length)
        .put(name)
        .put(content)
        .putInt((int) sum.getValue())
        .array();
  }

  private static byte[] gif(int width, int height) {
    return ByteBuffer.allocate(14)
        .order(ByteOrder.LITTLE_ENDIAN)
        .put("GIF89a".getBytes(StandardCharsets.US_ASCII))
        .putShort((short) width)
        .putShort((short) height)
        .array();
  }
}
