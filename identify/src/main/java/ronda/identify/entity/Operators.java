package ronda.identify.entity;

/**
 * Which mobile operator a number was first issued by, from its prefix. A number keeps its prefix,
 * so this is the issuer; Indonesia has no number portability.
 */
final class Operators {
  private static final String[] BY_PREFIX = new String[100];

  static {
    name("Telkomsel", 11, 13);
    name("Telkomsel", 21, 23);
    name("Telkomsel", 51, 53);
    name("Indosat", 14, 16);
    name("Indosat", 55, 58);
    name("XL Axiata", 17, 19);
    name("XL Axiata", 59, 59);
    name("XL Axiata", 77, 78);
    name("XL Axiata", 31, 33);
    name("XL Axiata", 38, 38);
    name("Tri", 95, 99);
    name("Smartfren", 81, 89);
  }

  private Operators() {}

  private static void name(String operator, int first, int last) {
    for (int prefix = first; prefix <= last; prefix++) {
      BY_PREFIX[prefix] = operator;
    }
  }

  /** The operator of the number whose national part, {@code 8xx…}, begins at digit {@code from}. */
  static String of(LooseNumber number, int from) {
    return of(number.digit(from + 1) * 10 + number.digit(from + 2));
  }

  /** The operator of an E.164 number such as {@code +6281234567890}; empty where none is known. */
  static String of(String e164) {
    boolean mobile = e164.startsWith("+628") && e164.length() > 6;
    return mobile ? of(Integer.parseInt(e164, 4, 6, 10)) : "";
  }

  private static String of(int prefix) {
    String operator = BY_PREFIX[prefix];
    return operator == null ? "" : operator;
  }
}
