package ronda.identify.entity;

import ronda.identify.signal.EntityKind;

/**
 * Finds identity numbers (NIK) so that they can be hidden: sixteen digits, of which the first six
 * name a district, the next six a birth date (a woman's day plus 40), the last four a serial
 * number. The full number never leaves this class.
 */
final class Niks implements Finder {
  private static final int LENGTH = 16;

  @Override
  public int find(Reading reading, int at, Finds finds) {
    LooseNumber number = reading.numberAt(at);
    if (number.count() < LENGTH || !number.endsGroup(LENGTH) || !isOneNumber(number)) {
      return NOTHING;
    }
    String digits = number.text(0, LENGTH);
    if (!isNik(digits, 0)) {
      return NOTHING;
    }
    finds.add(
        reading,
        EntityKind.NIK,
        mask(digits),
        number.start(),
        number.end(LENGTH),
        "region",
        digits.substring(0, 2) + "." + digits.substring(2, 4));
    return number.end(LENGTH);
  }

  /** Sixteen digits in one run, or all the digits there are, cut evenly: not a row of times. */
  private static boolean isOneNumber(LooseNumber number) {
    if (number.groups(LENGTH) == 1) {
      return true;
    }
    int gap = number.gapByte();
    return number.count() == LENGTH
        && (number.evenGaps(LENGTH) || number.disguised())
        && gap != ':'
        && gap != '/'
        && gap != ',';
  }

  /** {@code text} with every identity number in it masked. */
  static String masked(String text) {
    if (text.length() < LENGTH) {
      return text;
    }
    String result = text;
    int run = 0;
    for (int i = 0; i <= text.length(); i++) {
      if (i < text.length() && text.charAt(i) >= '0' && text.charAt(i) <= '9') {
        run++;
      } else {
        int from = i - LENGTH;
        if (run == LENGTH && isNik(text, from)) {
          result = result.substring(0, from) + mask(text.substring(from, i)) + result.substring(i);
        }
        run = 0;
      }
    }
    return result;
  }

  private static String mask(String nik) {
    return nik.substring(0, 4) + "xxxxxxxx" + nik.substring(12);
  }

  private static boolean isNik(String text, int at) {
    int day = two(text, at + 6) % 40;
    int month = two(text, at + 8);
    return Provinces.has(two(text, at))
        && two(text, at + 2) > 0
        && two(text, at + 4) > 0
        && two(text, at + 6) <= 71
        && day >= 1
        && month >= 1
        && month <= 12
        && day <= daysIn(month)
        && (two(text, at + 12) > 0 || two(text, at + 14) > 0);
  }

  private static int daysIn(int month) {
    return switch (month) {
      case 2 -> 29;
      case 4, 6, 9, 11 -> 30;
      default -> 31;
    };
  }

  private static int two(String text, int at) {
    return (text.charAt(at) - '0') * 10 + text.charAt(at + 1) - '0';
  }
}
