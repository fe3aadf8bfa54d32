package ronda.paper.print;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Something that stands on a sheet (unsur cetak). Pieces are put together, never parsed: whatever a
 * text holds, markup included, it is printed as text.
 */
public sealed interface Piece {
  /** Letters and nothing else. A line feed begins a new line. */
  record Words(String text) implements Piece {
    /** What one piece may hold, in characters; longer texts are cut, and say so. */
    public static final int LONGEST = 100_000;

    public Words {
      if (text.length() > LONGEST) {
        int end = Character.isHighSurrogate(text.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST;
        text = text.substring(0, end) + " […]";
      }
    }
  }

  /**
   * Pieces that belong together.
   *
   * @param style a class of {@code paper.css}; empty for none
   */
  record Group(Tag tag, String style, List<Piece> inside) implements Piece {
    public Group {
      inside = List.copyOf(inside);
    }
  }

  /**
   * A picture, such as an office's emblem.
   *
   * @param png the bytes of a PNG
   * @param said what it shows, for those who hear the sheet
   * @param width in millimetres, 1 to 170
   */
  record Picture(byte[] png, String said, int width) implements Piece {
    public Picture {
      if (width < 1 || width > 170) {
        throw new IllegalArgumentException("a picture is 1 to 170 mm wide, was " + width);
      }
    }
  }

  /** The elements of HTML that a sheet is made of. */
  enum Tag {
    DIV,
    H1,
    H2,
    H3,
    P,
    B,
    CODE,
    UL,
    OL,
    LI,
    TABLE,
    THEAD,
    TBODY,
    TR,
    TH,
    TD
  }

  /** A heading; {@code level} is 1 to 3. */
  static Piece heading(int level, String text) {
    Tag tag =
        switch (level) {
          case 1 -> Tag.H1;
          case 2 -> Tag.H2;
          case 3 -> Tag.H3;
          default -> throw new IllegalArgumentException("a heading has level 1 to 3, was " + level);
        };
    return group(tag, "", new Words(text));
  }

  static Piece paragraph(String text) {
    return group(Tag.P, "", new Words(text));
  }

  static Piece bold(String text) {
    return group(Tag.B, "", new Words(text));
  }

  /** Letters of equal width, such as a hash: it may break anywhere. */
  static Piece code(String text) {
    return group(Tag.CODE, "", new Words(text));
  }

  static Piece group(Tag tag, String style, Piece... inside) {
    return new Group(tag, style, List.of(inside));
  }

  static Piece points(List<String> texts) {
    return listed(Tag.UL, texts);
  }

  static Piece numbered(List<String> texts) {
    return listed(Tag.OL, texts);
  }

  private static Piece listed(Tag tag, List<String> texts) {
    return new Group(
        tag, "", texts.stream().map(text -> group(Tag.LI, "", new Words(text))).toList());
  }

  /** Names and what they stand for, one a line: {@code Nomor : B-12/…}. */
  static Piece facts(Map<String, String> facts) {
    List<Piece> rows = new ArrayList<>();
    facts.forEach(
        (name, value) ->
            rows.add(
                group(
                    Tag.TR,
                    "",
                    group(Tag.TD, "name", new Words(name)),
                    group(Tag.TD, "colon", new Words(":")),
                    group(Tag.TD, "", new Words(value)))));
    return group(Tag.TABLE, "facts", new Group(Tag.TBODY, "", rows));
  }

  /**
   * A column of a table.
   *
   * @param twelfths of the sheet's width, 1 to 12; all columns of a table have 12 together
   */
  record Column(String name, int twelfths) {
    public Column {
      if (twelfths < 1 || twelfths > 12) {
        throw new IllegalArgumentException("a column has 1 to 12 twelfths, had " + twelfths);
      }
    }
  }

  /** A table whose head is repeated on each page. */
  static Piece table(List<Column> head, List<List<Piece>> rows) {
    List<Piece> names =
        head.stream()
            .map(column -> group(Tag.TH, "w" + column.twelfths(), new Words(column.name())))
            .toList();
    List<Piece> lines =
        rows.stream()
            .<Piece>map(
                row ->
                    new Group(
                        Tag.TR, "", row.stream().map(cell -> group(Tag.TD, "", cell)).toList()))
            .toList();
    return group(
        Tag.TABLE,
        "lined",
        group(Tag.THEAD, "", new Group(Tag.TR, "", names)),
        new Group(Tag.TBODY, "", lines));
  }

  /** What follows begins on a new page. */
  static Piece newPage() {
    return group(Tag.DIV, "new-page");
  }
}
