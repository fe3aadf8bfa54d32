package ronda.tool.training;

/** Dresses words of whole posts. */
final class Wardrobe {
  private Wardrobe() {}

  /** The post with one to three of its longer words in costume, or all of it. */
  static String someWords(String post, Dice dice) {
    String[] words = post.split(" ", -1);
    if (dice.chance(0.15)) {
      return allWords(words, dice);
    }
    int dressings = dice.between(1, 3);
    for (int i = 0; i < dressings; i++) {
      int at = dice.below(words.length);
      if (isWord(words[at])) {
        words[at] = Costume.dress(words[at], dice);
      }
    }
    return String.join(" ", words);
  }

  /** People who write a whole post in fancy letters keep to one style. */
  private static String allWords(String[] words, Dice dice) {
    int style = dice.below(Costume.STYLED);
    for (int i = 0; i < words.length; i++) {
      words[i] = Costume.styled(words[i], style);
    }
    return String.join(" ", words);
  }

  private static boolean isWord(String word) {
    return word.length() > 2 && word.chars().allMatch(c -> c < 128 && Character.isLetterOrDigit(c));
  }
}
