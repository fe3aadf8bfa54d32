package ronda.paper.print;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.verapdf.pdfa.flavours.PDFAFlavour;

/** A sheet is what it says it is, by a validator that others use too (veraPDF). */
class ArchivalTest {
  private static byte[] emblem() throws IOException {
    var image = new BufferedImage(24, 24, BufferedImage.TYPE_INT_ARGB);
    image.setRGB(3, 3, 0x80336699); // half transparent
    var png = new ByteArrayOutputStream();
    ImageIO.write(image, "png", png);
    return png.toByteArray();
  }

  /** Every kind of piece there is, and letters that the font has not. */
  private static byte[] printed() throws IOException {
    return Print.pdf(
        new Sheet(
            "Surat nomor B-1 <contoh> & “lain”",
            "Dinas Kominfo Contoh",
            Locale.of("id"),
            "B-1/KOMINFO/XI/2026",
            Instant.parse("2026-11-22T02:00:00Z"),
            List.of(
                new Piece.Picture(emblem(), "Lambang daerah", 20),
                Piece.heading(1, "Rujukan"),
                Piece.facts(Map.of("Nomor", "B-1/KOMINFO/XI/2026", "Hal", "Dugaan judi")),
                Piece.paragraph("Isi “contoh” é ü, 💥 漢字 العربية\nbaris kedua"),
                Piece.heading(2, "Lampiran"),
                Piece.points(List.of("satu", "dua")),
                Piece.numbered(List.of("satu", "dua")),
                Piece.heading(3, "Sidik"),
                Piece.code("0123456789abcdef".repeat(4)),
                Piece.table(
                    List.of(new Piece.Column("Apa", 6), new Piece.Column("Sidik", 6)),
                    List.of(List.of(Piece.bold("gambar"), Piece.code("ab")))),
                Piece.newPage(),
                Piece.paragraph("akhir"))));
  }

  @Test
  void a_sheet_of_every_kind_of_piece_is_pdf_a_3u_and_pdf_ua_1() throws Exception {
    LastingPdf.assertLasting(printed());
  }

  @Test
  void the_validator_sees_what_is_missing() throws Exception {
    byte[] pdf = printed();
    String text = new String(pdf, StandardCharsets.ISO_8859_1);
    int at = text.indexOf("<pdfaid:part>3<");
    pdf[at + "<pdfaid:part>".length()] = '1';
    assertThat(LastingPdf.faults(PDFAFlavour.PDFA_3_U, pdf)).isNotEmpty();
  }
}
