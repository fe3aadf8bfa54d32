package ronda.sources.sheets;

import java.nio.charset.StandardCharsets;
import ronda.sources.sheets.SheetRefused.Why;

/** Looks through the bytes of one XML entry for what no spreadsheet program writes. */
final class OddXml {
  private static final byte[] DOCTYPE = "<!DOCTYPE".getBytes(StandardCharsets.US_ASCII);

  /** A sheet ends with column XFD and row 1,048,576. */
  private static final int MOST_LETTERS = 3;

  private final boolean xml;
  private final boolean sheet;
  private int doctype;
  private boolean first = true;

  /** How far {@code r="} has been seen: 0 nothing, 1 a space, 2 r, 3 =, 4 the quote. */
  private int place;

  private int letters;

  OddXml(String entry) {
    xml = entry.endsWith(".xml") || entry.endsWith(".rels");
    sheet = entry.startsWith("xl/worksheets/");
  }

  void look(byte[] bytes, int length) throws SheetRefused {
    if (!xml) {
      return;
    }
    for (int i = 0; i < length; i++) {
      byte b = bytes[i];
      // UTF-16 and EBCDIC begin otherwise: in them the words below would not be recognised.
      if (first && b != '<' && b != (byte) 0xef && b > ' ' || b == 0) {
        throw new SheetRefused(Why.NOT_A_SHEET, "XML that is not UTF-8");
      }
      first = first && b != '<';
      doctype = b == DOCTYPE[doctype] ? doctype + 1 : b == '<' ? 1 : 0;
      if (doctype == DOCTYPE.length) {
        throw new SheetRefused(Why.BOMB, "a document type");
      }
      if (sheet) {
        reference(b);
      }
    }
  }

  private void reference(byte b) throws SheetRefused {
    boolean white = b == ' ' || b == '\n' || b == '\t' || b == '\r';
    if (place == 4) {
      boolean letter = b >= 'A' && b <= 'Z' || b >= 'a' && b <= 'z';
      letters = letter ? letters + 1 : 0;
      place = letter ? 4 : 0;
      if (letters > MOST_LETTERS) {
        throw new SheetRefused(Why.BOMB, "a cell beyond the last column");
      }
    } else if (white && (place == 2 || place == 3)) {
      return;
    } else if (white) {
      place = 1;
    } else if (place == 1 && b == 'r') {
      place = 2;
    } else if (place == 2 && b == '=') {
      place = 3;
    } else if (place == 3 && (b == '"' || b == '\'')) {
      place = 4;
      letters = 0;
    } else {
      place = 0;
    }
  }
}
