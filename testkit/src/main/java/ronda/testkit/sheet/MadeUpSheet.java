package ronda.testkit.sheet;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Writes small XLSX files by hand, odd ones too. */
public final class MadeUpSheet {
  private MadeUpSheet() {}

  /** A workbook with one sheet of these rows. */
  public static Path of(Path file, String rows) throws IOException {
    return of(file, rows, "");
  }

  /**
   * @param prolog what stands before the sheet's root element
   */
  public static Path of(Path file, String rows, String prolog) throws IOException {
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
      put(
          zip,
          "[Content_Types].xml",
          """
          <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
            <Override PartName="/xl/workbook.xml" ContentType="%1$ssheet.main+xml"/>
            <Override PartName="/xl/styles.xml" ContentType="%1$sstyles+xml"/>
            <Override PartName="/xl/worksheets/sheet1.xml" ContentType="%1$sworksheet+xml"/>
          </Types>\
          """
              .formatted("application/vnd.openxmlformats-officedocument.spreadsheetml."));
      put(
          zip,
          "xl/workbook.xml",
          """
          <workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"
            xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">
            <sheets><sheet name="Laporan" sheetId="1" r:id="rId1"/></sheets></workbook>\
          """);
      put(
          zip,
          "xl/_rels/workbook.xml.rels",
          """
          <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
            <Relationship Id="rId1" Target="worksheets/sheet1.xml"
              Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet"/>
          </Relationships>\
          """);
      put(
          zip,
          "xl/styles.xml",
          """
          <styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">
            <cellXfs><xf numFmtId="0"/><xf numFmtId="22"/></cellXfs></styleSheet>\
          """);
      put(
          zip,
          "xl/worksheets/sheet1.xml",
          prolog
              + "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">"
              + "<sheetData>"
              + rows
              + "</sheetData></worksheet>");
    }
    return file;
  }

  private static void put(ZipOutputStream zip, String name, String content) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    zip.write(content.getBytes(StandardCharsets.UTF_8));
    zip.closeEntry();
  }

  /** A cell with these words, such as {@code B2}. */
  public static String words(String place, String words) {
    return "<c r=\"%s\" t=\"inlineStr\"><is><t>%s</t></is></c>".formatted(place, words);
  }
}
