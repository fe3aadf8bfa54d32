package ronda.server.page;

import java.util.Collection;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import ronda.casework.chain.Hash;

/**
 * The mark of what a form showed (tanda keadaan): a hidden field that comes back with the form, so
 * that a form which somebody left open does not undo what another person changed meanwhile. Whoever
 * keeps the form compares it with the mark of what is kept now, inside the transaction that writes.
 *
 * <p>It is no secret and no proof: who sends another one only loses the warning.
 *
 * @param mark 64 hexadecimal digits; anything else is the mark of nothing that was ever shown
 */
public record Shown(String mark) {
  /** What the hidden field is called. */
  public static final String FIELD = "shown";

  /**
   * The mark of these values, in this order; a collection counts in whatever order it is walked.
   */
  public static Shown of(Object... values) {
    return new Shown(Hash.of(spelled(Stream.of(values).map(Shown::spelled))).hex());
  }

  private static String spelled(Object value) {
    return value instanceof Collection<?> many
        ? spelled(many.stream().map(Shown::spelled).sorted())
        : value.toString();
  }

  /** The length stands before each: "a" and "bc" are not "ab" and "c". */
  private static String spelled(Stream<String> words) {
    return words.map(word -> word.length() + ":" + word).collect(Collectors.joining());
  }

  /** Whether what is kept now is still what the form showed. */
  public boolean isStill(Shown now) {
    return mark.equals(now.mark);
  }
}
