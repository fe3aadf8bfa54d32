package ronda.server.desk;

/** One row of a CSV file that a spreadsheet opens without doing anything it was not asked to. */
public final class Csv {
  private Csv() {}

  /** The fields as a row, with its line end (RFC 4180). */
  public static String row(String... fields) {
    StringBuilder row = new StringBuilder();
    for (String field : fields) {
      row.append(row.isEmpty() ? "" : ",").append('"');
      // A spreadsheet takes a cell that begins so for a formula: a stranger's post must not be one.
      if (!field.isEmpty() && "=+-@\t\r".indexOf(field.charAt(0)) >= 0) {
        row.append('\'');
      }
      row.append(field.replace("\"", "\"\"")).append('"');
    }
    return row.append("\r\n").toString();
  }
}
