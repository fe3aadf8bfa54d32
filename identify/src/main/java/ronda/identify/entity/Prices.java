package ronda.identify.entity;

import static ronda.identify.entity.Reading.isDigit;
import static ronda.identify.entity.Reading.isLetter;

import java.math.BigDecimal;
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
  private static final long MOST = 1_000_000 * BILLION;

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
    int end = numeralEnd(reading, at);
    int unitFrom = reading.at(end) == ' ' ? end + 1 : end;
    int unitTo = unitFrom;
    while (isLetter(reading.at(unitTo)) && unitTo - unitFrom < 10) {
      unitTo++;
    }
    boolean currency = currencyBefore(reading, at);
    long unit = unitAt(reading, unitFrom, unitTo, end == unitFrom);
    Label rate = unit == 0 || unit == THOUSAND ? Label.rightBefore(reading, at) : Label.NONE;
    if (unit == 0) {
      if (currency) {
        return add(reading, at, end, rupiah(reading, at, end, 1), "", finds);
      }
      return rate.is(Label.Role.RATE) ? rate(reading, at, end, rate, finds) : NOTHING;
    }
    if (!currency && (countsThings(reading, unitTo) || isWrittenAsCode(reading, at, end, unit))) {
      return NOTHING;
    }
    String name = rate.is(Label.Role.RATE) ? rate.name() : "";
    return add(reading, at, unitTo, rupiah(reading, at, end, unit), name, finds);
  }

  private static int add(Reading reading, int at, int end, long rupiah, String rate, Finds finds) {
    if (rupiah <= 0) {
      return NOTHING;
    }
    int from = currencyBefore(reading, at) ? currencyFrom(reading, at) : at;
    finds.add(
        reading, EntityKind.PRICE, "IDR " + rupiah, from, end, "rupiah", rupiah, "rate", rate);
    return end;
  }

  /** {@code ST 500}: hundreds or thousands, in round fifties, that mean thousands of rupiah. */
  private static int rate(Reading reading, int at, int end, Label label, Finds finds) {
    if (end - at < 3 || end - at > 4 || reading.at(at - 1) == '\n' || isLetter(reading.at(end))) {
      return NOTHING;
    }
    long thousands = rupiah(reading, at, end, 1);
    if (thousands < 150 || thousands > 5_000 || thousands % 50 != 0) {
      return NOTHING;
    }
    return add(reading, at, end, thousands * THOUSAND, label.name(), finds);
  }

  /** {@code 4k}, {@code 2m}: a resolution or a distance more often than a price. */
  private static boolean isWrittenAsCode(Reading reading, int at, int end, long unit) {
    return unit == THOUSAND && reading.at(end) == 'k' && end - at < 2;
  }

  private static boolean countsThings(Reading reading, int unitTo) {
    if (reading.at(unitTo) != ' ') {
      return false;
    }
    int to = reading.tokenEnd(unitTo + 1, 14);
    return COUNTED.contains(reading.bytes(), unitTo + 1, to);
  }

  private static long unitAt(Reading reading, int from, int to, boolean glued) {
    return switch (to - from) {
      case 1 -> glued && reading.holds("k", from) ? THOUSAND : 0;
      case 2 -> reading.holds("rb", from) ? THOUSAND : reading.holds("jt", from) ? MILLION : 0;
      case 3 -> reading.holds("rbu", from) ? THOUSAND : reading.holds("jta", from) ? MILLION : 0;
      case 4 -> reading.holds("ribu", from) ? THOUSAND : reading.holds("juta", from) ? MILLION : 0;
      case 6 -> reading.holds("miliar", from) || reading.holds("milyar", from) ? BILLION : 0;
      default -> 0;
    };
  }

  /** Where the digits, with dots and commas between them, end. */
  private static int numeralEnd(Reading reading, int at) {
    int end = at;
    while (end - at < LONGEST
        && (isDigit(reading.at(end))
            || ((reading.at(end) == '.' || reading.at(end) == ',')
                && isDigit(reading.at(end + 1))))) {
      end++;
    }
    return end;
  }

  /** The amount, or 0 where the digits are not written as an amount. */
  private static long rupiah(Reading reading, int from, int to, long unit) {
    if (to - from >= LONGEST) {
      return 0;
    }
    StringBuilder digits = new StringBuilder();
    boolean decimal = false;
    for (int i = from; i < to; i++) {
      int b = reading.at(i);
      if (isDigit(b)) {
        digits.append((char) b);
      } else if (decimal) {
        return 0;
      } else if (!groupOfThree(reading, i, to)) {
        digits.append('.');
        decimal = true;
      }
    }
    BigDecimal amount = new BigDecimal(digits.toString()).multiply(BigDecimal.valueOf(unit));
    return amount.compareTo(BigDecimal.valueOf(MOST)) > 0 ? 0 : amount.longValue();
  }

  private static boolean groupOfThree(Reading reading, int dot, int to) {
    return dot + 3 < to
        && isDigit(reading.at(dot + 1))
        && isDigit(reading.at(dot + 2))
        && isDigit(reading.at(dot + 3))
        && (dot + 4 >= to || !isDigit(reading.at(dot + 4)));
  }

  private static boolean currencyBefore(Reading reading, int at) {
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
