package ronda.tool.training;

import java.util.List;
import java.util.Locale;

/** Invents words, names and numbers that look like those of real posts. */
final class InventedNames {
  private static final List<String> ONSETS =
      List.of(
          "b", "c", "d", "f", "g", "h", "j", "k", "l", "m", "n", "p", "r", "s", "t", "w", "z", "br",
          "kr", "pr", "tr", "gr", "dr", "sl", "ny", "v", "y", "x", "st", "pl");
  private static final List<String> VOWELS =
      List.of("a", "a", "a", "i", "i", "u", "u", "e", "e", "o", "o", "ai", "au", "ia");
  private static final List<String> CODAS =
      List.of("", "", "", "", "n", "r", "s", "t", "k", "ng", "l", "m", "x", "h");

  /** Words that gambling sites like in front of their number; none of them a site's name. */
  private static final List<String> LUCKY =
      List.of(
          "raja",
          "dewa",
          "mega",
          "super",
          "hoki",
          "naga",
          "macan",
          "sultan",
          "bintang",
          "emas",
          "istana",
          "kaisar",
          "garuda",
          "panda",
          "zeus",
          "petir",
          "bola",
          "koin",
          "duta",
          "gajah",
          "elang",
          "ratu",
          "mawar",
          "mutiara",
          "planet",
          "jaya",
          "indo",
          "asia",
          "royal",
          "lucky",
          "king",
          "queen",
          "win",
          "play",
          "cuan",
          "gacor",
          "pasti",
          "slot",
          "toto",
          "bos",
          "juragan",
          "pangeran",
          "wayang",
          "batik",
          "kopi",
          "bambu",
          "gunung",
          "pantai",
          "surya",
          "cahaya",
          "angkasa",
          "lapak",
          "warung",
          "kebun",
          "kuda",
          "kelinci",
          "tupai",
          "paman",
          "tante",
          "kakek",
          "nenek",
          "mami",
          "mbah",
          "permata",
          "intan",
          "samudra",
          "pelangi",
          "sakti",
          "berlian",
          "langit",
          "ombak",
          "angin",
          "merah",
          "biru",
          "hitam",
          "putih",
          "ninja",
          "samurai",
          "viking",
          "spartan",
          "alpha",
          "delta",
          "omega",
          "neo",
          "ultra",
          "max",
          "prime");

  private static final List<String> TAILS =
      List.of(
          "toto", "togel", "bet", "win", "slot", "4d", "hoki", "play", "poker", "qq", "jp", "bola",
          "gacor", "vip", "88slot", "toto88", "win88", "bet77", "game", "casino", "spin", "cuan",
          "jitu", "wd", "maxwin", "5d", "club");
  private static final List<String> NUMBERS =
      List.of(
          "88", "77", "99", "138", "168", "303", "777", "888", "69", "338", "328", "17", "365",
          "123", "212", "188", "555", "900", "108", "118", "121", "128", "178", "228", "268", "500",
          "62", "66", "33", "33", "78", "89", "707", "808", "12", "21", "78", "55");

  private InventedNames() {}

  static String letters(String from, int count, Dice dice) {
    StringBuilder letters = new StringBuilder(count);
    for (int i = 0; i < count; i++) {
      letters.append(dice.letterOf(from));
    }
    return letters.toString();
  }

  /** Letters and digits, all lower-case or all upper-case. */
  static String code(int count, Dice dice) {
    String code = letters("0123456789abcdefghijklmnopqrstuvwxyz", count, dice);
    return dice.chance(0.5) ? code.toUpperCase(Locale.ROOT) : code;
  }

  /** A word that could be Indonesian and means nothing. */
  static String word(int syllables, Dice dice) {
    StringBuilder word = new StringBuilder();
    for (int i = 0; i < syllables; i++) {
      word.append(dice.oneOf(ONSETS)).append(dice.oneOf(VOWELS));
      if (i == syllables - 1 || dice.chance(0.25)) {
        word.append(dice.oneOf(CODAS));
      }
    }
    return word.toString();
  }

  /** A mobile number, written plainly, grouped, with country code, or with letters for digits. */
  static String phone(Dice dice) {
    String local =
        "8" + letters("12357", 1, dice) + letters("0123456789", dice.between(7, 10), dice);
    return switch (dice.below(12)) {
      case 0 -> "+62 " + grouped(local, 3, '-', dice);
      case 1 -> "+62" + local;
      case 2 -> "62" + local;
      case 3 -> grouped("0" + local, 4, '-', dice);
      case 4 -> grouped("0" + local, 4, ' ', dice);
      case 5 -> grouped("0" + local, 4, '.', dice);
      case 6 -> ("0" + local).replace('0', 'O');
      case 7 -> grouped("0" + local, 1, ' ', dice);
      default -> "0" + local;
    };
  }

  private static String grouped(String digits, int size, char with, Dice dice) {
    StringBuilder grouped = new StringBuilder();
    for (int i = 0; i < digits.length(); i++) {
      if (i > 0 && i % size == 0 && (size == 1 || dice.chance(0.9))) {
        grouped.append(with);
      }
      grouped.append(digits.charAt(i));
    }
    return grouped.toString();
  }

  static String handle(Dice dice) {
    String handle = word(dice.between(2, 3), dice);
    return switch (dice.below(4)) {
      case 0 -> handle + dice.between(1, 99);
      case 1 -> handle + "_" + word(1, dice);
      case 2 -> handle + "_" + dice.between(10, 999);
      default -> handle;
    };
  }

  /** Such as dewakopi77, trasia4d, PLANGTOTO: invented, so that a model learns the shape. */
  static String brand(Dice dice) {
    String stem =
        switch (dice.below(5)) {
          case 0 -> word(1, dice) + word(1, dice);
          case 1 -> dice.oneOf(LUCKY) + dice.oneOf(LUCKY);
          case 2 -> dice.oneOf(LUCKY);
          case 3 -> letters("abcdefghijklmnoprstuvwxyz", 3, dice);
          default -> word(2, dice);
        };
    String tail =
        switch (dice.below(10)) {
          case 0, 1, 2, 3, 4 -> number(dice);
          case 5, 6, 7, 8 -> dice.oneOf(TAILS);
          default -> dice.oneOf(TAILS) + number(dice);
        };
    return stem + tail;
  }

  private static String number(Dice dice) {
    return dice.chance(0.75)
        ? dice.oneOf(NUMBERS)
        : Integer.toString(dice.chance(0.5) ? dice.between(10, 99) : dice.between(100, 999));
  }
}
