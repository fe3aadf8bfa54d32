package ronda.sources.sheets;

import java.math.BigDecimal;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import org.dhatim.fastexcel.reader.Cell;

/** What a cell shows. */
final class CellText {
  private static final BigDecimal LAST_DAY = new BigDecimal("2958466"); // 31 December 9999
  private static final int MOST_DIGITS = 40;

  private CellText() {}

  static String of(Cell cell) {
    return switch (cell.getType()) {
      case STRING -> String.valueOf(cell.getValue());
      case NUMBER -> number(cell);
      case BOOLEAN, FORMULA -> Optional.ofNullable(cell.getRawValue()).orElse("");
      case ERROR, EMPTY -> "";
    };
  }

  private static String number(Cell cell) {
    BigDecimal value = cell.asNumber();
    // 1e999999999 is a short number in a file and a long one on a page.
    if (Math.abs((long) value.scale()) > MOST_DIGITS || value.precision() > MOST_DIGITS) {
      return Optional.ofNullable(cell.getRawValue()).orElse("");
    }
    if (value.signum() > 0 && value.compareTo(LAST_DAY) < 0 && isDate(cell)) {
      return DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(cell.asDate().withNano(0));
    }
    return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
  }

  private static boolean isDate(Cell cell) {
    int id = Optional.ofNullable(cell.getDataFormatId()).orElse(0);
    if (id >= 14 && id <= 22) {
      return true;
    }
    // Words in quotes and colours in brackets are not part of the pattern.
    String pattern = Optional.ofNullable(cell.getDataFormatString()).orElse("");
    String bare = unquoted(pattern.toLowerCase(Locale.ROOT));
    return bare.indexOf('y') >= 0 || bare.indexOf('d') >= 0;
  }

  private static String unquoted(String pattern) {
    StringBuilder bare = new StringBuilder();
    char closing = 0;
    for (int i = 0; i < pattern.length(); i++) {
      char c = pattern.charAt(i);
      if (closing != 0) {
        closing = c == closing ? 0 : closing;
      } else if (c == '"' || c == '[') {
        closing = c == '"' ? '"' : ']';
      } else if (c == '\\') {
        i++;
      } else {
        bare.append(c);
      }
    }
    return bare.toString();
  }
}
