package ronda.casework.intake;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import ronda.identify.text.Fold;
import ronda.identify.text.PlainText;

/**
 * What a text looks like without disguise, spaces and numbers, so that two copies can be compared
 * (rupa teks).
 */
public final class Likeness {
  /** How many letters are compared: what comes after them seldom differs alone. */
  public static final int LONGEST = 1_000;

  /** How many letters stand in one shingle. */
  private static final int SHINGLE = 5;

  /** Below so many letters, two texts are alike by chance. */
  public static final int FEWEST = 20;

  /** From so much on, two texts count as copies of each other. */
  public static final double COPY = 0.8;

  /** From so much on, two texts have most of their wording in common. */
  public static final double NEAR = 0.5;

  private final String letters;

  /** Sorted, each once: made when first compared, because a text is compared with hundreds. */
  private int @Nullable [] shingles;

  /**
   * @param letters a text's letters alone, folded and lower-case; at most {@value #LONGEST}
   */
  public Likeness(String letters) {
    this.letters = letters;
  }

  public String letters() {
    return letters;
  }

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
        || worthComparing(other) && shareEnough(shingles(), other.shingles());
  }

  /**
   * How much the two share of all the shingles in either, from 0 to 1 (Jaccard); 0 where one of
   * them says too little to be compared, or is over twice as long as the other.
   */
  public double shared(Likeness other) {
    if (!isTelling() || !other.isTelling() || isMuchLonger(other)) {
      return 0;
    }
    return letters.equals(other.letters) ? 1 : jaccard(shingles(), other.shingles());
  }

  /** So that hundreds of texts are passed over without a look at their shingles. */
  private boolean isMuchLonger(Likeness other) {
    int shorter = Math.min(letters.length(), other.letters.length());
    int longer = Math.max(letters.length(), other.letters.length());
    return shorter < longer * (NEAR - 0.05);
  }

  /** Texts of very different length cannot share four fifths of their shingles. */
  private boolean worthComparing(Likeness other) {
    int shorter = Math.min(letters.length(), other.letters.length());
    int longer = Math.max(letters.length(), other.letters.length());
    return shorter >= longer * (COPY - 0.05);
  }

  private int[] shingles() {
    int[] known = shingles;
    if (known == null) {
      known = new int[letters.length() - SHINGLE + 1];
      for (int i = 0; i < known.length; i++) {
        known[i] = hash(i);
      }
      Arrays.sort(known);
      known = distinct(known);
      shingles = known;
    }
    return known;
  }

  /** The shingle that begins here, as {@link String#hashCode} has it, stirred. */
  private int hash(int start) {
    int hash = 0;
    for (int i = start; i < start + SHINGLE; i++) {
      hash = 31 * hash + letters.charAt(i);
    }
    return hash * 0x9E3779B9; // so that the smallest are not those that begin with an a
  }

  private static int[] distinct(int[] sorted) {
    int kept = 1;
    for (int i = 1; i < sorted.length; i++) {
      if (sorted[i] != sorted[kept - 1]) {
        sorted[kept++] = sorted[i];
      }
    }
    return Arrays.copyOf(sorted, kept);
  }

  /** Whether two sorted sets share four fifths of what is in either (Jaccard). */
  private static boolean shareEnough(int[] some, int[] others) {
    if (common(some, missable(some) + 1, others, missable(others) + 1) == 0) {
      return false;
    }
    return jaccard(some, others) >= COPY;
  }

  private static double jaccard(int[] some, int[] others) {
    int common = common(some, some.length, others, others.length);
    return common / (double) (some.length + others.length - common);
  }

  /**
   * How many shingles of a text a copy of it may lack. Two copies therefore share one of the
   * smallest that are one more than these, and most pairs of texts need no further look (prefix
   * filter: Chaudhuri, Ganti and Kaushik, "A Primitive Operator for Similarity Joins", 2006).
   */
  private static int missable(int[] shingles) {
    return shingles.length - (int) Math.ceil(shingles.length * COPY - 1e-9);
  }

  /** How many of the first so many of both are the same. */
  private static int common(int[] some, int ofSome, int[] others, int ofOthers) {
    int common = 0;
    int i = 0;
    int j = 0;
    while (i < ofSome && j < ofOthers) {
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
    return common;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Likeness likeness && letters.equals(likeness.letters);
  }

  @Override
  public int hashCode() {
    return letters.hashCode();
  }

  @Override
  public String toString() {
    return letters;
  }
}
