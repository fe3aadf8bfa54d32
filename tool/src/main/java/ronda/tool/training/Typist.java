package ronda.tool.training;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Types a made-up post the way somebody would: carefully, in chat spelling, hastily, or in
 * capitals.
 *
 * <p>Words with digits are left alone: a changed phone number or price would teach that numbers
 * look like words.
 */
final class Typist {
  private final Map<String, List<String>> chat;

  private Typist(Map<String, List<String>> chat) {
    this.chat = chat;
  }

  /**
   * A typist who knows the chat spellings in {@code file}: word, tab, spellings set apart by bars.
   */
  static Typist read(Path file) throws IOException {
    Map<String, List<String>> chat = new HashMap<>();
    for (String line : Files.readAllLines(file)) {
      int tab = line.indexOf('\t');
      if (tab > 0 && !line.startsWith("#")) {
        chat.put(line.substring(0, tab), List.of(line.substring(tab + 1).split("\\|", -1)));
      }
    }
    return new Typist(chat);
  }

  /** The post as somebody types it. */
  String type(String post, Dice dice) {
    return switch (dice.below(20)) {
      case 0, 1, 2, 3, 4, 5 -> post;
      case 6, 7, 8 -> post.toLowerCase(Locale.ROOT);
      case 9 -> post.toUpperCase(Locale.ROOT);
      case 10, 11, 12 -> words(post.toLowerCase(Locale.ROOT), 0.6, 0.02, dice);
      case 13, 14 -> words(post, 0.5, 0.02, dice);
      case 15, 16 -> unpunctuated(words(post.toLowerCase(Locale.ROOT), 0.4, 0.08, dice));
      case 17 -> unpunctuated(post.toLowerCase(Locale.ROOT));
      case 18 -> words(post, 0.2, 0.15, dice);
      default -> unpunctuated(words(post, 0.8, 0.05, dice));
    };
  }

  /**
   * The post word by word.
   *
   * @param shortened how often a word that has a chat spelling gets it
   * @param slipped how often a finger slips in a word
   */
  private String words(String post, double shortened, double slipped, Dice dice) {
    StringBuilder typed = new StringBuilder(post.length());
    int at = 0;
    while (at < post.length()) {
      int end = at;
      while (end < post.length() && Character.isLetterOrDigit(post.charAt(end))) {
        end++;
      }
      if (end == at) {
        typed.append(post.charAt(at++));
        continue;
      }
      typed.append(word(post.substring(at, end), shortened, slipped, dice));
      at = end;
    }
    return typed.toString();
  }

  private String word(String word, double shortened, double slipped, Dice dice) {
    List<String> spellings = chat.get(word.toLowerCase(Locale.ROOT));
    if (spellings != null && dice.chance(shortened)) {
      return dice.oneOf(spellings);
    }
    boolean plain = word.length() > 3 && word.chars().allMatch(c -> c >= 'A' && c <= 'z');
    return plain && dice.chance(slipped) ? slip(word, dice) : word;
  }

  private static String slip(String word, Dice dice) {
    StringBuilder slipped = new StringBuilder(word);
    int at = dice.between(1, word.length() - 2);
    switch (dice.below(4)) {
      case 0 -> slipped.deleteCharAt(at);
      case 1 -> slipped.insert(at, word.charAt(at));
      case 2 -> {
        slipped.setCharAt(at, word.charAt(at + 1));
        slipped.setCharAt(at + 1, word.charAt(at));
      }
      default ->
          slipped.append(word.charAt(word.length() - 1)).append(word.charAt(word.length() - 1));
    }
    return slipped.toString();
  }

  private static String unpunctuated(String post) {
    StringBuilder bare = new StringBuilder(post.length());
    for (int i = 0; i < post.length(); i++) {
      char c = post.charAt(i);
      boolean insideNumber =
          i + 1 < post.length()
              && i > 0
              && isWordy(post.charAt(i - 1))
              && isWordy(post.charAt(i + 1));
      if (c != ',' && c != '.' && c != '!' && c != '?' || insideNumber) {
        bare.append(c);
      }
    }
    return bare.toString();
  }

  private static boolean isWordy(char c) {
    return c >= '0' && c <= '9' || c >= 'a' && c <= 'z' || c == '/';
  }
}
