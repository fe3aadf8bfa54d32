package ronda.letters.form;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import ronda.casework.referral.Letter;
import ronda.paper.print.Piece;
import ronda.paper.print.Sheet;

/** A letter on paper: A4, in the order in which an Indonesian office writes one. */
public final class LetterSheet {
  private static final Locale INDONESIAN = Locale.of("id", "ID");
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMMM yyyy", INDONESIAN);
  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("d MMM yyyy HH.mm z", INDONESIAN);

  private final Letter letter;
  private final ZoneId zone;
  private final List<Piece> pieces = new ArrayList<>();

  private LetterSheet(Letter letter, ZoneId zone) {
    this.letter = letter;
    this.zone = zone;
  }

  /**
   * The letter as a sheet.
   *
   * @param zone in which its times are written
   */
  public static Sheet of(Letter letter, ZoneId zone) {
    LetterSheet sheet = new LetterSheet(letter, zone);
    sheet.head();
    sheet.pieces.add(Piece.paragraph("Dengan hormat,"));
    switch (letter.kind()) {
      case REFERRAL -> sheet.referral();
      case REMINDER, ESCALATION, RECALL -> sheet.pieces.add(Piece.paragraph(letter.words()));
    }
    sheet.signature();
    sheet.annex();
    return new Sheet(
        "Surat " + letter.number(),
        firstLine(letter.stationery().letterhead()),
        INDONESIAN,
        letter.number(),
        letter.writtenAt(),
        sheet.pieces);
  }

  /** A day as letters write it, such as {@code 22 November 2026}. */
  public static String day(LocalDate day) {
    return DAY.format(day);
  }

  private static String firstLine(String text) {
    return text.lines().findFirst().orElse("");
  }

  private void head() {
    List<String> lines =
        letter.stationery().letterhead().lines().filter(l -> !l.isBlank()).toList();
    List<Piece> head = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      boolean name = i == Math.min(1, lines.size() - 1);
      head.add(Piece.group(Piece.Tag.P, name ? "name" : "", new Piece.Words(lines.get(i).strip())));
    }
    pieces.add(new Piece.Group(Piece.Tag.DIV, "letterhead", head));
    pieces.add(
        Piece.group(
            Piece.Tag.DIV,
            "right",
            Piece.paragraph(letter.stationery().place() + ", " + day(letter.day()))));
    Map<String, String> about = new LinkedHashMap<>();
    about.put("Nomor", letter.number());
    about.put("Sifat", letter.kind() == Letter.Kind.REFERRAL ? "Terbatas" : "Biasa");
    about.put("Lampiran", letter.annex().isEmpty() ? "–" : letter.annex().size() + " butir");
    about.put("Hal", letter.subject());
    pieces.add(Piece.facts(about));
    String postal = letter.postal().isBlank() ? "" : "\n" + letter.postal().strip();
    pieces.add(Piece.paragraph("Yth. " + letter.to() + postal));
  }

  private void referral() {
    pieces.add(
        Piece.paragraph(
            "Bersama ini kami meneruskan konten publik yang berdasarkan peninjauan petugas kami diduga"
                + " melanggar ketentuan di bawah ini, untuk ditindaklanjuti sesuai kewenangan Saudara."
                + " Seluruh isi surat ini bersifat dugaan sampai diputuskan oleh lembaga yang berwenang."
                + " Surat ini tidak menyatakan seseorang bersalah."));
    pieces.add(part("Dasar hukum"));
    pieces.add(
        Piece.paragraph("Diduga melanggar, menurut hukum yang berlaku pada tanggal perbuatan:"));
    pieces.add(Piece.numbered(letter.bases().stream().map(Letter.Basis::shown).toList()));
    if (letter.bases().stream().anyMatch(Letter.Basis::open)) {
      pieces.add(
          Piece.paragraph(
              "Yang bertanda “perlu verifikasi” belum diperiksa ahli hukum; mohon dicocokkan dengan"
                  + " naskah resminya."));
    }
    pieces.add(part("Uraian"));
    pieces.add(Piece.facts(letter.facts()));
    pieces.add(part("Keperluan dan keseimbangan"));
    pieces.add(Piece.paragraph(letter.words()));
    pieces.add(
        Piece.paragraph(
            "Nama orang pribadi, nomor korban dan pihak ketiga, serta nomor induk kependudukan kami"
                + " samarkan. Bila diperlukan untuk penanganan, mohon menghubungi kami dengan menyebut"
                + " nomor surat ini. Mohon jawaban Saudara memuat nomor surat ini."));
    pieces.add(
        Piece.paragraph(
            "Orang yang bersangkutan dapat mengajukan keberatan tanpa menyebut nama, dengan kode keberatan"
                + " di atas. Mohon kode itu disampaikan kepadanya bila Saudara menghubunginya."));
  }

  /** The subject is no heading in a letter, so its parts are of the first level (PDF/UA 7.4.2). */
  private static Piece part(String title) {
    return Piece.group(Piece.Tag.H1, "part", new Piece.Words(title));
  }

  private void signature() {
    List<Piece> block = new ArrayList<>();
    block.add(Piece.paragraph(letter.stationery().signerTitle() + ","));
    block.add(Piece.group(Piece.Tag.P, "space"));
    block.add(Piece.group(Piece.Tag.P, "", Piece.bold(letter.stationery().signerName())));
    if (!letter.stationery().signerNumber().isBlank()) {
      block.add(Piece.paragraph("NIP " + letter.stationery().signerNumber()));
    }
    pieces.add(new Piece.Group(Piece.Tag.DIV, "signature", block));
  }

  private void annex() {
    if (letter.annex().isEmpty()) {
      return;
    }
    pieces.add(Piece.newPage());
    pieces.add(Piece.heading(1, "Lampiran: daftar barang bukti"));
    pieces.add(
        Piece.paragraph(
            "Barang bukti disimpan tersegel di kantor kami dan tidak disertakan. Nilai hash SHA-256 di"
                + " bawah ini membuktikan kelak bahwa berkas yang diserahkan adalah berkas yang sama."));
    List<List<Piece>> rows = new ArrayList<>();
    for (int i = 0; i < letter.annex().size(); i++) {
      Letter.Annex one = letter.annex().get(i);
      rows.add(
          List.of(
              new Piece.Words(Integer.toString(i + 1)),
              new Piece.Words(one.what()),
              new Piece.Words(MINUTE.format(one.keptAt().atZone(zone))),
              Piece.code(one.sha256())));
    }
    pieces.add(
        Piece.table(
            List.of(
                new Piece.Column("No", 1),
                new Piece.Column("Uraian", 3),
                new Piece.Column("Disimpan", 3),
                new Piece.Column("SHA-256", 5)),
            rows));
  }
}
