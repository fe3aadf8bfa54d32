package ronda.casework.referral;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import ronda.casework.authority.Recipient;
import ronda.casework.notice.Anonymity;

/**
 * What a text says once everything is hidden that its recipient does not need (penyamaran): numbers
 * of victims and third parties, identity numbers, names of private persons. The numbers that served
 * the offence stay for those who work with them.
 *
 * @param offending the digits of those numbers, as an officer ticked them
 * @param names what the officer asked to hide, as written
 */
public record Discreet(Recipient recipient, Set<String> offending, List<String> names) {
  /** Instead of a number of somebody else's. */
  public static final String NUMBER = "[nomor disamarkan]";

  /** Instead of a name. */
  public static final String NAME = "[nama disamarkan]";

  /** Sixteen digits are an identity number, and nobody is sent one. */
  private static final int NIK = 16;

  /** Digits of a number to call, without its country. */
  private static final int SHORTEST_PHONE = 8;

  /** Shorter names would hide half of a text. */
  private static final int SHORTEST_NAME = 2;

  private static final Pattern YEAR = Pattern.compile("(19|20)\\d\\d");
  private static final Pattern SUM = Pattern.compile("\\d{1,3}(\\.\\d{3})+");

  public Discreet {
    offending = Set.copyOf(offending);
    names =
        names.stream()
            .map(String::strip)
            .filter(name -> name.length() >= SHORTEST_NAME)
            .distinct()
            .toList();
  }

  /** Whether this recipient works with numbers to call and to pay to. */
  public static boolean needsNumbers(Recipient recipient) {
    return switch (recipient) {
      case POLICE, PPA, OJK_IASC, BANK, OTHER_REGION -> true;
      case MINISTRY, BAWASLU, INSPEKTORAT, BKPSDM, PLATFORM -> false;
    };
  }

  /** The text without what its recipient does not need. */
  public String of(String text) {
    return hidden(text, true, found -> stays(found) || isTime(found));
  }

  /**
   * The same of a field that holds numbers to call or to pay to, one a line, and whose they are:
   * whoever holds an account may be named, but a number stays only if it was ticked.
   */
  public String facts(String text) {
    StringBuilder kept = new StringBuilder();
    for (String line : text.split("(?<=\n)")) {
      kept.append(stays(line) ? line : hidden(line, false, this::stays));
    }
    return withoutNames(kept.toString());
  }

  /** The same of a field that says when, how much or how many: times and sums stay. */
  public String measures(String text) {
    return hidden(text, false, found -> stays(found) || isTime(found) || isSum(found));
  }

  private String hidden(String text, boolean names, Predicate<String> keep) {
    StringBuilder kept = new StringBuilder();
    int from = 0;
    for (Anonymity.Trace trace : Anonymity.traces(text)) {
      String found = trace.span().of(text);
      kept.append(text, from, trace.span().start());
      kept.append(
          switch (trace.kind()) {
            case NUMBER -> keep.test(found) ? found : NUMBER;
            case ACCOUNT -> isCall(found) && !keep.test(found) ? NUMBER : found;
            case NAME -> names ? NAME : found;
          });
      from = trace.span().end();
    }
    return withoutNames(kept.append(text, from, text.length()).toString());
  }

  private boolean stays(String found) {
    return needsNumbers(recipient) && isTicked(found);
  }

  /** An identity number is nobody's to tick; 62 also begins those of one province. */
  private boolean isTicked(String found) {
    return isCallable(found) && offending.contains(digits(found));
  }

  private static boolean isCallable(String found) {
    long digits = found.chars().filter(c -> c >= '0' && c <= '9').count();
    return digits > 0 && digits != NIK;
  }

  /** A day and an hour as they are written in one go, such as {@code 2026 09.00}. */
  private static boolean isTime(String found) {
    String[] parts = found.split("[-. ]", -1);
    return parts.length > 1
        && Stream.of(parts).allMatch(part -> part.length() <= 2 || YEAR.matcher(part).matches())
        && Stream.of(parts).filter(part -> part.length() > 2).count() == 1;
  }

  /** Money without its sign, such as {@code 1.500.000}. */
  private static boolean isSum(String found) {
    return SUM.matcher(found).matches();
  }

  /** The numbers of a text that somebody could tick, each as it is written there. */
  public static List<String> numbersIn(String text) {
    return Anonymity.traces(text).stream()
        .filter(trace -> trace.kind() == Anonymity.Kind.NUMBER)
        .map(trace -> trace.span().of(text).strip())
        .filter(found -> isCallable(found) && !isTime(found))
        .toList();
  }

  /** The digits of a number without its country, so that 0812… and +62 812… are the same. */
  public static String digits(String number) {
    StringBuilder digits = new StringBuilder();
    number.chars().filter(c -> c >= '0' && c <= '9').forEach(c -> digits.append((char) c));
    String all = digits.toString();
    if (all.startsWith("62") && all.length() > 9) {
      return all.substring(2);
    }
    return all.startsWith("0") && all.length() > 8 ? all.substring(1) : all;
  }

  /**
   * Addresses and accounts, apart by white space: each stays as it is, because a recipient must
   * find it, but for one that is nothing but a number to call of somebody else's.
   */
  public String addresses(String text) {
    StringBuilder kept = new StringBuilder();
    int from = 0;
    while (from < text.length()) {
      int to = from;
      while (to < text.length() && !Character.isWhitespace(text.charAt(to))) {
        to++;
      }
      kept.append(address(text.substring(from, to)));
      if (to < text.length()) {
        kept.append(text.charAt(to));
      }
      from = to + 1;
    }
    return kept.toString();
  }

  private String address(String word) {
    String lower = word.toLowerCase(Locale.ROOT);
    String digits = digits(word);
    boolean calls = isCall(word) || !lower.contains("/") && digits.length() >= SHORTEST_PHONE;
    return calls && digits.length() >= SHORTEST_PHONE && !isTicked(word) ? NUMBER : word;
  }

  /** Whether it is an address that dials a number. */
  private static boolean isCall(String address) {
    String lower = address.toLowerCase(Locale.ROOT);
    return digits(address).length() >= SHORTEST_PHONE
        && (lower.contains("wa.me/")
            || lower.contains("whatsapp.com/")
            || lower.startsWith("tel:")
            || lower.contains("t.me/+"));
  }

  /** The text without the names that the officer asked to hide. */
  public String withoutNames(String text) {
    String result = text;
    for (String name : names) {
      result = without(result, name);
    }
    return result;
  }

  private static String without(String text, String name) {
    String lower = text.toLowerCase(Locale.ROOT);
    String wanted = name.toLowerCase(Locale.ROOT);
    if (lower.length() != text.length()) {
      return text.replace(name, NAME); // A letter that changes its length: as written only.
    }
    StringBuilder kept = new StringBuilder();
    int from = 0;
    for (int at = lower.indexOf(wanted); at >= 0; at = lower.indexOf(wanted, from)) {
      kept.append(text, from, at).append(NAME);
      from = at + wanted.length();
    }
    return kept.append(text, from, text.length()).toString();
  }
}
