package ronda.casework.review;

import java.util.Locale;
import java.util.UUID;
import ronda.identify.post.Category;

/** Which jobs two people judge, the second without knowing what the first said (tinjauan buta). */
public final class SecondLook {
  /** Words that stand for officials, offices and elections: such posts are never one's alone. */
  private static final String[] PUBLIC_LIFE = {
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

  private SecondLook() {}

  /**
   * Whether two people are to judge a job: hate and hoaxes always, anything about officials or an
   * election always, and of the rest a share that is drawn by the job's id, so that nobody can tell
   * beforehand which.
   *
   * @param percent the share of all other jobs, 0 to 100
   */
  public static boolean isNeeded(Category category, String plainText, UUID job, int percent) {
    return weighs(category)
        || isAboutPublicLife(plainText)
        || Math.floorMod(job.getLeastSignificantBits(), 100) < percent;
  }

  /** Whether a category is never one person's word: hate and hoaxes. */
  public static boolean weighs(Category category) {
    return category == Category.HATE || category == Category.HOAX;
  }

  /** Whether a text names officials, public offices or an election. Errs towards yes. */
  public static boolean isAboutPublicLife(String plainText) {
    String text = " " + onlyWords(plainText) + " ";
    for (String word : PUBLIC_LIFE) {
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
