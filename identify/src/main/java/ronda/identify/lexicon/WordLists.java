package ronda.identify.lexicon;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import ronda.identify.post.Category;

/**
 * The named lists of one lexicon file (daftar kata): words that many of its terms ask for, written
 * once, in a line above them. {@code @name} then stands for all of them.
 *
 * <p>A list holds words only, no other list, so that whoever reads a term has one place to look and
 * a short file cannot grow without bounds.
 */
final class WordLists {
  /** The most lists of a file. */
  static final int MOST_LISTS = 100;

  /** The most words of a list. */
  static final int MOST_WORDS = 500;

  /** The longest name of a list, in letters. */
  static final int LONGEST_NAME = 40;

  /** For how many words the lists of a file may stand in all its terms together. */
  static final int MOST_TAKEN = 1_000_000;

  private final Map<String, Integer> lineOf = new LinkedHashMap<>();
  private final Map<String, List<String>> wordsOf = new LinkedHashMap<>();
  private final Set<String> unused = new LinkedHashSet<>();
  private int taken;

  /**
   * Reads {@code @name}, a tab, and words with commas between them. Empty cells behind them are a
   * spreadsheet's and mean nothing.
   *
   * @throws IllegalArgumentException with the reason, where it is no list or not a new one
   */
  void define(int line, String[] cells) {
    String name = name(cells[0].substring(1));
    Integer before = lineOf.get(name);
    if (before != null) {
      throw new IllegalArgumentException("the list @" + name + " stands already in line " + before);
    }
    if (lineOf.size() >= MOST_LISTS) {
      throw new IllegalArgumentException("a file has at most " + MOST_LISTS + " lists");
    }
    // A name whose words are wrong is known all the same: one mistake, one complaint.
    lineOf.put(name, line);
    wordsOf.put(name, List.of());
    wordsOf.put(name, words(cells));
    unused.add(name);
  }

  /**
   * The words of a list, in its order.
   *
   * @throws IllegalArgumentException where no list above has this name, or where the file asks for
   *     too many words
   */
  List<String> words(String name) {
    @Nullable List<String> words = wordsOf.get(name);
    if (words == null) {
      throw unknown(name);
    }
    unused.remove(name);
    taken += words.size();
    if (taken > MOST_TAKEN) {
      throw new IllegalArgumentException(
          "the lists of this file stand for more than " + MOST_TAKEN + " words");
    }
    return words;
  }

  /** The lists that no term asked for, each with its line. */
  Map<String, Integer> unused() {
    Map<String, Integer> lines = new LinkedHashMap<>(lineOf);
    lines.keySet().retainAll(unused);
    return lines;
  }

  private IllegalArgumentException unknown(String name) {
    List<String> known = new ArrayList<>(wordsOf.keySet());
    Arrays.stream(Category.values()).map(Category::code).forEach(known::add);
    return Names.unknown("category or list above this line", name, known);
  }

  private static String name(String name) {
    boolean isPlain = !name.isEmpty() && name.length() <= LONGEST_NAME;
    for (int i = 0; isPlain && i < name.length(); i++) {
      char c = name.charAt(i);
      isPlain = c >= 'a' && c <= 'z' || i > 0 && (c >= '0' && c <= '9' || c == '-');
    }
    if (!isPlain) {
      throw new IllegalArgumentException(
          "a list's name is @ and up to "
              + LONGEST_NAME
              + " small letters, digits and hyphens, was \"@"
              + name
              + "\"");
    }
    Optional<Category> category = Category.ofCode(name);
    if (category.isPresent()) {
      throw new IllegalArgumentException(
          "@" + name + " means the terms of a category: call the list otherwise");
    }
    return name;
  }

  private static List<String> words(String[] cells) {
    if (cells.length < 2 || cells[1].isBlank()) {
      throw new IllegalArgumentException("a list is its name, a tab and its words");
    }
    if (Arrays.stream(cells).skip(2).anyMatch(cell -> !cell.isBlank())) {
      throw new IllegalArgumentException(
          "a list is its name, a tab and its words, and nothing more; a term has no @ before it");
    }
    Set<String> words = new LinkedHashSet<>();
    for (String entry : cells[1].split(",", -1)) {
      String word = word(entry.strip());
      if (!words.add(word)) {
        throw new IllegalArgumentException("\"" + word + "\" stands twice in the list");
      }
    }
    if (words.size() > MOST_WORDS) {
      throw new IllegalArgumentException("a list has at most " + MOST_WORDS + " words");
    }
    return List.copyOf(words);
  }

  private static String word(String entry) {
    if (entry.startsWith("@")) {
      throw new IllegalArgumentException(
          "a list holds words, no other list and no category: write "
              + entry
              + " where it is used");
    }
    if (entry.startsWith("near:")) {
      throw new IllegalArgumentException("near: stands where a list is used, not in the list");
    }
    return Phrase.canonical(entry);
  }
}
