package ronda.server.upload;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import ronda.casework.office.Office;
import ronda.casework.office.Role;
import ronda.server.Browser;
import ronda.server.OpenDesk;
import ronda.testkit.sheet.MadeUpSheet;

/** A table whose columns are called otherwise: somebody says what they hold, and it is read. */
class NamedColumnsTest {
  @RegisterExtension static final OpenDesk DESK = new OpenDesk();

  @SuppressWarnings("NullAway.Init") // Made before the tests.
  @TempDir
  static Path folder;

  private static final String POST =
      "Main di CONTOH88 slot gacor maxwin, daftar sekarang juga bosku";
  private static final Pattern JOB = Pattern.compile("/jobs/[0-9a-f-]{36}");

  private final Office office = DESK.office("Dinas yang punya tabel");
  private final Browser browser =
      DESK.browserOf(DESK.person(office, "Ani Contoh", Role.REVIEWER, Role.CASE_OFFICER));

  static Stream<Arguments> tables() throws IOException {
    String csv =
        "kalimat,nama_akun,keterangan\n\"" + POST + "\",akun-rekaan,satu\nselamat pagi,b,dua\n";
    return Stream.of(
        Arguments.of("daftar.csv", csv.getBytes(UTF_8)),
        Arguments.of(
            "daftar.xlsx",
            Files.readAllBytes(
                MadeUpSheet.of(
                    folder.resolve("daftar.xlsx"),
                    row(1, "kalimat", "nama_akun", "keterangan")
                        + row(2, POST, "akun-rekaan", "satu")
                        + row(3, "selamat pagi", "b", "dua")))));
  }

  private static String row(int number, String... cells) {
    StringBuilder row = new StringBuilder("<row r=\"%d\">".formatted(number));
    for (int i = 0; i < cells.length; i++) {
      row.append(MadeUpSheet.words((char) ('A' + i) + "" + number, cells[i]));
    }
    return row.append("</row>").toString();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("tables")
  void its_posts_become_jobs_with_their_accounts(String name, byte[] file) {
    browser.open("/bring");
    String preview =
        browser
            .postFile("/bring/file", Map.of(), name, "application/octet-stream", file)
            .header("location");
    assertThat(browser.open(preview).body()).contains("kalimat", "nama_akun", "akun-rekaan");

    Browser.Page without = browser.post(preview, "text", "", "author", "nama_akun");
    assertThat(without.header("location")).as("no column holds the text").endsWith(preview);
    String batch =
        browser.post(preview, "text", "kalimat", "author", "nama_akun").header("location");

    assertThat(browser.open(batch).body()).contains(name, "<dd>2</dd>");
    var job = JOB.matcher(browser.open("/queue").body());
    assertThat(job.find()).as("a job in the queue").isTrue();
    assertThat(browser.open(job.group()).body()).contains("CONTOH88", "akun-rekaan");
    assertThat(browser.get(preview).status()).as("the file is gone").isEqualTo(404);
  }

  @Test
  void a_table_that_bears_our_names_may_have_times_as_people_write_them() {
    browser.open("/bring");
    String table =
        "text,postedAt,author\nMain di CONTOH88 slot gacor maxwin,31/10/2026 08:00,akun-bersama\n";
    String batch =
        browser
            .postFile("/bring/file", Map.of(), "a.csv", "text/csv", table.getBytes(UTF_8))
            .header("location");
    assertThat(batch).contains("/batches/");
    assertThat(browser.open(batch).body()).doesNotContain("RFC 3339");
    assertThat(browser.open("/queue").body()).contains("CONTOH88");
    var job = JOB.matcher(browser.open("/queue").body());
    assertThat(job.find()).isTrue();
    assertThat(browser.open(job.group()).body()).contains("31 Okt 2026 08.00 WIB");
  }
}
