package ronda.identify.entity;

import java.util.ArrayList;
import java.util.List;

/**
 * A word that says what the number or name after it is: {@code wa}, {@code bca}, {@code dana}.
 *
 * @param role what kind of thing it announces
 * @param name the bank, wallet or service in its usual spelling
 */
record Label(Role role, String name) {
  enum Role {
    PHONE,
    BANK,
    WALLET,
    MESSENGER,
    ACCOUNT,
    LINK,
    RATE,
    NONE
  }

  private static final List<String> WORDS = new ArrayList<>();
  private static final List<Label> LABELS = new ArrayList<>();

  static {
    add(Role.PHONE, "whatsapp", "wa", "whatsapp", "whatsap", "watsap", "wasap", "whatshap", "wea");
    add(
        Role.PHONE,
        "whatsapp",
        "wapp",
        "walsap",
        "wha",
        "wats",
        "watshap",
        "chatwa",
        "nowa",
        "wae");
    add(Role.PHONE, "sms", "sms", "smswa");
    add(Role.PHONE, "", "hub", "hubungi", "hubungin", "hubi", "telp", "telpon", "telepon", "tlp");
    add(
        Role.PHONE,
        "",
        "tlpn",
        "tlpon",
        "telpn",
        "tel",
        "hp",
        "nohp",
        "no",
        "nomor",
        "nmr",
        "nmer");
    add(Role.PHONE, "", "nope", "nomer", "call", "kontak", "contact", "cp", "cs", "phone", "admin");
    add(Role.PHONE, "", "min", "order", "pesan", "chat", "info", "text", "dial", "imo", "via");
    add(Role.BANK, "BCA", "bca");
    add(Role.BANK, "BNI", "bni");
    add(Role.BANK, "BRI", "bri");
    add(Role.BANK, "Mandiri", "mandiri", "mdr");
    add(Role.BANK, "BTN", "btn");
    add(Role.BANK, "BSI", "bsi");
    add(Role.BANK, "CIMB Niaga", "cimb", "niaga", "cimbniaga");
    add(Role.BANK, "Danamon", "danamon");
    add(Role.BANK, "OCBC", "ocbc", "nisp");
    add(Role.BANK, "Permata", "permata");
    add(Role.BANK, "Muamalat", "muamalat");
    add(Role.BANK, "KB Bukopin", "bukopin");
    add(Role.BANK, "Bank Jago", "jago");
    add(Role.BANK, "SeaBank", "seabank", "sea");
    add(Role.BANK, "Jenius", "jenius", "btpn");
    add(Role.WALLET, "DANA", "dana");
    add(Role.WALLET, "OVO", "ovo");
    add(Role.WALLET, "GoPay", "gopay", "gpay");
    add(Role.WALLET, "LinkAja", "linkaja");
    add(Role.WALLET, "ShopeePay", "shopeepay", "shopepay", "spay");
    add(Role.MESSENGER, "telegram", "telegram", "tele", "tg", "telegrm", "tlgrm", "telegran");
    add(Role.MESSENGER, "michat", "michat", "mchat", "mc", "michet", "mechat");
    add(Role.MESSENGER, "line", "line");
    add(Role.MESSENGER, "instagram", "ig", "instagram", "insta");
    add(Role.MESSENGER, "wechat", "wechat");
    add(
        Role.LINK,
        "",
        "link",
        "situs",
        "website",
        "web",
        "klik",
        "daftar",
        "url",
        "login",
        "kunjungi");
    add(Role.LINK, "", "alamat", "cek", "buka", "akses", "linknya", "websitenya", "alternatif");
    add(Role.LINK, "", "alt", "agen", "bandar", "domain", "visit");
    add(
        Role.ACCOUNT,
        "",
        "rek",
        "rekening",
        "norek",
        "rekeningnya",
        "atm",
        "acc",
        "resi",
        "resinya");
    add(Role.RATE, "ST", "st");
    add(Role.RATE, "LT", "lt");
  }

  private static final NameTable TABLE = NameTable.of(WORDS);

  /** Words that say that a number follows, and leave it to the words before them what it is. */
  private static final NameTable NUMBER_WORDS =
      NameTable.of("no", "nomor", "nmr", "nmer", "nomer", "via");

  /** How far back a label is looked for, in words and in bytes. */
  private static final int WORDS_BACK = 6;

  private static final int BYTES_BACK = 48;

  /** How far back the label of a name is looked for: names follow their label closely. */
  private static final int WORDS_BACK_OF_NAME = 2;

  /** Where no label stands near. */
  static final Label NONE = new Label(Role.NONE, "");

  private static void add(Role role, String name, String... words) {
    Label label = new Label(role, name);
    for (String word : words) {
      WORDS.add(word);
      LABELS.add(label);
    }
  }

  /**
   * The label nearest before {@code at} on the same line, of any role but {@link Role#LINK} and
   * {@link Role#RATE}, which announce other things; or {@link #NONE}.
   */
  static Label before(Reading reading, int at) {
    return before(reading, at, WORDS_BACK, false);
  }

  /**
   * As {@link #before}, of the account that begins at {@code at}: a mere word for number is passed
   * over, so that the bank in {@code BCA an Budi no 1234567890} is found.
   */
  static Label ofAccount(Reading reading, int at) {
    return before(reading, at, WORDS_BACK, true);
  }

  /** The label of the name that begins at {@code at}, as {@link #before}. */
  static Label ofName(Reading reading, int at) {
    return before(reading, at, WORDS_BACK_OF_NAME, false);
  }

  private static Label before(Reading reading, int at, int words, boolean pastNumberWords) {
    int end = at;
    int floor = Math.max(0, at - BYTES_BACK);
    boolean account = false; // "no rek": the "no" before it announces no phone
    for (int word = 0; word < words; word++) {
      while (end > floor && !Reading.isAlphanumeric(reading.at(end - 1))) {
        if (word > 0 && reading.endsLine(end - 1)) {
          return NONE;
        }
        end--;
      }
      int start = reading.tokenStart(end, 12);
      if (start == end) {
        return NONE;
      }
      Label label = at(reading, start, end);
      boolean passed = pastNumberWords && NUMBER_WORDS.contains(reading.bytes(), start, end);
      if (label.announcesNumber() && !passed && !(account && label.is(Role.PHONE))) {
        return label;
      }
      account |= label.is(Role.ACCOUNT);
      end = start;
    }
    return NONE;
  }

  /** The label that the word right before {@code at} is, or {@link #NONE}. */
  static Label rightBefore(Reading reading, int at) {
    int end = at;
    while (end > 0 && at - end < 4 && separates(reading.at(end - 1))) {
      end--;
    }
    return at(reading, reading.tokenStart(end, 12), end);
  }

  /** The label that the word {@code from..to} is, together with the word before it if need be. */
  static Label at(Reading reading, int from, int to) {
    if (reading.holds("chat", from) && to - from == 4 && reading.holds("mi", from - 3)) {
      return new Label(Role.MESSENGER, "michat");
    }
    int word = TABLE.numberOf(reading.bytes(), from, to);
    if (word != NameTable.ABSENT) {
      return LABELS.get(word);
    }
    if (to - from == 1) {
      return dotted(reading, to);
    }
    if (reading.holds("pay", from) && to - from == 3) {
      return pay(reading, from);
    }
    if (reading.holds("aja", from) && to - from == 3 && reading.holds("link", from - 5)) {
      return new Label(Role.WALLET, "LinkAja");
    }
    return NONE;
  }

  /** The bank whose three letters end at {@code to} with dots between them: {@code B.C.A}. */
  private static Label dotted(Reading reading, int to) {
    int from = to - "b.c.a".length();
    if (reading.at(to - 2) != '.'
        || reading.at(to - 4) != '.'
        || Reading.isAlphanumeric(reading.at(from - 1))) {
      return NONE;
    }
    byte[] letters = {
      (byte) reading.at(from), (byte) reading.at(from + 2), (byte) reading.at(to - 1)
    };
    int word = TABLE.numberOf(letters, 0, letters.length);
    return word != NameTable.ABSENT && LABELS.get(word).is(Role.BANK) ? LABELS.get(word) : NONE;
  }

  private static Label pay(Reading reading, int from) {
    if (reading.holds("go", from - 3)) {
      return new Label(Role.WALLET, "GoPay");
    }
    return reading.holds("shopee", from - 7) ? new Label(Role.WALLET, "ShopeePay") : NONE;
  }

  private boolean announcesNumber() {
    return switch (role) {
      case PHONE, BANK, WALLET, MESSENGER -> true;
      case ACCOUNT, LINK, RATE, NONE -> false;
    };
  }

  boolean is(Role wanted) {
    return role == wanted;
  }

  private static boolean separates(int b) {
    return b == ' ' || b == ':' || b == '=' || b == '.' || b == '-' || b == '(' || b == '>';
  }
}
