package ronda.identify.lexicon;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import ronda.identify.text.Fold;
import ronda.identify.text.PlainText;

/**
 * Words that follow each other, as the finder compares them: lower-case UTF-8. What stands between
 * two words in a text, spaces or signs, does not matter.
 */
record Phrase(List<byte[]> words, Boundary boundary) {
  /** The longest phrase, in words. */
  static final int MOST_WORDS = 6;

  /** The longest phrase, in bytes, spaces included. */
  static final int MOST_BYTES = 64;

  /** The fewest letters of a phrase that may stand inside another word. */
  static final int FEWEST_OPEN = GramFilter.SHORTEST;

  Phrase {
    words = List.copyOf(words);
    int bytes = -1;
    for (byte[] word : words) {
      bytes += word.length + 1;
    }
    if (words.isEmpty()) {
      throw new IllegalArgumentException("a term needs letters or digits");
    }
    if (words.size() > MOST_WORDS || bytes > MOST_BYTES) {
      throw new IllegalArgumentException(
          "a term has at most " + MOST_WORDS + " words and " + MOST_BYTES + " bytes");
    }
  }

  /**
   * A term's writing with its words set apart by one space each: what {@link #text} says of its
   * phrase. Most writings are like that already, and thousands are read at every start.
   *
   * @throws IllegalArgumentException with the reason, where it cannot be found in a text
   */
  static String canonical(String writing) {
    return isCanonical(writing) ? writing : of(writing).text();
  }

  /** The same for a term with this boundary, without the {@code *} of a prefix. */
  static String canonical(String writing, Boundary boundary) {
    return boundary == Boundary.WORD && isCanonical(writing)
        ? writing
        : of(writing, boundary).text().replace("*", "");
  }

  /** Whether whole words of small letters and digits, one space apart, are all there is. */
  private static boolean isCanonical(String writing) {
    int length = writing.length();
    boolean betweenWords = true;
    int words = 0;
    for (int i = 0; i < length; i++) {
      char c = writing.charAt(i);
      if (c == ' ' && !betweenWords) {
        betweenWords = true;
      } else if (c >= 'a' && c <= 'z' || c >= '0' && c <= '9') {
        words += betweenWords ? 1 : 0;
        betweenWords = false;
      } else {
        return false;
      }
    }
    return !betweenWords && words <= MOST_WORDS && length <= MOST_BYTES;
  }

  /** The phrase of a term's writing; a last {@code *} lets the last word go on. */
  static Phrase of(String writing) {
    return writing.endsWith("*")
        ? of(writing.substring(0, writing.length() - 1), Boundary.PREFIX)
        : of(writing, Boundary.WORD);
  }

  /**
   * The phrase of a term's writing.
   *
   * @throws IllegalArgumentException with the reason, where it cannot be found in a text
   */
  static Phrase of(String writing, Boundary boundary) {
    List<byte[]> words = words(writing);
    Phrase phrase = new Phrase(words, boundary);
    if (!phrase.hasAnchor()) {
      throw new IllegalArgumentException(
          "a term that may stand inside a word needs "
              + FEWEST_OPEN
              + " letters in a row, \""
              + writing
              + "\" has fewer: use boundary word");
    }
    phrase.checkLetters(writing);
    return phrase;
  }

  /** A text's letters never change again once they are plain: a term's must be plain too. */
  private void checkLetters(String writing) {
    if (writing.chars().allMatch(c -> c < 0x80)) {
      return;
    }
    PlainText plain = Fold.plain(writing);
    String read = new String(plain.bytes(), 0, plain.length(), StandardCharsets.UTF_8);
    String plainly = new Phrase(words(read), Boundary.WORD).text();
    if (!plainly.equals(new Phrase(words, Boundary.WORD).text())) {
      throw new IllegalArgumentException(
          "\""
              + writing
              + "\" would never be found: posts are read as \""
              + plainly
              + "\", list that");
    }
  }

  /** The runs of letters and digits, in small letters. */
  private static List<byte[]> words(String writing) {
    List<byte[]> words = new ArrayList<>();
    int from = -1;
    String lower = writing.toLowerCase(Locale.ROOT);
    for (int at = 0; at <= lower.length(); ) {
      int letter = at < lower.length() ? lower.codePointAt(at) : ' ';
      boolean inWord = Character.isLetterOrDigit(letter);
      if (inWord && from < 0) {
        from = at;
      } else if (!inWord && from >= 0) {
        words.add(lower.substring(from, at).getBytes(StandardCharsets.UTF_8));
        from = -1;
      }
      at += Character.charCount(letter);
    }
    return words;
  }

  /** True where word {@code i} of the phrase must be a whole word of the text. */
  boolean whole(int i) {
    return !(i == 0 && boundary.openBefore()) && !(i == words.size() - 1 && boundary.openBehind());
  }

  private boolean hasAnchor() {
    for (int i = 0; i < words.size(); i++) {
      if (mayAnchor(i)) {
        return true;
      }
    }
    return false;
  }

  /** Whether word {@code i} can be looked for first: a whole word, or long for the filter. */
  private boolean mayAnchor(int i) {
    return whole(i) || words.get(i).length >= FEWEST_OPEN;
  }

  /**
   * The word to look for first: the rarest whole one, else the rarest that is long enough for the
   * filter; -1 where there is none.
   */
  int anchorWord() {
    if (words.size() == 1) {
      return mayAnchor(0) ? 0 : -1;
    }
    int best = -1;
    double bestCost = 0;
    for (int i = 0; i < words.size(); i++) {
      double cost = likelihood(i) - (whole(i) ? 1000 : 0);
      if (mayAnchor(i) && (best < 0 || cost < bestCost)) {
        best = i;
        bestCost = cost;
      }
    }
    return best;
  }

  /** True for one word of letters and digits, as made-up names are: {@code alexis17}. */
  boolean isName() {
    if (words.size() != 1) {
      return false;
    }
    int digits = 0;
    for (byte letter : words.getFirst()) {
      digits += letter >= '0' && letter <= '9' ? 1 : 0;
    }
    return digits > 0 && digits < words.getFirst().length;
  }

  /** A name written apart: {@code alexis 17}. Empty for what is not letters and then digits. */
  Optional<Phrase> partedName() {
    byte[] name = words.getFirst();
    int letters = 0;
    while (letters < name.length && name[letters] >= 'a' && name[letters] <= 'z') {
      letters++;
    }
    int digits = letters;
    while (digits < name.length && name[digits] >= '0' && name[digits] <= '9') {
      digits++;
    }
    return words.size() == 1 && letters >= 4 && digits > letters && digits == name.length
        ? Optional.of(
            new Phrase(
                List.of(Arrays.copyOf(name, letters), Arrays.copyOfRange(name, letters, digits)),
                Boundary.WORD))
        : Optional.empty();
  }

  /**
   * The second word of the rarest two neighbours that must both be whole words of the text; 0 where
   * there are no such two.
   */
  int pair() {
    int best = 0;
    double bestCost = 0;
    for (int i = 1; i < words.size(); i++) {
      double cost = likelihood(i - 1) + likelihood(i);
      if (whole(i - 1) && whole(i) && (best == 0 || cost < bestCost)) {
        best = i;
        bestCost = cost;
      }
    }
    return best;
  }

  private double likelihood(int word) {
    return GramRarity.logLikelihood(words.get(word), 0, words.get(word).length);
  }

  /** The words with one space between them, and a {@code *} where the last may go on. */
  String text() {
    StringBuilder written = new StringBuilder();
    for (byte[] word : words) {
      written.append(written.isEmpty() ? "" : " ").append(new String(word, StandardCharsets.UTF_8));
    }
    return written.append(boundary == Boundary.PREFIX ? "*" : "").toString();
  }
}
