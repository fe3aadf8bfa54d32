package ronda.identify.entity;

import static ronda.identify.entity.Reading.isDigit;
import static ronda.identify.entity.Reading.isLetter;

import java.util.Map;
import ronda.identify.signal.EntityKind;

/**
 * Finds what is asked for a stretch of time and does not look like an amount of rupiah: {@code rate
 * 500/jam}, {@code bunga 5% per bulan}, {@code $20/jam}. Policies count prices, so a percentage or
 * a dollar is one only where somebody names a rate: not in news of the central bank's yearly rate,
 * nor in {@code $20} alone.
 */
final class Rates implements Finder {
  private static final int LONGEST_WORD = 14;
  private static final int LONGEST_PERCENTAGE = 5;

  /** Between {@code bunga} and its percentage: {@code bunga cuma mulai 2%}. */
  private static final int WORDS_TO_INTEREST = 3;

  /** Times as they are written, and what each is called. */
  private static final Map<String, String> TIMES =
      Map.ofEntries(
          Map.entry("menit", "menit"),
          Map.entry("mnt", "menit"),
          Map.entry("jam", "jam"),
          Map.entry("hour", "jam"),
          Map.entry("hari", "hari"),
          Map.entry("hr", "hari"),
          Map.entry("malam", "malam"),
          Map.entry("mlm", "malam"),
          Map.entry("minggu", "minggu"),
          Map.entry("mgg", "minggu"),
          Map.entry("bulan", "bulan"),
          Map.entry("bln", "bulan"),
          Map.entry("tahun", "tahun"),
          Map.entry("thn", "tahun"),
          Map.entry("sesi", "sesi"));

  private static final NameTable RATE = NameTable.of("rate", "rates", "ratenya");
  private static final NameTable RATE_OR_TARIFF =
      NameTable.of("rate", "rates", "ratenya", "tarif", "tarifnya", "st", "lt");
  private static final NameTable INTEREST = NameTable.of("bunga", "bunganya");
  private static final NameTable DOLLARS = NameTable.of("usd", "dolar", "dollar");

  @Override
  public int find(Reading reading, int at, Finds finds) {
    int before = reading.at(at - 1);
    if ((before == '.' || before == ',') && isDigit(reading.at(at - 2))) {
      return NOTHING; // the end of a numeral
    }
    int end = Prices.numeralEnd(reading, at);
    int dollars = dollarsFrom(reading, at);
    if (dollars < at
        || DOLLARS.contains(reading.bytes(), word(reading, end), wordEnd(reading, end))) {
      return dollars(reading, dollars, at, end, finds);
    }
    int sign = percentEnd(reading, end);
    return sign > end
        ? interest(reading, at, end, sign, finds)
        : thousands(reading, at, end, finds);
  }

  /**
   * The time that the amount which ends at {@code end} is asked for, such as {@code jam}; empty
   * where none is told.
   */
  static String per(Reading reading, int end) {
    int to = perEnd(reading, end);
    int from = to;
    while (isLetter(reading.at(from - 1))) {
      from--;
    }
    return to == end ? "" : time(reading.plain(from, to));
  }

  /** Where {@code /jam}, {@code per jam} or {@code sejam} ends; {@code end} where none stands. */
  private static int perEnd(Reading reading, int end) {
    int at = reading.holds(",-", end) || reading.holds(".-", end) ? end + 2 : end;
    at = word(reading, at);
    if (reading.at(at) == '/') {
      at = word(reading, at + 1);
    } else if (reading.holds("per ", at)) {
      at += "per ".length();
    } else if (!reading.holds("per", at) && !reading.holds("se", at)) {
      return end;
    }
    int to = reading.tokenEnd(at, LONGEST_WORD);
    return to > at && !time(reading.plain(at, to)).isEmpty() ? to : end;
  }

  private static String time(String word) {
    String bare = word.startsWith("per") ? word.substring(3) : word;
    String plain = TIMES.get(bare);
    if (plain == null && word.startsWith("se")) {
      plain = TIMES.get(word.substring(2));
    }
    return plain == null ? "" : plain;
  }

  /** {@code bunga 0,8 persen sehari}. A yearly rate is a bank's, and in the news. */
  private static int interest(Reading reading, int at, int end, int sign, Finds finds) {
    String per = per(reading, sign);
    String number = reading.plain(at, end).replace(',', '.');
    if (per.isEmpty()
        || per.equals("tahun")
        || number.length() > LONGEST_PERCENTAGE
        || number.indexOf('.') != number.lastIndexOf('.')
        || !isOfInterest(reading, at)) {
      return NOTHING;
    }
    int to = perEnd(reading, sign);
    String value = number + "%/" + per;
    finds.add(reading, EntityKind.PRICE, value, at, to, "percent", number, "per", per);
    return to;
  }

  private static int percentEnd(Reading reading, int end) {
    int at = word(reading, end);
    if (reading.at(at) == '%') {
      return at + 1;
    }
    return reading.holds("persen", at) && !isLetter(reading.at(at + 6)) ? at + 6 : end;
  }

  private static boolean isOfInterest(Reading reading, int at) {
    int from = at;
    for (int word = 0; word <= WORDS_TO_INTEREST; word++) {
      int end = endBefore(reading, from);
      from = reading.tokenStart(end, LONGEST_WORD);
      if (INTEREST.contains(reading.bytes(), from, end)) {
        return !reading.holds("suku ", from - 5);
      }
    }
    return false;
  }

  /** {@code $20/jam}, {@code rate usd 20}. */
  private static int dollars(Reading reading, int from, int at, int end, Finds finds) {
    int to = from < at ? end : wordEnd(reading, end);
    String per = per(reading, to);
    boolean named = isWordBefore(RATE_OR_TARIFF, reading, from);
    String number = reading.plain(at, end);
    if ((per.isEmpty() && !named) || Prices.isUnit(reading, word(reading, end))) {
      return NOTHING;
    }
    finds.add(reading, EntityKind.PRICE, "USD " + number, from, to, "currency", "USD", "per", per);
    return to;
  }

  private static int dollarsFrom(Reading reading, int at) {
    int end = reading.at(at - 1) == ' ' ? at - 1 : at;
    if (reading.at(end - 1) == '$') {
      return reading.holds("us$", end - 3) ? end - 3 : end - 1;
    }
    boolean usd = reading.holds("usd", end - 3) && !isLetter(reading.at(end - 4));
    return usd ? end - 3 : at;
  }

  /** {@code rate 500/jam}: as with {@code ST 500}, thousands of rupiah are meant. */
  private static int thousands(Reading reading, int at, int end, Finds finds) {
    String per = per(reading, end);
    if (per.isEmpty() || per.equals("menit") || !isWordBefore(RATE, reading, at)) {
      return NOTHING; // 150 in a minute is a heart's rate
    }
    long rupiah = Prices.roundThousands(reading, at, end);
    if (rupiah == 0) {
      return NOTHING;
    }
    finds.add(reading, EntityKind.PRICE, "IDR " + rupiah, at, end, "rupiah", rupiah, "per", per);
    return end;
  }

  private static boolean isWordBefore(NameTable words, Reading reading, int at) {
    int end = endBefore(reading, at);
    return words.contains(reading.bytes(), reading.tokenStart(end, LONGEST_WORD), end);
  }

  /** Where the word before {@code at} ends, over a short gap on the same line. */
  private static int endBefore(Reading reading, int at) {
    int end = at;
    while (end > 0 && at - end < 4 && !Reading.isAlphanumeric(reading.at(end - 1))) {
      if (reading.endsLine(end - 1)) {
        return 0;
      }
      end--;
    }
    return end;
  }

  private static int word(Reading reading, int at) {
    return reading.at(at) == ' ' ? at + 1 : at;
  }

  private static int wordEnd(Reading reading, int at) {
    return reading.tokenEnd(word(reading, at), LONGEST_WORD);
  }
}
