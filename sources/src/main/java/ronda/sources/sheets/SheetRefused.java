package ronda.sources.sheets;

import java.io.IOException;

/** A spreadsheet that is not read, and why. */
public final class SheetRefused extends IOException {
  private static final long serialVersionUID = 1;

  private final Why why;

  /** Why a spreadsheet is not read. */
  public enum Why {
    /** It is not an XLSX file, or it is damaged. */
    NOT_A_SHEET,
    /** It unpacks to far more than it is, as no spreadsheet does that people made. */
    BOMB,
    /** It has more than 200,000 rows, or more columns than are read. */
    TOO_LARGE,
    /** No row of it holds anything. */
    EMPTY
  }

  SheetRefused(Why why, String detail) {
    super(detail);
    this.why = why;
  }

  public Why why() {
    return why;
  }
}
