package ronda.identify.entity;

import ronda.identify.signal.EntityKind;

/**
 * Finds bank accounts and e-wallets. Digits alone are neither: the nearest label must be a bank's,
 * and the length that bank's; or a wallet's, and the digits a mobile number.
 */
final class Accounts implements Finder {
  private static final int FEWEST = 9;

  @Override
  public int find(Reading reading, int at, Finds finds) {
    LooseNumber number = reading.numberAt(at);
    if (number.count() < FEWEST || number.gluedBefore()) {
      return NOTHING;
    }
    Label before = Label.before(reading, number.start());
    if (before.is(Label.Role.WALLET)) {
      return wallet(reading, number, before, finds);
    }
    if (before.is(Label.Role.BANK)) {
      int end = bank(reading, number, before, number.start(), finds);
      return end != NOTHING ? end : virtualAccount(reading, number, before, finds);
    }
    return before.is(Label.Role.NONE) ? bankAfter(reading, number, finds) : NOTHING;
  }

  private static int wallet(Reading reading, LooseNumber number, Label label, Finds finds) {
    int national = Phones.nationalFrom(number);
    if (national < 1) {
      return NOTHING;
    }
    int digits = Phones.length(number, national, true);
    if (digits < 0 || number.gluedAfter(digits)) {
      return NOTHING;
    }
    boolean plus = reading.at(number.start() - 1) == '+';
    finds.add(
        reading,
        EntityKind.E_WALLET,
        Phones.e164(number, national, digits),
        plus ? number.start() - 1 : number.start(),
        number.end(digits),
        "wallet",
        label.name(),
        "operator",
        Operators.of(number, national));
    return number.end(digits);
  }

  private static int bank(Reading reading, LooseNumber number, Label label, int from, Finds finds) {
    Banks.Bank bank = Banks.of(label);
    boolean old = number.count() == bank.oldLength();
    int digits = old ? bank.oldLength() : bank.length();
    if (number.count() < digits
        || !number.endsGroup(digits)
        || number.gluedAfter(digits)
        || (number.disguised() && number.groups(digits) > 1)) {
      return NOTHING;
    }
    finds.add(
        reading,
        EntityKind.BANK_ACCOUNT,
        number.text(0, digits),
        from,
        number.end(digits),
        "bank",
        label.name(),
        "code",
        bank.code());
    return number.end(digits);
  }

  /** An account whose bank is named after it: {@code 1234567890 (BCA)}. */
  private static int bankAfter(Reading reading, LooseNumber number, Finds finds) {
    int end = number.end(number.count());
    int at = end;
    while (at - end < 4
        && (reading.at(at) == ' ' || reading.at(at) == '(' || reading.at(at) == '-')) {
      at++;
    }
    if (at == end) {
      return NOTHING;
    }
    if (reading.holds("bank ", at)) {
      at += "bank ".length();
    }
    Label label = Label.at(reading, at, reading.tokenEnd(at, 12));
    if (!label.is(Label.Role.BANK) || !Banks.of(label).takes(number.count())) {
      return NOTHING;
    }
    return bank(reading, number, label, number.start(), finds);
  }

  /** A bank's virtual account that tops up a wallet: the wallet's prefix, then a mobile number. */
  private static int virtualAccount(Reading reading, LooseNumber number, Label label, Finds finds) {
    String[][] prefixes = {
      {"3901", "DANA"},
      {"39358", "OVO"},
      {"70001", "GoPay"},
      {"122", "ShopeePay"},
      {"09110", "LinkAja"}
    };
    for (String[] prefix : prefixes) {
      int national = prefix[0].length() + 1;
      if (number.begins(prefix[0] + "08")) {
        int digits = Phones.length(number, national, true);
        if (digits < 0) {
          return NOTHING;
        }
        finds.add(
            reading,
            EntityKind.E_WALLET,
            Phones.e164(number, national, digits),
            number.start(),
            number.end(digits),
            "wallet",
            prefix[1],
            "bank",
            label.name(),
            "virtual-account",
            number.text(0, digits));
        return number.end(digits);
      }
    }
    return NOTHING;
  }
}
