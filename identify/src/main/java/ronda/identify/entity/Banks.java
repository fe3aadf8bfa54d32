package ronda.identify.entity;

import java.util.Map;

/**
 * The banks whose account numbers have a length that is known, with their clearing code.
 *
 * <p>The lengths and codes are those in common use, gathered from the press and from practice; no
 * bank has confirmed them to us, least of all from Permata on. A wrong one costs a missed account,
 * not a wrong one: the bank's name must stand beside the number in any case.
 */
final class Banks {
  private static final Map<String, Bank> BY_NAME =
      Map.ofEntries(
          Map.entry("BCA", new Bank("014", 10)),
          Map.entry("BNI", new Bank("009", 10, 9)),
          Map.entry("BRI", new Bank("002", 15)),
          Map.entry("Mandiri", new Bank("008", 13)),
          Map.entry("BTN", new Bank("200", 16)),
          Map.entry("BSI", new Bank("451", 10)),
          Map.entry("CIMB Niaga", new Bank("022", 13)),
          Map.entry("Danamon", new Bank("011", 10)),
          Map.entry("OCBC", new Bank("028", 12)),
          Map.entry("Permata", new Bank("013", 10)),
          Map.entry("Muamalat", new Bank("147", 10)),
          Map.entry("KB Bukopin", new Bank("441", 10)),
          Map.entry("Bank Jago", new Bank("542", 12)),
          Map.entry("SeaBank", new Bank("535", 12)),
          Map.entry("Jenius", new Bank("213", 11)));

  private Banks() {}

  /**
   * A bank's rule.
   *
   * @param code its clearing code, three digits
   * @param length how many digits an account number has
   * @param oldLength how many an older one has, its leading zero left out; else the same
   */
  record Bank(String code, int length, int oldLength) {
    Bank(String code, int length) {
      this(code, length, length);
    }

    boolean takes(int digits) {
      return digits == length || digits == oldLength;
    }
  }

  /** The rule of the bank that {@code label} names. */
  static Bank of(Label label) {
    Bank bank = BY_NAME.get(label.name());
    if (bank == null) {
      throw new IllegalArgumentException("no account rule for the bank " + label.name());
    }
    return bank;
  }
}
