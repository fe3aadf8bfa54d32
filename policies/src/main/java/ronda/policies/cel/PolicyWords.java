package ronda.policies.cel;

import java.util.List;
import ronda.identify.post.Category;

/** The words a condition may use, for whoever writes one. */
public final class PolicyWords {
  private PolicyWords() {}

  /** What a word is to the type checker. */
  public enum Kind {
    /** True or false. */
    TRUTH,
    /** A whole number from 0. */
    COUNT,
    /** A number, such as a score from 0 to 1. */
    NUMBER
  }

  /**
   * One word.
   *
   * @param name such as {@code score}, {@code scam.score} or {@code found.phone}
   */
  public record Word(String name, Kind kind) {
    /** The part before the dot, such as {@code scam}; empty where there is none. */
    public String group() {
      int dot = name.indexOf('.');
      return dot < 0 ? "" : name.substring(0, dot);
    }
  }

  /** Every word, in the order to show them in. */
  public static List<Word> all() {
    return Vocabulary.of(Category.GAMBLING).words().entrySet().stream()
        .map(word -> new Word(word.getKey(), word.getValue().question().kind()))
        .toList();
  }
}
