package ronda.tool.training;

import java.util.List;
import java.util.Locale;

/**
 * Dresses a word up so that people still read it and word lists do not, to train on. Measuring uses
 * other code with ways that are not among these.
 */
final class Costume {
  /** First capital and first small letter of styles of mathematical letters without gaps. */
  private static final int[][] STYLES = {
    {0x1D400, 0x1D41A, 0x1D7CE}, // bold
    {0x1D468, 0x1D482, 0}, // bold italic
    {0x1D4D0, 0x1D4EA, 0}, // bold script
    {0x1D56C, 0x1D586, 0}, // bold Gothic
    {0x1D5A0, 0x1D5BA, 0x1D7E2}, // sans serif
    {0x1D5D4, 0x1D5EE, 0x1D7EC}, // sans serif bold
    {0x1D608, 0x1D622, 0}, // sans serif italic
    {0x1D63C, 0x1D656, 0}, // sans serif bold italic
    {0x1D670, 0x1D68A, 0x1D7F6}, // typewriter
    {0xFF21, 0xFF41, 0xFF10}, // fullwidth
    {0x24B6, 0x24D0, 0}, // circled
    {0x1F130, 0, 0}, // squared
    {0x1F170, 0, 0}, // squared, negative
    {0x1F150, 0, 0}, // circled, negative
  };

  private static final String LATIN = "aeopcyxijskmthbABCEHIKMOPTXYS";
  private static final String LOOKS = "аеорсухіјѕкмтһЬАВСЕНІКМОРТХҮЅ";
  private static final String SMALL = "abcdefghijklmnopqrstuvwyz";
  private static final String SMALL_CAPITALS = "ᴀʙᴄᴅᴇꜰɢʜɪᴊᴋʟᴍɴᴏᴘǫʀꜱᴛᴜᴠᴡʏᴢ";
  private static final String LEET_FROM = "aeiostgbz";
  private static final String LEET_TO = "431057962";
  private static final List<String> JOINTS = List.of(" ", " ", ".", "-", "_", "'", "/", "·", "  ");
  private static final List<String> INVISIBLE = List.of("\u200B", "\u200C", "\u2060", "\uFEFF");
  private static final List<String> JEWELS =
      List.of(
          "🔥", "✨", "💎", "🎰", "⭐", "💞", "🚀", "👑", "🍀", "💯", "⚡", "🌟", "❄️", "🎲", "✦", "★",
          "◆", "☆", "❤", "🤟", "✌", "【", "『", "《", "✯", "🏆", "💰");

  /** How many styles {@link #styled(String, int)} knows. */
  static final int STYLED = STYLES.length;

  private Costume() {}

  /** The word in one style of letters; what the style has no form for stays. */
  static String styled(String word, int style) {
    StringBuilder out = new StringBuilder();
    word.codePoints()
        .forEach(c -> out.appendCodePoint(c < 128 ? styled((char) c, STYLES[style], true) : c));
    return out.toString();
  }

  /** The word in one costume, sometimes with jewels on both sides. */
  static String dress(String word, Dice dice) {
    String dressed =
        switch (dice.below(16)) {
          case 0, 1, 2, 3, 4 -> styled(cased(word, dice), style(dice), dice);
          case 5, 6 -> mixed(cased(word, dice), dice);
          case 7 -> joined(styled(word.toUpperCase(Locale.ROOT), style(dice), dice), dice);
          case 8, 9 -> joined(word.toUpperCase(Locale.ROOT), dice);
          case 10 -> lookalike(cased(word, dice), dice);
          case 11 -> marked(cased(word, dice), dice);
          case 12 -> smallCapitals(word);
          case 13 -> leet(cased(word, dice), dice);
          case 14 -> invisible(word, dice);
          default -> cased(word, dice);
        };
    return dice.chance(0.35) ? jewelled(dressed, dice) : dressed;
  }

  private static int[] style(Dice dice) {
    return STYLES[dice.below(STYLES.length)];
  }

  private static String cased(String word, Dice dice) {
    return dice.chance(0.65) ? word.toUpperCase(Locale.ROOT) : word;
  }

  private static String jewelled(String word, Dice dice) {
    String left = dice.oneOf(JEWELS);
    String right =
        switch (left) {
          case "【" -> "】";
          case "『" -> "』";
          case "《" -> "》";
          default -> left;
        };
    String gap = dice.chance(0.3) ? " " : "";
    return left + gap + word + gap + right;
  }

  private static String styled(String word, int[] style, Dice dice) {
    boolean digitsToo = dice.chance(0.8);
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < word.length(); i++) {
      out.appendCodePoint(styled(word.charAt(i), style, digitsToo));
    }
    return out.toString();
  }

  private static int styled(char c, int[] style, boolean digitsToo) {
    if (c >= 'A' && c <= 'Z') {
      return style[0] + c - 'A';
    }
    if (c >= 'a' && c <= 'z') {
      return style[1] != 0 ? style[1] + c - 'a' : style[0] + c - 'a';
    }
    if (c >= '0' && c <= '9' && digitsToo) {
      return (style[2] != 0 ? style[2] : 0x1D7EC) + c - '0';
    }
    return c;
  }

  /** Another style for each letter, and some letters left plain. */
  private static String mixed(String word, Dice dice) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < word.length(); i++) {
      char c = word.charAt(i);
      out.appendCodePoint(dice.chance(0.25) ? c : styled(c, STYLES[dice.below(9)], true));
    }
    return out.toString();
  }

  private static String joined(String word, Dice dice) {
    String joint = dice.oneOf(JOINTS);
    StringBuilder out = new StringBuilder();
    word.codePoints().forEach(c -> out.append(out.isEmpty() ? "" : joint).appendCodePoint(c));
    return out.toString();
  }

  private static String lookalike(String word, Dice dice) {
    return swapped(word, LATIN, LOOKS, 0.6, 0, dice);
  }

  private static String smallCapitals(String word) {
    StringBuilder out = new StringBuilder();
    for (char c : word.toLowerCase(Locale.ROOT).toCharArray()) {
      int at = SMALL.indexOf(c);
      out.append(at < 0 ? c : SMALL_CAPITALS.charAt(at));
    }
    return out.toString();
  }

  /** Only between letters, as people do: a leading or trailing sign would be read as a number. */
  private static String leet(String word, Dice dice) {
    return swapped(word.toLowerCase(Locale.ROOT), LEET_FROM, LEET_TO, 0.5, 1, dice);
  }

  private static String swapped(
      String word, String from, String to, double often, int margin, Dice dice) {
    StringBuilder out = new StringBuilder(word);
    for (int i = margin; i < word.length() - margin; i++) {
      int at = from.indexOf(word.charAt(i));
      if (at >= 0 && dice.chance(often)) {
        out.setCharAt(i, to.charAt(at));
      }
    }
    return out.toString();
  }

  private static String marked(String word, Dice dice) {
    char mark = (char) (0x0300 + dice.below(0x70));
    StringBuilder out = new StringBuilder();
    for (char c : word.toCharArray()) {
      out.append(c).append(mark);
      if (dice.chance(0.2)) {
        out.append((char) (0x0300 + dice.below(0x70)));
      }
    }
    return out.toString();
  }

  private static String invisible(String word, Dice dice) {
    StringBuilder out = new StringBuilder();
    for (char c : word.toCharArray()) {
      out.append(c).append(dice.chance(0.4) ? dice.oneOf(INVISIBLE) : "");
    }
    return out.toString();
  }
}
