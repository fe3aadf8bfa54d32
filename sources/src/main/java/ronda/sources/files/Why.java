package ronda.sources.files;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Why a line could not be read (sebab tolakan), as a kind and what belongs to it, so that a page
 * can say it in the reader's language. {@link #toString} says it in English.
 *
 * @param words what the kind's sentence names, in its order; first of all
 * @param numbers the sentence's numbers, which follow the words
 */
public record Why(Kind kind, List<String> words, List<Long> numbers) {
  public Why {
    words = List.copyOf(words);
    numbers = List.copyOf(numbers);
  }

  static Why of(Kind kind, String... words) {
    return new Why(kind, List.of(words), List.of());
  }

  /** The same, with numbers. */
  Why and(long... added) {
    return new Why(kind, words, Arrays.stream(added).boxed().toList());
  }

  /** A reason that is known as a sentence only. */
  public static Why said(String sentence) {
    return of(Kind.SAID, sentence);
  }

  /** What can be wrong with a line, or with a file as a whole. */
  public enum Kind {
    UTF_16("this file is UTF-16: save it as UTF-8"),
    ZIP("this file is a ZIP archive or a spreadsheet (.xlsx): unpack it, or save it as CSV"),
    OTHER_COMPRESSION("this file is compressed with something other than gzip: unpack it"),
    PDF("this file is a PDF document: posts are read from JSON Lines, CSV or text"),
    BROKEN_OFF("the file could not be read further: %s"),
    GZIP_DAMAGED("the file could not be read further: damaged gzip data: %s"),
    UNPACKS_TOO_FAR("the file could not be read further: it unpacks to more than %d MB"),
    COLUMN_TWICE("the header names the column %s twice"),
    NO_TEXT_COLUMN(
        "the header names no column \"text\", but %s; the rest of the file was not read"),
    NOT_UTF_8("not UTF-8: byte %s at offset %d of the line"),
    NUL("a NUL byte at offset %d of the line: is this UTF-16, or not a text file?"),
    LINE_TOO_LONG("the line is too long: %,d bytes, at most %,d are read"),
    TEXT_TOO_LONG("text is too long: %,d UTF-16 units, at most %,d are read"),
    BROKEN_QUOTE("a quote is opened and not closed properly"),
    OTHER_WIDTH("the row has %d fields, the header has %d"),
    OTHER_WIDTH_ONE("the row has %d field, the header has %d"),
    NOT_CSV("not CSV: %s"),
    TOO_MANY("%s holds more than %,d"),
    NOT_JSON("not JSON: %s"),
    NOT_JSON_AT("not JSON, at byte %2$d of the line: %1$s"),
    BEYOND_LIMIT("beyond a limit: %s"),
    NOT_AN_OBJECT("not a JSON object, but %s"),
    MORE_THAN_ONE("more than one JSON value stands on the line"),
    NOT_A_STRING("%s must be a string, was %s"),
    EACH_NOT_A_STRING("each of %s must be a string, was %s"),
    FIELD_TWICE("the field \"%s\" stands twice"),
    NO_TEXT("no text: the field \"text\" is missing"),
    TIME_NOT_UNDERSTOOD("the time is not understood; write it as 22/11/2026 07:30: %s"),
    NOT_RFC_3339("postedAt is not an RFC 3339 time such as 2026-11-22T07:30:00+07:00: %s"),
    /** Told as a sentence: by an older version, or where nobody foresaw it. */
    SAID("%s");

    private final String english;
    private final String code = name().toLowerCase(Locale.ROOT).replace('_', '-');

    Kind(String english) {
      this.english = english;
    }

    /** The stable code, such as {@code not-utf-8}. */
    public String code() {
      return code;
    }

    /** Whether the last word is the code of a {@link Value}. */
    public boolean namesValue() {
      return this == NOT_AN_OBJECT || this == NOT_A_STRING || this == EACH_NOT_A_STRING;
    }
  }

  /** What stood in a line of JSON where something else belongs. */
  public enum Value {
    NOTHING("nothing"),
    OBJECT("an object"),
    ARRAY("an array"),
    STRING("a string"),
    NUMBER("a number"),
    TRUTH("true or false"),
    NULL("null"),
    OTHER("something else");

    private final String english;
    private final String code = name().toLowerCase(Locale.ROOT);

    Value(String english) {
      this.english = english;
    }

    /** The stable code, such as {@code array}. */
    public String code() {
      return code;
    }

    private static String english(String code) {
      return valueOf(code.toUpperCase(Locale.ROOT)).english;
    }
  }

  @Override
  public String toString() {
    List<Object> about = new ArrayList<>(words);
    if (kind.namesValue()) {
      about.set(words.size() - 1, Value.english(words.getLast()));
    }
    about.addAll(numbers);
    return kind.english.formatted(about.toArray());
  }
}
