package ronda.policies.cel;

import java.util.List;
import java.util.Locale;

/**
 * What is wrong in a policy's text, as a kind and the words that belong to it, so that a page can
 * say it in the reader's language. {@link #toString} says it in English.
 *
 * @param words what the kind's sentence names, in its order
 */
public record Complaint(Kind kind, List<String> words) {
  public Complaint {
    words = List.copyOf(words);
  }

  static Complaint of(Kind kind, String... words) {
    return new Complaint(kind, List.of(words));
  }

  /** The kinds of mistake an author can make. */
  public enum Kind {
    MISSING("'%s' is missing"),
    EMPTY("'%s' is empty"),
    NOT_A_NUMBER("'%s' must be a number from %s to %s"),
    NOT_ONE_OF("'%s' is not one of %s"),
    FIELD_MISSPELT("unknown field '%s', did you mean '%s'?"),
    FIELD_UNKNOWN("unknown field '%s'; the fields are %s"),
    FIELD_TWICE("'%s' stands here a second time"),
    NO_FIELD("a field must be a name and a text"),
    ANCHOR("anchors are not used here"),
    NOT_YAML("is not YAML: %s"),
    NO_FIELDS("must hold fields such as 'name: gambling-promotion'"),
    NAME("a name has lower-case letters, digits and hyphens, at most 60"),
    FILE_NAME("the file of this policy must be called %s.yaml"),
    NAME_STAYS("this policy is named '%s', and its name stays"),
    WORD_MISSPELT("unknown name '%s', did you mean '%s'?"),
    WORD_UNKNOWN("unknown name '%s'; the names are: %s"),
    TYPES("'%s' does not take %s"),
    NOT_A_TRUTH("a condition must be true or false, this is %s"),
    NOT_A_CONDITION("%s"),
    NOT_ALLOWED("%s"),
    TOO_LARGE("is larger than %s bytes"),
    NOT_UTF_8("is not UTF-8"),
    UNREADABLE("cannot be read: %s"),
    SAME_NAME("has the same name as %s"),
    NO_POLICY("holds no policy (no file ends in .yaml)"),
    TOO_MANY("holds more than %s policies"),
    NO_FOLDER("cannot be listed: %s");

    private final String english;
    private final String code = name().toLowerCase(Locale.ROOT).replace('_', '-');

    Kind(String english) {
      this.english = english;
    }

    /** The stable code, such as {@code word-misspelt}. */
    public String code() {
      return code;
    }
  }

  @Override
  public String toString() {
    return kind.english.formatted(words.toArray());
  }
}
