package ronda.identify.entity;

/**
 * Tells the wallet DANA from <i>dana</i>, money for a purpose, which is the commoner word. The
 * wallet's name stands right before its number, or but for words such as {@code ke}, {@code no} and
 * the holder's name.
 */
final class Funds {
  private static final int WORDS_BETWEEN = 6;
  private static final int WORDS_OF_CONTEXT = 6;
  private static final int LONGEST_WORD = 24;

  private static final NameTable BETWEEN =
      NameTable.of(
          "no",
          "nomor",
          "nmr",
          "nmer",
          "nomer",
          "rek",
          "rekening",
          "norek",
          "akun",
          "acc",
          "saya",
          "aku",
          "ku",
          "nya",
          "ini");

  /** As the others, where somebody speaks of paying. */
  private static final NameTable TOWARDS = NameTable.of("ke", "via", "di");

  /** What a holder's name begins with: {@code an}, {@code a.n.}, {@code a/n}, {@code atas nama}. */
  private static final NameTable ON_BEHALF_OF = NameTable.of("an", "n", "nama");

  private static final NameTable PAYING =
      NameTable.of(
          "tf",
          "trf",
          "transfer",
          "kirim",
          "krm",
          "kirimkan",
          "bayar",
          "byr",
          "pembayaran",
          "payment",
          "depo",
          "deposit",
          "dp",
          "top",
          "topup",
          "isi",
          "saldo",
          "wallet",
          "ewallet",
          "lewat",
          "melalui",
          "pakai",
          "pake",
          "wd",
          "setor",
          "rek",
          "rekening",
          "qris",
          "ovo",
          "gopay",
          "shopeepay",
          "linkaja",
          "bca",
          "bri",
          "bni",
          "mandiri");

  /** Before these words' {@code dana} stands what the money is for or where it is from. */
  private static final NameTable OF_FUNDS =
      NameTable.of(
          "sumber",
          "asal",
          "bantuan",
          "pencairan",
          "penyaluran",
          "penggalangan",
          "galang",
          "pengelola",
          "pengelolaan",
          "penyedia",
          "alokasi",
          "anggaran",
          "sisa",
          "total",
          "jumlah",
          "butuh",
          "perlu",
          "cari",
          "info",
          "pinjaman",
          "pinjam",
          "ajukan",
          "cairkan",
          "salurkan");

  private Funds() {}

  /** Whether {@code dana}, the label nearest before the number at {@code at}, means money. */
  static boolean areMeant(Reading reading, int at) {
    boolean unknown = false;
    boolean towards = false;
    int end = at;
    while (end > 0 && !Reading.isAlphanumeric(reading.at(end - 1))) {
      end--; // a number may stand below its wallet's name
    }
    for (int word = 0; word <= WORDS_BETWEEN && end > 0; word++) {
      int start = reading.tokenStart(end, LONGEST_WORD);
      if (end - start == 4 && reading.holds("dana", start)) {
        return unknown
            || endsSentence(reading, end, at)
            || is(OF_FUNDS, reading, wordEnd(reading, start))
            || (towards && !isPaid(reading, start));
      }
      if (is(ON_BEHALF_OF, reading, end)) {
        unknown = false; // a name was meant
        start =
            reading.holds("a", start - 2) || reading.holds("atas ", start - 5)
                ? reading.tokenStart(wordEnd(reading, start), LONGEST_WORD)
                : start;
      } else if (is(TOWARDS, reading, end)) {
        towards = true;
      } else {
        unknown |= !is(BETWEEN, reading, end);
      }
      end = wordEnd(reading, start);
    }
    return true;
  }

  /** Whether the words before {@code dana} speak of paying, or nothing stands before it. */
  private static boolean isPaid(Reading reading, int dana) {
    int end = wordEnd(reading, dana);
    if (end == 0) {
      return true;
    }
    for (int word = 0; word < WORDS_OF_CONTEXT && end > 0; word++) {
      if (is(PAYING, reading, end)) {
        return true;
      }
      end = wordEnd(reading, reading.tokenStart(end, LONGEST_WORD));
    }
    return false;
  }

  private static boolean is(NameTable words, Reading reading, int end) {
    return words.contains(reading.bytes(), reading.tokenStart(end, LONGEST_WORD), end);
  }

  /** Where the word before {@code at} ends on the same line; 0 where none stands there. */
  private static int wordEnd(Reading reading, int at) {
    int end = at;
    while (end > 0 && !Reading.isAlphanumeric(reading.at(end - 1))) {
      if (reading.endsLine(end - 1)) {
        return 0;
      }
      end--;
    }
    return end;
  }

  private static boolean endsSentence(Reading reading, int from, int to) {
    for (int i = from; i < to; i++) {
      if (reading.at(i) == '?' || reading.at(i) == '!') {
        return true;
      }
    }
    return false;
  }
}
