package ronda.casework.intake;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import ronda.identify.post.Post;
import ronda.identify.text.Fold;
import ronda.identify.text.PlainText;

/**
 * Whether a post speaks of officials, public offices or an election (kehidupan publik), however it
 * spells them. What does is never one person's to decide. The words stand in {@code
 * public-life.tsv}; it errs towards yes.
 */
public final class PublicLife {
  private static final String FILE = "public-life.tsv";

  /** From so many letters on, a word also counts where a longer one begins with it. */
  private static final int LONG = 6;

  /** An address is full of short syllables that mean nothing. */
  private static final int SHORTEST_IN_ADDRESS = 5;

  private static final List<String> ENDINGS = List.of("nya", "ku", "mu", "lah", "kah", "pun");
  private static final PublicLife SHIPPED = read(shippedText());

  private final Set<String> words = new HashSet<>();

  /** Phrases, between spaces. */
  private final List<String> phrases = new ArrayList<>();

  private PublicLife() {}

  /** Whether its words, its account or its address name officials, offices or an election. */
  public static boolean isNamedIn(Post post) {
    return SHIPPED.isIn(post.text(), 1)
        || SHIPPED.isIn(post.origin().author(), 1)
        || SHIPPED.isIn(post.origin().url(), SHORTEST_IN_ADDRESS);
  }

  /**
   * A list: a word or phrase, a tab, its kind. Lines that begin with # are remarks.
   *
   * @throws IllegalArgumentException if a line is not of this form; it is named
   */
  static PublicLife read(String tsv) {
    var list = new PublicLife();
    tsv.lines().filter(line -> !line.isBlank() && !line.startsWith("#")).forEach(list::add);
    return list;
  }

  private void add(String line) {
    String[] parts = line.split("\t", -1);
    if (parts.length != 2 || !parts[0].matches("[a-z]+( [a-z]+)*") || parts[1].isBlank()) {
      throw new IllegalArgumentException("no word of public life: '" + line + "'");
    }
    if (parts[0].contains(" ")) {
      phrases.add(' ' + parts[0] + ' ');
    } else {
      words.add(parts[0]);
    }
  }

  private boolean isIn(String text, int shortest) {
    PlainText plain = Fold.plain(text);
    StringBuilder all = new StringBuilder(plain.length() + 2).append(' ');
    for (int i = 0; i < plain.words(); i++) {
      int from = plain.wordStart(i);
      var word = new String(plain.bytes(), from, plain.wordEnd(i) - from, StandardCharsets.UTF_8);
      if (word.length() >= shortest && names(word)) {
        return true;
      }
      all.append(word).append(' ');
    }
    return phrases.stream().anyMatch(phrase -> all.indexOf(phrase) >= 0)
        || plain.recovered().stream().anyMatch(hidden -> names(hidden.plain()));
  }

  private boolean names(String word) {
    if (words.contains(word)) {
      return true;
    }
    for (int end = LONG; end < word.length(); end++) {
      if (words.contains(word.substring(0, end))) {
        return true;
      }
    }
    return ENDINGS.stream()
        .anyMatch(
            ending ->
                word.endsWith(ending)
                    && words.contains(word.substring(0, word.length() - ending.length())));
  }

  private static String shippedText() {
    try (InputStream in = PublicLife.class.getResourceAsStream(FILE)) {
      if (in == null) {
        throw new IllegalStateException(FILE + " is missing from the class path");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException broken) {
      throw new UncheckedIOException("cannot read " + FILE, broken);
    }
  }
}
