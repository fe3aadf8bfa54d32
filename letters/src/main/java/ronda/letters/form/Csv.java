package ronda.letters.form;

/** One row of a CSV file that a spreadsheet opens without doing anything it was not asked to. */
public final class Csv {
  /** What a spreadsheet takes for the beginning of a formula, as it is or in full width. */
  private static final String FORMULA = "=+-@\uff1d\uff0b\uff0d\uff20";

  private Csv() {}

  /** The fields as a row, with its line end (RFC 4180). */
  public static String row(String... fields) {
    StringBuilder row = new StringBuilder();
    for (String field : fields) {
      row.append(row.isEmpty() ? "" : ",").append('"');
      // A stranger's post must not be a formula at the office that opens the file.
      row.append(isFormula(field) ? "'" : "").append(field.replace("\"", "\"\"")).append('"');
    }
    return row.append("\r\n").toString();
  }

  /** A field that {@link #row} wrote, as it was before. */
  public static String unguarded(String field) {
    return field.startsWith("'") && isFormula(field.substring(1)) ? field.substring(1) : field;
  }

  /**
   * Whether a spreadsheet may take it for one. Blanks of any kind may stand before it, they are
   * skipped; after a tab or a line's end at the very beginning anything may follow.
   */
  private static boolean isFormula(String field) {
    if (field.startsWith("\t") || field.startsWith("\r")) {
      return true;
    }
    int first = 0;
    while (first < field.length() && isBlank(field.charAt(first))) {
      first++;
    }
    return first < field.length() && FORMULA.indexOf(field.charAt(first)) >= 0;
  }

  private static boolean isBlank(char c) {
    return Character.isWhitespace(c)
        || Character.isSpaceChar(c)
        || Character.isISOControl(c)
        || Character.getType(c) == Character.FORMAT;
  }
}
