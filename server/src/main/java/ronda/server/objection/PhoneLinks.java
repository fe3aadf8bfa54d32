package ronda.server.objection;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/**
 * Finds the telephone numbers in words of an office (nomor telepon), so that whoever reads them on
 * a telephone can call with one touch; templates find it as {@code @phones}. A number for faxes is
 * none to call.
 */
@Component("phones")
public final class PhoneLinks {
  /** The shortest has nine digits, the longest fourteen; a blank before a 0 begins another one. */
  private static final Pattern NUMBER =
      Pattern.compile(
          "(?<![\\p{L}\\d.+-])\\(?(?:\\+62 ?[(]0[)] ?|\\+|0)\\d(?:(?! +[(]?0)[ ().-]{0,2}\\d){7,12}(?![.-]?\\d)");

  /** The police, help for everybody, and help for women and children. */
  private static final Pattern URGENT = Pattern.compile("(?<!\\d)1(?:10|12|29)(?!\\d)");

  private static final Pattern FAX = Pattern.compile("(?i)\\bfa(?:x|ks|ksimile)\\b");
  private static final Pattern TO_CALL = Pattern.compile("(?i)\\b(?:tel|telp|telepon|hp|wa)\\b");

  /**
   * A stretch of the words.
   *
   * @param tel the number as a telephone dials it; empty where the stretch is none
   */
  public record Piece(String text, String tel) {}

  /** The words in their order, numbers apart. */
  public List<Piece> in(String words) {
    return cut(words, NUMBER);
  }

  /** The same of the short numbers that anybody calls in danger. */
  public List<Piece> urgentIn(String words) {
    return cut(words, URGENT);
  }

  private static List<Piece> cut(String words, Pattern number) {
    List<Piece> pieces = new ArrayList<>();
    Matcher found = number.matcher(words);
    int at = 0;
    while (found.find()) {
      String before = words.substring(at, found.start());
      pieces.add(new Piece(before, ""));
      pieces.add(new Piece(found.group(), isFax(before) ? "" : dialled(found.group())));
      at = found.end();
    }
    pieces.add(new Piece(words.substring(at), ""));
    return pieces.stream().filter(piece -> !piece.text().isEmpty()).toList();
  }

  /** What stands between two numbers, on one line, says what the second is for. */
  private static boolean isFax(String before) {
    String line = before.substring(before.lastIndexOf('\n') + 1);
    return FAX.matcher(line).find() && !TO_CALL.matcher(line).find();
  }

  private static String dialled(String number) {
    String digits = number.replaceAll("[^+\\d]", "");
    return digits.startsWith("0") ? "+62" + digits.substring(1) : digits.replace("+620", "+62");
  }
}
