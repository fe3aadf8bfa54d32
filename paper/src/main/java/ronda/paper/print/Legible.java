package ronda.paper.print;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/**
 * Brings a text onto paper whose letters the font lacks (huruf samaran), so that nothing is lost:
 * the plain reading stands in the text, and a note says as which code points it was written. A
 * letter without a plain reading, and one that nobody sees, stands as its code point.
 */
final class Legible {
  private static final Pattern LETTER =
      Pattern.compile("(?:LATIN (CAPITAL|SMALL)|SYMBOL) LETTER ([A-Z])$");

  private final Locale language;
  private final Map<String, String> notes = new LinkedHashMap<>();

  /** For a sheet in this language. */
  Legible(Locale language) {
    this.language = language;
  }

  /** The font's letters, found when the first sheet is printed. */
  private static final class Font {
    static final BitSet LETTERS = letters();

    private static BitSet letters() {
      BitSet letters = new BitSet(Character.MAX_CODE_POINT);
      try (TrueTypeFont font =
          new TTFParser()
              .parse(new RandomAccessReadBuffer(Print.resource("LiberationSans-Regular.ttf")))) {
        CmapLookup known = font.getUnicodeCmapLookup();
        IntStream.rangeClosed(0, Character.MAX_CODE_POINT)
            .filter(letter -> known.getGlyphId(letter) != 0)
            .forEach(letters::set);
        return letters;
      } catch (IOException broken) {
        throw new UncheckedIOException("the program's own font cannot be read", broken);
      }
    }
  }

  /** Whether the font draws this letter, and a reader sees it. */
  private static boolean isDrawn(int letter) {
    return Font.LETTERS.get(letter) && Character.getType(letter) != Character.FORMAT;
  }

  /** {@code text} as it is printed; what had to be read plainly is added to the notes. */
  String of(String text) {
    StringBuilder printed = new StringBuilder(text.length());
    int[] letters = text.codePoints().toArray();
    for (int at = 0; at < letters.length; ) {
      if (stands(letters[at], printed)) {
        at++;
      } else {
        int end = at;
        while (end < letters.length && isLacking(letters[end])) {
          end++;
        }
        printed.append(run(letters, at, end));
        at = end;
      }
    }
    return printed.toString();
  }

  /** Appends a letter that needs no note, or leaves out what has no place on paper at all. */
  private static boolean stands(int letter, StringBuilder printed) {
    if (isLacking(letter)) {
      return false;
    }
    int type = Character.getType(letter);
    if (letter == '\t' || type == Character.SPACE_SEPARATOR && !isDrawn(letter)) {
      printed.append(' ');
    } else if (letter == '\n' || type != Character.CONTROL && type != Character.SURROGATE) {
      printed.appendCodePoint(letter);
    }
    return true;
  }

  private static boolean isLacking(int letter) {
    return switch (Character.getType(letter)) {
      case Character.CONTROL, Character.SURROGATE, Character.SPACE_SEPARATOR -> false;
      default -> !isDrawn(letter);
    };
  }

  /** Letters next to each other that the font lacks. */
  private String run(int[] letters, int from, int to) {
    StringBuilder printed = new StringBuilder();
    StringBuilder unread = new StringBuilder();
    boolean read = false;
    for (int at = from; at < to; at++) {
      Optional<String> plain = plain(letters[at]);
      if (plain.isEmpty()) {
        unread.append(unread.isEmpty() ? "[" : " ").append(name(letters[at]));
        continue;
      }
      close(unread, printed);
      printed.append(plain.get());
      read = true;
    }
    close(unread, printed);
    return read ? printed + noted(letters, from, to, printed.toString()) : printed.toString();
  }

  private static void close(StringBuilder unread, StringBuilder printed) {
    if (!unread.isEmpty()) {
      printed.append(unread).append(']');
      unread.setLength(0);
    }
  }

  /** The mark of the note that says how this was written; the same letters have the same one. */
  private String noted(int[] letters, int from, int to, String plain) {
    String written =
        IntStream.range(from, to)
            .mapToObj(at -> name(letters[at]))
            .collect(Collectors.joining(" "));
    String mark = notes.containsKey(written) ? "" : "[*" + (notes.size() + 1) + "]";
    String note = notes.computeIfAbsent(written, key -> mark + " " + said(plain, key));
    return note.substring(0, note.indexOf(']') + 1);
  }

  private String said(String plain, String written) {
    return language.getLanguage().equals("id")
        ? "\"%s\" ditulis dengan huruf samaran: %s".formatted(plain, written)
        : "\"%s\" is written in disguised letters: %s".formatted(plain, written);
  }

  /** What the notes say, in the order of their marks. */
  List<String> notes() {
    return new ArrayList<>(notes.values());
  }

  private static String name(int letter) {
    return String.format(Locale.ROOT, "U+%04X", letter);
  }

  /** The letter that everybody reads in this one: by Unicode's compatibility, or by its name. */
  private static Optional<String> plain(int letter) {
    String folded = Normalizer.normalize(Character.toString(letter), Normalizer.Form.NFKC);
    if (!folded.isBlank() && folded.codePoints().allMatch(Legible::isDrawn)) {
      return Optional.of(folded);
    }
    String name = Character.getName(letter);
    Matcher found = LETTER.matcher(name == null ? "" : name);
    if (!found.find()) {
      return Optional.empty();
    }
    String plain = found.group(2);
    return Optional.of("SMALL".equals(found.group(1)) ? plain.toLowerCase(Locale.ROOT) : plain);
  }
}
