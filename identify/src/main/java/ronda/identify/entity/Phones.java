package ronda.identify.entity;

import ronda.identify.signal.EntityKind;

/**
 * Finds Indonesian mobile numbers in their disguises, foreign numbers with a plus sign, and
 * landlines that a label announces. A number written as one run of digits needs no label; one in
 * pieces needs even gaps and a known operator, or a label such as {@code wa} or {@code hub}.
 */
final class Phones implements Finder {
  private static final int FEWEST = 9;
  private static final int SHORTEST_NATIONAL = 9;
  private static final int LONGEST_NATIONAL = 12;

  @Override
  public int find(Reading reading, int at, Finds finds) {
    LooseNumber number = reading.numberAt(at);
    if (number.count() < FEWEST) {
      return NOTHING;
    }
    boolean plus = reading.at(number.start() - 1) == '+';
    int national = nationalFrom(number);
    if (national < 0 || (national == 0 && plus)) {
      return plus ? withCountry(reading, number, finds) : landline(reading, number, finds);
    }
    Label label = Label.before(reading, number.start());
    int digits = length(number, national, label.is(Label.Role.PHONE) || plus);
    if (digits < 0 || !acceptable(reading, number, national, digits, label, plus)) {
      return NOTHING;
    }
    finds.add(
        reading,
        EntityKind.PHONE,
        e164(number, national, digits),
        number.writtenFrom(reading, digits),
        number.end(digits),
        "operator",
        Operators.of(number, national),
        "via",
        label.is(Label.Role.PHONE) ? label.name() : "",
        "disguised",
        number.disguised() ? "true" : "");
    return number.end(digits);
  }

  /**
   * The first digit after the country code or the leading 0; below 0 where it is no such number.
   */
  static int nationalFrom(LooseNumber number) {
    if (number.begins("08")) {
      return 1;
    }
    if (number.begins("628")) {
      return 2;
    }
    if (number.begins("6208")) {
      return 3;
    }
    if (number.begins("00628")) {
      return 4;
    }
    return number.begins("8") ? 0 : -1;
  }

  static String e164(LooseNumber number, int national, int digits) {
    return "+62" + number.text(national, digits);
  }

  /** How many digits belong to the number, or -1 where no whole group ends at a fit length. */
  static int length(LooseNumber number, int national, boolean greedy) {
    boolean whole = number.endsGroup(number.count()) && fits(number, national);
    int best = -1;
    for (int digits = national + SHORTEST_NATIONAL;
        digits <= Math.min(number.count(), national + LONGEST_NATIONAL);
        digits++) {
      if (number.endsGroup(digits)) {
        best = digits;
        if (number.groups(digits) == 1 || !(greedy || whole)) {
          return digits; // a whole number stands there already: what follows is another one
        }
      }
    }
    return best;
  }

  private static boolean fits(LooseNumber number, int national) {
    return isWhole(number.count() - national);
  }

  /** Whether a mobile number may have so many digits behind its country's code. */
  static boolean isWhole(int digits) {
    return digits >= SHORTEST_NATIONAL && digits <= LONGEST_NATIONAL;
  }

  private static boolean acceptable(
      Reading reading, LooseNumber number, int national, int digits, Label label, boolean plus) {
    boolean operator = !Operators.of(number, national).isEmpty();
    boolean labelled = label.is(Label.Role.PHONE);
    if (national == 0) {
      return labelled && operator && number.groups(digits) == 1 && !number.gluedBefore();
    }
    if (number.gluedBefore() && !labelled && !operator) {
      return false;
    }
    if (number.gluedAfter(digits) && (!operator || number.disguised())) {
      return false; // what follows may be more digits in letters: half a number is somebody else's
    }
    if (number.groups(digits) == 1) {
      return national == 1 || plus || operator;
    }
    if (Label.rightBefore(reading, number.start()).is(Label.Role.PHONE)) {
      return number.groups(digits) <= 6 || operator;
    }
    return operator && (labelled || plus || looksGrouped(reading, number, national, digits));
  }

  /** Whether the pieces are cut as people cut a phone number, rather than being several numbers. */
  private static boolean looksGrouped(
      Reading reading, LooseNumber number, int national, int digits) {
    if (!number.evenGaps(digits) && !number.disguised()) {
      return false;
    }
    if (number.hasSpacedDashes(digits) && isRange(number, digits)) {
      return false;
    }
    if (digits < number.count() && number.digit(digits) != 0 && number.digit(digits) != 6) {
      return false;
    }
    int groups = number.groups(digits);
    if (groups >= digits - 1) {
      return true; // every digit apart
    }
    if (number.disguised() && groups >= 2) {
      return number.sizeOfGroup(0, digits) >= 3 || groups >= digits / 2;
    }
    boolean country = number.beginsWithCountry();
    if (country
        ? isColumn(reading, number, digits)
        : number.sizeOfGroup(0, digits) < national + 2) {
      return false;
    }
    for (int group = 1; group < groups; group++) {
      if (number.sizeOfGroup(group, digits) < (country ? 3 : 2)) {
        return false;
      }
    }
    return groups <= 6;
  }

  /** Two numbers of one length, or several that begin alike or are times of day. */
  private static boolean isRange(LooseNumber number, int digits) {
    int groups = number.groups(digits);
    boolean alike = true;
    boolean times = true;
    int at = 0;
    for (int group = 0; group < groups; group++) {
      int size = number.sizeOfGroup(group, digits);
      alike &=
          size > 1
              && number.digit(at) == number.digit(0)
              && number.digit(at + 1) == number.digit(1);
      times &=
          size == 4
              && number.digit(at) * 10 + number.digit(at + 1) < 24
              && number.digit(at + 2) < 6;
      at += size;
    }
    boolean even = number.sizeOfGroup(0, digits) == number.sizeOfGroup(1, digits);
    return alike || times || (groups == 2 && even);
  }

  /** Whether {@code 62} is but one more number: an amount's, or in a row of them. */
  private static boolean isColumn(Reading reading, LooseNumber number, int digits) {
    int before = number.writtenFrom(reading, digits) - 1;
    return number.isCutAsAmount(digits)
        || (reading.at(before) == ' ' && Reading.isDigit(reading.at(before - 1)));
  }

  /** A number whose country stands before it with a plus: abroad, or a landline in Indonesia. */
  private static int withCountry(Reading reading, LooseNumber number, Finds finds) {
    int digits = number.count();
    boolean oneNumber =
        number.groups(digits) == 1
            || (number.groups(digits) <= 5 && number.gapByte() != '.' && number.gapByte() != ',');
    if (digits < 10
        || digits > 15
        || !number.endsGroup(digits)
        || number.digit(0) == 0
        || number.disguised()
        || !oneNumber) {
      return NOTHING;
    }
    boolean home = number.begins("62");
    int national = home && number.digit(2) == 0 ? 3 : 2;
    if (home && number.digit(national) == 0) {
      return NOTHING;
    }
    finds.add(
        reading,
        EntityKind.PHONE,
        home ? "+62" + number.text(national, digits) : "+" + number.text(0, digits),
        number.writtenFrom(reading, digits),
        number.end(digits),
        home ? "line" : "country",
        home ? "fixed" : "foreign");
    return number.end(digits);
  }

  private static int landline(Reading reading, LooseNumber number, Finds finds) {
    if (number.digit(0) != 0 || number.digit(1) < 2 || number.digit(1) == 8) {
      return NOTHING;
    }
    if (number.disguised() || number.gluedBefore() || number.groups(number.count()) > 4) {
      return NOTHING;
    }
    int digits = number.count();
    if (digits > 11
        || number.gluedAfter(digits)
        || !Label.before(reading, number.start()).is(Label.Role.PHONE)) {
      return NOTHING;
    }
    finds.add(
        reading,
        EntityKind.PHONE,
        "+62" + number.text(1, digits),
        number.writtenFrom(reading, digits),
        number.end(digits),
        "line",
        "fixed");
    return number.end(digits);
  }
}
