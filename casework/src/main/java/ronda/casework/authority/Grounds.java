package ronda.casework.authority;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Whether the words that somebody gives as a reason are one (alasan). */
public final class Grounds {
  /** How many other words a reason needs beside those that say nothing. */
  private static final int WORDS_THAT_SAY_SOMETHING = 3;

  /**
   * "Unsettling to society" is the broadest wording of PM Kominfo 5/2020, 9(4), and fits whatever
   * somebody dislikes. These words are allowed, and do not count.
   */
  private static final Set<String> SAYING_NOTHING =
      Set.of(
          "meresahkan",
          "resah",
          "keresahan",
          "mengganggu",
          "ganggu",
          "gangguan",
          "ketertiban",
          "umum",
          "masyarakat",
          "warga",
          "publik",
          "rakyat",
          "orang",
          "banyak",
          "konten",
          "postingan",
          "unggahan",
          "akun",
          "ini",
          "itu",
          "tersebut",
          "yang",
          "dan",
          "di",
          "ke",
          "pada",
          "bagi",
          "oleh",
          "karena",
          "sebab",
          "sangat",
          "sudah",
          "telah",
          "dapat",
          "bisa",
          "akan",
          "media",
          "sosial",
          "medsos",
          "online",
          "daring",
          "viral",
          "negatif",
          "tidak",
          "pantas",
          "melanggar",
          "nilai",
          "norma",
          "budaya",
          "kesopanan",
          "menimbulkan",
          "membuat",
          "secara",
          "dinilai",
          "dianggap",
          "diduga",
          "dugaan",
          "kami",
          "mohon",
          "agar",
          "segera",
          "ditindak",
          "ditindaklanjuti",
          "unsettling",
          "public",
          "order",
          "disturbing",
          "society",
          "the",
          "is",
          "to",
          "it",
          "of",
          "and");

  private static final Set<String> DEFAMATION =
      Set.of(
          "pencemaran",
          "mencemarkan",
          "dicemarkan",
          "tercemar",
          "fitnah",
          "memfitnah",
          "difitnah",
          "menghina",
          "penghinaan",
          "dihina",
          "marwah",
          "wibawa",
          "kehormatan",
          "martabat",
          "defamation",
          "27a",
          "433");

  private Grounds() {}

  /** Why a reason is none. */
  public enum Weakness {
    BLANK,
    /** It says that people are unsettled and nothing else. */
    MERELY_UNSETTLING
  }

  /** What is wrong with this reason; empty if it says something. */
  public static Optional<Weakness> weakness(String reason) {
    if (reason.isBlank()) {
      return Optional.of(Weakness.BLANK);
    }
    long saying =
        words(reason).filter(word -> !SAYING_NOTHING.contains(word)).distinct().limit(10).count();
    return saying < WORDS_THAT_SAY_SOMETHING
        ? Optional.of(Weakness.MERELY_UNSETTLING)
        : Optional.empty();
  }

  /** Whether a reason speaks of somebody's honour or good name. Errs towards yes. */
  public static boolean speaksOfHonour(String reason) {
    return words(reason).anyMatch(DEFAMATION::contains)
        || (" " + String.join(" ", words(reason).toList()) + " ").contains(" nama baik ");
  }

  private static Stream<String> words(String text) {
    StringBuilder plain = new StringBuilder(text.length());
    String lower = text.toLowerCase(Locale.ROOT);
    for (int i = 0; i < lower.length(); i++) {
      plain.append(Character.isLetterOrDigit(lower.charAt(i)) ? lower.charAt(i) : ' ');
    }
    return Arrays.stream(plain.toString().split(" ", -1)).filter(word -> !word.isEmpty());
  }
}
