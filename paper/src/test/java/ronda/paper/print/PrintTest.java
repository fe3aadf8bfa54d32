package ronda.paper.print;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

class PrintTest {
  private static final Instant WRITTEN = Instant.parse("2026-11-22T03:00:00Z");

  private static Sheet sheet(Piece... pieces) {
    return new Sheet(
        "Surat rujukan", "Dinas Contoh", Locale.of("id"), "B-1/X/2026", WRITTEN, List.of(pieces));
  }

  private static String text(byte[] pdf) throws IOException {
    try (PDDocument file = Loader.loadPDF(pdf)) {
      return new PDFTextStripper().getText(file);
    }
  }

  @Test
  void the_same_sheet_gives_the_same_bytes() throws Exception {
    Sheet sheet = sheet(Piece.heading(1, "Surat"), Piece.facts(Map.of("Nomor", "B-1")));
    byte[] first = Print.pdf(sheet);
    Thread.sleep(1100); // PDF dates count seconds: a clock that got in would show.
    assertThat(Print.pdf(sheet)).isEqualTo(first);
  }

  @Test
  void markup_in_a_text_is_printed_as_it_stands() throws IOException {
    String hostile = "<b>tebal</b> & <script>alert(1)</script> ]]> <!-- x -->";
    assertThat(text(Print.pdf(sheet(Piece.paragraph(hostile))))).contains(hostile);
  }

  @Test
  void nothing_is_fetched_whatever_a_text_asks_for() throws IOException {
    AtomicInteger visits = new AtomicInteger();
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          visits.incrementAndGet();
          exchange.sendResponseHeaders(404, -1);
        });
    server.start();
    try {
      String address = "http://127.0.0.1:" + server.getAddress().getPort() + "/x.png";
      Print.pdf(
          sheet(
              Piece.paragraph("<img src='" + address + "'/> url(" + address + ")"),
              Piece.group(Piece.Tag.P, "x' style='background:url(" + address + ")")));
    } finally {
      server.stop(0);
    }
    assertThat(visits).hasValue(0);
  }

  @Test
  void hostile_letters_do_not_break_the_print() throws IOException {
    String hostile = "\uD835\uDC46\uD835\uDC48 \uD800 \u0000\u0007 \u202Ekcab ⭐🔥 А\uFFFE gacor";
    assertThat(text(Print.pdf(sheet(Piece.paragraph(hostile))))).contains("kcab").contains("gacor");
  }

  @Test
  void disguised_letters_are_printed_as_they_are_read_with_a_note_how_they_were_written()
      throws IOException {
    String bold = "\uD835\uDDD6\uD835\uDDE2\uD835\uDDE1\uD835\uDFF4"; // 𝗖𝗢𝗡𝟴
    String wide = "ＣＯＮＴＯＨ";
    String squares = "\uD83C\uDD72\uD83C\uDD7E\uD83C\uDD7D"; // 🅲🅾🅽
    Sheet sheet =
        sheet(Piece.paragraph("situs " + bold + " dan " + wide + ", " + squares + ", " + bold));

    assertThat(text(Print.pdf(sheet)))
        .contains("situs CON8[*1] dan CONTOH[*2], CON[*3], CON8[*1]")
        .contains("[*1] \"CON8\" ditulis dengan huruf samaran: U+1D5D6 U+1D5E2 U+1D5E1 U+1D7F4")
        .contains("[*2] \"CONTOH\" ditulis dengan huruf samaran: U+FF23 U+FF2F")
        .contains("[*3] \"CON\" ditulis dengan huruf samaran: U+1F172 U+1F17E U+1F17D")
        .doesNotContain("?");
    assertThat(Print.notes(sheet)).hasSize(3);
    assertThat(Print.notes(sheet(Piece.paragraph("polos: é – “A” Ж 8")))).isEmpty();
  }

  @Test
  void a_letter_without_a_plain_reading_stands_as_its_code_point() throws IOException {
    String arabic = "\u0633\u0644\u0627\u0645";
    assertThat(
            text(
                Print.pdf(
                    sheet(
                        Piece.paragraph(arabic + " gacor \uD83D\uDD25, g\u200Bacor \u202Ekcab")))))
        .contains("[U+0633 U+0644 U+0627 U+0645] gacor [U+1F525], g[U+200B]acor [U+202E]kcab")
        .doesNotContain("?");
  }

  @Test
  void a_word_without_spaces_stays_on_the_page() throws IOException {
    String hash = "0123456789abcdef".repeat(40);
    String printed = text(Print.pdf(sheet(Piece.code(hash))));
    assertThat(printed.replaceAll("\\s", "")).contains(hash);
    assertThat(printed.lines().count()).isGreaterThan(5);
  }

  @Test
  void it_is_tagged_for_the_archive_and_its_fonts_lie_within() throws IOException {
    byte[] pdf = Print.pdf(sheet(Piece.heading(1, "Surat"), Piece.bold("tebal")));
    try (PDDocument file = Loader.loadPDF(pdf)) {
      assertThat(file.getDocumentCatalog().getMarkInfo().isMarked()).isTrue();
      assertThat(file.getDocumentCatalog().getStructureTreeRoot().getKids()).isNotEmpty();
      assertThat(file.getDocumentCatalog().getOutputIntents()).hasSize(1);
      assertThat(file.getDocumentCatalog().getLanguage()).isEqualTo("id");
      String xmp =
          new String(file.getDocumentCatalog().getMetadata().toByteArray(), StandardCharsets.UTF_8);
      assertThat(xmp).contains("<pdfaid:part>3<").contains("<pdfuaid:part>1<");
      for (PDPage page : file.getPages()) {
        for (var name : page.getResources().getFontNames()) {
          PDFont font = page.getResources().getFont(name);
          assertThat(font.isEmbedded()).as(font.getName()).isTrue();
        }
      }
    }
  }

  @Test
  void each_page_of_a_long_table_has_its_head_and_its_number() throws IOException {
    List<Piece.Column> head =
        List.of(new Piece.Column("Uraian", 5), new Piece.Column("SHA-256", 7));
    List<List<Piece>> rows =
        IntStream.range(0, 120)
            .mapToObj(
                i -> List.<Piece>of(new Piece.Words("Bukti " + i), Piece.code("ab".repeat(32))))
            .toList();
    String printed = text(Print.pdf(sheet(Piece.table(head, rows))));
    int pages = printed.split("Uraian", -1).length - 1;
    assertThat(pages).isGreaterThan(2);
    assertThat(printed).contains("1 / " + pages).contains(pages + " / " + pages);
    assertThat(printed).contains("B-1/X/2026");
  }

  @Test
  void its_title_and_its_date_are_those_of_the_sheet() throws IOException {
    try (PDDocument file = Loader.loadPDF(Print.pdf(sheet(Piece.paragraph("isi"))))) {
      assertThat(file.getDocumentInformation().getTitle()).isEqualTo("Surat rujukan");
      assertThat(file.getDocumentInformation().getCreationDate().toInstant()).isEqualTo(WRITTEN);
    }
  }
}
