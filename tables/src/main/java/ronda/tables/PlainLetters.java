package ronda.tables;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UCharacterCategory;
import com.ibm.icu.text.Normalizer2;

/** Whether a text is plain, and what is left of it without its marks. */
final class PlainLetters {
  private static final Normalizer2 NFD = Normalizer2.getNFDInstance();

  private static final int MARKS =
      1 << UCharacterCategory.NON_SPACING_MARK
          | 1 << UCharacterCategory.COMBINING_SPACING_MARK
          | 1 << UCharacterCategory.ENCLOSING_MARK;

  private PlainLetters() {}

  static boolean isPlain(String text) {
    return !text.isEmpty()
        && text.length() <= 8
        && text.chars().allMatch(x -> x < 0x80 && Character.isLetterOrDigit(x));
  }

  static String withoutMarks(String text) {
    int[] rest =
        NFD.normalize(text)
            .codePoints()
            .filter(x -> (1 << UCharacter.getType(x) & MARKS) == 0)
            .toArray();
    return rest.length == 0 ? text : new String(rest, 0, rest.length);
  }
}
