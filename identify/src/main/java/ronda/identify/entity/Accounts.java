package ronda.identify.entity;

import ronda.identify.signal.EntityKind;

/**
 * Finds bank accounts and e-wallets. Digits alone are neither: the nearest label must be a bank's,
 * and the length that bank's; or a wallet's, and the digits a mobile number. A mere {@code no} does
 * not come between a label and its number, though a mobile number behind it stays a phone.
 */
final class Accounts implements Finder {
  private static final int FEWEST = 9;

  /** How far behind a number its bank is looked for, in bytes and in the words of a name. */
  private static final int BYTES_AFTER = 48;

  private static final int WORDS_OF_NAME = 4;

  private static final String[] ON_BEHALF_OF = {"an ", "a.n ", "a.n.", "a/n ", "atas nama "};

  @Override
  public int find(Reading reading, int at, Finds finds) {
    LooseNumber number = reading.numberAt(at);
    if (number.count() < FEWEST || number.gluedBefore()) {
      return NOTHING;
    }
    Label before = Label.ofAccount(reading, number.start());
    if (before.is(Label.Role.WALLET)) {
      boolean funds = before.name().equals("DANA") && Funds.areMeant(reading, number.start());
      return funds ? NOTHING : wallet(reading, number, before, finds);
    }
    if (isPhone(reading, number)) {
      return NOTHING;
    }
    if (before.is(Label.Role.BANK)) {
      int end = bank(reading, number, before, number.start(), finds);
      return end != NOTHING ? end : virtualAccount(reading, number, before, finds);
    }
    return before.is(Label.Role.NONE) ? bankAfter(reading, number, finds) : NOTHING;
  }

  /** Whether it is a mobile number that the label nearest before it calls a phone's. */
  private static boolean isPhone(Reading reading, LooseNumber number) {
    int national = Phones.nationalFrom(number);
    return national > 0
        && !Operators.of(number, national).isEmpty()
        && Label.before(reading, number.start()).is(Label.Role.PHONE);
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
    finds.add(
        reading,
        EntityKind.E_WALLET,
        Phones.e164(number, national, digits),
        number.writtenFrom(reading, digits),
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
    Label label = bankAt(reading, at);
    if (label.is(Label.Role.NONE) && !reading.endsLine(end)) {
      label = bankAfterName(reading, at);
    }
    if (!label.is(Label.Role.BANK) || !Banks.of(label).takes(number.count())) {
      return NOTHING;
    }
    return bank(reading, number, label, number.start(), finds);
  }

  private static Label bankAt(Reading reading, int at) {
    int from = reading.holds("bank ", at) ? at + "bank ".length() : at;
    return Label.at(reading, from, reading.tokenEnd(from, 12));
  }

  /** The bank behind the holder's name: {@code 1234567890 an Budi BCA}; or {@link Label#NONE}. */
  private static Label bankAfterName(Reading reading, int from) {
    int at = nameFrom(reading, from);
    for (int word = 0; at > from && word < WORDS_OF_NAME && at - from < BYTES_AFTER; word++) {
      at = nextWord(reading, reading.tokenEnd(at, BYTES_AFTER));
      Label label = at < 0 ? Label.NONE : Label.at(reading, at, reading.tokenEnd(at, 12));
      if (label.is(Label.Role.BANK)) {
        int next = nextWord(reading, reading.tokenEnd(at, 12));
        boolean ofNext = Reading.isDigit(reading.at(next)) && LooseNumber.mayBeLong(reading, next);
        return ofNext ? Label.NONE : label;
      }
    }
    return Label.NONE;
  }

  /** Where the holder's name begins behind {@code an}, {@code a.n.} or {@code atas nama}; or -1. */
  private static int nameFrom(Reading reading, int at) {
    for (String words : ON_BEHALF_OF) {
      if (reading.holds(words, at)) {
        return nextWord(reading, at + words.length() - 1);
      }
    }
    return -1;
  }

  /** Where the next word of the line begins, over a short gap; or -1. */
  private static int nextWord(Reading reading, int end) {
    int at = end;
    while (at - end < 4 && !reading.endsLine(at) && !Reading.isAlphanumeric(reading.at(at))) {
      at++;
    }
    return at > end && Reading.isAlphanumeric(reading.at(at)) ? at : -1;
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
