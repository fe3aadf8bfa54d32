package ronda.casework.intake;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import ronda.identify.text.Fold;
import ronda.identify.text.PlainText;

/**
 * What a text looks like without disguise, spaces and numbers, so that two copies can be compared
 * (rupa teks).
 *
 * @param letters its letters alone, folded and lower-case; at most {@value #LONGEST}
 */
public record Likeness(String letters) {
  /** How many letters are compared: what comes after them seldom differs alone. */
  public static final int LONGEST = 1_000;

  /** How many letters stand in one shingle. */
  private static final int SHINGLE = 5;

  /** Below so many letters, two texts are alike by chance. */
  public static final int FEWEST = 20;

  /** From so much on, two texts count as copies of each other. */
  public static final double COPY = 0.8;

  /** What {@code text} looks like. */
  public static Likeness of(String text) {
    PlainText plain = Fold.plain(text);
    StringBuilder letters = new StringBuilder(Math.min(plain.length(), LONGEST));
    new String(plain.bytes(), 0, plain.length(), StandardCharsets.UTF_8)
        .codePoints()
        .filter(Character::isLetter)
        .limit(LONGEST)
        .forEach(letters::appendCodePoint);
    return new Likeness(letters.toString());
  }

  /** Whether this text says enough to be compared. */
  public boolean isTelling() {
    return letters.length() >= FEWEST;
  }

  /** Whether the two are copies, but for a few words. */
  public boolean isCopyOf(Likeness other) {
    if (!isTelling() || !other.isTelling()) {
      return false;
    }
    return letters.equals(other.letters)
        || worthComparing(other) && shared(shingles(), other.shingles()) >= COPY;
  }

  /** Texts of very different length cannot share four fifths of their shingles. */
  private boolean worthComparing(Likeness other) {
    int shorter = Math.min(letters.length(), other.letters.length());
    int longer = Math.max(letters.length(), other.letters.length());
    return shorter >= longer * (COPY - 0.05);
  }

  private int[] shingles() {
    int[] all = new int[letters.length() - SHINGLE + 1];
    for (int i = 0; i < all.length; i++) {
      all[i] = letters.substring(i, i + SHINGLE).hashCode();
    }
    return Arrays.stream(all).sorted().distinct().toArray();
  }

  /** How much two sorted sets share (Jaccard), 0 to 1. */
  private static double shared(int[] some, int[] others) {
    int common = 0;
    int i = 0;
    int j = 0;
    while (i < some.length && j < others.length) {
      if (some[i] == others[j]) {
        common++;
        i++;
        j++;
      } else if (some[i] < others[j]) {
        i++;
      } else {
        j++;
      }
    }
    return common / (double) (some.length + others.length - common);
  }
}
