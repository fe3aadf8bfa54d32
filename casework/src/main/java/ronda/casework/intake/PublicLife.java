package ronda.casework.intake;

import java.util.Locale;

/**
 * Whether a post speaks of officials, public offices or an election (kehidupan publik). What does
 * is never one person's to decide.
 */
public final class PublicLife {
  /** Words that stand for officials, offices and elections: such posts are never one's alone. */
  private static final String[] WORDS = {
    "presiden",
    "wapres",
    "menteri",
    "gubernur",
    "bupati",
    "wali kota",
    "walikota",
    "wabup",
    "camat",
    "lurah",
    "kepala desa",
    "kades",
    "dprd",
    "dpr",
    "kapolri",
    "kapolda",
    "kapolres",
    "polisi",
    "polri",
    "tni",
    "jaksa",
    "hakim",
    "kpk",
    "kpu",
    "bawaslu",
    "pemilu",
    "pilpres",
    "pilkada",
    "pileg",
    "caleg",
    "capres",
    "cawapres",
    "paslon",
    "partai",
    "pemerintah",
    "pemkot",
    "pemkab",
    "pemprov",
    "dinas",
    "kominfo",
    "asn",
    "pns"
  };

  private PublicLife() {}

  /** Whether a text names officials, public offices or an election. Errs towards yes. */
  public static boolean isNamedIn(String plainText) {
    String text = " " + onlyWords(plainText) + " ";
    for (String word : WORDS) {
      if (text.contains(" " + word + " ")) {
        return true;
      }
    }
    return false;
  }

  private static String onlyWords(String text) {
    StringBuilder words = new StringBuilder(text.length());
    String lower = text.toLowerCase(Locale.ROOT);
    for (int i = 0; i < lower.length(); i++) {
      words.append(Character.isLetterOrDigit(lower.charAt(i)) ? lower.charAt(i) : ' ');
    }
    return words.toString().replaceAll(" +", " ").strip();
  }
}
