package ronda.identify.entity;

import static ronda.identify.entity.Reading.isDigit;
import static ronda.identify.entity.Reading.isLetter;

import ronda.identify.signal.EntityKind;

/**
 * Finds prices and rates: {@code Rp50.000}, {@code 50rb}, {@code 1,5jt}, {@code 500k}, and {@code
 * ST 500}, which means 500 thousand. Their normal form is {@code IDR} and whole rupiah.
 */
final class Prices implements Finder {
  private static final int LONGEST = 24;
  private static final long THOUSAND = 1_000;
  private static final long MILLION = 1_000_000;
  private static final long BILLION = 1_000_000_000;

  /** So many digits in one run are an identity or card number, whatever stands before them. */
  private static final int BARE_DIGITS = 16;

  /** Fifteen digits, nearly a thousand triliun: no offer to the public asks more. */
  private static final long MOST = 999_999 * BILLION;

  /** Nothing costs less: an amount below it was cut off, as in {@code Rp 44 , 9 miliar}. */
  private static final long LEAST = 100;

  private static final NameTable UNITS =
      NameTable.of(
          "rb",
          "rbu",
          "ribu",
          "ribuan",
          "rebu",
          "ewu",
          "jt",
          "jta",
          "juta",
          "jutaan",
          "miliar",
          "milyar",
          "miliaran",
          "triliun",
          "trilyun");
  private static final long[] WORTH = {
    THOUSAND,
    THOUSAND,
    THOUSAND,
    THOUSAND,
    THOUSAND,
    THOUSAND,
    MILLION,
    MILLION,
    MILLION,
    MILLION,
    BILLION,
    BILLION,
    BILLION,
    1_000 * BILLION,
    1_000 * BILLION,
  };

  /** Words that make the amount another country's. */
  private static final NameTable FOREIGN =
      NameTable.of(
          "dolar",
          "dollar",
          "dollars",
          "usd",
          "euro",
          "eur",
          "ringgit",
          "rm",
          "myr",
          "yen",
          "won",
          "pound",
          "poundsterling",
          "riyal",
          "real",
          "sgd",
          "yuan",
          "usdt",
          "baht",
          "peso");

  /** What people count with the same words: a number before one of these is no price. */
  private static final NameTable COUNTED =
      NameTable.of(
          "orang",
          "org",
          "jiwa",
          "warga",
          "penonton",
          "view",
          "views",
          "viewer",
          "viewers",
          "like",
          "likes",
          "sub",
          "subs",
          "subscriber",
          "subscribers",
          "follower",
          "followers",
          "pengikut",
          "km",
          "kali",
          "x",
          "ton",
          "hektar",
          "ha",
          "tahun",
          "thn",
          "unit",
          "pengguna",
          "user",
          "users",
          "anggota",
          "member",
          "peserta",
          "suara",
          "pemilih",
          "kendaraan",
          "data",
          "watt",
          "ekor",
          "rumah",
          "pasien",
          "kasus",
          "dosis",
          "barel",
          "liter",
          "meter",
          "run",
          "umat",
          "penduduk",
          "masyarakat",
          "buruh",
          "karyawan",
          "pekerja",
          "siswa",
          "akun",
          "wisatawan",
          "penumpang",
          "lembar",
          "pohon",
          "buah",
          "massa",
          "personel",
          "keluarga",
          "kk",
          "mah");

  @Override
  public int find(Reading reading, int at, Finds finds) {
    if (isLetter(reading.at(at - 1)) && !currencyBefore(reading, at)) {
      return NOTHING;
    }
    boolean currency = currencyBefore(reading, at);
    int end = numeralEnd(reading, at);
    if (reading.tokenEnd(at, BARE_DIGITS) - at == BARE_DIGITS) {
      return NOTHING;
    }
    if (currency) {
      end = looseThousands(reading, end);
    }
    int unitFrom = reading.at(end) == ' ' ? end + 1 : end;
    int unitTo = unitFrom;
    while (isLetter(reading.at(unitTo)) && unitTo - unitFrom < 10) {
      unitTo++;
    }
    long unit = unitAt(reading, unitFrom, unitTo, end == unitFrom, currency);
    boolean labelled = reading.at(at - 1) == 't' || reading.at(at - 2) == 't'; // ST, LT
    Label rate = labelled ? Label.rightBefore(reading, at) : Label.NONE;
    if (unit == 0) {
      if (currency) {
        return add(reading, at, end, rupiah(reading, at, end, 1), "", finds);
      }
      return rate.is(Label.Role.RATE) ? rate(reading, at, end, rate, finds) : NOTHING;
    }
    if (isForeign(reading, at, unitTo)) {
      return NOTHING;
    }
    if (!currency && (countsThings(reading, unitTo) || isWrittenAsCode(reading, at, end, unit))) {
      return NOTHING;
    }
    String name = rate.is(Label.Role.RATE) ? rate.name() : "";
    return add(reading, at, unitTo, rupiah(reading, at, end, unit), name, finds);
  }

  private static int add(Reading reading, int at, int end, long rupiah, String rate, Finds finds) {
    if (rupiah < LEAST) {
      return NOTHING;
    }
    int from = currencyBefore(reading, at) ? currencyFrom(reading, at) : at;
    finds.add(
        reading,
        EntityKind.PRICE,
        "IDR " + rupiah,
        from,
        end,
        "rupiah",
        rupiah,
        "rate",
        rate,
        "per",
        Rates.per(reading, end));
    return end;
  }

  /** {@code ST 500}: hundreds or thousands, in round fifties, that mean thousands of rupiah. */
  private static int rate(Reading reading, int at, int end, Label label, Finds finds) {
    if (end - at < 3 || end - at > 4 || isLetter(reading.at(end)) || measures(reading, end)) {
      return NOTHING;
    }
    if (!isDigit(reading.at(at + 1))) { // "LT 1.4": millions
      return add(reading, at, end, rupiah(reading, at, end, MILLION), label.name(), finds);
    }
    return add(reading, at, end, roundThousands(reading, at, end), label.name(), finds);
  }

  /** The rupiah that {@code 500} is short for; 0 where no rate is told by such a number. */
  static long roundThousands(Reading reading, int at, int end) {
    long thousands = rupiah(reading, at, end, 1);
    return thousands < 150 || thousands > 5_000 || thousands % 50 != 0 ? 0 : thousands * THOUSAND;
  }

  /** Whether a word such as {@code juta} stands at {@code at}. */
  static boolean isUnit(Reading reading, int at) {
    return UNITS.contains(reading.bytes(), at, reading.tokenEnd(at, 10)) || reading.at(at) == 'k';
  }

  /** {@code LT 250 m2}: the size of a plot. */
  private static boolean measures(Reading reading, int end) {
    return reading.holds(" m ", end) || reading.holds(" m2", end) || reading.holds(" meter", end);
  }

  /** {@code 4k}, {@code 2m}: a resolution or a distance more often than a price. */
  private static boolean isWrittenAsCode(Reading reading, int at, int end, long unit) {
    return unit == THOUSAND && reading.at(end) == 'k' && end - at < 2;
  }

  private static boolean isForeign(Reading reading, int at, int unitTo) {
    int from = unitTo + (reading.at(unitTo) == ' ' ? 1 : 0);
    return reading.at(at - 1) == '$'
        || reading.at(at - 2) == '$'
        || FOREIGN.contains(reading.bytes(), from, reading.tokenEnd(from, 14));
  }

  private static boolean countsThings(Reading reading, int unitTo) {
    if (reading.at(unitTo) != ' ') {
      return false;
    }
    int to = reading.tokenEnd(unitTo + 1, 14);
    return COUNTED.contains(reading.bytes(), unitTo + 1, to);
  }

  /** What one unit is worth; a lone letter must stand right behind its number or a currency's. */
  private static long unitAt(Reading reading, int from, int to, boolean glued, boolean currency) {
    if (to - from == 1) {
      return switch (reading.at(from)) {
        case 'k' -> glued || currency ? THOUSAND : 0;
        case 'm' -> currency ? BILLION : 0;
        case 't' -> currency ? 1_000 * BILLION : 0;
        default -> 0;
      };
    }
    int unit =
        switch (reading.at(from)) {
          case 'r', 'e', 'j', 'm', 't' -> UNITS.numberOf(reading.bytes(), from, to);
          default -> NameTable.ABSENT;
        };
    return unit == NameTable.ABSENT ? 0 : WORTH[unit];
  }

  /** Where the digits, with dots and commas between them, end. */
  static int numeralEnd(Reading reading, int at) {
    int end = at;
    while (end - at < LONGEST
        && (isDigit(reading.at(end))
            || ((reading.at(end) == '.' || reading.at(end) == ',')
                && isDigit(reading.at(end + 1))))) {
      end++;
    }
    return end;
  }

  /** Goes on over thousands that a blank cut off: {@code Rp 50. 000}. */
  private static int looseThousands(Reading reading, int end) {
    int at = end;
    while (at - end < 3 && (reading.at(at) == ' ' || reading.at(at) == '.')) {
      at++;
    }
    boolean zeros = reading.holds("000", at) || reading.holds("500", at);
    return at > end && zeros && !isDigit(reading.at(at + 3)) ? at + 3 : end;
  }

  /** The amount in whole rupiah, or 0 where the digits are not written as an amount. */
  private static long rupiah(Reading reading, int from, int to, long unit) {
    long whole = 0;
    long fraction = 0;
    long scale = 1; // how many parts of one the fraction counts; 1 as long as there is no comma
    boolean decimal = false;
    for (int i = from; i < to; i++) {
      int b = reading.at(i);
      if (isDigit(b) && decimal) {
        fraction = fraction * 10 + b - '0';
        scale *= 10;
      } else if (isDigit(b)) {
        whole = whole * 10 + b - '0';
      } else if (b != ' ' && reading.at(i + 1) != ' ' && !groupOfThree(reading, i, to)) {
        if (decimal) {
          return 0;
        }
        decimal = true;
      }
      if (whole > MOST || scale > MILLION) {
        return 0;
      }
    }
    return whole > MOST / unit ? 0 : whole * unit + fraction * unit / scale;
  }

  private static boolean groupOfThree(Reading reading, int dot, int to) {
    return dot + 3 < to
        && isDigit(reading.at(dot + 1))
        && isDigit(reading.at(dot + 2))
        && isDigit(reading.at(dot + 3))
        && (dot + 4 >= to || !isDigit(reading.at(dot + 4)));
  }

  /** Whether {@code Rp} or {@code IDR} announces the number at {@code at}. */
  static boolean currencyBefore(Reading reading, int at) {
    return currencyFrom(reading, at) < at;
  }

  private static int currencyFrom(Reading reading, int at) {
    int end = at;
    while (at - end < 2 && (reading.at(end - 1) == ' ' || reading.at(end - 1) == '.')) {
      end--;
    }
    int from =
        reading.holds("rp", end - 2) ? end - 2 : reading.holds("idr", end - 3) ? end - 3 : at;
    return from < at && isLetter(reading.at(from - 1)) ? at : from;
  }
}
